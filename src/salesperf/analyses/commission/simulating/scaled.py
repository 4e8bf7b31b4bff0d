"""Events with everybody selling more or less: amounts and quantities from the plan's first day on times a factor.

What is counted (customers, orders) and what was sold before the plan stays as it is; so do targets.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import narwhals as nw
from msgspec.structs import replace

from salesperf.analyses.commission.credited import Ground
from salesperf.core.money import EXACT
from salesperf.facts.events import Events
from salesperf.facts.order_cash import Debt
from salesperf.facts.subject import Subject
from salesperf.facts.subjects import Facts

_SCALED = frozenset({Subject.SALES, Subject.CREATED_DEALS, Subject.CLOSED_DEALS, Subject.INVOICED, Subject.RECEIVED})
"""What people are credited for; costs, scores and the market are not theirs."""
_OF_ONE = frozenset({"unit_price"})
"""Amounts for one unit, which does not become dearer because more are sold."""
_MONEY = nw.Decimal(38, 6)


def scaled(ground: Ground, percent: int, *, since: date) -> Ground:
    """The ground where every amount and quantity is so many per cent of what it is; a hundred changes nothing.

    Exact to a millionth of the currency, as amounts are kept.
    """
    overlaid = None if ground.overlaid is None else _facts(ground.overlaid, percent, since)
    paid = ground.paid
    if paid is not None:
        paid = replace(paid, debts=tuple(_owed(one, percent) if one.issued >= since else one for one in paid.debts))
    return replace(ground, facts=_facts(ground.facts, percent, since), overlaid=overlaid, paid=paid)


def _owed(debt: Debt, percent: int) -> Debt:
    """A debt and its cash, so that the share that is collected stays what it is."""
    receipts = tuple(replace(one, amount=_share(one.amount, percent)) for one in debt.receipts)
    credits_ = tuple((day, _share(amount, percent)) for day, amount in debt.credits)
    return replace(debt, owed=_share(debt.owed, percent), receipts=receipts, credits=credits_)


def _share(amount: Decimal, percent: int) -> Decimal:
    return EXACT.multiply(amount, share_of(percent))


def _facts(facts: Facts, percent: int, since: date) -> Facts:
    return {
        subject: _times(events, percent, since) if subject in _SCALED else events for subject, events in facts.items()
    }


def _times(events: Events, percent: int, since: date) -> Events:
    schema = events.lines.collect_schema()
    names = [name for name, dtype in schema.items() if dtype == _MONEY and name not in _OF_ONE]
    counts = nw.col("date").cast(nw.Date) >= nw.lit(since)
    factor = nw.lit(percent).cast(_MONEY) / nw.lit(100).cast(_MONEY)
    changed = {
        name: nw.when(counts).then((nw.col(name) * factor).cast(_MONEY)).otherwise(nw.col(name)) for name in names
    }
    return replace(events, lines=events.lines.with_columns(**changed)) if changed else events


def share_of(percent: int) -> Decimal:
    """Per cent as a fraction."""
    return Decimal(percent).scaleb(-2)
