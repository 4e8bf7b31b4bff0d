"""Sales facts: what counts as revenue, when, and in which order; one row a line of the basis table.

Lines that earn nothing (cancelled, open) stay, with zero amounts, so that everything can be counted.
"""

from __future__ import annotations

from datetime import date, timedelta
from enum import StrEnum

import narwhals as nw
from msgspec import Struct

from salesperf.core.errors import DataError, Issue, UsageError
from salesperf.core.period import last_day
from salesperf.core.text import Text, listing
from salesperf.engine import Frame, collect, numbered, scan
from salesperf.facts.buying import with_buyers
from salesperf.facts.currency import converted
from salesperf.facts.days import UNDATED, Days, days_of, within
from salesperf.facts.events import Events, columns_of
from salesperf.facts.invoice_status import left_out, of_invoices
from salesperf.facts.known_by import keyed
from salesperf.facts.lines import measured
from salesperf.facts.lone_returns import lone_returns
from salesperf.facts.products import with_costs
from salesperf.facts.returned_sales import returns_told
from salesperf.facts.section import SalesSection
from salesperf.facts.signs import Signs, signs_of
from salesperf.facts.subject import Subject
from salesperf.facts.won_deals import booked
from salesperf.tables.bundle import Bundle


class Basis(StrEnum):
    """The table sales come from; never two of them."""

    ORDERS = "orders"
    INVOICES = "invoices"
    WON_DEALS = "won deals"


BASIS_WORDS = {
    Basis.ORDERS: Text("basis: orders", "口径：订单"),
    Basis.INVOICES: Text("basis: invoices", "口径：发票"),
    Basis.WON_DEALS: Text("basis: won deals", "口径：赢单商机"),
}
NONE_WON = Text("no deal is won with a close date and an amount", "没有既有成交日期又有金额的赢单")
NONE_WON_HINT = Text(
    "a deal is won when its status or stage says so (won, closed won, 赢单)",
    "状态或阶段为赢单（won、closed won、赢单）的商机才算赢单",
)
BASIS_TABLES = {Basis.ORDERS: "orders", Basis.INVOICES: "invoices", Basis.WON_DEALS: "deals"}
_DATES = {Basis.ORDERS: "order_date", Basis.INVOICES: "invoice_date", Basis.WON_DEALS: "closed_date"}
ORDERS_OF = {Basis.ORDERS: "order_id", Basis.INVOICES: "invoice_id", Basis.WON_DEALS: "deal_id"}
"""The column that numbers what the lines of a basis belong to."""
_SLIP = {Basis.ORDERS: timedelta(0), Basis.INVOICES: timedelta(0), Basis.WON_DEALS: timedelta(days=365)}
"""How far a line may lie beyond all that the reader believes; of deals the reader believes the dates of stages it knows
only, so a year more is granted."""


class LineCounts(Struct, frozen=True):
    """How many lines of each kind, and how many without a customer or rep; `first` to `last` by date."""

    rows: int
    sold: int
    returned: int
    cancelled: int
    open: int
    without_customer: int | None
    without_rep: int | None
    first: date | None
    last: date | None
    undated: int = 0


class Sales(Events, frozen=True, kw_only=True):
    """Sales lines and what is known about them.

    `lines` has the basis table's canonical columns and, added here: `date`, `order` (the id of the order),
    `customer` and `rep` (absent where the files have neither), the measures of `lines.LINE_MEASURES`, and, null on
    all but sold lines of amount > 0, `buying_customer`, `selling_rep` and `qualified_order`: the order's id when the
    whole order's net is above zero.
    """

    basis: Basis
    counts: LineCounts
    has_order_ids: bool
    months: int = 0
    """The files say whole months (1), quarters (3) or years (12) of sales, not days (0): lines stand on their first."""


_NO_SALES = Text(
    "no sales to measure: no table of orders, invoices or deals was recognised{found}",
    "没有可计算的销售数据：未识别出订单、发票或商机数据表{found}",
)


def basis_of(bundle: Bundle, section: SalesSection) -> Basis:
    """Orders, else invoices, else won deals, unless the configuration names one."""
    there = [basis for basis in Basis if _tells_sales(bundle, basis, section)]
    if section.basis is not None:
        wanted = Basis(section.basis)
        if wanted not in there:
            told = Text(
                f"[kpi] basis is {wanted.value!r} but no file holds {BASIS_TABLES[wanted]}",
                f"[kpi] basis 为「{wanted.value}」，但没有文件含 {BASIS_TABLES[wanted]}",
            )
            raise UsageError(told)
        return wanted
    if not there:
        there_is = Text("; found {tables}", "；识别到的是 {tables}").fill(tables=listing(sorted(bundle.tables)))
        raise DataError(
            _NO_SALES.fill(found=there_is if bundle.tables else ""),
            Text(
                "give an export of orders, invoices or deals; what a file holds can be said with --as TABLE (orders, "
                "payments, leads, activities, surveys, costs, campaigns ...)",
                "请提供订单、发票或商机的导出文件；也可用 --as 表名 说明文件内容（orders、payments、leads、activities、"
                "surveys、costs、campaigns 等）",
            ),
        )
    return there[0]


