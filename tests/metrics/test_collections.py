"""Every metric of money owed and received over random tables, against the same question answered in plain Python."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from datetime import date, timedelta
from decimal import Decimal
from functools import partial
from operator import eq

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec import Struct, field

from salesperf.core.period import Grain, Period, Span
from salesperf.facts.calendar import Calendar
from salesperf.facts.collections import collections
from salesperf.facts.section import SalesSection
from salesperf.facts.subject import Subject
from salesperf.metrics.catalog import CATALOG
from salesperf.metrics.catalog.ageing import AGEING_METRICS
from salesperf.metrics.catalog.collections import COLLECTION_METRICS
from salesperf.metrics.evaluate import evaluated
from salesperf.metrics.parts import Lens
from salesperf.metrics.reach import Reach
from salesperf.tables.bundle import Bundle
from salesperf.tables.literal import bundle_of

METRICS = (*COLLECTION_METRICS, *AGEING_METRICS)
ZERO = Decimal(0)
FIRST = date(2025, 11, 20)
FIFTH = settings(max_examples=settings().max_examples // 5)
"""Each case evaluates every metric by month and as a whole: a fifth of the cases keeps the property within seconds."""
Bill = tuple[str, str, int, int | None, Decimal]
"""An invoice row: number, rep, day of issue, days until due, amount."""
Paid = tuple[str, str, int, Decimal]
"""A payment: the invoice it names, rep, day, amount."""
MONEY = st.integers(-60, 200).map(lambda cents: Decimal(cents) / 4)
INVOICES = st.lists(
    st.tuples(
        st.sampled_from("ABCD"),
        st.sampled_from(["R1", "R2"]),
        st.integers(0, 130),
        st.one_of(st.none(), st.integers(0, 70)),
        MONEY,
    ),
    min_size=1,
    max_size=9,
)
PAYMENTS = st.lists(
    st.tuples(
        st.sampled_from(["A", "B", "C", "D", "X", ""]),
        st.sampled_from(["", "R1", "R2"]),
        st.integers(0, 220),
        MONEY,
    ),
    min_size=1,
    max_size=9,
)


class Item(Struct):
    """An invoice row that waits for its money, and what came for it: (day, amount, whether it is cash)."""

    rep: str
    day: date
    due: date | None
    amount: Decimal
    parts: list[tuple[date, Decimal, bool]] = field(default_factory=list)

    def open(self, day: date) -> Decimal:
        issued = self.amount if self.day <= day else ZERO
        return issued - sum((part for on, part, _ in self.parts if on <= day), ZERO)


class Book(Struct):
    """All items, the flows of no item as (rep, day, amount), invoices and cash as (rep, day, amount)."""

    items: list[Item] = field(default_factory=list)
    lowered: list[tuple[str | None, date, Decimal]] = field(default_factory=list)
    credited: list[tuple[str | None, date, Decimal]] = field(default_factory=list)
    invoiced: list[tuple[str | None, date, Decimal]] = field(default_factory=list)
    cash: list[tuple[str | None, date, Decimal]] = field(default_factory=list)


def share(paid: Decimal, before: Decimal, amount: Decimal) -> Decimal:
    """How much of an item is settled when its account was paid so much and others come before it."""
    return max(min(amount, ZERO), min(max(amount, ZERO), paid - before))


def book_of(invoices: Sequence[Bill], payments: Sequence[Paid]) -> Book:
    """What a clerk would note down, account by account and day by day."""
    book = Book()
    rows = defaultdict(list)
    for account, rep, day, due, amount in invoices:
        on = FIRST + timedelta(days=day)
        rows[account].append(Item(rep, on, None if due is None else on + timedelta(days=due), amount))
        book.invoiced.append((rep, on, amount))
    for name, rep, day, amount in payments:
        on = FIRST + timedelta(days=day)
        own = rep or (min(item.rep for item in rows[name]) if rows.get(name) else None)
        book.cash.append((own, on, amount))
        if not name:
            book.lowered.append((rep or None, on, amount))
    for account, items in rows.items():
        settle(
            book, items, [(FIRST + timedelta(days=day), amount) for name, _, day, amount in payments if name == account]
        )
    return book


def settle(book: Book, items: Sequence[Item], cash: Sequence[tuple[date, Decimal]]) -> None:
    """Set the money and the credits of one account against its items, day by day, what is due first before others."""
    has_debt = any(item.amount > 0 for item in items)
    credits_ = [item for item in items if has_debt and item.amount < 0]
    own = [item for item in items if item.amount and item not in credits_]
    own.sort(key=lambda item: (item.due is None, item.due or date.max, item.day, item.amount, item.rep))
    coming: dict[tuple[date, bool], Decimal] = defaultdict(Decimal)
    for item in credits_:
        coming[item.day, False] -= item.amount
    for on, amount in cash:
        coming[on, True] += amount
    paid, rep = ZERO, min(item.rep for item in items)
    for (on, is_cash), amount in sorted(coming.items()):
        used = before = ZERO
        for item in own:
            part = share(paid + amount, before, item.amount) - share(paid, before, item.amount)
            before, used = before + item.amount, used + part
            item.parts += [(on, part, is_cash)] if part else []
        paid += amount
        book.lowered.append((rep, on, amount - used))
        if not is_cash:
            book.credited.append((rep, on, amount - used))
    book.items += own


def divided(top: Decimal, bottom: Decimal) -> float | None:
    return float(top) / float(bottom) if bottom > 0 else None


AGES = {
    "receivable_not_due": (None, 0),
    "overdue_1_30": (1, 30),
    "overdue_31_60": (31, 60),
    "overdue_61_90": (61, 90),
    "overdue_over_90": (91, None),
}


def aged(items: Sequence[Item], end: date, low: int | None, high: int | None) -> Decimal:
    return sum(
        (
            item.open(end)
            for item in items
            if item.due is not None
            and item.amount > 0
            and (low is None or (end - item.due).days >= low)
            and (high is None or (end - item.due).days <= high)
        ),
        ZERO,
    )


def answers(book: Book, period: Period, until: date, mine: Callable[[str | None], bool]) -> dict[str, object]:
    """Every metric of one period and group, worked from the clerk's notes."""
    end = min(period.end, until)
    items = [item for item in book.items if mine(item.rep)]

    def flow(notes: Sequence[tuple[str | None, date, Decimal]], first: date = period.start) -> Decimal:
        return sum((amount for rep, on, amount in notes if mine(rep) and first <= on <= end), ZERO)

    def owed(day: date) -> Decimal:
        beside = sum((amount for rep, on, amount in book.lowered if mine(rep) and on <= day), ZERO)
        return sum((item.open(day) for item in items), ZERO) - beside

    due = [item for item in items if item.due is not None and period.start <= item.due <= end]
    fallen = sum(
        (item.amount - sum(p for on, p, is_cash in item.parts if on <= end and not is_cash) for item in due), ZERO
    )
    came = sum((p for item in due for on, p, is_cash in item.parts if on <= end and is_cash), ZERO)
    ripe = [item for item in due if item.due is not None and item.due + timedelta(days=30) <= until]
    in_time = [(p, is_cash) for i in ripe for on, p, is_cash in i.parts if i.due and on <= i.due + timedelta(days=30)]
    ripe_due = sum((i.amount for i in ripe), ZERO) - sum((p for p, is_cash in in_time if not is_cash), ZERO)
    late = [
        (p, max(0, (on - i.due).days))
        for i in items
        for on, p, is_cash in i.parts
        if i.due is not None and i.amount > 0 and is_cash and period.start <= on <= end
    ]
    invoiced, received, receivable = flow(book.invoiced), flow(book.cash), owed(end)
    opening = owed(period.start - timedelta(days=1))
    overdue = aged(items, end, 1, None)
    bills = sum((item.open(end) for item in items if item.amount > 0), ZERO)
    unused = receivable - bills
    not_due = aged(items, end, None, 0)
    bottom = opening + invoiced - (receivable - overdue)
    days = (end - period.start).days + 1
    return {
        "received": received,
        "invoiced": invoiced,
        "collection_rate": divided(came, fallen),
        "collection_rate_of_invoiced": divided(received, invoiced),
        "collection_rate_by_day_n": divided(sum((p for p, is_cash in in_time if is_cash), ZERO), ripe_due),
        "cei": float(opening + invoiced - receivable) / float(bottom) if bottom else None,
        "receivable": receivable,
        "opening_receivable": opening,
        "dso": float(receivable) / float(invoiced) * days if invoiced else None,
        "dso_countback": counted_back(book, mine, receivable, end),
        "overdue": overdue,
        "overdue_rate": divided(overdue, bills),
        "average_days_late": divided(sum((p * n for p, n in late), ZERO), sum((p for p, _ in late), ZERO)),
        **{key: aged(items, end, *bounds) for key, bounds in AGES.items()},
        "unused_credit": unused,
        "receivable_unaged": receivable - not_due - overdue - unused,
    }


