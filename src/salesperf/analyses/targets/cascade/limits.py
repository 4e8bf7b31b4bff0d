"""Floors and caps as people write them, a name and an amount, in the units that targets are multiples of."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

from salesperf.analyses.targets.cascade import phrases
from salesperf.analyses.targets.cascade.allot import Limits
from salesperf.analyses.targets.cascade.staff import Seat
from salesperf.analyses.targets.owners import People
from salesperf.core.errors import UsageError
from salesperf.core.suggest import did_you_mean
from salesperf.core.text import folded, listing

Bounds = dict[str, tuple[int, int | None]]


def limits_of(
    floors: Mapping[str, Decimal], caps: Mapping[str, Decimal], *, seats: Sequence[Seat], people: People, unit: Decimal
) -> Limits:
    """Whose floor and cap is what: a floor counts up to the next whole unit, a cap down to the last.

    Raises `UsageError` for a name that nobody has, or more than one, and for a floor above the cap.
    """
    teams: Bounds = {}
    persons: Bounds = {}
    for name in dict.fromkeys((*floors, *caps)):
        team, key = _owner(name, seats, people)
        floor = int((floors.get(name, Decimal(0)) / unit).to_integral_value(ROUND_CEILING))
        cap = int((caps[name] / unit).to_integral_value(ROUND_FLOOR)) if name in caps else None
        of = persons if key is not None else teams
        owner = key if key is not None else team or ""
        low, high = of.get(owner, (0, None))
        floor, cap = max(floor, low), cap if high is None else high if cap is None else min(cap, high)
        if floor < 0 or (cap is not None and cap < floor):
            told = phrases.BELOW.fill(name=name, floor=f"{floor * unit:,f}", cap=f"{(cap or 0) * unit:,f}")
            raise UsageError(told, phrases.LOOSEN)
        of[owner] = (floor, cap)
    return Limits(teams, persons)


def _owner(name: str, seats: Sequence[Seat], people: People) -> tuple[str | None, str | None]:
    """The team, or the key of the person, that a name means; an id comes before a name."""
    word = folded(name)
    keys = [seat.key for seat in seats if folded(seat.key) == word]
    if (
        not keys
        and people.ids.get(word) in {seat.key for seat in seats}
        and word not in map(folded, people.names.values())
    ):
        keys = [people.ids[word]]
    if keys:
        return None, keys[0]
    named = [seat.key for seat in seats if folded(seat.name) == word]
    teams = sorted({seat.team for seat in seats if seat.team is not None and folded(seat.team) == word})
    if len(named) + len(teams) > 1:
        raise UsageError(phrases.TWO_NAMED.fill(name=name), phrases.USE_ID)
    if not named and not teams:
        known = [*sorted({seat.team for seat in seats if seat.team}), *(seat.name for seat in seats)]
        hint = did_you_mean(name, known) or phrases.CHOICE.fill(names=listing(known))
        raise UsageError(phrases.STRANGER.fill(name=name), hint)
    return (teams[0], None) if teams else (None, named[0])
