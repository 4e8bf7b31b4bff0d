from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from salesperf.core.period import Grain, Period, Span
from salesperf.facts.calendar import Calendar
from salesperf.facts.section import CalendarSection

CIVIL = Calendar()
JULY = Calendar(CalendarSection(first_month=7))
NRF = Calendar(CalendarSection(first_month=2, pattern="4-5-4", week_start="sunday", year_named="start"))
SUNDAY = Calendar(CalendarSection(week_start="sunday"))

CALENDARS = st.builds(
    Calendar,
    st.builds(
        CalendarSection,
        first_month=st.integers(1, 12),
        year_named=st.sampled_from(["start", "end"]),
        week_start=st.sampled_from(["monday", "sunday", "saturday"]),
        pattern=st.sampled_from(["calendar", "4-4-5", "4-5-4", "5-4-4"]),
        year_end=st.sampled_from(["nearest", "last"]),
    ),
)
DAYS = st.dates(date(1995, 1, 1), date(2040, 12, 31))
GRAINS = st.sampled_from(list(Grain))


def words(period: Period | None) -> tuple[str, str, str]:
    assert period is not None
    return period.key, period.start.isoformat(), period.end.isoformat()


@pytest.mark.parametrize(
    ("day", "week"),
    [
        (date(2020, 12, 31), ("2020-W53", "2020-12-28", "2021-01-03")),
        (date(2021, 1, 3), ("2020-W53", "2020-12-28", "2021-01-03")),
        (date(2021, 1, 4), ("2021-W01", "2021-01-04", "2021-01-10")),
        (date(2018, 12, 31), ("2019-W01", "2018-12-31", "2019-01-06")),
        (date(2016, 1, 3), ("2015-W53", "2015-12-28", "2016-01-03")),
    ],
)
def test_iso_weeks_around_new_year(day: date, week: tuple[str, str, str]) -> None:
    assert words(CIVIL.period(Grain.WEEK, day)) == week


@pytest.mark.parametrize(
    ("day", "week"),
    [
        # Wednesday 31 December 2025 lies in ISO week 1 of 2026, and so does the week from Sunday around it.
        (date(2026, 1, 3), ("2026-W01", "2025-12-28", "2026-01-03")),
        (date(2026, 1, 4), ("2026-W02", "2026-01-04", "2026-01-10")),
        # Wednesday 25 December 2024 lies in ISO week 52, Wednesday 1 January 2025 in week 1.
        (date(2024, 12, 28), ("2024-W52", "2024-12-22", "2024-12-28")),
        (date(2024, 12, 29), ("2025-W01", "2024-12-29", "2025-01-04")),
    ],
)
def test_a_week_from_sunday_is_numbered_by_its_fourth_day(day: date, week: tuple[str, str, str]) -> None:
    assert words(SUNDAY.period(Grain.WEEK, day)) == week


def test_a_fiscal_year_to_june_takes_the_name_of_the_year_it_ends_in() -> None:
    assert words(JULY.period(Grain.YEAR, date(2017, 7, 1))) == ("FY2018", "2017-07-01", "2018-06-30")
    assert words(JULY.period(Grain.YEAR, date(2018, 6, 30))) == ("FY2018", "2017-07-01", "2018-06-30")
    assert words(JULY.period(Grain.QUARTER, date(2017, 9, 30))) == ("FY2018-Q1", "2017-07-01", "2017-09-30")
    assert words(JULY.period(Grain.QUARTER, date(2018, 4, 1))) == ("FY2018-Q4", "2018-04-01", "2018-06-30")
    assert words(JULY.period(Grain.MONTH, date(2018, 2, 14))) == ("2018-02", "2018-02-01", "2018-02-28")


@pytest.mark.parametrize(
    ("year", "start", "end", "weeks"),
    # Published by the US National Retail Federation; 2023 is its last year of 53 weeks.
    [
        ("FY2022", "2022-01-30", "2023-01-28", 52),
        ("FY2023", "2023-01-29", "2024-02-03", 53),
        ("FY2024", "2024-02-04", "2025-02-01", 52),
    ],
)
def test_retail_years_are_those_of_the_published_4_5_4_calendar(year: str, start: str, end: str, weeks: int) -> None:
    found = NRF.period(Grain.YEAR, date.fromisoformat(start))

    assert words(found) == (year, start, end)
    assert found.days == weeks * 7


