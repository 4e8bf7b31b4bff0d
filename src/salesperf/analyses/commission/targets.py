"""What each person is to reach in a window of the plan: its own target, or those of the periods in it together."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from functools import reduce

from msgspec import Struct

from salesperf.analyses.commission.cover import Cover
from salesperf.analyses.commission.measured import PARTICIPANT
from salesperf.analyses.commission.plan import Plan
from salesperf.core.money import EXACT
from salesperf.core.period import Period
from salesperf.facts.calendar import Calendar

ZERO = Decimal(0)
Quotas = Mapping[tuple[str, str, str, Period], Decimal]
"""What is to be reached: by scope (rep, team), key, metric and period."""


class Targets(Struct, frozen=True):
    """What is to be reached by those whom a plan holds for."""

    days: Calendar
    plan: Plan
    quotas: Quotas
    cover: Cover | None

    def of(self, who: str, metric: str, window: Period) -> Decimal | None:
        """The target of the window, as far as it holds for the person; None where there is none."""
        whole, terms, cover = self._whole(who, metric, window), self.plan.quota, self.cover
        if whole is None or terms is None or cover is None:
            return whole
        count = self.plan.plan.day_count
        exact = Fraction(whole) * terms.share(window, cover.days_there(who), cover.hired(who), count=count)
        return EXACT.divide(Decimal(exact.numerator), Decimal(exact.denominator))

    def _whole(self, who: str, metric: str, window: Period) -> Decimal | None:
        """The target of the window: its own, else the sum of the plan's periods in it, where all of them are known."""
        if not self.quotas:
            return None
        own = self.quotas.get((PARTICIPANT, who, metric, window))
        if own is not None:
            return own
        inside = self.days.periods(self.plan.plan.grain, window)
        places = [(PARTICIPANT, who, metric, one) for one in inside]
        known = [self.quotas[place] for place in places if place in self.quotas]
        return reduce(EXACT.add, known, ZERO) if known and len(known) == len(inside) else None
