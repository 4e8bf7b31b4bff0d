"""How much of each order has been collected, and how much is overdue, on any day: exact fractions of what it is worth.

An order is worth what its invoices ask for, less credit notes, and no less than what was sold, with the tax that
invoices add: an order of which half is invoiced is not collected when that half is paid, and a credit note that takes
back no sale is not cash. Where nothing is left of an order, there is nothing to wait for.

Worked example (a published one, of docs.inomial.com): an invoice of 100 with 10 of tax in it is settled with 70 in
cash and a credit note of 30: 70 % of the 90 that were sold are collected, 63.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

import narwhals as nw
from msgspec import Struct

from salesperf.analyses.commission.credited import Ground
from salesperf.analyses.commission.told_apart import order_sold
from salesperf.core.codes import issue
from salesperf.core.errors import DataError
from salesperf.core.text import Text
from salesperf.engine import collect
from salesperf.facts.order_cash import Debt, PaidOrders, Receipt, order_cash
from salesperf.facts.sales import Sales
from salesperf.facts.subject import Subject

NOTHING, WHOLE = Fraction(0), Fraction(1)
_CANNOT = Text("cash cannot be followed to what was sold", "无法将回款对应到销售")
_GIVE = Text(
    "give invoices that name their order and payments that name the invoice or the order",
    "请提供注明订单的发票，以及注明发票或订单的回款",
)
_NONE = Text(
    "no invoice names an order that was sold, or a rep, and no payment names an order",
    "没有注明所售订单或销售员的发票，也没有注明订单的回款",
)


class Sold(Struct, frozen=True):
    """What was sold of an order on a day, before and after what came back."""

    day: date
    net: Decimal
    gross: Decimal


class OrderCash(Struct, frozen=True):
    """Debts by order, and what was sold of each order by day; `nameless` are debts of no order of the sales.

    `loose` is cash that settles no debt.
    """

    debts: Mapping[str, tuple[Debt, ...]]
    sold: Mapping[str, tuple[Sold, ...]]
    nameless: tuple[Debt, ...] = ()
    loose: tuple[Receipt, ...] = ()

    @property
    def settling(self) -> Iterator[Receipt]:
        """The cash that settles debts."""
        debts = (debt for of_order in (*self.debts.values(), self.nameless) for debt in of_order)
        return (receipt for debt in debts for receipt in debt.receipts)

    def collected(self, order: str, until: date) -> Fraction:
        """The share of an order that was received by the end of a day, from nothing to all."""
        debts = self.debts.get(order, ())
        return self.share(order, until, cash=_received(debts, until))

    def share(self, order: str, until: date, *, cash: Fraction) -> Fraction:
        """The share of an order that an amount of cash is."""
        worth = self._worth(order, until)
        return WHOLE if worth <= 0 else min(max(cash / worth, NOTHING), WHOLE)

    def overdue(self, order: str, until: date, *, after: int) -> Fraction:
        """The share of an order that is not received and was due more than so many days before."""
        worth, last = self._worth(order, until), until - timedelta(days=after)
        late = [debt for debt in self.debts.get(order, ()) if debt.due is not None and debt.due < last]
        unpaid = sum((max(_left(debt, until), NOTHING) for debt in late), NOTHING)
        return NOTHING if worth <= 0 else min(unpaid / worth, WHOLE)

    def _worth(self, order: str, until: date) -> Fraction:
        issued = [debt for debt in self.debts.get(order, ()) if debt.issued <= until]
        sold = [one for one in self.sold.get(order, ()) if one.day <= until]
        invoiced = sum((Fraction(debt.owed) for debt in issued), NOTHING)
        credits_ = sum((_credited(debt, until) for debt in issued), NOTHING)
        gross, net = (
            sum(map(Fraction, of), NOTHING) for of in ([one.gross for one in sold], [one.net for one in sold])
        )
        tax = max(invoiced / gross, WHOLE) if gross > 0 else WHOLE
        return max(invoiced - credits_, net * tax)


def cash_by_order(ground: Ground) -> OrderCash:
    """Lay debts and cash out by the orders of the sales; raises `DataError` where nothing owed is of any of them."""
    sold = ground.facts[Subject.SALES]
    paid = ground.paid
    if paid is None:
        paid = order_cash(ground.bundle, sold, ground.section) if isinstance(sold, Sales) else PaidOrders()
    debts = paid.debts
    nets: dict[str, list[Sold]] = {}
    for order, day, net, gross in _sold(ground):
        nets.setdefault(order, []).append(Sold(day, net, gross))
    by_order: dict[str, list[Debt]] = {}
    for debt in debts:
        if debt.order in nets:
            by_order.setdefault(debt.order, []).append(debt)
    if not any(debt.order in nets or debt.rep is not None for debt in debts):
        raise DataError(_CANNOT, _GIVE, (issue("F630", _NONE),))
    return OrderCash(
        {order: tuple(found) for order, found in by_order.items()},
        {order: tuple(found) for order, found in nets.items()},
        tuple(debt for debt in debts if debt.order not in nets),
        paid.loose,
    )


def _sold(ground: Ground) -> Iterable[tuple[str, date, Decimal, Decimal]]:
    """What was sold of each order by day, less what came back of it, and before that."""
    sold = ground.facts[Subject.SALES]
    lines = sold.lines.filter(~nw.col("date").is_null(), ~nw.col("order").is_null())
    named = lines.select(order_sold(sold.columns).alias("sold"), nw.col("date").cast(nw.Date), "net", "gross")
    rows = collect(named.group_by("sold", "date").agg(nw.col("net", "gross").sum()), in_batches=True)
    return rows.sort("sold", "date").iter_rows()


def _received(debts: Iterable[Debt], until: date) -> Fraction:
    cash = (receipt for debt in debts for receipt in debt.receipts if receipt.day <= until)
    return sum((Fraction(receipt.amount) for receipt in cash), NOTHING)


def _credited(debt: Debt, until: date) -> Fraction:
    return sum((Fraction(amount) for day, amount in debt.credits if day <= until), NOTHING)


def _left(debt: Debt, until: date) -> Fraction:
    return Fraction(debt.owed) - _credited(debt, until) - _received((debt,), until)
