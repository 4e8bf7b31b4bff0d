"""What is owed on a day, by customer and by invoice: the balances of `receivable` and `overdue`, taken apart.

A credit that is set against no invoice is never late: it stands beside what is owed, and both make the balance.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal

import narwhals as nw
import polars as pl
from msgspec import Struct
from msgspec.structs import replace

from salesperf.engine import Frame, collect
from salesperf.facts.dimensions import Split, column_of
from salesperf.facts.events import Events, columns_of
from salesperf.facts.receivables import AGES
from salesperf.facts.whose import Whose, events_of
from salesperf.tables.bundle import Bundle

NOTHING = Decimal(0)
_SUMS = ("owed", "unused_credit", "overdue", *AGES)


class Balance(Struct, frozen=True, kw_only=True):
    """What is owed; `overdue` and `ages` are None where nothing owed has a due day, `oldest` where nothing is late."""

    owed: Decimal
    """Of invoices, before credits."""
    credit: Decimal = NOTHING
    """Credits not yet used, below zero."""
    overdue: Decimal | None
    ages: tuple[Decimal, ...] | None
    oldest: int | None = None
    """Days for which the longest overdue invoice is late."""

    @property
    def left(self) -> Decimal:
        """What is owed less the credits: the `receivable`."""
        return self.owed + self.credit


class Debt(Balance, frozen=True, kw_only=True):
    """What one customer owes, whoever sold; nobody's name is None."""

    customer: str | None
    name: str | None
    reps: tuple[str, ...] = ()
    """Who sold what is owed, the most first."""
    bills: int = 0
    """How many invoices are past due."""


class Bill(Struct, frozen=True):
    """What is still owed of one invoice after its due day; `number` is None where payments name customers alone."""

    number: str | None
    customer: str | None
    name: str | None
    rep: str | None
    issued: date
    due: date
    days_late: int
    left: Decimal


class Receivables(Struct, frozen=True):
    """All that is owed on the day `on`: the largest overdue debts first, the bills longest overdue first."""

    on: date
    whole: Balance
    debts: tuple[Debt, ...]
    bills: tuple[Bill, ...]
    has_reps: bool

    @property
    def balances(self) -> Mapping[str | None, Decimal]:
        """What every customer owes less its credits: below zero for one that is in credit."""
        return {debt.customer: debt.left for debt in self.debts}


def receivables_of(events: Events, bundle: Bundle, whose: Whose, *, on: date) -> Receivables | None:
    """What is owed to somebody's sales at the end of a day; None where the files do not tell whose debts are whose."""
    found = events_of(events, bundle, whose, by=("customer", "rep"))
    if found is None:
        return None
    lines = found.lines.filter(nw.col("date") <= nw.lit(on))
    has = columns_of(lines)
    bills = tuple(_bills(lines, found, on=on)) if "due" in has else ()
    debts = sorted(_debts(lines, found, bills), key=_by_weight)
    whole = replace(together(debts), oldest=max((bill.days_late for bill in bills), default=None))
    return Receivables(on, whole, tuple(debts), bills, column_of("rep") in has)


def _debts(lines: Frame, found: Split, bills: Sequence[Bill]) -> Iterator[Debt]:
    """One debt a customer, without those that are settled with every rep."""
    late: dict[str | None, list[int]] = {}
    for bill in bills:
        late.setdefault(bill.customer, []).append(bill.days_late)
    by_customer: dict[str | None, list[tuple[str | None, Balance]]] = {}
    for row in collect(_summed(lines, _keys(lines))).iter_rows(named=True):
        balance = _balance(row)
        if balance.owed or balance.credit or balance.overdue or any(balance.ages or ()):
            rep = _name(found.labels, "rep", row.get(column_of("rep")))
            by_customer.setdefault(row.get(column_of("customer")), []).append((rep, balance))
    for customer, parts in by_customer.items():
        whole = together([balance for _, balance in parts])
        days = late.get(customer, [])
        yield Debt(
            owed=whole.owed,
            credit=whole.credit,
            overdue=whole.overdue,
            ages=whole.ages,
            oldest=max(days, default=None),
            customer=customer,
            name=_name(found.labels, "customer", customer),
            reps=tuple(rep for rep, _ in sorted(parts, key=_by_owed) if rep is not None),
            bills=len(days),
        )


def together(balances: Sequence[Balance]) -> Balance:
    """Several balances added up."""
    aged = [one.ages for one in balances if one.ages is not None]
    late = [one.overdue for one in balances if one.overdue is not None]
    return Balance(
        owed=sum((one.owed for one in balances), NOTHING),
        credit=sum((one.credit for one in balances), NOTHING),
        overdue=sum(late, NOTHING) if late else None,
        ages=tuple(sum(column, NOTHING) for column in zip(*aged, strict=True)) if aged else None,
        oldest=max((one.oldest for one in balances if one.oldest is not None), default=None),
    )


def _by_owed(part: tuple[str | None, Balance]) -> tuple[Decimal, str]:
    rep, balance = part
    return -balance.owed, rep or ""


def _bills(lines: Frame, found: Split, *, on: date) -> Iterator[Bill]:
    """What is left of every invoice that fell due before the day, the longest overdue first."""
    told = [name for name in ("account", "issued_on", "due") if name in columns_of(lines)]
    keys = ["item", *told, *_keys(lines)]
    due = lines.filter(~nw.col("item").is_null(), nw.col("due") < nw.lit(on))
    left = collect(due.group_by(*keys).agg(nw.col("receivable").sum().alias("left"))).filter(pl.col("left") != 0)
    for row in left.sort("due", "account", "item").iter_rows(named=True):
        customer = row.get(column_of("customer"))
        yield Bill(
            number=None if row["account"] == customer else row["account"],
            customer=customer,
            name=_name(found.labels, "customer", customer),
            rep=_name(found.labels, "rep", row.get(column_of("rep"))),
            issued=row["issued_on"],
            due=row["due"],
            days_late=(on - row["due"]).days,
            left=row["left"],
        )


def _keys(lines: Frame) -> list[str]:
    return [column for column in map(column_of, ("customer", "rep")) if column in columns_of(lines)]


def _summed(lines: Frame, keys: Sequence[str]) -> Frame:
    has = columns_of(lines)
    named = lines.with_columns(owed=nw.col("receivable"))
    sums = [nw.col(name).sum() for name in _SUMS if name == "owed" or name in has]
    return named.group_by(*keys).agg(*sums) if keys else named.select(*sums)


def _balance(row: Mapping[str, object]) -> Balance:
    ages = tuple(_amount(row.get(age)) for age in AGES) if AGES[0] in row else None
    overdue = _amount(row.get("overdue")) if "overdue" in row else None
    credit = _amount(row.get("unused_credit"))
    return Balance(owed=_amount(row["owed"]) - credit, credit=credit, overdue=overdue, ages=ages)


def _by_weight(debt: Debt) -> tuple[Decimal, Decimal, str, str]:
    return (-(debt.overdue or NOTHING), -debt.owed, debt.name or "", debt.customer or "")


def _name(labels: Mapping[str, Mapping[str, str]], dimension: str, key: str | None) -> str | None:
    return None if key is None else labels.get(dimension, {}).get(key, key)


def _amount(value: object) -> Decimal:
    return value if isinstance(value, Decimal) else NOTHING
