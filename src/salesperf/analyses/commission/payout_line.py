"""The payout line of a component: what its rule pays, within its limits, rounded once."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from msgspec.structs import replace

from salesperf.analyses.commission.amounts import said
from salesperf.analyses.commission.case import Case, Earned, Lacking
from salesperf.analyses.commission.lines import Kind, Line
from salesperf.analyses.commission.paying import earned
from salesperf.analyses.commission.people.limits import Limited, limited
from salesperf.analyses.commission.phrases import AT_MOST, NO_QUOTA, NOTHING_CREDITED
from salesperf.analyses.commission.plan import AnyComponent, Plan
from salesperf.analyses.commission.rules.override import OverrideRule
from salesperf.core.money import settle
from salesperf.core.period import Period
from salesperf.core.text import Text

ZERO = Decimal(0)


def payout_line(plan: Plan, component: AnyComponent, who: str, period: Period, case: Case) -> Line:
    """The payout line: capped and floored, then rounded, once."""
    answer = earned(component, case)
    if component.asks_target and case.target is None and case.credited and refuses_without_target(plan):
        told = NO_QUOTA.fill(who=who, period=period.key)
        answer = replace(answer, lacking=(*answer.lacking, Lacking("F616", told, case.credited)))
    within = limited(answer.exact, cap=component.cap, floor=component.floor)
    terms = plan.plan
    pay = settle(within.amount, places=terms.rounding.places, mode=terms.rounding.mode)
    return Line(
        participant=who,
        plan=terms.id,
        period=period,
        kind=Kind.OVERRIDE if isinstance(component, OverrideRule) else Kind.EARNING,
        component=component.name,
        label=component.label,
        pay=pay,
        credited=case.credited,
        target=case.target,
        to_date=case.to_date,
        earned=answer,
        reasons=(*answer.reasons, *_why(component, case, answer, within)),
    )


def refuses_without_target(plan: Plan) -> bool:
    """Whether it is a fault of the data that somebody who sold has no target."""
    return plan.quota is None or plan.quota.missing == "refused"


def _why(component: AnyComponent, case: Case, answer: Earned, within: Limited) -> Iterator[Text]:
    if within.withheld:
        yield AT_MOST.fill(cap=said(component.cap or ZERO), withheld=said(within.withheld))
    if not case.credited and not answer.exact and not answer.reasons:
        yield NOTHING_CREDITED
