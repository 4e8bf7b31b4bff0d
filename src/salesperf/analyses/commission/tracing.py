"""How a payout line comes about row by row: what each row adds to it, so that all rows together are the line.

The rows are taken by day. A row's pay is what the rule pays with it less what it pays without it, after those before
it: of slices the slices it lies on; of whole amounts the row that reaches a tier brings what the tier pays for all.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from functools import reduce

from msgspec import Struct
from msgspec.structs import replace

from salesperf.analyses.commission.case import Case, Earned
from salesperf.analyses.commission.event import Event
from salesperf.analyses.commission.paying import earned
from salesperf.analyses.commission.plan import AnyComponent
from salesperf.core.money import EXACT

ZERO = Decimal(0)


class Traced(Struct, frozen=True):
    """One row, from where to where it moves the measure, and what it brings."""

    event: Event
    start: Decimal
    end: Decimal
    earned: Earned
    pay: Decimal


class Trace(Struct, frozen=True):
    """The rows of a payout line and what they do not tell: `rest` is the line's exact pay less that of its rows."""

    rows: tuple[Traced, ...]
    rest: Decimal


def trace(component: AnyComponent, case: Case, whole: Earned, events: Sequence[Event]) -> Trace:
    """Follow a component over the rows; no rows where the measure is none that single rows add up to."""
    if any(event.amount is None for event in events):
        return Trace((), whole.exact)
    rows, at = [], case.before
    of_parts = dict(case.parts_before)
    # What decides the rate is that of the window: single rows do not move it.
    decided = replace(case, proportion_before=case.proportion, reached_before=case.reached)
    for event in events:
        amount = event.amount or ZERO
        one = replace(decided, credited=amount, before=at, parts={event.parts: amount}, parts_before=of_parts)
        answer = earned(component, one)
        after = EXACT.add(at, amount)
        of_parts[event.parts] = EXACT.add(of_parts.get(event.parts, ZERO), amount)
        rows.append(Traced(event, at, after, answer, answer.exact))
        at = after
    paid = reduce(EXACT.add, (row.pay for row in rows), ZERO)
    return Trace(tuple(rows), EXACT.subtract(whole.exact, paid))
