from __future__ import annotations

from datetime import date
from decimal import Decimal

import polars as pl
import pytest

from salesperf.sources.values.cells import Rules, reading_of, scale_of
from salesperf.tables.schema import DTYPES, Kind


def _read(cells: pl.Series, kind: Kind, *, header: str = "x") -> list[object]:
    frame = cells.alias(header).to_frame()
    reading = reading_of(header, "x", kind, frame[header], Rules())
    read = frame.select(reading.parsed()).to_series()
    assert read.dtype == DTYPES[kind]
    return read.to_list()


@pytest.mark.parametrize(
    ("cells", "kind", "read"),
    [
        (pl.Series(["1,234.50", None]), Kind.MONEY, [Decimal("1234.5"), None]),
        (pl.Series([20565.6206]), Kind.MONEY, [Decimal("20565.6206")]),
        (pl.Series([7]), Kind.QUANTITY, [Decimal(7)]),
        (pl.Series(["12%"]), Kind.RATE, [Decimal("0.12")]),
        (pl.Series(["2026-01-05"]), Kind.DATE, [date(2026, 1, 5)]),
        (pl.Series(["2026-01-05T23:59"]).str.to_datetime(), Kind.DATE, [date(2026, 1, 5)]),
        (pl.Series([date(1, 1, 1), date(2026, 1, 5)]), Kind.DATE, [None, date(2026, 1, 5)]),
        (pl.Series([20260105]), Kind.DATE, [date(2026, 1, 5)]),
        (pl.Series([41679.0]), Kind.DATE, [date(2014, 2, 9)]),
        (pl.Series(["007"]), Kind.ID, ["007"]),
        (pl.Series([17850.0]), Kind.ID, ["17850"]),
        (pl.Series([5]), Kind.NAME, ["5"]),
        (pl.Series(["Yes", "否", "?"]), Kind.FLAG, [True, False, None]),
        (pl.Series([True]), Kind.FLAG, [True]),
        (pl.Series([1, 0]), Kind.FLAG, [True, False]),
    ],
)
def test_every_kind_is_read_from_every_type(cells: pl.Series, kind: Kind, read: list[object]) -> None:
    assert _read(cells, kind) == read


def test_money_under_a_header_in_ten_thousands_is_scaled_whatever_its_type() -> None:
    assert _read(pl.Series([1.25]), Kind.MONEY, header="金额（万元）") == [Decimal(12500)]
    assert _read(pl.Series(["1.25"]), Kind.MONEY, header="金额(单位:万元)") == [Decimal(12500)]


def test_only_money_is_scaled() -> None:
    assert scale_of("数量(万)", Kind.QUANTITY) == 1
    assert scale_of("金额(元)", Kind.MONEY) == 1


@pytest.mark.parametrize(
    ("sample", "cell", "kind"),
    [
        (["5", "6"], "1,234", Kind.MONEY),
        (["5", "6"], "0.1234567", Kind.MONEY),
        (["5", "6"], "-", Kind.MONEY),
        (["2026-01-05"], "5 Jan 2026", Kind.DATE),
        (["7/31/2011", "1/2/2011"], "7/31/11", Kind.DATE),
        (["ABCDE"], "ＡＢＣＤＥ", Kind.ID),
        (["ABCDE"], "NULL", Kind.ID),
        (["Bob Smith"], "Bob  Smith", Kind.NAME),
    ],
)
def test_a_cell_the_fast_pass_would_misread_is_suspect(sample: list[str], cell: str, kind: Kind) -> None:
    reading = reading_of("x", "x", kind, pl.Series(sample), Rules())
    flag = reading.suspect()

    assert flag is not None
    assert pl.DataFrame({"x": [cell, sample[0]]}).select(flag).to_series().to_list() == [True, False]


def test_the_titles_tell_the_unit_of_amounts_but_not_of_prices() -> None:
    cells = pl.Series("金额", ["1.5", "2"])
    rules = Rules(unit="万元")

    def read(header: str, column: str, kind: Kind) -> list[object]:
        reading = reading_of(header, column, kind, cells, rules)
        return cells.alias(header).to_frame().select(reading.parsed()).to_series().to_list()

    assert read("金额", "amount", Kind.MONEY) == [Decimal(15000), Decimal(20000)]
    assert read("金额（元）", "amount", Kind.MONEY) == [Decimal("1.5"), Decimal(2)]
    assert read("金额（千元）", "amount", Kind.MONEY) == [Decimal(1500), Decimal(2000)]
    assert read("单价", "unit_price", Kind.MONEY) == [Decimal("1.5"), Decimal(2)]
    assert read("数量", "quantity", Kind.QUANTITY) == [Decimal("1.5"), Decimal(2)]