def test_the_53rd_week_falls_into_the_last_retail_month() -> None:
    # Published: fiscal January 2023 runs from 31 December 2023 to 3 February 2024, five weeks instead of four.
    assert words(NRF.period(Grain.MONTH, date(2024, 2, 3))) == ("FY2023-P12", "2023-12-31", "2024-02-03")
    assert words(NRF.period(Grain.MONTH, date(2024, 2, 4))) == ("FY2024-P01", "2024-02-04", "2024-03-02")
    # Published: fiscal March of a 4-5-4 year has five weeks.
    assert words(NRF.period(Grain.MONTH, date(2024, 3, 3))) == ("FY2024-P02", "2024-03-03", "2024-04-06")


def test_a_year_that_ends_on_the_last_saturday_differs_from_the_nearest() -> None:
    # August 2025 ends on a Sunday; its last Saturday is the 30th. August 2026 ends on a Monday, its last Saturday
    # is the 29th. August 2023 ends on a Thursday: the last Saturday is the 26th, the nearest 2 September.
    last = CalendarSection(first_month=9, pattern="4-4-5", week_start="sunday", year_end="last")
    nearest = CalendarSection(first_month=9, pattern="4-4-5", week_start="sunday", year_end="nearest")

    assert Calendar(last).period(Grain.YEAR, date(2026, 1, 1)).start == date(2025, 8, 31)
    assert Calendar(last).period(Grain.YEAR, date(2026, 1, 1)).end == date(2026, 8, 29)
    assert Calendar(last).period(Grain.YEAR, date(2023, 1, 1)).end == date(2023, 8, 26)
    assert Calendar(nearest).period(Grain.YEAR, date(2023, 1, 1)).end == date(2023, 9, 2)


def test_the_year_before_a_leap_day_has_no_such_day() -> None:
    assert CIVIL.year_ago(CIVIL.period(Grain.DAY, date(2024, 2, 29))) is None
    assert words(CIVIL.year_ago(CIVIL.period(Grain.DAY, date(2024, 3, 1)))) == (
        "2023-03-01",
        "2023-03-01",
        "2023-03-01",
    )


def test_a_53rd_week_has_no_week_a_year_ago_and_the_first_is_compared_with_the_first() -> None:
    # 2020 has 53 ISO weeks, 2019 has 52.
    assert CIVIL.year_ago(CIVIL.period(Grain.WEEK, date(2020, 12, 31))) is None
    assert words(CIVIL.year_ago(CIVIL.period(Grain.WEEK, date(2021, 1, 4)))) == ("2020-W01", "2019-12-30", "2020-01-05")
    assert words(SUNDAY.year_ago(SUNDAY.period(Grain.WEEK, date(2025, 1, 1)))) == (
        "2024-W01",
        "2023-12-31",
        "2024-01-06",
    )


def test_february_of_a_leap_year_is_compared_with_the_whole_of_february() -> None:
    assert words(CIVIL.year_ago(CIVIL.period(Grain.MONTH, date(2024, 2, 1)))) == ("2023-02", "2023-02-01", "2023-02-28")
    assert words(CIVIL.year_ago(CIVIL.period(Grain.MONTH, date(2025, 2, 1)))) == ("2024-02", "2024-02-01", "2024-02-29")


def test_the_year_before_a_retail_year_of_53_weeks_has_52() -> None:
    assert words(NRF.year_ago(NRF.period(Grain.YEAR, date(2023, 6, 1)))) == ("FY2022", "2022-01-30", "2023-01-28")
    assert words(NRF.year_ago(NRF.period(Grain.MONTH, date(2024, 2, 1)))) == ("FY2022-P12", "2023-01-01", "2023-01-28")


def test_a_range_is_followed_and_preceded_by_as_many_days() -> None:
    ten = Period(date(2026, 3, 1), date(2026, 3, 10), "2026-03-01..2026-03-10")

    assert words(CIVIL.previous(ten)) == ("2026-02-19..2026-02-28", "2026-02-19", "2026-02-28")
    assert words(CIVIL.next(ten)) == ("2026-03-11..2026-03-20", "2026-03-11", "2026-03-20")
    assert words(CIVIL.year_ago(ten)) == ("2025-03-01..2025-03-10", "2025-03-01", "2025-03-10")


def test_a_range_that_ends_on_a_leap_day_ends_on_28_february_a_year_ago() -> None:
    february = Period(date(2024, 2, 1), date(2024, 2, 29), "2024-02-01..2024-02-29")

    assert words(CIVIL.year_ago(february)) == ("2023-02-01..2023-02-28", "2023-02-01", "2023-02-28")


