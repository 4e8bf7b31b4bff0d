from __future__ import annotations

from datetime import date, timedelta

import polars as pl
from hypothesis import given
from hypothesis import strategies as st

from salesperf.sources.values.date_order import in_another_order
from salesperf.sources.values.date_shapes import Order
from salesperf.sources.values.parse_date import DateDecision, date_format


def _decided(*cells: str | None, order: str | None = None, timezone: str | None = None) -> DateDecision:
    return date_format(pl.Series("cell", cells, dtype=pl.String), order=order, timezone=timezone)


def _read(*cells: str | None, order: str | None = None, timezone: str | None = None) -> list[date | None]:
    how = _decided(*cells, order=order, timezone=timezone).format
    column = pl.DataFrame({"cell": pl.Series(cells, dtype=pl.String)})
    return column.select(how.parsed(pl.col("cell"))).to_series().to_list()


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


def test_orders_that_contradict_each_other_leave_a_fault() -> None:
    assert _decided("1/13/2020", "13/1/2020").bad == 1


@given(st.lists(st.dates(min_value=date(1970, 1, 1), max_value=date(2069, 12, 31)), min_size=1, max_size=20))
def test_month_first_dates_read_back_when_told(days: list[date]) -> None:
    cells = [f"{day.month}/{day.day}/{day.year % 100:02}" for day in days]

    assert _read(*cells, order="mdy") == days


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
