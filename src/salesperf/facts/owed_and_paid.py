"""What is owed and what was paid for it, set against each other as far as the files name what payments are for."""

from __future__ import annotations

from datetime import date

from msgspec import Struct

from salesperf.core.text import Text
from salesperf.facts.cash import Cash, names_of, payments
from salesperf.facts.events import Events
from salesperf.facts.known_until import Notes
from salesperf.facts.oldest_first import are_by_customer, oldest_first
from salesperf.facts.owed import CUSTOMER, Owed, invoices, orders
from salesperf.facts.said_paid import settled_invoices
from salesperf.facts.section import SalesSection
from salesperf.tables.bundle import Bundle, Table

_SAID_PAID = frozenset({"settled_date", "paid_amount", "balance"})
"""Columns of invoices that say themselves what was paid."""
_BY_ORDER = Text(
    "payments name orders: they settle the invoices of the order, the one due first before the others",
    "回款注明的是订单：按到期日先后冲减该订单的发票",
)
_NAMELESS = Text(
    "no payment names an invoice or order: what they settle, and how old what is owed is, cannot be told",
    "回款均未注明发票或订单：无法判断冲减了哪些应收，也无法计算账龄",
)
_BY_DAY = (
    "settled_by_day",
    Text(
        "no payment names an invoice: what is settled is told by the days on which invoices were",
        "回款均未注明发票：应收的冲减以发票的结清日期为准",
    ),
)


class OwedAndPaid(Struct, frozen=True):
    """What is owed, the cash that came in (None: nothing tells of any), and what of it settles (None: nothing does)."""

    owed: Owed
    cash: Cash | None = None
    settling: Cash | None = None
    notes: Notes = ()


def told_of_invoices(
    bundle: Bundle,
    invoiced: Table,
    paid: Table | None,
    section: SalesSection,
    *,
    as_of: date | None,
    beside: tuple[str, ...] = (),
) -> OwedAndPaid:
    """What invoices say is owed, and what payments or the invoices themselves say was paid of it."""
    named = None if paid is None else names_of(paid)
    is_by_order = named == "order_id" and "order_id" in invoiced.frame.columns
    is_named = is_by_order or named == "invoice_id"
    names = "order_id" if is_by_order else "invoice_id"
    if paid is not None and not is_named and _SAID_PAID.isdisjoint(invoiced.frame.columns):
        names = CUSTOMER if are_by_customer(invoiced, paid, bundle) else names
    owed = invoices(bundle, invoiced, section, names=names, as_of=as_of, beside=beside)
    if paid is None:
        if not (owed.has("settled") or owed.has("paid")):
            return OwedAndPaid(owed)
        cash = settled_invoices(owed, bundle, as_of=as_of)
        return OwedAndPaid(owed, cash, cash)
    cash = payments(bundle, paid, section, owed=owed, as_of=as_of)
    if owed.names in {named, CUSTOMER}:
        notes = (("by_order", _BY_ORDER),) if is_by_order else oldest_first(owed, cash.lines)
        return OwedAndPaid(owed, cash, cash, notes)
    if owed.has("settled") or owed.has("paid"):
        return OwedAndPaid(owed, cash, settled_invoices(owed, bundle, as_of=as_of), (_BY_DAY,))
    return OwedAndPaid(owed, cash, None, (("nameless", _NAMELESS),))


def orders_stand(bundle: Bundle, section: SalesSection) -> str | None:
    """What payments name where orders are owed, as no invoices are there: the `order_id`, or the `customer`."""
    paid, sold = bundle.get("payments"), bundle.get("orders")
    if paid is None or sold is None or "invoices" in bundle or section.basis not in {None, "orders"}:
        return None
    columns = set(sold.frame.columns) & set(paid.frame.columns)
    if "order_id" in columns and paid.frame["order_id"].null_count() < paid.frame.height:
        return "order_id"
    return CUSTOMER if names_of(paid) is None and are_by_customer(sold, paid, bundle) else None


def told_of_orders(
    sold: Events, bundle: Bundle, section: SalesSection, *, as_of: date | None, beside: tuple[str, ...] = ()
) -> OwedAndPaid | None:
    """Orders in place of invoices, and what was paid of them; None where orders do not stand for invoices."""
    names = orders_stand(bundle, section)
    if names is None:
        return None
    owed = orders(sold, bundle, names=names, as_of=as_of, beside=beside)
    cash = payments(bundle, bundle.tables["payments"], section, owed=owed, as_of=as_of)
    return OwedAndPaid(owed, cash, cash, oldest_first(owed, cash.lines))
