from __future__ import annotations

from datetime import date, timedelta

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from salesperf.sources.date_shapes import Order
from salesperf.sources.parse_date import DateDecision, DateFormat, date_format, in_another_order, is_date_like


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


def test_one_day_past_twelve_decides_the_order_of_all() -> None:
    assert _read("9/7/11", "12/31/11") == [date(2011, 9, 7), date(2011, 12, 31)]
    assert _read("9/7/11", "31/12/11") == [date(2011, 7, 9), date(2011, 12, 31)]


def test_both_orders_fitting_is_ambiguous_and_the_told_order_settles_it() -> None:
    assert _decided("9/7/2011", "1/2/2011").is_ambiguous
    assert _read("9/7/2011", "1/2/2011", order="dmy") == [date(2011, 7, 9), date(2011, 2, 1)]
    assert not _decided("9/7/2011", "1/2/2011", order="dmy").is_ambiguous


def test_the_same_day_by_both_orders_is_not_ambiguous() -> None:
    assert not _decided("3/3/2020", "4/4/2020").is_ambiguous


def test_a_slashed_date_among_iso_dates_is_not_guessed() -> None:
    assert _read("2024-01-05", "05/01/2024") == [date(2024, 1, 5), None]


def test_two_digit_and_four_digit_years_are_not_mixed_up() -> None:
    # "%m/%d/%Y" would read 7/31/11 as the year 11.
    assert _read("7/31/2011", "7/31/11") == [date(2011, 7, 31), date(2011, 7, 31)]


def test_orders_that_contradict_each_other_leave_a_fault() -> None:
    assert _decided("1/13/2020", "13/1/2020").bad == 1


def test_one_offset_keeps_the_date_as_written() -> None:
    assert _read("2024-01-05T23:30:00+08:00", "2024-01-06T01:00:00+08:00") == [date(2024, 1, 5), date(2024, 1, 6)]
    assert _decided("2024-01-05T23:30:00+08:00").offsets == {"+08:00"}


def test_a_told_time_zone_converts() -> None:
    # 23:30 in UTC is 07:30 of the next day in Shanghai.
    assert _read("2024-01-05T23:30:00Z", "2024-01-05 10:00:00+0000", timezone="Asia/Shanghai") == [
        date(2024, 1, 6),
        date(2024, 1, 5),
    ]


def test_the_1904_system_counts_from_1904() -> None:
    column = pl.DataFrame({"cell": ["40217"]})
    how = date_format(column["cell"], date1904=True).format

    # 41679 - 1462 days lie between the two epochs.
    assert column.select(how.parsed(pl.col("cell"))).item() == date(2014, 2, 9)


def test_a_fast_format_marks_years_it_misreads() -> None:
    how = DateFormat(fast="%m/%d/%Y", order=Order.MDY)
    cells = pl.DataFrame({"cell": ["7/31/2011", "7/31/11"]})

    assert cells.select(how.is_sound(pl.col("cell"))).to_series().to_list() == [True, False]


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


@given(st.lists(st.dates(min_value=date(1970, 1, 1), max_value=date(2069, 12, 31)), min_size=1, max_size=20))
def test_month_first_dates_read_back_when_told(days: list[date]) -> None:
    cells = [f"{day.month}/{day.day}/{day.year % 100:02}" for day in days]

    assert _read(*cells, order="mdy") == days


@given(st.text(max_size=12))
def test_no_text_makes_the_reader_stumble(cell: str) -> None:
    _decided(cell)


def _days_of(cells: list[str], *, prefers_year_first: bool = False) -> tuple[list[date | None], bool]:
    column = pl.Series("cell", cells)
    decision = date_format(column, prefers_year_first=prefers_year_first)
    read = column.to_frame().select(decision.format.parsed(pl.col("cell"))).to_series()
    return read.to_list(), decision.is_ambiguous


