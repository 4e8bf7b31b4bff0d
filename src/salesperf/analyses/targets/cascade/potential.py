"""What each team, region or person could sell: the sizes of the market table in its latest period."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from fractions import Fraction

from msgspec import Struct

from salesperf.analyses.targets.cascade.staff import Seat
from salesperf.core.period import Period
from salesperf.core.text import folded


class Potential(Struct, frozen=True):
    """Market sizes by name of a team, region or person (folded), of one period (None: there are none)."""

    sizes: Mapping[str, Fraction]
    period: Period | None = None

    def of_seat(self, seat: Seat, heads: Mapping[str, int]) -> Fraction:
        """A person's own size, else an equal part of that of the region; `heads` are the people of each region."""
        if seat.rule.potential is not None:
            return Fraction(seat.rule.potential)
        for word in (seat.key, seat.name):
            if folded(word) in self.sizes:
                return self.sizes[folded(word)]
        region = folded(seat.region or "")
        return self.sizes.get(region, Fraction(0)) / heads.get(seat.region or "", 1)

    def of_team(self, team: str | None) -> Fraction | None:
        """The size of a team, where the table names the team itself."""
        return None if team is None else self.sizes.get(folded(team))


def potential_of(rows: Sequence[tuple[Period, str | None, Decimal]], until: Period) -> Potential:
    """The sizes of the latest period that begins no later than another ends; of two that end together the longer."""
    named = [(period, name, size) for period, name, size in rows if name and period.start <= until.end]
    if not named:
        return Potential({})
    latest = max({period for period, _, _ in named}, key=lambda one: (one.end, one.days))
    return Potential(
        {folded(name): Fraction(size) for period, name, size in named if name and period == latest}, latest
    )
