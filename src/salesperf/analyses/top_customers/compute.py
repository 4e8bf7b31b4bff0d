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
from salesperf.engine import collect
from salesperf.facts.dimensions import column_of
from salesperf.facts.events import Events, columns_of
from salesperf.facts.whose import EVERYBODY, Whose, events_of
from salesperf.metrics.ratio import ratio
from salesperf.tables.bundle import Bundle

TIMES_USUAL = 2.0
"""How many times the usual gap between two orders makes a silence."""
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
    """On how many days a customer ordered, when last, and the median of the days between two of them."""

    orders: int
    last: date
    usual: float | None


class Customer(Struct, frozen=True):
    """One customer with its share of all that was sold, and its orders up to the day."""

    sold: Sold
    share: float | None
    habit: Habit | None


class Quiet(Struct, frozen=True):
    """A customer who has not ordered for longer than usual.

    `yearly` is what it brought in the last 365 days, `order` what it brought on a day with orders of these.
    """

    name: str
    habit: Habit
    days: int
    yearly: Decimal
    order: Decimal


class Customers(Struct, frozen=True):
    """Customers by what they brought, the largest first; `quiet` by what they brought in a year."""

    on: date
    whole: Decimal
    whole_then: Decimal | None
    customers: tuple[Customer, ...]
    quiet: tuple[Quiet, ...]


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
    """Whether a silence is longer than twice the usual gap of a customer with three orders, and no year long."""
    silent = (on - habit.last).days
    if habit.usual is None or habit.orders < FEWEST_ORDERS or silent > LOST_AFTER:
        return False
    return silent > TIMES_USUAL * habit.usual


def _habit(days: list[date]) -> Habit:
    gaps = [(later - earlier).days for earlier, later in pairwise(days)]
    return Habit(len(days), days[-1], float(median(gaps)) if gaps else None)


def _quiet(habits: Mapping[str, Habit], sales: Events, bundle: Bundle, whose: Whose, *, on: date) -> Iterable[Quiet]:
    """Those whose last order was of the one asked for."""
    silent = {customer for customer, habit in habits.items() if is_quiet(habit, on=on)}
    found = events_of(sales, bundle, whose, by=("customer",))
    if not silent or found is None:
        return
    by = column_of("customer")
    own = found.lines.filter(nw.col("date") <= nw.lit(on), nw.col(by).is_in(sorted(silent)))
    is_late = nw.col("date") > nw.lit(on - timedelta(days=LOST_AFTER))
    bought = nw.when(nw.col("net") > 0).then(nw.col("date"))
    told = own.with_columns(_lately=nw.when(is_late).then(nw.col("net")), _bought=bought)
    told = told.with_columns(_day=nw.when(is_late).then(nw.col("_bought")))
    sums = (nw.col("_lately").sum(), nw.col("_bought").max(), nw.col("_day").drop_nulls().n_unique().alias("days"))
    names = found.labels.get("customer", {})
    for customer, yearly, last, days in collect(told.group_by(by).agg(*sums)).iter_rows():
        habit, brought = habits[customer], yearly or Decimal(0)
        if last == habit.last:
            order = settle(brought / days, places=2) if days else Decimal(0)
            yield Quiet(names.get(customer, customer), habit, (on - habit.last).days, brought, order)
