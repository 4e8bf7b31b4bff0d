"""Lists that their name says are of invoices or of payments, under headers that sales have as well.

`Number`, `Date` and `Net` are of any document: in a list named for invoices, with a due day, they are of invoices. In
one named for receipts, rows that name an invoice are payments; tills print receipts too, so that goods make them sales.
Goods with their quantities make invoices lines of sales, whatever they are called; what is owed is read of them too.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from types import MappingProxyType

from salesperf.sources.known import OF_GOODS
from salesperf.sources.loaded import Mapped
from salesperf.sources.profile import TableAliases
from salesperf.sources.recognition.columns import Matching
from salesperf.sources.titles.about import INVOICES, RECEIPTS

_WEAK: Mapping[str, tuple[str, Mapping[str, tuple[str, ...]]]] = MappingProxyType(
    {
        "invoices": (
            INVOICES,
            {
                "invoice_id": ("no", "id", "documentid", "编号", "号码"),
                "amount": ("net", "nettotal", "totalnet", "未税金额", "净额", "gross"),
                "total_amount": ("gross", "grosstotal", "totalgross", "含税"),
                "invoice_date": ("日期", "created"),
            },
        ),
        "payments": (
            RECEIPTS,
            {"payment_date": ("date", "日期"), "payment_id": ("number", "no", "id", "编号", "单号", "流水号")},
        ),
    }
)
"""Headers that mean a column where the name says what the list is of."""
_ITEMS = frozenset({"product_id", "product_name"})
_NAMED = frozenset({"invoice_id", "order_id"})


def named_aliases(table: str, about: Collection[str]) -> tuple[TableAliases, ...]:
    """The headers that mean a column of a table whose name says what it is of."""
    name, weak = _WEAK.get(table, ("", {}))
    return (TableAliases("names", table, frozenset(), {}, weak),) if name in about else ()


def is_invoice_by_name(found: Matching, about: Collection[str]) -> bool:
    """Whether a name speaks of invoices, and a header of the day on which they are due."""
    return INVOICES in about and found.is_strong("due_date")


def are_lines(orders: Collection[str]) -> bool:
    """Whether rows that could be orders with these columns are lines of goods, by the quantities beside them."""
    return "quantity" in orders and not _ITEMS.isdisjoint(orders)


def is_of_money(possible: Mapping[str, Mapping[str, Mapped]], about: Collection[str]) -> bool:
    """Whether rows that could be sales are invoices or payments by their name.

    `possible` are the columns found of each table that the rows could be.
    """
    invoices, payments = possible.get("invoices", {}), possible.get("payments", {})
    if INVOICES in about and "due_date" in invoices:
        return True
    names_what = not _NAMED.isdisjoint(payments)
    return RECEIPTS in about and names_what and OF_GOODS.isdisjoint(possible.get("orders", {}))
