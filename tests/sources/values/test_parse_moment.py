"""The time of day beside a date, in the ways exports write it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from salesperf.sources.loaded import Loaded
from salesperf.sources.values.parse_date import date_format
from salesperf.sources.values.parse_moment import moment, typed_moment

at = datetime.fromisoformat


def _read(*cells: str | None, timezone: str | None = None, date1904: bool = False) -> list[datetime | None]:
    column = pl.DataFrame({"cell": cells}, schema={"cell": pl.String})
    how = date_format(column["cell"], timezone=timezone, date1904=date1904).format
    return column.select(moment(pl.col("cell"), how)).to_series().to_list()


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("2026-01-05 09:30:15", at("2026-01-05 09:30:15")),
        ("2026-01-05T09:30:15.250", at("2026-01-05 09:30:15.250000")),
        ("2026/1/5 9:30", at("2026-01-05 09:30")),
        ("2026-01-05", at("2026-01-05")),
        ("1/31/2026 9:30 PM", at("2026-01-31 21:30")),
        ("1/31/2026 12:05 AM", at("2026-01-31 00:05")),
        ("1/31/2026 12:05 p.m.", at("2026-01-31 12:05")),
        ("31.01.2026 09:30", at("2026-01-31 09:30")),
        ("5 Jan 2026 17:45", at("2026-01-05 17:45")),
        ("2026年1月5日 9时30分", at("2026-01-05 09:30")),
        ("2026年1月5日 下午3:20", at("2026-01-05 15:20")),
        ("2026-01-05 上午 12:20", at("2026-01-05 00:20")),
        ("２０２６-01-05　09：30", at("2026-01-05 09:30")),
        ("20260105 09:30", at("2026-01-05 09:30")),
        # 46027 is 2026-01-05; .395833 of a day is half past nine.
        ("46027.395833333336", at("2026-01-05 09:30")),
        ("46027", at("2026-01-05")),
        ("2026-01-05T09:30:00+08:00", at("2026-01-05 09:30")),
        ("2026-01-05T09:30:00Z", at("2026-01-05 09:30")),
    ],
)
def test_the_time_of_day_is_read_beside_the_day(cell: str, expected: datetime) -> None:
    assert _read(cell) == [expected]


def test_what_is_no_day_is_no_moment() -> None:
    assert _read("2026-01-05 09:30", "soon", None, "", "2026-02-30 10:00") == [
        at("2026-01-05 09:30"),
        *([None] * 4),
    ]


def test_a_told_zone_moves_the_clock_and_with_it_the_day() -> None:
    # 23:30 in London is half past seven of the next morning in Shanghai, where 08:00 stays what it is.
    cells = ("2026-01-05T23:30:00Z", "2026-01-06T08:00:00+08:00", "2026-01-05T19:00:00-0500")
    named = "Mon Jan 05 2026 19:00:00 GMT-0500 (EST)"

    assert _read(named, timezone="Asia/Shanghai") == [at("2026-01-06 08:00")]
    assert _read(*cells, timezone="Asia/Shanghai") == [
        at("2026-01-06 07:30"),
        at("2026-01-06 08:00"),
        at("2026-01-06 08:00"),
    ]


def test_a_year_at_the_end_is_no_offset() -> None:
    assert _read("31-01-2026", "28-02-2026 10:00", timezone="Asia/Shanghai") == [
        at("2026-01-31"),
        at("2026-02-28 10:00"),
    ]


def test_serial_numbers_of_the_1904_system_have_times_too() -> None:
    assert _read("40217.25", date1904=True) == [at("2014-02-09 06:00")]


def test_typed_cells_keep_their_clock_and_lose_their_zone() -> None:
    naive = pl.Series("at", [at("2026-01-05 09:30"), at("1899-12-30 09:30")])
    aware = naive.dt.replace_time_zone("Asia/Shanghai")

    for cells in (naive, aware):
        found = cells.to_frame().select(typed_moment(pl.col("at"), cells.dtype)).to_series()
        assert found.to_list() == [at("2026-01-05 09:30"), None]
        assert found.dtype == pl.Datetime("us")


@given(st.datetimes(at("1990-01-01"), at("2035-12-31")), st.sampled_from(["%Y-%m-%d %H:%M:%S", "%Y/%m/%d %H:%M"]))
def test_what_is_written_is_read_again(moment_of: datetime, style: str) -> None:
    written = moment_of.strftime(style)

    assert _read(written) == [moment_of.replace(second=moment_of.second if "%S" in style else 0, microsecond=0)]


def test_workbooks_and_parquet_files_give_their_times(
    write_book: Callable[..., Path], load_files: Callable[..., Loaded], tmp_path: Path
) -> None:
    rows = [["Lead ID", "Created At", "First Response"], ["L1", at("2026-01-05 09:30"), at("2026-01-06 10:15:30")]]
    book = write_book({"Leads": rows}, "leads.xlsx")
    table = tmp_path / "leads.parquet"
    pl.DataFrame(rows[1:], schema=rows[0], orient="row").write_parquet(table)

    for path in (book, table):
        frame = load_files(path).bundle.tables["leads"].frame
        assert frame.select("created_at", "first_response_at").row(0) == tuple(rows[1][1:])
