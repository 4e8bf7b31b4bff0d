"""Shares of teams and people: sums, limits and order for any company."""

from __future__ import annotations

import itertools
from datetime import date
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from salesperf.analyses.targets.cascade.allot import Group, Limits, Portion, Scales, allotted
from salesperf.analyses.targets.cascade.mix import Kind, Mix
from salesperf.analyses.targets.cascade.potential import Potential
from salesperf.analyses.targets.cascade.staff import Seat, same_team
from salesperf.core.errors import UsageError

SCALES = Scales([date(2026, 1, 5)], Potential({}), {}, Fraction(2))
HISTORY: Mix = {Kind.HISTORY: Fraction(1)}


def _seat(key: str, team: str | None, sold: int) -> Seat:
    return Seat(key, key, team, None, key, Fraction(sold))


def _groups(seats: list[Seat], mix: Mix) -> list[Group]:
    return [Group(team, members, mix) for team, members in same_team(sorted(seats, key=lambda seat: seat.key))]


def _units(portions: tuple[Portion, ...]) -> dict[str, int]:
    return {one.seat.key: one.units for team in portions for one in team.below if one.seat}


def test_each_team_is_shared_out_by_its_own_weights() -> None:
    """10 by 3 : 2 is 6 and 4; the six by 2 : 1, the four alike."""
    seats = [_seat("a", "E", 2), _seat("b", "E", 1), _seat("c", "W", 2), _seat("d", "W", 0)]
    groups = [Group("E", tuple(seats[:2]), HISTORY), Group("W", tuple(seats[2:]), {Kind.EQUAL: Fraction(1)})]

    found = allotted(10, groups, mix=HISTORY, scales=SCALES, limits=Limits())

    assert [(team.team, team.units, team.share) for team in found] == [
        ("E", 6, Fraction(3, 5)),
        ("W", 4, Fraction(2, 5)),
    ]
    assert _units(found) == {"a": 4, "b": 2, "c": 2, "d": 2}


def test_equal_teams_are_equal_and_people_without_one_weigh_as_heads() -> None:
    """Teams of two weigh one each, the one person without a team a half: 100 as 2 : 2 : 1."""
    seats = [_seat(key, team, 0) for key, team in (("a", "E"), ("b", "E"), ("c", "W"), ("d", "W"), ("e", None))]
    mix = {Kind.EQUAL: Fraction(1)}

    found = allotted(100, _groups(seats, mix), mix=mix, scales=SCALES, limits=Limits())

    assert _units(found) == {"a": 20, "b": 20, "c": 20, "d": 20, "e": 20}


def test_a_floor_of_a_person_lifts_the_team() -> None:
    seats = [_seat("a", "E", 9), _seat("b", "W", 1)]

    found = allotted(10, _groups(seats, HISTORY), mix=HISTORY, scales=SCALES, limits=Limits(people={"b": (4, None)}))

    assert _units(found) == {"a": 6, "b": 4}


def test_a_factor_changes_the_weight_of_a_team() -> None:
    groups = [Group("E", (_seat("a", "E", 1),), HISTORY, Fraction(3)), Group("W", (_seat("b", "W", 1),), HISTORY)]

    assert _units(allotted(8, groups, mix=HISTORY, scales=SCALES, limits=Limits())) == {"a": 6, "b": 2}


_SOLD = st.integers(0, 30)


@st.composite
def _company(draw: st.DrawFn) -> list[Seat]:
    teams = draw(st.lists(st.sampled_from(["E", "W", "N", None]), min_size=1, max_size=9))
    return [_seat(f"p{at}", team, draw(_SOLD)) for at, team in enumerate(teams)]


@st.composite
def _limits(draw: st.DrawFn, names: list[str]) -> dict[str, tuple[int, int | None]]:
    found: dict[str, tuple[int, int | None]] = {}
    for name in names:
        floor = draw(st.integers(0, 20))
        room = draw(st.none() | st.integers(0, 60))
        if draw(st.booleans()):
            found[name] = (floor, None if room is None else floor + room)
    return found


@given(_company(), st.integers(0, 400), st.sampled_from(list(Kind)), st.data())
def test_sums_and_limits_hold_and_the_order_of_rows_does_not_matter(
    seats: list[Seat], units: int, kind: Kind, data: Any
) -> None:
    mix = {kind: Fraction(1), Kind.HISTORY: Fraction(2)} if kind is not Kind.POTENTIAL else HISTORY
    people = data.draw(_limits([seat.key for seat in seats]))
    teams = data.draw(_limits(sorted({seat.team for seat in seats if seat.team})))
    limits = Limits(teams, people)
    try:
        found = allotted(units, _groups(seats, mix), mix=mix, scales=SCALES, limits=limits)
    except UsageError:
        return

    assert sum(team.units for team in found) == units
    for team in found:
        low, high = teams.get(team.team or "", (0, None))
        assert sum(one.units for one in team.below) == team.units
        assert low <= team.units
        assert high is None or team.units <= high
    for key, got in _units(found).items():
        low, high = people.get(key, (0, None))
        assert low <= got
        assert high is None or got <= high
    shuffled = data.draw(st.permutations(seats))
    assert allotted(units, _groups(list(shuffled), mix), mix=mix, scales=SCALES, limits=limits) == found


@given(_company(), st.integers(0, 400))
def test_within_a_team_who_sold_more_never_gets_less(seats: list[Seat], units: int) -> None:
    found = allotted(units, _groups(seats, HISTORY), mix=HISTORY, scales=SCALES, limits=Limits())

    for team in found:
        ranked = sorted((one.seat.sold, one.units) for one in team.below if one.seat)
        for (sold, got), (more, gets) in itertools.pairwise(ranked):
            assert gets >= got or (more == sold and got - gets <= 1)


def test_units_below_the_floors_are_refused() -> None:
    with pytest.raises(UsageError, match="the floors add up to 5 units, 1 more than the target of 4"):
        allotted(
            4,
            _groups([_seat("a", "E", 1)], HISTORY),
            mix=HISTORY,
            scales=SCALES,
            limits=Limits(people={"a": (5, None)}),
        )
