from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal

from salesperf.analyses.targets.owners import People
from salesperf.analyses.targets.tree import Owner, tree_of
from salesperf.core.errors import Where
from salesperf.core.period import Period
from salesperf.facts.goals import Goal

MARCH = Period(date(2026, 3, 1), date(2026, 3, 31), "2026-03")
NOBODY = People({}, {}, {}, {}, {})


def goal(scope: str, key: str | None, amount: int) -> Goal:
    return Goal(scope, key, "net_revenue", MARCH, Decimal(amount), Where())


def tree(
    goals: Mapping[str, Mapping[str, int]],
    *,
    teams: Mapping[str, str] | None = None,
    people: People = NOBODY,
    leaders: Sequence[str] = (),
) -> list[Owner]:
    made = {scope: {key: [goal(scope, key, amount)] for key, amount in of.items()} for scope, of in goals.items()}
    team_of = (teams or {}).get
    return list(tree_of(made, people, leads=leaders.__contains__, team_of=team_of, name_of=lambda _, key: key).owners)


def shown(owners: Sequence[Owner]) -> list[tuple[int, str, object]]:
    return [
        (owner.depth, owner.name, sum(goal.amount for held in owner.holdings for goal in held.goals))
        for owner in owners
    ]


def test_teams_stand_over_their_reps_and_sum_them_up_where_nobody_set_their_target() -> None:
    found = tree({"rep": {"Ann": 10, "Bob": 20, "Cid": 5}}, teams={"Ann": "East", "Bob": "East"})

    assert shown(found) == [(0, "company", 35), (1, "East", 30), (2, "Ann", 10), (2, "Bob", 20), (1, "Cid", 5)]
    assert (found[0].measured_by, found[0].who) == ("rep", frozenset({"Ann", "Bob", "Cid"}))
    assert (found[1].measured_by, found[1].who, found[1].is_sum) == ("rep", frozenset({"Ann", "Bob"}), True)


def test_a_teams_own_target_stands_before_the_sum_of_its_reps() -> None:
    found = tree({"rep": {"Ann": 10, "Bob": 20}, "team": {"East": 40}}, teams={"Ann": "East", "Bob": "East"})

    assert shown(found)[:2] == [(0, "company", 40), (1, "East", 40)]
    assert (found[0].measured_by, found[0].who) == ("team", frozenset({"East"}))


def test_the_companys_own_target_is_measured_over_everything() -> None:
    found = tree({"company": {"": 100}, "rep": {"Ann": 10}})

    assert shown(found) == [(0, "company", 100), (1, "Ann", 10)]
    assert (found[0].measured_by, found[0].who, found[0].is_sum) == ("company", None, False)


def test_the_target_of_a_leader_is_added_to_nobodys() -> None:
    people = People({}, {}, {}, {"Max": ("Ann", "Bob")}, {})

    found = tree({"rep": {"Ann": 10, "Bob": 20, "Max": 30}}, people=people, leaders=["Max"])

    assert shown(found) == [(0, "company", 30), (1, "Ann", 10), (1, "Bob", 20), (1, "Max", 30)]
    assert found[-1].who == frozenset({"Ann", "Bob", "Max"})
    assert found[-1].unmeasured is None


def test_a_leader_of_nobody_knows_whom_cannot_be_measured() -> None:
    found = tree({"rep": {"Ann": 10, "Max": 30}}, leaders=["Max"])

    assert shown(found)[0] == (0, "company", 10)
    assert found[-1].unmeasured is not None


def test_other_dimensions_stand_below_and_make_the_company_only_where_there_is_nothing_else() -> None:
    both = tree({"rep": {"Ann": 10}, "product": {"P1": 7, "P2": 8}})
    alone = tree({"product": {"P1": 7, "P2": 8}})

    assert shown(both) == [(0, "company", 10), (1, "Ann", 10), (1, "P1", 7), (1, "P2", 8)]
    assert shown(alone)[0] == (0, "company", 15)
    assert alone[0].measured_by == "product"


def test_a_mixture_of_team_targets_and_single_reps_is_measured_over_everything() -> None:
    found = tree({"rep": {"Ann": 10}, "team": {"West": 40}})

    assert shown(found)[0] == (0, "company", 50)
    assert (found[0].measured_by, found[0].who) == ("company", None)


def test_owners_stand_in_the_order_of_the_targets() -> None:
    found = tree(
        {"rep": {"Zoe": 10, "Ann": 20, "Bob": 5}, "team": {"West": 30, "East": 5}, "product": {"P2": 1, "P1": 2}},
        teams={"Zoe": "West", "Ann": "West", "Bob": "East"},
    )

    assert [one.name for one in found] == ["company", "West", "Zoe", "Ann", "East", "Bob", "P2", "P1"]
