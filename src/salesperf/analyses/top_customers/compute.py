"""Customers by what they bring, against last year, and who is silent for longer than usual for him."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise
from statistics import median

import narwhals as nw
from msgspec import Struct

from salesperf.core.money import settle
from salesperf.engine import Frame, collect
from salesperf.facts.dimensions import Split, column_of
from salesperf.facts.events import Events, columns_of
from salesperf.facts.whose import EVERYBODY, Whose, events_of
from salesperf.metrics.ratio import ratio
from salesperf.tables.bundle import Bundle

TIMES_USUAL, TIMES_OF_FEW = 2.0, 3.0
"""How many times the usual gap between two orders makes a silence; of few gaps chance makes two easily."""
FEW_GAPS = 5
"""Gaps below which they are few."""
FEWEST_ORDERS = 3
"""Days with orders below which nothing is usual."""
LOST_AFTER = 365
"""Days without an order after which a customer is lost, not going quiet."""


class Sold(Struct, frozen=True):
    """What a customer brought in the period, and in its part of the year before; None where that is not known."""

    customer: str
    name: str
    now: Decimal
    then: Decimal | None


class Habit(Struct, frozen=True):
    """On how many days a customer ordered, when last, and the days between two of them.

    `usual` is their median; nine in ten of them, all of fewer than ten, are no more than `most`.
    """

    orders: int
    last: date
    usual: float | None
    most: int | None


class Customer(Struct, frozen=True):
    """One customer with its share of all that was sold, and its orders up to the day."""

    sold: Sold
    share: float | None
    habit: Habit | None


class Quiet(Struct, frozen=True):
    """A customer who has not ordered for longer than usual.

    `yearly` is what it brought in the last 365 days, `order` what it brought on a day with orders of these, `reps` who
    sold on the last of them. `own` are the days with orders of those reported on; the habit is of everybody's.
    """

    name: str
    habit: Habit
    days: int
    yearly: Decimal
    order: Decimal
    own: int
    reps: tuple[str, ...] = ()


class Customers(Struct, frozen=True):
    """Customers by what they brought, the largest first; `quiet` by what they brought in a year.

    `partial`: the period they brought it in is not over.
    """

    on: date
    whole: Decimal
    whole_then: Decimal | None
    customers: tuple[Customer, ...]
    quiet: tuple[Quiet, ...]
    partial: bool = False


def customers_of(
    sold: Iterable[Sold],
    sales: Events,
    bundle: Bundle,
    whose: Whose,
    *,
    on: date,
    habits: Mapping[str, Habit],
    whole_then: Decimal | None = None,
) -> Customers:
    """The customers of somebody in a period, with their orders (`habits_of`) of any time up to the day `on`."""
    found = [one for one in sold if one.now]
    whole = sum((one.now for one in found), Decimal(0))
    ranked = sorted(found, key=lambda one: (-one.now, one.name, one.customer))
    customers = tuple(Customer(one, ratio(one.now, whole), habits.get(one.customer)) for one in ranked)
    quiet = sorted(_quiet(habits, sales, bundle, whose, on=on), key=lambda one: (-one.yearly, one.name))
    return Customers(on, whole, whole_then, customers, tuple(quiet))


def habits_of(sales: Events, bundle: Bundle, *, on: date) -> Mapping[str, Habit]:
    """The order days of every customer, whoever sold: who orders from a colleague is not silent."""
    found = events_of(sales, bundle, EVERYBODY, by=("customer",))
    if found is None or column_of("customer") not in columns_of(found.lines):
        return {}
    by = column_of("customer")
    bought = found.lines.filter(nw.col("net") > 0, nw.col("date") <= nw.lit(on), ~nw.col(by).is_null())
    days = collect(bought.select(by, "date").unique()).sort(by, "date")
    grouped: dict[str, list[date]] = {}
    for customer, day in days.iter_rows():
        grouped.setdefault(customer, []).append(day)
    return {customer: _habit(listed) for customer, listed in grouped.items()}


def is_quiet(habit: Habit, *, on: date) -> bool:
    """Whether a customer with three orders is silent for longer than its own habit makes likely, and not lost.

    That is for more than twice its usual gap, three times of fewer than five, and longer than nine in ten of them.
    """
    silent = (on - habit.last).days
    if habit.usual is None or habit.most is None or habit.orders < FEWEST_ORDERS or silent > LOST_AFTER:
        return False
    times = TIMES_OF_FEW if habit.orders - 1 < FEW_GAPS else TIMES_USUAL
    return silent > times * habit.usual and silent > habit.most


def _habit(days: list[date]) -> Habit:
    gaps = sorted((later - earlier).days for earlier, later in pairwise(days))
    if not gaps:
        return Habit(len(days), days[-1], None, None)
    nine_in_ten = -(-9 * len(gaps) // 10)
    return Habit(len(days), days[-1], float(median(gaps)), gaps[nine_in_ten - 1])


def _quiet(habits: Mapping[str, Habit], sales: Events, bundle: Bundle, whose: Whose, *, on: date) -> Iterable[Quiet]:
    """Those whose last order was of the one asked for."""
    silent = {customer for customer, habit in habits.items() if is_quiet(habit, on=on)}
    found = events_of(sales, bundle, whose, by=("customer", "rep"))
    if not silent or found is None:
        return
    by = column_of("customer")
    own = found.lines.filter(nw.col("date") <= nw.lit(on), nw.col(by).is_in(sorted(silent)))
    is_late = nw.col("date") > nw.lit(on - timedelta(days=LOST_AFTER))
    bought = nw.when(nw.col("net") > 0).then(nw.col("date"))
    told = own.with_columns(_lately=nw.when(is_late).then(nw.col("net")), _bought=bought)
    told = told.with_columns(_day=nw.when(is_late).then(nw.col("_bought")))
    sums = (nw.col("_lately").sum(), nw.col("_bought").max(), _days("_day"), _days("_bought").alias("_own"))
    names, sellers = found.labels.get("customer", {}), _sellers(told, found, habits)
    rows = collect(told.group_by(by).agg(*sums)).select(by, "_lately", "_bought", "_day", "_own")
    for customer, yearly, last, days, owned in rows.iter_rows():
        habit, brought = habits[customer], yearly or Decimal(0)
        if last == habit.last:
            order = settle(brought / days, places=2) if days else Decimal(0)
            name, silence = names.get(customer, customer), (on - habit.last).days
            yield Quiet(name, habit, silence, brought, order, owned, sellers.get(customer, ()))


def _days(column: str) -> nw.Expr:
    """How many different days there are, for an aggregation."""
    return nw.col(column).drop_nulls().n_unique()


def _sellers(told: Frame, found: Split, habits: Mapping[str, Habit]) -> Mapping[str, tuple[str, ...]]:
    """Who sold to each customer on the last day on which it bought, by name; nobody where the files do not tell."""
    by, rep = column_of("customer"), column_of("rep")
    if rep not in columns_of(told):
        return {}
    names, sellers = found.labels.get("rep", {}), dict[str, list[str]]()
    for customer, key, last in collect(told.group_by(by, rep).agg(nw.col("_bought").max())).iter_rows():
        if key is not None and last == habits[customer].last:
            sellers.setdefault(customer, []).append(names.get(key, key))
    return {customer: tuple(sorted(listed)) for customer, listed in sellers.items()}
