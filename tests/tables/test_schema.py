from __future__ import annotations

from datetime import date
from decimal import Decimal

import polars as pl
import pytest

from salesperf.core.text import Text
from salesperf.tables.schema import FILE, MONEY, RATE, ROW, SHEET, Column, Kind, TableSchema, conform

VISITS = TableSchema(
    "visits",
    Text("visits", "拜访"),
    Text("one row a visit", "每行一次拜访"),
    (
        Column("visit_id", Kind.ID, Text("visit", "拜访编号"), needed=True),
        Column("day", Kind.DATE, Text("day", "日期"), needed=True),
        Column("cost", Kind.MONEY, Text("cost", "费用")),
        Column("share", Kind.RATE, Text("share", "占比")),
    ),
)


def visits(**columns: object) -> pl.DataFrame:
    return pl.DataFrame(
        {"cost": [Decimal("1.50")], "visit_id": ["001"], **columns},
        schema_overrides={"cost": MONEY, "share": RATE},
    )


def test_a_schema_tells_its_columns() -> None:
    assert VISITS.key == "visits"
    assert VISITS.names == ("visit_id", "day", "cost", "share")
    assert VISITS.needed == ("visit_id", "day")
    assert VISITS.column("cost").dtype == pl.Decimal(38, 6)
    assert VISITS.dtypes()["share"] == pl.Decimal(38, 12)
    with pytest.raises(KeyError):
        VISITS.column("amount")


def test_conforming_puts_columns_in_the_order_of_the_schema() -> None:
    assert conform(visits(), VISITS).columns == ["visit_id", "cost"]


def test_columns_that_are_absent_stay_absent() -> None:
    assert "day" not in conform(visits(), VISITS).columns


def test_provenance_is_kept_at_the_end() -> None:
    frame = visits().select(
        pl.lit(7, pl.UInt32).alias(ROW),
        pl.lit("a.csv", pl.Categorical()).alias(FILE),
        pl.lit(None, pl.Categorical()).alias(SHEET),
        pl.all(),
    )

    assert conform(frame, VISITS).columns == ["visit_id", "cost", FILE, SHEET, ROW]


def test_money_of_another_scale_does_not_conform() -> None:
    frame = visits().with_columns(pl.col("cost").cast(pl.Decimal(18, 2)))

    with pytest.raises(ValueError, match=r"visits: cost is Decimal"):
        conform(frame, VISITS)


def test_every_wrong_column_is_named_at_once() -> None:
    frame = visits(day=["2024-01-01"]).with_columns(pl.col("cost").cast(pl.Float64))

    with pytest.raises(ValueError, match=r"cost is Float64; day is String"):
        conform(frame, VISITS)


def test_a_column_that_is_not_of_the_table_is_a_mistake() -> None:
    with pytest.raises(ValueError, match="not columns of visits: extra"):
        conform(visits(extra=[1]), VISITS)


def test_dates_are_days() -> None:
    assert conform(visits(day=[date(2024, 2, 29)]), VISITS)["day"].to_list() == [date(2024, 2, 29)]
