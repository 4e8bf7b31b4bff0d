"""What was owed and received of each order: the invoices that name it, or the order itself, and the cash for it.

Cash settles what is owed as everywhere: what payments name, the one due first before the others. Credit notes lower
what is owed and are no cash.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

import narwhals as nw
from msgspec import Struct

from salesperf.core.errors import Where
from salesperf.engine import Frame, collect
from salesperf.facts.cash import Cash
from salesperf.facts.days import within
from salesperf.facts.events import columns_of
from salesperf.facts.owed_and_paid import OwedAndPaid, told_of_invoices, told_of_orders
from salesperf.facts.sales import Basis, Sales
from salesperf.facts.section import SalesSection
from salesperf.facts.settlements import Settlements, settled
from salesperf.tables.bundle import Bundle
from salesperf.tables.schema import FILE, ROW, SHEET

_PLACE = (FILE, SHEET, ROW)
_BESIDE = {Basis.ORDERS: "order_id", Basis.INVOICES: "invoice_id"}
"""The column of what is owed that bears the number which sales lines call their order."""


class Receipt(Struct, frozen=True):
    """Cash set against a debt on one day, in the currency of the tables, and the first row it comes from."""

    day: date
    amount: Decimal
    where: Where


class Debt(Struct, frozen=True):
    """One invoice, or what an order was on one day: of which order, whose, since when and until when, and how much.

    `credits` are days and amounts that were taken off it without cash.
    """

    order: str | None
    rep: str | None
    customer: str | None
    issued: date
    due: date | None
    owed: Decimal
    where: Where
    receipts: tuple[Receipt, ...] = ()
    credits: tuple[tuple[date, Decimal], ...] = ()


class PaidOrders(Struct, frozen=True):
    """Every debt with what settles it, in the order in which they are settled; `loose` is cash that settles none.

    It names no invoice or order that is known, or is more than is owed.
    """

    debts: tuple[Debt, ...] = ()
    loose: tuple[Receipt, ...] = ()


def order_cash(bundle: Bundle, sold: Sales, section: SalesSection, *, as_of: date | None = None) -> PaidOrders:
    """What was owed and received; nothing where the files tell of none.

    Nothing, too, where sales are won deals, which no invoice names.
    """
    number = _BESIDE.get(sold.basis)
    told = None if number is None else _told(bundle, sold, section, number, as_of=as_of)
    return PaidOrders() if told is None or told.settling is None else _paid(told, told.settling, number or "")


def _told(bundle: Bundle, sold: Sales, section: SalesSection, number: str, *, as_of: date | None) -> OwedAndPaid | None:
    invoiced = bundle.get("invoices")
    if invoiced is None:
        return told_of_orders(sold, bundle, section, as_of=as_of, beside=(number,))
    return told_of_invoices(bundle, invoiced, bundle.get("payments"), section, as_of=as_of, beside=(number,))


def _paid(told: OwedAndPaid, settling: Cash, number: str) -> PaidOrders:
    counted = settling.lines if settling.days is None else within(settling.lines, settling.days)
    found = settled(told.owed, counted)
    items = collect(found.items).sort("item")
    accounts = dict(items.select("item", "account").iter_rows())
    places = _places(settling)
    receipts: dict[int, list[Receipt]] = {}
    credits_: dict[int, list[tuple[date, Decimal]]] = {}
    for item, on, part, is_cash in (
        collect(found.parts.select("item", "on", "part", "is_cash")).sort("item", "on").rows()
    ):
        if is_cash:
            where = places.get((accounts[item], on), Where())
            receipts.setdefault(item, []).append(Receipt(on, part, where))
        else:
            credits_.setdefault(item, []).append((on, part))
    debts = tuple(
        _debt(row, number, receipts.get(row["item"], ()), credits_.get(row["item"], ()))
        for row in items.iter_rows(named=True)
    )
    return PaidOrders(debts, (*_beyond(found, places), *_nameless(counted)))


def _beyond(found: Settlements, places: Mapping[tuple[str, date], Where]) -> Iterator[Receipt]:
    """Cash for what is known and is paid already, by account and day."""
    over = collect(found.over.filter(nw.col("is_cash")).select("account", "on", "part")).sort("on", "account")
    for account, on, part in over.iter_rows():
        yield Receipt(on, part, places.get((account, on), Where()))


def _nameless(counted: Frame) -> Iterator[Receipt]:
    """Cash for nothing that is known, row by row."""
    there = [name for name in _PLACE if name in columns_of(counted)]
    told = [nw.col(name).cast(nw.String) if name != ROW else nw.col(name) for name in there]
    strays = counted.filter(nw.col("settles").is_null(), ~nw.col("cash").is_null(), ~nw.col("date").is_null())
    rows = collect(strays.select("date", "cash", *told))
    for row in rows.sort("date", *there).iter_rows(named=True):
        yield Receipt(row["date"], row["cash"], _where(row))


def _places(settling: Cash) -> Mapping[tuple[str, date], Where]:
    """The first row of the payments of each account and day."""
    there = [name for name in _PLACE if name in columns_of(settling.lines)]
    told = [nw.col(name).cast(nw.String) if name != ROW else nw.col(name) for name in there]
    rows = collect(settling.lines.filter(~nw.col("account").is_null()).select("account", "date", *told))
    found: dict[tuple[str, date], Where] = {}
    for row in rows.sort(*there).iter_rows(named=True) if ROW in there else ():
        found.setdefault((row["account"], row["date"]), _where(row))
    return found


def _where(row: Mapping[str, Any]) -> Where:
    file, sheet, number = (row.get(name) for name in _PLACE)
    return Where(None if file is None else str(file), None if sheet is None else str(sheet), number)


def _debt(
    row: Mapping[str, Any], number: str, receipts: Iterable[Receipt], credits_: Iterable[tuple[date, Decimal]]
) -> Debt:
    def text(name: str) -> str | None:
        value = row.get(name)
        return None if value is None else str(value)

    return Debt(
        order=text(number),
        rep=text("rep"),
        customer=text("customer"),
        issued=row["date"],
        due=row.get("due"),
        owed=row["owed"],
        where=_where(row),
        receipts=tuple(receipts),
        credits=tuple(credits_),
    )
