from __future__ import annotations

from datetime import date
from decimal import Decimal
from io import BytesIO

import polars as pl
import pytest
from msgspec.structs import replace

from salesperf.core.errors import OutputError
from salesperf.core.text import Lang, same
from salesperf.core.unit import Unit
from salesperf.render.parquet import draw
from salesperf.report.model import Column, Records, Report, Value


def read(report: Report, *, total: bool = False) -> pl.DataFrame:
    return pl.read_parquet(BytesIO(draw(report, total=total)))


def one_column(unit: Unit | None, *values: Value) -> Report:
    records = Records((Column("x", same("X"), unit),), tuple((value,) for value in values))
    return Report("salesperf.test/1", same("T"), Lang.EN, (), records)


def test_columns_have_the_types_of_their_units(plain_report: Report) -> None:
    frame = read(plain_report)

    assert dict(frame.schema) == {
        "period": pl.String(),
        "rep": pl.String(),
        "net_revenue": pl.Decimal(38, 6),
        "orders": pl.Int64(),
        "return_rate": pl.Float64(),
    }
    assert frame.rows() == [
        ("2026-01", "Ann", Decimal("1234.5"), 3, 0.25),
        ("2026-02", "张伟", Decimal(-20), 0, None),
    ]


def test_types_do_not_depend_on_there_being_rows(plain_report: Report) -> None:
    empty = replace(plain_report, records=replace(plain_report.records, rows=()))

    assert read(empty).schema == read(plain_report).schema


def test_the_total_is_the_last_row_when_asked(plain_report: Report) -> None:
    assert read(plain_report, total=True).rows()[-1] == ("Total", None, Decimal("1214.5"), 3, 0.2)


@pytest.mark.parametrize(
    ("values", "dtype"),
    [
        ((date(2026, 3, 1), None), pl.Date()),
        ((1, 2), pl.Int64()),
        ((0.5,), pl.Float64()),
        ((True, False), pl.Boolean()),
        ((Decimal("1.5"),), pl.Decimal(38, 6)),
        ((None, None), pl.String()),
    ],
)
def test_a_column_without_unit_has_the_type_of_its_values(values: tuple[Value, ...], dtype: pl.DataType) -> None:
    frame = read(one_column(None, *values))

    assert frame.schema["x"] == dtype
    assert frame["x"].to_list() == list(values)


def test_a_column_of_several_kinds_is_text() -> None:
    assert read(one_column(None, "a", 1, Decimal("2.50"), date(2026, 3, 1)))["x"].to_list() == [
        "a",
        "1",
        "2.5",
        "2026-03-01",
    ]


def test_the_largest_amount_fits() -> None:
    most = Decimal("99999999999999999999999999999999.999999")

    frame = read(one_column(Unit.MONEY, most, most.copy_negate(), Decimal("0.000002"), 0.1, Decimal("2.5000000000")))

    assert frame.schema["x"] == pl.Decimal(38, 6)
    assert frame["x"].to_list() == [
        most,
        most.copy_negate(),
        Decimal("0.000002"),
        Decimal("0.1"),
        Decimal("2.5"),
    ]


@pytest.mark.parametrize("unit", [Unit.PRICE, None])
def test_more_than_six_decimals_are_kept_and_none_is_rounded(unit: Unit | None) -> None:
    third = Decimal("0.3161647960063212")

    frame = read(one_column(unit, Decimal("12345678901234567.25"), third, None))

    assert frame.schema["x"] == pl.Decimal(38, 16)
    assert frame["x"].to_list() == [Decimal("12345678901234567.25"), third, None]


def test_figures_of_several_units_that_do_not_fit_one_type_are_text_with_every_digit() -> None:
    frame = read(one_column(None, Decimal("1E+20"), Decimal("1.2345678901234567E-9")))

    assert frame["x"].to_list() == ["100000000000000000000", "0.0000000012345678901234567"]


@pytest.mark.parametrize(
    ("unit", "value"), [(Unit.MONEY, Decimal("1E+32")), (Unit.MONEY, Decimal("9" * 38)), (Unit.COUNT, 2**63)]
)
def test_a_value_that_does_not_fit_is_said_not_cut(unit: Unit, value: Value) -> None:
    with pytest.raises(OutputError, match="more digits than a Parquet column can hold") as caught:
        draw(one_column(unit, value))

    assert caught.value.hint == "write json or csv: they keep every digit"


def test_a_count_that_is_not_whole_is_a_bug() -> None:
    with pytest.raises(ValueError, match="counts whole things"):
        draw(one_column(Unit.COUNT, 1.5))


def test_the_file_names_its_schema(plain_report: Report) -> None:
    assert pl.read_parquet_metadata(BytesIO(draw(plain_report)))["salesperf.schema"] == "salesperf.kpi/1"
