from __future__ import annotations

from datetime import date, datetime, timedelta

import narwhals as nw
import pytest
from hypothesis import given
from hypothesis import strategies as st

from salesperf.engine import collect, scan
from salesperf.facts.response_time import DAYS, HOURS, Clock, clock_of
from salesperf.facts.section import SalesSection
from salesperf.tables.literal import bundle_of

NINE_TO_SIX = Clock(HOURS, 4.0, 9 * 3600, 18 * 3600)


def _waited(clock: Clock, since: str, until: str) -> float:
    text = f"lead_id,created_at,first_response_at\n1,{since},{until}\n"
    frame = scan(bundle_of([("leads", text)]).tables["leads"])
    wait = clock.waited(nw.col("created_at"), nw.col("first_response_at"))
    return collect(frame.select(wait=wait))["wait"].item()


def _is_over(clock: Clock, since: str, as_of: date) -> bool:
    frame = scan(bundle_of([("leads", f"lead_id,created_at\n1,{since}\n")]).tables["leads"])
    return collect(frame.select(over=clock.is_over(nw.col("created_at"), as_of=as_of)))["over"].item()


@pytest.mark.parametrize(
    ("since", "until", "hours"),
    [
        # 2026-03-06 is a Friday, the 9th the Monday after it.
        ("2026-03-06 10:00", "2026-03-06 12:30", 2.5),
        ("2026-03-06 16:00", "2026-03-09 09:30", 2.5),
        ("2026-03-06 20:00", "2026-03-09 08:00", 0.0),
        ("2026-03-07 11:00", "2026-03-08 15:00", 0.0),
        ("2026-03-07 11:00", "2026-03-09 11:00", 2.0),
        ("2026-03-05 08:00", "2026-03-05 23:00", 9.0),
        ("2026-03-02 09:00", "2026-03-16 09:00", 90.0),
    ],
)
def test_business_hours_leave_out_nights_and_weekends(since: str, until: str, hours: float) -> None:
    assert _waited(NINE_TO_SIX, since, until) == hours


def test_around_the_clock_every_hour_counts_and_days_are_those_of_the_calendar() -> None:
    assert _waited(Clock(HOURS, 24.0), "2026-03-06 16:00", "2026-03-09 09:30") == 65.5
    assert _waited(Clock(DAYS, 1.0), "2026-03-06 23:00", "2026-03-07 01:00") == 1.0


def test_the_limit_is_over_when_an_answer_on_the_next_day_would_be_late() -> None:
    day = Clock(HOURS, 24.0)
    # At the end of the 9th, 24 hours have passed of what came at midnight and 15 of what came at nine.
    assert not _is_over(day, "2026-03-09 09:00", date(2026, 3, 9))
    assert not _is_over(day, "2026-03-09 00:00", date(2026, 3, 9))
    assert _is_over(day, "2026-03-09 09:00", date(2026, 3, 10))
    assert not _is_over(Clock(DAYS, 1.0), "2026-03-09", date(2026, 3, 9))
    assert _is_over(Clock(DAYS, 1.0), "2026-03-09", date(2026, 3, 10))
    # Friday 16:00 has two business hours left; four are over on Monday at eleven.
    assert not _is_over(NINE_TO_SIX, "2026-03-06 16:00", date(2026, 3, 8))
    assert _is_over(NINE_TO_SIX, "2026-03-06 16:00", date(2026, 3, 9))


def test_hours_need_times_of_day_in_both_columns() -> None:
    timed = "lead_id,created_at,first_response_at\n1,2026-03-06 16:00,2026-03-06 17:00\n2,2026-03-06,\n"
    half = "lead_id,created_at,first_response_at\n1,2026-03-06 16:00,2026-03-07\n"
    section = SalesSection(business_hours="09:00-18:00", response_sla_hours=12)

    assert clock_of(scan(bundle_of([("leads", timed)]).tables["leads"]), SalesSection())[0] == Clock(HOURS, 24.0)
    assert clock_of(scan(bundle_of([("leads", half)]).tables["leads"]), section)[0] == Clock(DAYS, 0.5)
    business = clock_of(scan(bundle_of([("leads", timed)]).tables["leads"]), section)
    assert business[0] == Clock(HOURS, 12.0, 9 * 3600, 18 * 3600)
    assert "12 business hours (09:00-18:00, Monday to Friday)" in business[1].en


MINUTES = st.integers(0, 21 * 24 * 60).map(
    lambda minutes: datetime.fromisoformat("2026-02-26") + timedelta(minutes=minutes)
)


@given(MINUTES, MINUTES)
def test_business_hours_are_those_that_a_count_of_minutes_gives(one: datetime, other: datetime) -> None:
    since, until = min(one, other), max(one, other)
    worked = 0
    at = since
    while at < until:
        worked += at.weekday() < 5 and 9 <= at.hour < 18
        at += timedelta(minutes=1)

    assert _waited(NINE_TO_SIX, f"{since:%Y-%m-%d %H:%M}", f"{until:%Y-%m-%d %H:%M}") == pytest.approx(worked / 60)
