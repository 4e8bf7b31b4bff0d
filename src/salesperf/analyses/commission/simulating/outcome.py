"""What one plan costs over the same events as another: by person, in all, and for every step of a grid."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from functools import reduce

from msgspec import Struct

from salesperf.analyses.commission.compute import Payroll, payroll
from salesperf.analyses.commission.credited import Ground, credited
from salesperf.analyses.commission.report import lines_within
from salesperf.analyses.commission.simulating.scaled import scaled
from salesperf.core.money import EXACT
from salesperf.core.period import Span

ZERO = Decimal(0)
REVENUE = "net_revenue"


class Outcome(Struct, frozen=True):
    """A plan worked out: `pays` by person, `revenue` of everybody, and by per cent of the grid both again."""

    payroll: Payroll
    span: Span
    pays: Mapping[str, Decimal]
    revenue: Decimal
    steps: Mapping[int, tuple[Decimal, Decimal]]
    """Pay and revenue in all, by per cent."""

    @property
    def total(self) -> Decimal:
        """What it costs in all."""
        return _sum(self.pays.values())

    def pay(self, who: str) -> Decimal:
        """What somebody is paid; nothing where the plan does not know them."""
        return self.pays.get(who, ZERO)

    @property
    def ratio(self) -> float | None:
        """What it costs of the revenue; None where there is none."""
        return ratio(self.total, self.revenue)


def outcome(ground: Ground, found: Payroll, span: Span, *, grid: Sequence[int] = ()) -> Outcome:
    """What a plan that was worked out pays in the periods inside a span, and what it would at each step of a grid."""
    steps = {}
    for percent in grid:
        terms, desk = found.plan.plan, found.desk
        more = scaled(ground, percent, since=terms.start)
        again = payroll(more, found.plan, desk.periods[-1], desk.quotas)
        steps[percent] = (_sum(_pays(again, span).values()), _revenue(more, again, span))
    return Outcome(found, span, _pays(found, span), _revenue(ground, found, span), steps)


def ratio(part: Decimal, whole: Decimal) -> float | None:
    """A share of an amount; None where there is none to have a share of."""
    return float(EXACT.divide(part, whole)) if whole else None


def _pays(found: Payroll, span: Span) -> dict[str, Decimal]:
    pays: dict[str, Decimal] = {}
    for line in lines_within(found, span):
        pays[line.participant] = EXACT.add(pays.get(line.participant, ZERO), line.pay)
    return pays


def _revenue(ground: Ground, found: Payroll, span: Span) -> Decimal:
    """The net revenue of everybody, also of those without a plan."""
    periods = tuple(one for one in found.desk.periods if span.start <= one.start and one.end <= span.end)
    if not periods:
        return ZERO
    measured = credited(ground, REVENUE, periods)
    return _sum(amount for of in measured.amounts.values() for amount in of.values())


def _sum(amounts: Iterable[Decimal]) -> Decimal:
    return reduce(EXACT.add, amounts, ZERO)
