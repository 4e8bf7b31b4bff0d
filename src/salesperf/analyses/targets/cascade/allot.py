"""A target shared out from the company to its teams and from each team to its people, to the unit."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from fractions import Fraction

from msgspec import Struct, field

from salesperf.analyses.targets.cascade import phrases
from salesperf.analyses.targets.cascade.mix import Kind, Mix, mixed
from salesperf.analyses.targets.cascade.potential import Potential
from salesperf.analyses.targets.cascade.staff import Seat
from salesperf.core.apportion import Claim, apportioned, least, most
from salesperf.core.errors import UsageError
from salesperf.core.text import Text


class Group(Struct, frozen=True):
    """The people of a team (None: of no team), with what was said of the team."""

    team: str | None
    seats: tuple[Seat, ...]
    mix: Mix
    factor: Fraction = Fraction(1)
    potential: Fraction | None = None


class Limits(Struct, frozen=True):
    """Floors and caps in units: of teams by name, of people by key."""

    teams: Mapping[str, tuple[int, int | None]] = field(default_factory=dict)
    people: Mapping[str, tuple[int, int | None]] = field(default_factory=dict)

    def of(self, portion: Portion) -> tuple[int, int | None]:
        """The floor and cap of a team or person."""
        if portion.seat is not None:
            return self.people.get(portion.seat.key, (0, None))
        return self.teams.get(portion.team or "", (0, None))

    def __bool__(self) -> bool:
        """Whether anybody has any."""
        return bool(self.teams or self.people)


class Portion(Struct, frozen=True):
    """What a team (`seat` is None) or person gets; `by_kind` are the shares by each kind of weight alone."""

    team: str | None
    seat: Seat | None
    units: int
    share: Fraction
    by_kind: Mapping[Kind, Fraction]
    below: tuple[Portion, ...] = ()


class Scales(Struct, frozen=True):
    """How much of each kind somebody has; `workdays` are those of the period."""

    workdays: Sequence[date]
    potential: Potential
    heads: Mapping[str, int]
    team_size: Fraction

    def of_seat(self, kind: Kind, seat: Seat) -> Fraction:
        """What a person has of a kind."""
        match kind:
            case Kind.HISTORY:
                return seat.sold
            case Kind.HEADCOUNT:
                return sum(map(seat.presence, self.workdays), Fraction(0)) / max(len(self.workdays), 1)
            case Kind.CAPACITY:
                return sum(map(seat.capacity, self.workdays), Fraction(0)) / max(len(self.workdays), 1)
            case Kind.POTENTIAL:
                return self.potential.of_seat(seat, self.heads)
            case Kind.EQUAL:
                return Fraction(1)

    def of_group(self, kind: Kind, group: Group) -> Fraction:
        """What a team has of a kind: what its people have, but its own potential, and equal parts of teams.

        People without a team weigh beside equal teams as many heads do in an average one.
        """
        if kind is Kind.EQUAL:
            return Fraction(1) if group.team is not None else len(group.seats) / self.team_size
        own = group.potential if group.potential is not None else self.potential.of_team(group.team)
        if kind is Kind.POTENTIAL and own is not None:
            return own
        return sum((self.of_seat(kind, seat) for seat in group.seats), Fraction(0))


def allotted(units: int, groups: Sequence[Group], *, mix: Mix, scales: Scales, limits: Limits) -> tuple[Portion, ...]:
    """Share units among teams and within each team among its people.

    A team's own floor is at least what its people's floors add up to, its cap at most what their caps do. Raises
    `UsageError` where floors and caps leave no way to reach the target.
    """
    inner = [_claims_of_seats(group, scales, limits) for group in groups]
    by_kind = {kind: [scales.of_group(kind, group) for group in groups] for kind in mix}
    weights = [share * group.factor for share, group in zip(mixed(mix, by_kind), groups, strict=True)]
    claims = [
        _claim_of_group(group, weight, seats, limits)
        for group, weight, (seats, _) in zip(groups, weights, inner, strict=True)
    ]
    _refuse_impossible(units, claims)
    found = zip(groups, apportioned(units, claims), _normal(weights), inner, strict=True)
    return tuple(
        Portion(
            group.team,
            None,
            got,
            share,
            {kind: _normal(by_kind[kind])[at] for kind in mix},
            tuple(
                Portion(group.team, seat, own, part, {kind: each[kind][place] for kind in each})
                for place, (seat, own, part) in enumerate(
                    zip(group.seats, apportioned(got, seats), _normal([one.weight for one in seats]), strict=True)
                )
            ),
        )
        for at, (group, got, share, (seats, each)) in enumerate(found)
    )


def _claims_of_seats(
    group: Group, scales: Scales, limits: Limits
) -> tuple[list[Claim], Mapping[Kind, Sequence[Fraction]]]:
    """The claims of a team's people, and their shares by each kind alone."""
    by_kind = {kind: [scales.of_seat(kind, seat) for seat in group.seats] for kind in group.mix}
    weights = [
        share * Fraction(seat.rule.factor) for share, seat in zip(mixed(group.mix, by_kind), group.seats, strict=True)
    ]
    claims = [
        Claim(weight, *limits.people.get(seat.key, (0, None)))
        for weight, seat in zip(weights, group.seats, strict=True)
    ]
    return claims, {kind: _normal(values) for kind, values in by_kind.items()}


def _claim_of_group(group: Group, weight: Fraction, seats: Sequence[Claim], limits: Limits) -> Claim:
    floor, cap = limits.teams.get(group.team or "", (0, None))
    low, high = least(seats), most(seats)
    top = high if cap is None else cap if high is None else min(cap, high)
    bottom = max(floor, low)
    if top is not None and top < bottom:
        raise UsageError(
            phrases.TEAM_IMPOSSIBLE.fill(team=group.team or "–", least=f"{bottom:,}", most=f"{top:,}"),
            phrases.LOOSEN,
        )
    return Claim(weight, bottom, top)


def _refuse_impossible(units: int, claims: Sequence[Claim]) -> None:
    low, high = least(claims), most(claims)
    message: Text | None = None
    if units < low:
        message = phrases.FLOORS_IMPOSSIBLE.fill(floors=f"{low:,}", target=f"{units:,}", over=f"{low - units:,}")
    elif high is not None and units > high:
        message = phrases.CAPS_IMPOSSIBLE.fill(caps=f"{high:,}", target=f"{units:,}", left=f"{units - high:,}")
    if message is not None:
        raise UsageError(message, phrases.LOOSEN)


def _normal(weights: Sequence[Fraction]) -> list[Fraction]:
    """Weights as shares of their sum; nothing where it is nothing."""
    whole = sum(weights, Fraction(0))
    return [weight / whole if whole else Fraction(0) for weight in weights]
