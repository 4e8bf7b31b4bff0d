from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from salesperf.core.errors import UsageError
from salesperf.core.period import Grain, Period
from salesperf.facts.calendar import Calendar
from salesperf.facts.period_words import parse_period, unfinished
from salesperf.facts.section import CalendarSection

CIVIL = Calendar()
TUESDAY = date(2026, 3, 10)

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


def parsed(text: str, *, calendar: Calendar = CIVIL, as_of: date = TUESDAY) -> Period:
    return parse_period(text, calendar=calendar, as_of=as_of)


@given(CALENDARS, st.sampled_from(list(Grain)), st.dates(date(1995, 1, 1), date(2040, 12, 31)))
def test_every_key_names_its_own_period(calendar: Calendar, grain: Grain, day: date) -> None:
    period = calendar.period(grain, day)

    assert parsed(period.key, calendar=calendar) == period


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("2026-02", "2026-02-01", "2026-02-28"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2026-Q1", "2026-01-01", "2026-03-31"),
        ("2026q4", "2026-10-01", "2026-12-31"),
        ("2026", "2026-01-01", "2026-12-31"),
        ("FY2026", "2026-01-01", "2026-12-31"),
        ("2026-W05", "2026-01-26", "2026-02-01"),
        ("2026w5", "2026-01-26", "2026-02-01"),
        ("2020-W53", "2020-12-28", "2021-01-03"),
        ("2024-02-29", "2024-02-29", "2024-02-29"),
        (" 2026-01-05 .. 2026-02-10 ", "2026-01-05", "2026-02-10"),
        ("this-month", "2026-03-01", "2026-03-31"),
        ("last-month", "2026-02-01", "2026-02-28"),
        ("last-quarter", "2025-10-01", "2025-12-31"),
        ("last-year", "2025-01-01", "2025-12-31"),
        ("last-week", "2026-03-02", "2026-03-08"),
        ("last-day", "2026-03-10", "2026-03-10"),
        ("２０２６-０２", "2026-02-01", "2026-02-28"),
        ("2026-02\n", "2026-02-01", "2026-02-28"),
        ("Last-Month", "2026-02-01", "2026-02-28"),
        ("ytd", "2026-01-01", "2026-03-10"),
    ],
)
def test_a_period_as_people_type_it(text: str, start: str, end: str) -> None:
    period = parsed(text)

    assert (period.start.isoformat(), period.end.isoformat()) == (start, end)


def test_a_fiscal_quarter_and_year_are_found_with_and_without_fy() -> None:
    july = Calendar(CalendarSection(first_month=7))

    assert parsed("FY2018", calendar=july) == parsed("2018", calendar=july)
    assert parsed("2018", calendar=july).start == date(2017, 7, 1)
    assert parsed("2018-Q3", calendar=july).start == date(2018, 1, 1)
    assert parsed("2018-03", calendar=july).start == date(2018, 3, 1)


def test_a_retail_month_is_found_by_number() -> None:
    retail = Calendar(CalendarSection(first_month=2, pattern="4-5-4", week_start="sunday", year_named="start"))

    assert parsed("FY2023-P12", calendar=retail).end == date(2024, 2, 3)
    assert parsed("2023P12", calendar=retail).end == date(2024, 2, 3)


@pytest.mark.parametrize(
    "text",
    [
        "", "2026-13", "2026-00", "2026-02-30", "2026-W54", "2025-W53", "2026-Q5", "2026-P13", "march", "2026-1",
        "2026-03-10..", "..2026-03-10", "2026-03-10..2026-03-01", "2026-01-01..2026-02-01..2026-03-01", "..",
        "0000", "0000-Q1", "0000-01", "9999", "9999-12", "9999-Q4", "FY9999", "9999-W52", "99999",
        "0001-01-01..9999-12-31", "'; drop table",
    ],
)  # fmt: skip
def test_what_names_no_period_is_a_usage_error_that_shows_the_forms(text: str) -> None:
    with pytest.raises(UsageError) as fault:
        parsed(text)

    assert fault.value.hint


def test_a_word_nearly_right_is_answered_with_the_right_one() -> None:
    with pytest.raises(UsageError) as fault:
        parsed("lastmonth")

    assert "last-month" in fault.value.hint


def test_a_range_that_ends_before_it_starts_says_so() -> None:
    with pytest.raises(UsageError, match="cannot end"):
        parsed("2026-03-10..2026-03-01")


@pytest.mark.parametrize(
    ("chinese", "form"),
    [
        ("2026年3月", "2026-03"),
        ("2026年12月份", "2026-12"),
        ("2026年", "2026"),
        ("2026年度", "2026"),
        ("2026年第1季度", "2026-Q1"),
        ("2026年四季度", "2026-Q4"),
        ("2026年上半年", "2026-H1"),
        ("2026年下半年", "2026-H2"),
        ("2026年3月5日", "2026-03-05"),
        ("上月", "last-month"),
        ("本季度", "this-quarter"),
        ("去年", "last-year"),
        ("本年累计", "ytd"),
    ],
)
def test_chinese_periods_are_the_forms_they_stand_for(chinese: str, form: str) -> None:
    as_of = date(2026, 7, 15)

    assert parse_period(chinese, calendar=Calendar(), as_of=as_of) == parse_period(
        form, calendar=Calendar(), as_of=as_of
    )


def test_a_range_goes_from_the_first_day_of_a_period_to_the_last_of_another() -> None:
    found = parse_period("2025-12..2026年3月", calendar=Calendar(), as_of=date(2026, 7, 15))

    assert (found.start, found.end) == (date(2025, 12, 1), date(2026, 3, 31))


@pytest.mark.parametrize(
    ("text", "as_of", "passed"),
    [
        ("last-month", date(2026, 3, 10), "2026-03"),
        ("上月", date(2026, 3, 10), "2026-03"),
        ("上个季度", date(2026, 3, 10), "2026-Q1"),
        ("Last-Quarter", date(2026, 3, 10), "2026-Q1"),
        # Friday 27 February is the last workday of its month.
        ("last-month", date(2026, 2, 27), None),
        ("2026-02", date(2026, 3, 10), None),
        ("this-month", date(2026, 3, 10), None),
        ("ytd", date(2026, 3, 10), None),
    ],
)
def test_the_period_that_a_word_passes_over_is_known(text: str, as_of: date, passed: str | None) -> None:
    found = unfinished(text, calendar=CIVIL, as_of=as_of)

    assert (found and found.key) == passed
