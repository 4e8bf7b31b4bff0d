from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from salesperf.analyses.commission.pools.members import members_of, scores_of
from salesperf.core.errors import DataError
from salesperf.core.period import Grain, Span
from salesperf.facts.calendar import CIVIL, Calendar
from salesperf.facts.rep_names import RepKeys
from salesperf.tables.literal import bundle_of

REPS = RepKeys(frozenset({"R1", "R2"}), {"Wang": "R1"}, {})
FEBRUARY = Span(date(2026, 2, 1), date(2026, 2, 28))
PEOPLE = (
    "rep_id,team,role,valid_from,valid_to\nR1,East,AE,2026-01-01,2026-02-10\nR1,West,SE,2026-02-11,\nR2,East,AE,,\n"
)


def test_members_are_those_of_the_days_with_their_spans() -> None:
    found = members_of(bundle_of([("people", PEOPLE)]), REPS)

    assert found.of("East", FEBRUARY) == {
        "R1": (Span(date(2026, 1, 1), date(2026, 2, 10)),),
        "R2": (Span(date.min, date.max),),
    }
    assert set(found.of("East", Span(date(2026, 3, 1), date(2026, 3, 31)))) == {"R2"}
    assert set(found.of("South", FEBRUARY)) == set()


def test_a_role_is_that_of_the_last_day() -> None:
    found = members_of(bundle_of([("people", PEOPLE)]), REPS)

    assert found.role("R1", FEBRUARY) == "SE"
    assert found.role("R1", Span(date(2026, 1, 1), date(2026, 1, 31))) == "AE"
    assert found.role("R9", FEBRUARY) == ""


def test_without_a_list_of_people_nobody_is_named() -> None:
    assert members_of(bundle_of([]), REPS).spans == {}


def test_rows_that_cannot_be_read_stop() -> None:
    people = "rep_id,team,valid_from,valid_to\nR1,East,2026-02-01,2026-01-01\n"
    with pytest.raises(DataError):
        members_of(bundle_of([("people", people)]), REPS)


def test_a_score_is_the_mean_of_the_ratings_of_periods_inside_the_window() -> None:
    # (70 + 80 + 60) / 3 of January and February; the rating of the year and of the other dimension are not of it.
    reviews = (
        "period,rep_id,rater_group,dimension,score\n2026-01,Wang,peers,team,70\n2026-01,R1,boss,team,80\n"
        "2026-02,R1,peers,team,60\n2026,R1,peers,team,1\n2026-01,R1,peers,speed,5\n2026-01,R2,peers,team,\n"
    )
    window = Calendar(CIVIL).period(Grain.QUARTER, date(2026, 3, 1))

    found = scores_of(bundle_of([("reviews", reviews)]), REPS, "team", window, calendar=Calendar(CIVIL))

    assert found == {"R1": Decimal(70)}
    assert scores_of(bundle_of([]), REPS, "team", window, calendar=Calendar(CIVIL)) == {}