def tells_sales(bundle: Bundle, section: SalesSection) -> bool:
    """Whether any table is one of sales; a ledger of what is owed is where `[kpi] basis` names it."""
    return any(_tells_sales(bundle, basis, section) for basis in Basis)


def _tells_sales(bundle: Bundle, basis: Basis, section: SalesSection) -> bool:
    table = bundle.get(BASIS_TABLES[basis])
    return table is not None and (not table.owed_alone or section.basis == basis.value)


def sales(bundle: Bundle, *, section: SalesSection, as_of: date | None = None) -> Sales:
    """The sales lines of an export, on the basis it has.

    All lines are there and counted; what lies outside the days that count does not undo an order within them.
    """
    basis = basis_of(bundle, section)
    table = bundle.tables[BASIS_TABLES[basis]]
    base, deal_findings = _base(bundle, basis, section)
    said: tuple[tuple[str, Text], ...] = ()
    if basis is Basis.INVOICES:
        base = of_invoices(base, section)
        said = left_out(base, section)
    whose = keyed(base, table, bundle)
    base = whose.lines
    # A deal's status says who won, which _base has judged; amounts are compared before exchanging rounds them.
    signs = signs_of(base.drop("status", strict=False) if basis is Basis.WON_DEALS else base, section=section)
    base, currency = converted(base, bundle, columns=columns_of(base))
    costed = with_costs(base, bundle, columns=columns_of(base))
    returned = returns_told(measured(costed.lines, signs), table, holds_sale=signs.holds_sale)
    lines = returned.lines
    lone = lone_returns(lines, signs, section=section, mapped=table.mapped)
    counts = _counts(lines, signs)
    days = _days(lines, counts, bundle, basis=basis, as_of=as_of)
    if counts.undated:
        lines = lines.with_columns(nw.col("date").is_null().alias(UNDATED))
    lines = with_buyers(lines, lines if days is None else within(lines, days), signs)
    none_won = (("none_won", NONE_WON),) if basis is Basis.WON_DEALS and not counts.rows else ()
    notes = (("basis", BASIS_WORDS[basis]), *none_won, *said, *returned.notes, *signs.notes, *costed.notes)
    return Sales(
        subject=Subject.SALES,
        source=basis.value,
        table=table.name,
        lines=lines,
        basis=basis,
        columns=columns_of(lines),
        counts=counts,
        has_order_ids=ORDERS_OF[basis] in table.frame.columns,
        months=table.by_month.get(_DATES[basis], 0),
        currency=currency,
        days=days,
        notes=notes,
        findings=(*deal_findings, *whose.findings, *signs.findings, *lone, *returned.findings, *costed.findings),
    )


def _base(bundle: Bundle, basis: Basis, section: SalesSection) -> tuple[Frame, tuple[Issue, ...]]:
    """The basis table with `date` and `order`; deals are cut down to the won ones with a date and an amount."""
    table = bundle.tables[BASIS_TABLES[basis]]
    order_column = ORDERS_OF[basis]
    has_order = order_column in table.frame.columns
    frame = scan(table) if has_order else numbered(table, "order")
    findings: tuple[Issue, ...] = ()
    if basis is Basis.WON_DEALS:
        frame, findings = booked(frame, section, bundle)
    added = {"date": nw.col(_DATES[basis])}
    if has_order:
        added["order"] = nw.col(order_column)
    return frame.with_columns(**added), findings


def _days(lines: Frame, counts: LineCounts, bundle: Bundle, *, basis: Basis, as_of: date | None) -> Days | None:
    if counts.first is None or counts.last is None:
        return None
    # A deal has other dates too, so the first one believed need not be one of closing.
    table = bundle.tables[BASIS_TABLES[basis]]
    believed_from = None if basis is Basis.WON_DEALS else table.data_from
    months = table.by_month.get(_DATES[basis], 0)
    last = last_day(counts.last, months=months) if months else counts.last
    return days_of(
        lines,
        first=counts.first,
        last=last,
        believed_from=believed_from,
        believed_to=bundle.data_through,
        slip=_SLIP[basis],
        as_of=as_of or table.as_of,
    )


def _counts(lines: Frame, signs: Signs) -> LineCounts:
    columns = columns_of(lines)
    measures = [
        nw.len().alias("rows"),
        nw.col("is_sold").cast(nw.Int64).sum().alias("sold"),
        nw.col("is_returned").cast(nw.Int64).sum().alias("returned"),
        nw.col("date").min().alias("first"),
        nw.col("date").max().alias("last"),
        nw.col("date").null_count().alias("undated"),
        *(nw.col(key).null_count().alias(key) for key in ("customer", "rep") if key in columns),
    ]
    row = collect(lines.select(*measures)).row(0, named=True)
    idle = row["rows"] - (row["sold"] or 0) - (row["returned"] or 0)
    return LineCounts(
        rows=row["rows"],
        sold=row["sold"] or 0,
        returned=row["returned"] or 0,
        cancelled=signs.cancelled,
        open=idle - signs.cancelled,
        without_customer=row.get("customer"),
        without_rep=row.get("rep"),
        first=row["first"],
        last=row["last"],
        undated=row["undated"] or 0,
    )