def counted_back(book: Book, mine: Callable[[str | None], bool], receivable: Decimal, end: date) -> float | None:
    """Month by month, newest first; credits are of the group of what they lower."""
    issued = [(item.day, item.amount) for item in book.items if mine(item.rep)]
    issued += [(on, -part) for item in book.items if mine(item.rep) for on, part, is_cash in item.parts if not is_cash]
    issued += [(on, -amount) for rep, on, amount in book.credited if mine(rep)]
    left, days, last = receivable, 0.0, end
    while left > 0:
        if last < FIRST:
            return None
        month = sum((amount for on, amount in issued if last.replace(day=1) <= on <= last), ZERO)
        if month >= left:
            return days + float(left / month) * last.day
        left, days, last = left - month, days + last.day, last.replace(day=1) - timedelta(days=1)
    return days


def bundle(invoices: Sequence[Bill], payments: Sequence[Paid]) -> Bundle:
    bills = "".join(
        f"{account},K,{rep},{FIRST + timedelta(days=day)},"
        f"{'' if due is None else FIRST + timedelta(days=day + due)},{amount}\n"
        for account, rep, day, due, amount in invoices
    )
    paid = "".join(f"{name},{rep},{FIRST + timedelta(days=day)},{amount}\n" for name, rep, day, amount in payments)
    return bundle_of(
        [
            ("invoices", "invoice_id,customer_id,rep_id,invoice_date,due_date,amount\n" + bills),
            ("payments", "invoice_id,rep_id,payment_date,amount\n" + paid),
        ]
    )


