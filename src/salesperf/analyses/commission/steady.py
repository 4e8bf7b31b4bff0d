"""Whose earlier periods leave nothing behind, so that a later one can be worked out without them.

A period leaves something behind where it is paid ahead or held back, where its number decides, or where it comes to
less than zero. Of rules that never pay less than nothing it cannot, as long as nothing below zero was credited.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from salesperf.analyses.commission.credited import Credited
from salesperf.analyses.commission.desk import Desk
from salesperf.analyses.commission.plan import Plan
from salesperf.core.period import Period

ZERO = Decimal(0)


def leaves_nothing(plan: Plan) -> bool:
    """Whether a plan carries nothing on from a period in which nothing below zero was credited."""
    if plan.draw is not None or plan.holdback is not None:
        return False
    if plan.guarantee is not None and plan.guarantee.periods is not None:
        return False
    return all(one.never_below_zero and not one.waits for one in plan.component)


def credited_below_zero(desk: Desk, before: date) -> frozenset[str]:
    """Everybody who was credited with less than nothing, in all or of a part, in a period that begins before a day."""
    measured = [*desk.credited.values(), *desk.attained.values()]
    measured += [one for version in desk.later for one in version.credited.values()]
    return frozenset(who for one in measured for who in _below_zero(one, before))


def _below_zero(found: Credited, before: date) -> set[str]:
    whole = {who for who, of in found.amounts.items() if _is_below(of, before)}
    return {who for who in whole | found.parts.below_zero(before) if who is not None}


def _is_below(amounts: Mapping[Period, Decimal], before: date) -> bool:
    return any(amount < ZERO and period.start < before for period, amount in amounts.items())
