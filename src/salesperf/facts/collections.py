"""Money owed and received as events: what was invoiced, fell due and came in, and the balance that is left."""

from __future__ import annotations

from datetime import date

import narwhals as nw
from msgspec.structs import replace

from salesperf.core.codes import issue
from salesperf.core.errors import Issue, Where
from salesperf.core.text import Count, Text
from salesperf.engine import Frame, collect
from salesperf.facts.cash import Cash, payments
from salesperf.facts.days import Days, within
from salesperf.facts.due import due_lines
from salesperf.facts.events import Events, columns_of
from salesperf.facts.known_until import Notes, are_of_known, known_until
from salesperf.facts.owed import CUSTOMER, Owed
from salesperf.facts.owed_and_paid import OwedAndPaid, orders_stand, told_of_invoices, told_of_orders
from salesperf.facts.receivables import receivables
from salesperf.facts.said_paid import without_days
from salesperf.facts.section import SalesSection
from salesperf.facts.settlements import Settlements, paid_over, settled
from salesperf.facts.subject import Subject
from salesperf.tables.bundle import Bundle, Table

COLLECTION_SUBJECTS = frozenset({Subject.INVOICED, Subject.DUE, Subject.RECEIVED, Subject.RECEIVABLES})
COLLECTION_TABLES = frozenset({"invoices", "payments", "orders"})
_SINCE = Text(
    "what was owed before {first} is not in the {source}: balances begin at nothing on that day",
    "{first} 之前的应收不在{table}中：余额自该日从零算起",
)
_AS_OF = Text(
    "the list of invoices says that it is of {day}: what is owed is that of this day (--as-of takes another)",
    "发票清单注明截止日期为 {day}：应收余额按该日计算（如需其他日期，请用 --as-of）",
)
_PLANNED = Text(
    "the last payment is of {day}: what is planned for later days is not due yet (--as-of takes another day)",
    "最后一笔回款日期为 {day}：其后的计划回款尚未到期，不计入应收（如需其他日期，请用 --as-of）",
)
_TABLES = {"invoices": Text("invoices", "发票"), "orders": Text("orders", "订单")}
_UNPAID = Text(
    "{invoices:invoice is|invoices are} marked as settled while payments do not cover {sum} of them, first {account!r}",
    "{invoices} 张发票标为已结清，但回款尚差 {sum}，首张为「{account}」",
)


def collections(bundle: Bundle, section: SalesSection, as_of: date | None) -> dict[Subject, Events]:
    """What invoices and payments tell; where orders stand for invoices, nothing: `collections_of_orders` does."""
    paid, invoiced = bundle.get("payments"), bundle.get("invoices")
    if invoiced is None:
        if paid is None or orders_stand(bundle, section):
            return {}
        return {Subject.RECEIVED: _received(payments(bundle, paid, section, owed=None, as_of=as_of))}
    planned = None if as_of or invoiced.as_of else _last_of_plan(invoiced, paid)
    until = as_of or invoiced.as_of or planned
    found = _together(told_of_invoices(bundle, invoiced, paid, section, as_of=until), section, as_of=until)
    balances = found.get(Subject.RECEIVABLES)
    if as_of is None and balances is not None and (day := invoiced.as_of or planned) is not None:
        told = ("as_of_title", (_AS_OF if planned is None else _PLANNED).fill(day=day))
        found[Subject.RECEIVABLES] = replace(balances, notes=(told, *balances.notes))
    return found


def _last_of_plan(invoiced: Table, paid: Table | None) -> date | None:
    """The day of the last payment of a plan that goes on after it: instalments on the days on which they fall due."""
    plan = invoiced.frame
    if paid is None or not invoiced.owed_alone or not {"invoice_date", "due_date"} <= set(plan.columns):
        return None
    days, last = plan["invoice_date"], paid.frame["payment_date"].max()
    if not isinstance(last, date) or not (days == plan["due_date"]).all() or not (days > last).any():
        return None
    return last


def collections_of_orders(
    sold: Events, bundle: Bundle, section: SalesSection, as_of: date | None
) -> dict[Subject, Events]:
    """What orders and the payments that name them, or their customers, tell, where there are no invoices."""
    told = told_of_orders(sold, bundle, section, as_of=as_of)
    return {} if told is None else _together(told, section, as_of=as_of)


