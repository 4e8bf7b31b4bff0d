from __future__ import annotations

from datetime import date

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from salesperf.sources.values.parse_date import DateDecision, date_format, is_date_like


def _decided(*cells: str | None, order: str | None = None, timezone: str | None = None) -> DateDecision:
    return date_format(pl.Series("cell", cells, dtype=pl.String), order=order, timezone=timezone)


def _read(*cells: str | None, order: str | None = None, timezone: str | None = None) -> list[date | None]:
    how = _decided(*cells, order=order, timezone=timezone).format
    column = pl.DataFrame({"cell": pl.Series(cells, dtype=pl.String)})
    return column.select(how.parsed(pl.col("cell"))).to_series().to_list()


@pytest.mark.parametrize(
    ("cell", "day"),
    [
        ("2017-08-25", date(2017, 8, 25)),
        ("2017-08-25T00:00:00.000000000", date(2017, 8, 25)),
        ("2020-12-30 3:15:52", date(2020, 12, 30)),
        ("2018/1/1", date(2018, 1, 1)),
        ("2017/1/3 9:56", date(2017, 1, 3)),
        ("2017/1/3 下午 3:05", date(2017, 1, 3)),
        ("20170101", date(2017, 1, 1)),
        ("2024年1月5日", date(2024, 1, 5)),
        ("2024年1月5日 星期五", date(2024, 1, 5)),
        ("2024.1.5", date(2024, 1, 5)),
        ("24年1月5日", date(2024, 1, 5)),
        ("26.1.6", date(2026, 1, 6)),
        ("26/2/3 9:05", date(2026, 2, 3)),
        ("113/01/05", date(2024, 1, 5)),
        ("113.2.29", date(2024, 2, 29)),
        ("099/12/31", date(2010, 12, 31)),
        ("民國113年1月5日", date(2024, 1, 5)),
        ("中華民國113年1月5日", date(2024, 1, 5)),
        ("Friday, December 1, 2017", date(2017, 12, 1)),
        ("05-Jan-2017", date(2017, 1, 5)),
        ("5-Feb-17", date(2017, 2, 5)),
        ("Jan 5, 2017", date(2017, 1, 5)),
        ("5 January 2017", date(2017, 1, 5)),
        ("1/31/2020 10:30 PM", date(2020, 1, 31)),
        ("31.1.2020", date(2020, 1, 31)),
        ("Mon Feb 02 2015 16:16:00 GMT-0800 (PST)", date(2015, 2, 2)),
        ("Wed Dec 31 2014 00:30:00 GMT+0800 (中国标准时间)", date(2014, 12, 31)),
        ("Sat Mar 07 2015 16:16:00 UTC+0000", date(2015, 3, 7)),
        ("12/31/11", date(2011, 12, 31)),
        ("41679", date(2014, 2, 9)),
        ("41679.5", date(2014, 2, 9)),
        ("20250105.0", date(2025, 1, 5)),
        ("２０２４－０１－０５", date(2024, 1, 5)),
    ],
)
def test_a_date_in_any_dress_is_the_day(cell: str, day: date) -> None:
    assert _read(cell) == [day]


@pytest.mark.parametrize(
    "cell",
    [
        "abc",
        "2020-02-30",
        "9:56",
        "2024-01",
        "113/02/30",
        "213/01/05",
        "1753-01-01",
        "0001-01-01",
        "2024-13-05",
        "20250105.5",
    ],
)
def test_what_is_no_day_is_none_and_counted(cell: str) -> None:
    assert _read("2024-01-05", cell) == [date(2024, 1, 5), None]
    assert _decided("2024-01-05", cell).bad == 1


def test_two_digit_and_four_digit_years_are_not_mixed_up() -> None:
    # "%m/%d/%Y" would read 7/31/11 as the year 11.
    assert _read("7/31/2011", "7/31/11") == [date(2011, 7, 31), date(2011, 7, 31)]


def test_one_offset_keeps_the_date_as_written() -> None:
    assert _read("2024-01-05T23:30:00+08:00", "2024-01-06T01:00:00+08:00") == [date(2024, 1, 5), date(2024, 1, 6)]
    assert _decided("2024-01-05T23:30:00+08:00").offsets == {"+08:00"}


def test_dates_are_told_from_other_values() -> None:
    assert is_date_like(pl.Series(["2024-01-05", None]))
    assert is_date_like(pl.Series([20170101, 20170102]))
    assert is_date_like(pl.Series([date(2024, 1, 1)]))
    assert not is_date_like(pl.Series(["Won", "Lost"]))
    assert not is_date_like(pl.Series([12, 7]))
    assert not is_date_like(pl.Series([True]))


@given(st.dates(min_value=date(1900, 1, 1), max_value=date(2068, 12, 31)), st.sampled_from("-/."))
def test_iso_like_dates_read_back(day: date, mark: str) -> None:
    assert _read(f"{day.year:04}{mark}{day.month}{mark}{day.day}") == [day]


@given(st.text(max_size=12))
def test_no_text_makes_the_reader_stumble(cell: str) -> None:
    _decided(cell)


def test_dates_that_contradict_each_other_are_dates() -> None:
    assert is_date_like(pl.Series(["13/01/2024", "01/13/2024"]))
    assert is_date_like(pl.Series(["2024-01-05", "2024-01-06", "05/01/2024", "06/01/2024"]))
    assert not is_date_like(pl.Series(["13/01/2024", "13/13/2024"]))


def test_a_word_among_three_dates_and_a_failed_formula_do_not_hide_them() -> None:
    assert is_date_like(pl.Series(["2024-01-05", "2024-01-06", "待定"]))
    assert is_date_like(pl.Series(["2024-01-05", "#REF!", "#N/A"]))