@FIFTH
@given(INVOICES, PAYMENTS, st.sampled_from([None, Grain.MONTH]), st.sampled_from(["", "rep"]))
def test_every_metric_is_what_a_clerk_would_work_out(
    invoices: list[Bill],
    payments: list[Paid],
    grain: Grain | None,
    by: str,
) -> None:
    if all(name == "" for name, *_ in payments):
        return
    found = collections(bundle(invoices, payments), SalesSection(), None)
    until = max(FIRST + timedelta(days=day) for day in [row[2] for row in (*invoices, *payments)])
    span = Span(FIRST, until)
    periods = Calendar().periods(grain, span) if grain else (Period(span.start, span.end, "all"),)
    lines = {Lens(subject): events.lines for subject, events in found.items()}

    frame = evaluated(
        lines,
        METRICS if Subject.DUE in found else (),
        catalog=CATALOG,
        periods=periods,
        by=[by] if by else [],
        span=span,
        reach=Reach(until, {}),
    )

    book = book_of(invoices, payments)
    for row in frame.iter_rows(named=True):
        whose: Callable[[str | None], bool] = partial(eq, row[by]) if by else (lambda _: True)
        expected = answers(book, periods[row["period"]], until, whose)
        for metric in METRICS:
            value, wanted = row[metric.key], expected[metric.key]
            if metric.key == "dso_countback" and expected["receivable"] == 0:
                # Where nothing was ever owed there is nothing to count back.
                assert value in {None, 0.0}
            elif isinstance(wanted, float):
                assert value == pytest.approx(wanted, rel=1e-9, abs=1e-9), metric.key
            else:
                assert value == wanted, metric.key