def _together(told: OwedAndPaid, section: SalesSection, *, as_of: date | None) -> dict[Subject, Events]:
    """All that invoices and cash tell."""
    owed, cash, settling = told.owed, told.cash, told.settling
    found = _invoiced(owed)
    if cash is None:
        return found
    if cash.days is not None:
        found[Subject.RECEIVED] = _received(cash)
    if owed.days is None:
        return found
    known = [days for days in (owed.days, cash.days) if days is not None]
    until = max(days.through for days in known)
    counted = cash.lines if cash.days is None else within(cash.lines, cash.days)
    settles = counted if settling is None or settling is cash else _of_days(settling)
    ended = settled(owed, settles)
    are_known = settling is cash and owed.names != CUSTOMER and are_of_known(cash, owed.days.last)
    last, ends = known_until(known, are_known=are_known)
    if as_of is not None and all(days.last <= last for days in known):
        last = as_of
    days = Days(as_of=until, first=owed.days.first, last=min(last, until), through=until)
    loose = counted.filter(nw.col("account").is_null()) if settling is None or settling is cash else None
    of_age = ended if settling is not None else replace(ended, items=ended.items.drop("due", strict=False))
    first = _SINCE.fill(first=owed.days.first, source=owed.source, table=_TABLES[owed.source])
    undated = () if settling is None or settling.days is not None else settling.notes
    notes = (*owed.notes, *told.notes, *undated, ("balances_since", first), *ends)
    is_both = settling is cash and cash.source == "payments"
    over = paid_over(ended, owed)
    marked = _marked_as_settled(owed, ended, until) if is_both and owed.has("settled") and not owed.has("paid") else ()
    found[Subject.RECEIVABLES] = _events(
        Subject.RECEIVABLES, receivables(owed, of_age, loose, until=until, are_set=settling is not None),
        owed, days, notes=notes, findings=(*over, *cash.findings, *marked),
    )  # fmt: skip
    if owed.has("due") and settling is not None:
        lines = due_lines(ended, within_days=section.collected_within_days, until=until)
        found |= _due(lines, owed, days, findings=(*over, *cash.findings))
    return found if settling is None or settling.unsettled is None else without_days(found, settling.unsettled)


def _of_days(cash: Cash) -> Frame:
    return cash.lines if cash.days is None else within(cash.lines, cash.days)


def _invoiced(owed: Owed) -> dict[Subject, Events]:
    if owed.days is None:
        return {}
    lines = owed.lines.with_columns(invoiced=nw.col("owed"))
    return {Subject.INVOICED: _events(Subject.INVOICED, lines, owed, owed.days, notes=owed.notes)}


def _received(cash: Cash) -> Events:
    return Events(
        subject=Subject.RECEIVED,
        lines=cash.lines,
        columns=columns_of(cash.lines),
        source=cash.source,
        table=cash.table.name,
        currency=cash.currency,
        days=cash.days,
        notes=cash.notes,
        findings=cash.findings,
    )


def _due(lines: Frame, owed: Owed, days: Days, *, findings: tuple[Issue, ...]) -> dict[Subject, Events]:
    """Due lines from the first due day on; what fell due before the last day of both tables is known."""
    first = collect(lines.select(nw.col("date").min()))["date"][0] or days.last
    reached = replace(days, first=min(first, days.last))
    return {Subject.DUE: _events(Subject.DUE, lines, owed, reached, findings=findings)}


def _events(
    subject: Subject, lines: Frame, owed: Owed, days: Days, *, notes: Notes = (), findings: tuple[Issue, ...] = ()
) -> Events:
    return Events(
        subject=subject,
        lines=lines,
        columns=columns_of(lines),
        source=owed.source,
        table=owed.table.name,
        currency=owed.currency,
        days=days,
        notes=notes,
        findings=(*owed.findings, *findings),
    )


def _marked_as_settled(owed: Owed, found: Settlements, until: date) -> tuple[Issue, ...]:
    """Invoices that say they were settled while the payments leave something open."""
    marked = owed.lines.filter(nw.col("settled") <= nw.lit(until)).select("item")
    paid = found.parts.filter(nw.col("on") <= nw.lit(until)).group_by("item").agg(nw.col("part").sum())
    left = found.items.join(marked, on="item", how="inner").join(paid, on="item", how="left")
    still = left.with_columns(left=nw.col("owed") - nw.col("part").fill_null(0)).filter(nw.col("left") > 0)
    rows = collect(still.select("account", "left")).sort("left", "account", descending=[True, False])
    if rows.is_empty():
        return ()
    account = str(rows["account"][0])
    message = _UNPAID.fill(invoices=Count(rows.height), sum=f"{rows['left'].sum():,.2f}", account=account)
    return (issue("F534", message, Where(column="settled_date"), value=account, count=rows.height),)
