"""Payments that name a customer and no invoice: of each customer they settle what is due first, the common rule.

Which invoice a payment was for is not known then; what each customer owes, and how old it is at the most, is.
"""

from __future__ import annotations

import narwhals as nw

from salesperf.core.text import Count, Text
from salesperf.engine import Frame, collect
from salesperf.facts.events import columns_of
from salesperf.facts.owed import CUSTOMER, Owed
from salesperf.tables.bundle import Bundle, Table

_CUSTOMER = ("customer_id", "customer_name")
_SHARED = 0.5
"""The share of the customers who paid that the other table must know, before the two are set against each other."""
_OLDEST_FIRST = Text(
    "no payment names an invoice: those of each customer settle what is due first (first in, first out)",
    "回款均未注明发票：按客户从最早到期的应收起依次冲减（先进先出）",
)
_OLDEST_ORDER_FIRST = Text(
    "no payment names an order: those of each customer settle the oldest first (first in, first out); cash over what "
    "was sold in a period is collection_rate_of_invoiced",
    "回款均未注明订单：按客户从最早的订单起依次冲减（先进先出）；期间回款与销售之比见 collection_rate_of_invoiced",
)
_AHEAD = Text(
    "{customers:customer|customers} at times paid more than was invoiced by then: for what is older than the {source}, "
    "or in advance; it settles what comes next",
    "{customers} 个客户的回款曾超过当时的{source}金额：可能用于更早的欠款或为预付，冲减其后的应收",
)
_SOURCES = {"invoices": Text("invoices", "发票"), "orders": Text("orders", "订单")}


def are_by_customer(owing: Table, paid: Table, bundle: Bundle) -> bool:
    """Whether payments and what is owed name their customers, and mostly the same ones, in one currency."""
    return _shared(owing, paid) >= _SHARED and _is_of_one_currency(owing, paid, bundle)


def _shared(owing: Table, paid: Table) -> float:
    """The share of the customers who paid that the other table has, by id or name: an id here may be a name there."""
    known = {name for column in _CUSTOMER for name in _customers(owing, column)}
    named = [_customers(paid, column) for column in _CUSTOMER]
    return max((sum(name in known for name in names) / len(names) for names in named if names), default=0.0)


def _customers(table: Table, column: str) -> list[str]:
    return table.frame[column].drop_nulls().unique().to_list() if column in table.frame.columns else []


def _is_of_one_currency(owing: Table, paid: Table, bundle: Bundle) -> bool:
    """Cash is set against money of the same kind only: which invoice, and so which rate, is not known."""
    codes = {
        code
        for table in (owing, paid)
        if "currency" in table.frame.columns
        for code in table.frame["currency"].drop_nulls().unique()
    }
    return len(codes | ({bundle.currency} if bundle.currency else set())) <= 1


def with_customers(rows: Frame, owed: Owed) -> Frame:
    """Payments with the `account` of their customer; where they name one whose id the invoices have, with that id."""
    if CUSTOMER not in columns_of(rows):
        return rows.with_columns(account=nw.lit(None).cast(nw.String))
    if not owed.has("customer_name"):
        return rows.with_columns(account=nw.col(CUSTOMER))
    named = owed.lines.select("account", "customer_name").drop_nulls().group_by("customer_name")
    ids = named.agg(nw.col("account").n_unique().alias("ids"), nw.col("account").min().alias("of_name"))
    alone = ids.filter(nw.col("ids") == 1).select("of_name", **{CUSTOMER: nw.col("customer_name")})
    joined = rows.join(alone, on=CUSTOMER, how="left")
    return joined.with_columns(account=nw.coalesce(nw.col("of_name"), nw.col(CUSTOMER))).drop("of_name")


def oldest_first(owed: Owed, cash: Frame) -> tuple[tuple[str, Text], ...]:
    """What a report says of payments that settle by customer, and of those that came before what they settle."""
    if owed.names != CUSTOMER:
        return ()
    rule = _OLDEST_FIRST if owed.source == "invoices" else _OLDEST_ORDER_FIRST
    return ("oldest_first", rule), *_ahead(owed, cash)


def _ahead(owed: Owed, cash: Frame) -> tuple[tuple[str, Text], ...]:
    moves = nw.concat(
        [
            owed.lines.select("account", "date", moved=nw.col("owed")),
            cash.filter(~nw.col("settles").is_null()).select("account", "date", moved=-nw.col("settles")),
        ]
    )
    daily = moves.group_by("account", "date").agg(nw.col("moved").sum())
    running = daily.with_columns(left=nw.col("moved").cum_sum().over("account", order_by="date"))
    lowest = collect(running.group_by("account").agg(nw.col("left").min()))
    ahead = lowest.filter(lowest["left"] < 0)
    if ahead.is_empty():
        return ()
    told = _AHEAD.fill(customers=Count(ahead.height), source=_SOURCES[owed.source])
    return (("ahead", told),)


def said_of_customers(lines: Frame, columns: list[str]) -> Frame:
    """One row a customer with what all its lines say alike, as `of_` columns, and `of_date`, its first day."""
    there = [name for name in columns if name in columns_of(lines)]
    ends = [
        end
        for name in there
        for end in (nw.col(name).min().alias(f"of_{name}"), nw.col(name).max().alias(f"to_{name}"))
    ]
    found = lines.group_by("account").agg(nw.col("date").min().alias("of_date"), *ends)
    alike = {
        f"of_{name}": nw.when(nw.col(f"of_{name}") == nw.col(f"to_{name}")).then(nw.col(f"of_{name}")) for name in there
    }
    return found.with_columns(**alike).drop(*(f"to_{name}" for name in there))
