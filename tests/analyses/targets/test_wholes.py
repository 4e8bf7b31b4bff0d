"""Sums that hold with the targets of leaders in them."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from salesperf.analyses.targets.owners import People
from salesperf.analyses.targets.wholes import added_up
from salesperf.core.errors import Where
from salesperf.core.period import Period
from salesperf.facts.goals import Goal

MAY = Period(date(2026, 5, 1), date(2026, 5, 31), "2026-05")
TEAM_OF = {"R1": "East", "R2": "East", "R9": "East", "R3": "West"}


def _people(**reports: tuple[str, ...]) -> People:
    return People(ids={}, names={}, team=TEAM_OF, reports=reports, titles={})


def _goal(scope: str, key: str, amount: int, total: int | None = None) -> list[Goal]:
    return [Goal(scope, key, "net_revenue", MAY, Decimal(amount), Where("t.csv"), total=total)]


REPS = {"R9": _goal("rep", "R9", 120), "R1": _goal("rep", "R1", 40), "R2": _goal("rep", "R2", 60)}


def test_targets_of_the_company_and_of_teams_that_are_sums_of_reps_are_found() -> None:
    scopes = {"company": {"": _goal("company", "", 220)}, "team": {"East": _goal("team", "East", 220)}}

    assert added_up(REPS, _people(), scopes, ()) == (frozenset(REPS), frozenset(REPS))


def test_sums_that_hold_without_the_leader_or_not_at_all_have_none_in_them() -> None:
    assert added_up(REPS, _people(), {"company": {"": _goal("company", "", 230)}}, ()) == ()
    assert added_up(REPS, _people(), {}, [(_goal("team", "X", 100), ("R1", "R2"))]) == (frozenset({"R1", "R2"}),)


def test_a_director_of_leaders_whose_target_is_that_of_all_below_adds_up_each() -> None:
    reps = {"R0": _goal("rep", "R0", 220), **REPS}

    assert added_up(reps, _people(R0=("R9",), R9=("R1", "R2")), {}, ()) == (frozenset(REPS),)


def test_a_leader_of_sellers_alone_is_no_sum_of_a_leaders_target() -> None:
    reps = {**REPS, "R9": _goal("rep", "R9", 100)}

    assert added_up(reps, _people(R9=("R1", "R2")), {}, ()) == ()


def test_reps_of_one_written_total_stand_together() -> None:
    reps = {
        "R9": _goal("rep", "R9", 120, 9), "R1": _goal("rep", "R1", 40, 9),
        "R2": _goal("rep", "R2", 60), "R3": _goal("rep", "R3", 5, 12),
    }  # fmt: skip

    assert added_up(reps, _people(), {}, ()) == (frozenset({"R9", "R1"}), frozenset({"R3"}))
