"""What moves the balance of money owed and its age: the issue of an item, its settlement, and the passing of days.

Each is a line on its day, so that every balance at any day is the sum of the lines up to it, however many periods are
asked for. An item and each of its settlements enter the age they meet and move on to the next together.
"""

from __future__ import annotations

from datetime import date

import narwhals as nw
from msgspec.structs import replace

from salesperf.engine import Frame, kept
from salesperf.facts.events import columns_of
from salesperf.facts.owed import CUSTOMER, WHOSE, Owed
from salesperf.facts.settlements import Settlements

AGES = ("not_due", "late_1_30", "late_31_60", "late_61_90", "late_over_90")
"""The ages of what is owed, by days after the due day: none, 1 to 30, and so on."""
_BEGINS = (1, 31, 61, 91)
"""The days after the due day on which an item moves to the next age."""
_MINUTES = 24 * 60
_ZERO = nw.lit(0).cast(nw.Decimal(38, 6))


def days_late(due: nw.Expr, on: nw.Expr) -> nw.Expr:
    """Days from the due day to another; below zero before it."""
    return (on - due).dt.total_minutes() // _MINUTES


def receivables(owed: Owed, found: Settlements, loose: Frame | None, *, until: date, are_set: bool = True) -> Frame:
    """The lines up to a day, with what each adds to the balance and to its ages.

    Columns: `receivable` and, the same, `moved`; `issued`; of items with a due date the `AGES`, `overdue`, and of cash
    `aged_cash` and `cash_days` (cash times days late, early ones as none). Lines of an item name it (`item`,
    `account`), the day it was `issued_on` and its `due` day. `loose` are payments that name nothing; they and what is
    paid over have no item and no age.

    `unused_credit` is what lowers the balance and is set against no item: credit notes, which are due to nobody and
    never late, what is paid over, and, where payments are set against items at all (`are_set`), the loose ones. The
    rest of the balance is `on_invoices`.
    """
    columns = columns_of(found.items)
    days = ["due"] if "due" in columns else []
    found = _without_due_credits(found) if days else found
    positions = kept(_positions(found, days).filter(nw.col("date") <= nw.lit(until)))
    entered = _entered(positions) if days else positions.with_columns(receivable=nw.col("value"))
    lines = [entered.with_columns(unused_credit=nw.when(nw.col("is_credit")).then(nw.col("value")))]
    if days:
        lines += [_moved(positions, place, until=until) for place in range(len(_BEGINS))]
    told = (name for name in (*WHOSE, "account", *days) if name in columns)
    whose = found.items.select("item", *told, issued_on=nw.col("date"))
    of_items = nw.concat(lines, how="diagonal").drop(*days, strict=False).join(whose, on="item", how="left")
    beside = [_left_over(owed, found, until=until)]
    if loose is not None:
        lowered = loose.with_columns(receivable=_ZERO - nw.col("cash"))
        unused = nw.col("receivable") if are_set else nw.lit(None).cast(nw.Decimal(38, 6))
        told_of = [name for name in WHOSE if name in columns_of(loose)]
        beside.append(lowered.select("date", "receivable", *told_of, unused_credit=unused))
    together = nw.concat([of_items, *beside], how="diagonal").filter(nw.col("date") <= nw.lit(until))
    counted = together.drop("value", "is_cash", "is_credit")
    of_invoices = nw.col("receivable") - nw.col("unused_credit").fill_null(0)
    return kept(counted.with_columns(moved=nw.col("receivable"), on_invoices=of_invoices))


def _without_due_credits(found: Settlements) -> Settlements:
    """The same, where a credit note is due on no day: whoever it is owed to waits for nothing by a due day of it."""
    due = nw.when(nw.col("owed") >= 0).then(nw.col("due"))
    return replace(found, items=found.items.with_columns(due=due))


def _positions(found: Settlements, days: list[str]) -> Frame:
    """Items on the day of issue, and what settles them below zero on its own day; a credit lowers what was issued."""
    items = found.items.select(
        "item", "date", *days, value=nw.col("owed"), is_cash=nw.lit(value=False), issued=nw.col("owed"),
        is_credit=nw.col("owed") < 0,
    )  # fmt: skip
    lowered = _ZERO - nw.col("part")
    parts = found.parts.join(items.select("item", *days, "is_credit"), on="item", how="left").select(
        "item", *days, "is_cash", "is_credit",
        date=nw.col("on"), value=lowered, issued=nw.when(~nw.col("is_cash")).then(lowered),
    )  # fmt: skip
    names = ["item", "date", *days, "value", "is_cash", "issued", "is_credit"]
    return nw.concat([items.select(names), parts.select(names)])


def _entered(positions: Frame) -> Frame:
    """The positions on their own day, in the age they have then."""
    value, late = nw.col("value"), days_late(nw.col("due"), nw.col("date"))
    aged = positions.with_columns(late_by=late, receivable=value)
    bounds = (None, *_BEGINS, None)
    ages = {}
    for place, age in enumerate(AGES):
        low, high = bounds[place], bounds[place + 1]
        claim = nw.lit(value=True) if low is None else nw.col("late_by") >= low
        if high is not None:
            claim = claim & (nw.col("late_by") < high)
        ages[age] = nw.when(claim & ~nw.col("late_by").is_null()).then(value)
    is_aged_cash = nw.col("is_cash") & ~nw.col("late_by").is_null()
    cash = nw.when(is_aged_cash).then(_ZERO - value)
    waited = nw.when(nw.col("late_by") > 0).then(nw.col("late_by")).otherwise(nw.lit(0)).cast(nw.Decimal(38, 6))
    overdue = nw.when(nw.col("late_by") > 0).then(value)
    entered = aged.with_columns(**ages, overdue=overdue, aged_cash=cash)
    return entered.with_columns(cash_days=nw.col("aged_cash") * waited).drop("late_by")


def _moved(positions: Frame, place: int, *, until: date) -> Frame:
    """What is still owed of each item when it comes into the next age: one line an item, on that day."""
    begins = nw.col("due").dt.offset_by(f"{_BEGINS[place]}d")
    before = positions.with_columns(begins=begins).filter(
        nw.col("date") < nw.col("begins"), nw.col("begins") <= nw.lit(until)
    )
    open_then = before.group_by("item", "begins").agg(nw.col("value").sum()).filter(nw.col("value") != 0)
    value = nw.col("value")
    moves = {AGES[place]: _ZERO - value, AGES[place + 1]: value}
    if place == 0:
        moves["overdue"] = value
    return open_then.select("item", date=nw.col("begins"), receivable=_ZERO, **moves)


def _left_over(owed: Owed, found: Settlements, *, until: date) -> Frame:
    """What accounts are paid, or credited, beyond what they owe: it lowers the whole and has no age."""
    taken = [name for name in WHOSE if owed.has(name) and not name.startswith("_")]
    if owed.names == CUSTOMER:
        # One customer may have invoices of several reps; whose the money would be is not known.
        taken = [name for name in taken if name.startswith(CUSTOMER)]
    whose = owed.lines.group_by("account").agg(*(nw.col(name).min() for name in taken))
    lowered = _ZERO - nw.col("part")
    credited = nw.when(~nw.col("is_cash")).then(lowered)
    over = found.over.select("account", date=nw.col("on"), receivable=lowered, unused_credit=lowered, issued=credited)
    return over.filter(nw.col("date") <= nw.lit(until)).join(whose, on="account", how="left")
