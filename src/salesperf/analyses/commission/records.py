"""Records to be broken: the best period before, as far as the data and the plan tell of it, each with its day."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from decimal import Decimal

from msgspec import Struct

from salesperf.core.period import Period

ZERO = Decimal(0)
_DAY = timedelta(days=1)


class Record(Struct, frozen=True):
    """The most that was reached, in the measure's own unit, and the last day of the period it was reached in."""

    amount: Decimal
    on: date


class Stated(Struct, frozen=True):
    """A record that the plan states: of one participant by id or name, or of everybody."""

    amount: Decimal
    on: date
    rep: str | None = None


class RecordNeeds(Struct, frozen=True):
    """Where a record comes from: the periods that begin on a day or later, and what the plan states.

    Without a day those count that begin after the first record stated.
    """

    since: date | None
    stated: tuple[Stated, ...] = ()


def record_before(
    period: Period, reached: Mapping[Period, Decimal], asked: RecordNeeds, *, names: Iterable[str]
) -> Record | None:
    """The best before a period, of periods that are over and of what is stated; of equals the earliest.

    Nothing, and less, is no record; None where there is none.
    """
    own = frozenset(names)
    stated = [one for one in asked.stated if one.rep is None or one.rep in own]
    since = asked.since or min((one.on + _DAY for one in stated), default=None)
    of_periods = [
        Record(amount, one.end)
        for one, amount in reached.items()
        if since is not None and since <= one.start and one.end < period.start
    ]
    of_plan = [Record(one.amount, one.on) for one in stated if one.on < period.start]
    there = [one for one in (*of_periods, *of_plan) if one.amount > ZERO]
    return min(there, key=lambda one: (-one.amount, one.on), default=None)
