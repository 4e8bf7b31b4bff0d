"""What customers owe: invoices, else the orders that payments name; one row a row of an invoice, a day of an order."""

from __future__ import annotations

from datetime import date, timedelta

import narwhals as nw
from msgspec import Struct
from msgspec.structs import replace

from salesperf.core.codes import issue
from salesperf.core.errors import Issue, Where
from salesperf.core.text import Count, Text
from salesperf.engine import Frame, collect, counted_off, kept, scan
from salesperf.facts.currency import converted
from salesperf.facts.days import Days, days_between, within
from salesperf.facts.events import Events, columns_of
from salesperf.facts.invoice_status import left_out, of_invoices, standing
from salesperf.facts.known_by import keyed
from salesperf.facts.section import SalesSection
from salesperf.facts.terms import due_by_terms
from salesperf.tables.bundle import Bundle, Table
from salesperf.tables.labels import column_words

WHOSE = (
    "customer", "customer_id", "customer_name", "rep", "rep_id", "rep_name", "team", "region", "channel", "campaign",
    "disputed", "currency", "_file", "_sheet", "_row",
)  # fmt: skip
"""What is carried from an invoice to all that becomes of it, as far as the files say it."""
CUSTOMER = "customer"
"""What payments name that name neither an invoice nor an order."""
_OWN = {"due_date": "due", "settled_date": "settled"}
"""Days of invoices, and how lines have them."""
_PAID = frozenset({"paid_amount", "balance"})
"""What invoices say themselves of the money received."""
_APART = Text(
    "{rows:invoice row|invoice rows} whose amount less what was paid is not the balance ({sum} apart in all, first "
    "{account!r}): what was paid counts",
    "{rows} 行发票的金额减去已收金额不等于余额（合计相差 {sum}，首张为「{account}」）：以已收金额为准",
)
_TAXED = 0.99
"""The share of orders whose total must be amount + tax before the tax is taken for a part of what is owed."""
_ORDERS_STAND = Text(
    "no invoices: orders stand for them, issued on the day of the order and without a due date{taxed}",
    "没有发票：以订单代替，按订单日期视为开票，无到期日{taxed}",
)
_WITH_TAX = Text(", tax included", "，含税")
_NO_DAY = Text(
    "{rows:invoice row|invoice rows} ({sum}) without {column}: owed on no day",
    "{rows} 行发票（金额 {sum}）没有{column}：不计入任何日期的应收",
)
_NO_DUE = Text(
    "{rows:invoice row|invoice rows} ({sum}) without due_date: owed, but due on no day and of no age",
    "{rows} 行发票（金额 {sum}）没有到期日（due_date）：计入应收，但不计入到期金额和账龄",
)


class Owed(Struct, frozen=True, kw_only=True):
    """What is owed, line by line, and what payments call it.

    `lines` have `item` (their number), `account` (what payments name: the invoice, order or customer), `date` (issued),
    `owed` (credit notes negative), `due` and `settled` where the table has such days, `paid` where it says so, and
    what it has of `WHOSE`. `known` are all accounts, also those of no day. `days` say which lines count; None where
    no line has a day.
    """

    lines: Frame
    known: Frame
    source: str
    table: Table
    names: str
    """The column of payments that names the accounts."""
    by_order: Frame | None = None
    """`order_id` and `only_invoice` of the orders that have one invoice alone."""
    currency: str | None = None
    days: Days | None
    notes: tuple[tuple[str, Text], ...] = ()
    findings: tuple[Issue, ...] = ()

    def has(self, column: str) -> bool:
        """Whether the lines have a column."""
        return column in columns_of(self.lines)


def invoices(
    bundle: Bundle, table: Table, section: SalesSection, *, names: str, as_of: date | None, beside: tuple[str, ...] = ()
) -> Owed:
    """The invoices by what payments name, an `invoice_id`, `order_id` or `customer`, with the columns `beside`."""
    whose = keyed(scan(table), table, bundle)
    columns = columns_of(whose.lines)
    named = of_invoices(whose.lines, section)
    issued = standing(named, section)
    owed = nw.coalesce(nw.col("total_amount"), nw.col("amount")) if "total_amount" in columns else nw.col("amount")
    priced, currency = converted(issued.filter(~nw.col("invoice_date").is_null()), bundle, columns=columns)
    added = _told(owed, columns, names)
    terms: tuple[tuple[str, Text], ...] = ()
    if "payment_terms" in columns:
        due, terms = due_by_terms(priced, has_due="due_date" in columns)
        added |= {} if due is None else {"due": due}
    rows = kept(priced.with_columns(**added).select(*added, *(name for name in (*beside, *WHOSE) if name in columns)))
    of_rows = issued.with_columns(owed=owed)
    lines, days = _counted(rows, bundle, table, as_of=as_of)
    return Owed(
        lines=lines,
        known=whose.lines.select(account=_account(names)).unique(),
        source="invoices",
        table=table,
        names=names,
        by_order=_only_invoices(whose.lines) if names == "invoice_id" and "order_id" in columns else None,
        currency=currency,
        days=days,
        notes=(*left_out(named, section), *terms),
        findings=(
            *whose.findings,
            *_lacking(of_rows, "invoice_date", _NO_DAY, "F532"),
            *_lacking(of_rows, "amount", _NO_DAY, "F532", told="owed"),
            *(_of_due(lines) if "due" in added else ()),
            *(_apart(of_rows) if columns.issuperset(_PAID) else ()),
        ),
    )


def _told(owed: nw.Expr, columns: frozenset[str], names: str) -> dict[str, nw.Expr]:
    """What a line of an invoice says: its account, days and amounts."""
    found = {"account": _account(names), "date": nw.col("invoice_date"), "owed": owed}
    found |= {new: nw.col(name) for name, new in _OWN.items() if name in columns}
    return found if columns.isdisjoint(_PAID) else {**found, "paid": _paid(owed, columns)}