@pytest.mark.parametrize(
    ("through", "month"),
    [
        (date(2026, 1, 30), "2026-01"),  # Friday; the 31st is a Saturday
        (date(2026, 1, 29), "2025-12"),  # Thursday
        (date(2026, 1, 31), "2026-01"),
        (date(2026, 2, 27), "2026-02"),  # Friday; the 28th is a Saturday
        (date(2026, 2, 26), "2026-01"),
        (date(2026, 3, 1), "2026-02"),
        (date(2026, 5, 29), "2026-05"),  # Friday; the month ends on Sunday the 31st
        (date(2026, 5, 28), "2026-04"),
        (date(2026, 3, 30), "2026-02"),  # Monday; the 31st is a workday
        (date(2026, 3, 31), "2026-03"),
    ],
)
def test_a_month_is_complete_when_the_data_reach_its_last_workday(through: date, month: str) -> None:
    assert CIVIL.last_complete(Grain.MONTH, through).key == month


def test_a_week_is_complete_on_friday_wherever_it_starts() -> None:
    friday = date(2026, 3, 6)

    assert CIVIL.last_complete(Grain.WEEK, friday).end == date(2026, 3, 8)
    assert SUNDAY.last_complete(Grain.WEEK, friday).end == date(2026, 3, 7)
    assert CIVIL.last_complete(Grain.WEEK, friday - timedelta(days=1)).end == date(2026, 3, 1)


def test_a_weekend_has_no_workday_and_is_complete_at_its_end() -> None:
    weekend = Span(date(2026, 3, 7), date(2026, 3, 8))

    assert not CIVIL.is_complete(weekend, date(2026, 3, 7))
    assert CIVIL.is_complete(weekend, date(2026, 3, 8))
    assert not CIVIL.is_complete(weekend, None)


def test_the_year_to_date_is_that_of_the_fiscal_year() -> None:
    assert words(CIVIL.year_to_date(date(2026, 3, 10))) == ("2026-01-01..2026-03-10", "2026-01-01", "2026-03-10")
    assert words(JULY.year_to_date(date(2026, 3, 10))) == ("2025-07-01..2026-03-10", "2025-07-01", "2026-03-10")
    assert words(CIVIL.year_to_date(date(2026, 12, 31))) == ("2026", "2026-01-01", "2026-12-31")


@given(CALENDARS, GRAINS, DAYS)
def test_a_period_holds_its_day_and_every_day_of_it_names_it(calendar: Calendar, grain: Grain, day: date) -> None:
    period = calendar.period(grain, day)

    assert day in period
    assert calendar.period(grain, period.start) == period
    assert calendar.period(grain, period.end) == period


@given(CALENDARS, GRAINS, DAYS, st.integers(0, 800))
def test_periods_tile_time_without_gap_or_overlap(calendar: Calendar, grain: Grain, day: date, length: int) -> None:
    span = Span(day, day + timedelta(days=length if grain is not Grain.DAY else length % 60))

    periods = calendar.periods(grain, span)

    assert day in periods[0]
    assert span.end in periods[-1]
    assert all(b.start - a.end == timedelta(days=1) for a, b in pairwise(periods))
    assert len({period.key for period in periods}) == len(periods)


@given(CALENDARS, GRAINS, DAYS)
def test_previous_undoes_next(calendar: Calendar, grain: Grain, day: date) -> None:
    period = calendar.period(grain, day)

    assert calendar.previous(calendar.next(period)) == period
    assert calendar.next(calendar.previous(period)) == period


@given(CALENDARS, DAYS)
def test_months_make_quarters_and_quarters_make_years(calendar: Calendar, day: date) -> None:
    year = calendar.period(Grain.YEAR, day)

    months = calendar.periods(Grain.MONTH, year)
    quarters = calendar.periods(Grain.QUARTER, year)

    assert len(months) == 12
    assert [quarter.start for quarter in quarters] == [month.start for month in months[::3]]
    assert (months[0].start, months[-1].end) == (year.start, year.end) == (quarters[0].start, quarters[-1].end)
    assert year.days in ({364, 371} if calendar.section.pattern != "calendar" else {365, 366})


@given(CALENDARS, st.sampled_from([Grain.MONTH, Grain.QUARTER, Grain.YEAR]), DAYS)
def test_the_period_a_year_ago_is_one_year_of_the_calendar_earlier(calendar: Calendar, grain: Grain, day: date) -> None:
    period = calendar.period(grain, day)

    base = calendar.year_ago(period)

    assert base is not None
    count = {Grain.MONTH: 12, Grain.QUARTER: 4, Grain.YEAR: 1}[grain]
    for _ in range(count):
        period = calendar.previous(period)
    assert base == period