def test_a_quarter_of_days_with_its_year_of_two_digits_first_is_read_so() -> None:
    quarter = [date(2026, 1, 1) + timedelta(days=ahead) for ahead in range(90)]

    assert _days_of([f"{day:%y/%m/%d}" for day in quarter]) == (quarter, False)


def test_a_quarter_of_days_with_its_year_of_two_digits_last_is_read_so() -> None:
    quarter = [date(2026, 1, 1) + timedelta(days=ahead) for ahead in range(90)]

    assert _days_of([f"{day:%d/%m/%y}" for day in quarter]) == (quarter, False)
    assert _days_of([f"{day:%m/%d/%y}" for day in quarter]) == (quarter, False)


def test_few_dates_whose_year_may_be_first_or_last_have_the_likelier_and_are_told() -> None:
    # Year last these would be of 2005, 2006 and 2031.
    days, is_ambiguous = _days_of(["26-01-05", "26-02-06", "26-03-31"])

    assert days == [date(2026, 1, 5), date(2026, 2, 6), date(2026, 3, 31)]
    assert is_ambiguous


def test_the_language_settles_what_the_years_leave_open() -> None:
    assert _days_of(["09/07/11"], prefers_year_first=True) == ([date(2009, 7, 11)], True)
    assert _days_of(["09/07/11"]) == ([date(2011, 9, 7)], True)


def test_months_before_days_of_a_year_last_are_no_years() -> None:
    # 9/17/11 and 10/28/12 have no month 17 and 28, so the year is last and the month first.
    assert _days_of(["9/7/11", "9/17/11", "10/28/12"], prefers_year_first=True) == (
        [date(2011, 9, 7), date(2011, 9, 17), date(2012, 10, 28)],
        False,
    )


def test_dates_that_contradict_each_other_are_dates() -> None:
    assert is_date_like(pl.Series(["13/01/2024", "01/13/2024"]))
    assert is_date_like(pl.Series(["2024-01-05", "2024-01-06", "05/01/2024", "06/01/2024"]))
    assert not is_date_like(pl.Series(["13/01/2024", "13/13/2024"]))


def test_a_word_among_three_dates_and_a_failed_formula_do_not_hide_them() -> None:
    assert is_date_like(pl.Series(["2024-01-05", "2024-01-06", "待定"]))
    assert is_date_like(pl.Series(["2024-01-05", "#REF!", "#N/A"]))


def test_dates_of_both_orders_leave_the_others_open() -> None:
    # 13/01 and 14/01 are day first, 01/15 is month first, and 03/04 could be either.
    assert _decided("13/01/2024", "14/01/2024", "01/15/2024", "03/04/2024").is_mixed
    assert not _decided("13/01/2024", "14/01/2024", "01/15/2024").is_mixed
    assert not _decided("13/01/2024", "14/01/2024", "31/31/2024", "03/04/2024").is_mixed
    assert not _decided("13/01/2024", "01/15/2024", "03/04/2024", order="dmy").is_mixed


def test_a_date_of_another_order_is_told_from_no_date() -> None:
    how = _decided("13/01/2024", "14/01/2024", "01/15/2024").format

    assert in_another_order(pl.Series(["01/15/2024", "31/31/2024", "abc"]), how).to_list() == [True, False, False]


def test_a_day_of_one_digit_at_the_end_says_that_the_year_comes_first() -> None:
    decision = _decided("26.1.6", "26.1.16", "26.12.3")

    assert (decision.format.order, decision.is_ambiguous) == (Order.YMD, False)
    assert _read("26.1.6", "26.1.16", "26.12.3") == [date(2026, 1, 6), date(2026, 1, 16), date(2026, 12, 3)]


def test_a_year_of_one_digit_is_none() -> None:
    assert _read("5.1.26", "12.1.6", "7.3.26", "28.3.26", order="dmy") == [
        date(2026, 1, 5),
        None,
        date(2026, 3, 7),
        date(2026, 3, 28),
    ]
    assert _decided("1.2.6", "3.4.7").bad == 2