def _account(names: str) -> nw.Expr:
    """What payments name, else the invoice itself."""
    invoice = nw.col("invoice_id")
    return invoice if names == "invoice_id" else nw.coalesce(nw.col(names), invoice)


def _paid(owed: nw.Expr, columns: frozenset[str]) -> nw.Expr:
    """What was paid of an invoice by its own columns: the amount paid, else what the balance leaves."""
    nothing = owed - owed
    in_full = nw.when(~nw.col("settled_date").is_null()).then(owed) if "settled_date" in columns else None
    left = nothing + owed - nw.col("balance") if "balance" in columns else None
    known = [nw.col("paid_amount")] if "paid_amount" in columns else []
    return nw.coalesce(*known, *(one for one in (left, in_full) if one is not None), nothing)


def _apart(rows: Frame) -> tuple[Issue, ...]:
    """Invoices whose amount, what was paid and balance contradict each other."""
    gap = nw.col("owed") - nw.col("paid_amount") - nw.col("balance")
    apart = collect(rows.select("invoice_id", gap=gap).filter(nw.col("gap") != 0)).sort("invoice_id")
    if apart.is_empty():
        return ()
    first = str(apart["invoice_id"][0])
    message = _APART.fill(rows=Count(apart.height), sum=f"{apart['gap'].abs().sum():,.2f}", account=first)
    return (issue("F535", message, Where(column="balance"), value=first, count=apart.height),)


def _only_invoices(rows: Frame) -> Frame:
    """The orders that have one invoice alone, and that invoice."""
    of_order = rows.select("order_id", "invoice_id").drop_nulls().group_by("order_id")
    counted = of_order.agg(nw.col("invoice_id").n_unique().alias("invoices"), nw.col("invoice_id").min())
    return counted.filter(nw.col("invoices") == 1).select("order_id", only_invoice=nw.col("invoice_id"))


def orders(sold: Events, bundle: Bundle, *, names: str, as_of: date | None, beside: tuple[str, ...] = ()) -> Owed:
    """The orders in place of invoices: their net by day, so that what came back lowers it.

    `names` is what payments name: `order_id`, or the `customer`. Lines differ by the columns `beside` too.
    """
    columns = sold.columns
    lines = sold.lines if sold.days is None else within(sold.lines, sold.days)
    is_taxed = _is_taxed(lines, columns)
    net = nw.col("net")
    if is_taxed:
        tax = nw.when(net < 0).then(nw.lit(0) - nw.col("tax").abs()).otherwise(nw.col("tax"))
        net = net + nw.when(net != 0).then(tax.fill_null(0)).otherwise(net)
    whose = [name for name in (*beside, *WHOSE) if name in columns and not name.startswith("_")]
    order = nw.col("order").cast(nw.String)
    account = order if names == "order_id" else nw.coalesce(nw.col(names), order)
    owed = lines.with_columns(account=account, owed=net)
    # Lines of one day are one debt; a null among the keys is a key like any other.
    rows = kept(owed.group_by("account", "date", *whose).agg(nw.col("owed").sum()).filter(nw.col("owed") != 0))
    table = bundle.tables[sold.table]
    counted, days = _counted(rows, bundle, table, as_of=as_of)
    told = _ORDERS_STAND.fill(taxed=_WITH_TAX if is_taxed else "")
    return Owed(
        lines=counted,
        known=sold.lines.select(account=account).unique(),
        source="orders",
        table=table,
        names=names,
        currency=sold.currency,
        days=days,
        notes=(("orders_stand", told),),
    )


def _is_taxed(lines: Frame, columns: frozenset[str]) -> bool:
    """Whether the totals of the orders are their amounts and the tax: then the tax is owed too."""
    if not {"tax", "total_amount", "amount"} <= columns:
        return False
    agrees = nw.col("total_amount") == nw.col("amount") + nw.col("tax").fill_null(0)
    taxed = lines.filter(nw.col("tax") != 0)
    row = collect(taxed.select(nw.len().alias("rows"), agrees.cast(nw.Int64).sum().alias("same"))).row(0)
    return bool(row[0]) and (row[1] or 0) >= _TAXED * row[0]


def _counted(rows: Frame, bundle: Bundle, table: Table, *, as_of: date | None) -> tuple[Frame, Days | None]:
    """The rows that are owed on a day that counts, numbered, and the days."""
    days = days_between(rows, bundle=bundle, table=table, slip=timedelta(0), as_of=as_of)
    owed = rows.filter(~nw.col("owed").is_null())
    counted = owed if days is None else within(owed, days)
    order = [name for name in ("account", "due", "date", "owed", "customer", "rep") if name in columns_of(counted)]
    return counted_off(counted.sort(*order), "item"), None if days is None else replace(days, later=0, early=0)


def _lacking(rows: Frame, column: str, phrase: Text, code: str, *, told: str = "") -> tuple[Issue, ...]:
    missing = rows.filter(nw.col(told or column).is_null())
    found = collect(missing.select(nw.len().alias("rows"), nw.col("owed").sum().alias("sum"))).row(0)
    if not found[0]:
        return ()
    message = phrase.fill(
        rows=Count(found[0]), sum=f"{found[1] or 0:,.2f}", column=column_words(column, table="invoices")
    )
    return (issue(code, message, Where(column=column), count=found[0]),)


def _of_due(lines: Frame) -> tuple[Issue, ...]:
    """What is owed on no due day."""
    return _lacking(lines, "due_date", _NO_DUE, "F533", told="due")
