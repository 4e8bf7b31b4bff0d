from __future__ import annotations

from datetime import date

import polars as pl

from salesperf.sources.values.date_format import DateFormat
from salesperf.sources.values.date_shapes import Order
from salesperf.sources.values.parse_date import DateDecision, date_format


def _decided(*cells: str | None, order: str | None = None, timezone: str | None = None) -> DateDecision:
    return date_format(pl.Series("cell", cells, dtype=pl.String), order=order, timezone=timezone)


def _read(*cells: str | None, order: str | None = None, timezone: str | None = None) -> list[date | None]:
    how = _decided(*cells, order=order, timezone=timezone).format
    column = pl.DataFrame({"cell": pl.Series(cells, dtype=pl.String)})
    return column.select(how.parsed(pl.col("cell"))).to_series().to_list()


def test_a_fast_format_marks_years_it_misreads() -> None:
    how = DateFormat(fast="%m/%d/%Y", order=Order.MDY)
    cells = pl.DataFrame({"cell": ["7/31/2011", "7/31/11"]})

    assert cells.select(how.is_sound(pl.col("cell"))).to_series().to_list() == [True, False]


def test_the_1904_system_counts_from_1904() -> None:
    column = pl.DataFrame({"cell": ["40217"]})
    how = date_format(column["cell"], date1904=True).format

    # 41679 - 1462 days lie between the two epochs.
    assert column.select(how.parsed(pl.col("cell"))).item() == date(2014, 2, 9)


def test_a_told_time_zone_converts() -> None:
    # 23:30 in UTC is 07:30 of the next day in Shanghai.
    assert _read("2024-01-05T23:30:00Z", "2024-01-05 10:00:00+0000", timezone="Asia/Shanghai") == [
        date(2024, 1, 6),
        date(2024, 1, 5),
    ]
