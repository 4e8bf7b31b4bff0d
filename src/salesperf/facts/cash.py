"""Cash: the payments that came in; one row a payment, with what it is for."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

import narwhals as nw
from msgspec import Struct

from salesperf.core.codes import issue
from salesperf.core.errors import Issue, Where
from salesperf.core.period import Span
from salesperf.core.text import Count, Text, listing
from salesperf.engine import Frame, collect, kept, scan
from salesperf.facts.currency import converted
from salesperf.facts.days import Days, days_between
from salesperf.facts.events import columns_of
from salesperf.facts.invoice_status import received
from salesperf.facts.keys import StrayKey, either, strays_among
from salesperf.facts.known_by import keyed
from salesperf.facts.lookup import listed
from salesperf.facts.oldest_first import said_of_customers, with_customers
from salesperf.facts.owed import CUSTOMER, Owed
from salesperf.facts.section import SalesSection
from salesperf.tables.bundle import Bundle, Table
from salesperf.tables.labels import column_words

_WHOSE = ("customer", "customer_id", "customer_name", "rep", "rep_id", "rep_name", "team", "region", "channel")
"""What a payment that does not say it has from what it is for."""
_SHOWN = 10
_NO_DAY = Text(
    "{rows:payment|payments} ({sum}) without {column}: received on no day",
    "{rows} 笔回款（金额 {sum}）没有{column}：不计入任何日期的回款",
)
_NOTHING_YET = Text(
    "{rows:row|rows} of payments without day and amount: nothing received yet",
    "{rows} 行没有回款日期和回款金额：尚未回款",
)
_UNKNOWN = Text(
    "{rows:payment|payments} ({sum}) for {what} that no file has, {keys}: counted as received, against nothing owed",
    "{rows} 笔回款（金额 {sum}）所对应的{what}在文件中不存在：{keys}；计入已收款，但不冲减任何应收",
)
_UNKNOWN_CUSTOMERS = Text(
    "{rows:payment|payments} ({sum}) of customers who owe nothing in these files, {keys}: counted as received, against "
    "nothing owed",
    "{rows} 笔回款（金额 {sum}）的客户在文件中没有应收：{keys}；计入已收款，但不冲减任何应收",
)
_KEY = Text("{key!r} ({sum:,.2f})", "「{key}」（{sum:,.2f}）")
_NEAREST = Text("nearest to {key!r}: {keys}", "与「{key}」最接近的是{keys}")
_OF = {
    "invoice_id": (Text("invoices", "发票"), Text("invoice", "发票")),
    "order_id": (Text("orders", "订单"), Text("order", "订单")),
    CUSTOMER: (Text("customers", "客户"), Text("customer", "客户")),
}
_LOOSE = Text(
    "{rows:payment names|payments name} no {what} ({sum}): they lower what is owed in all and no amount due",
    "{rows} 笔回款未注明{what}（金额 {sum}）：冲减应收总额，但不冲减任何到期金额",
)
_BESIDE = Text(
    "{rows:payment is|payments are} for {what} of no day or no amount ({sum}): counted as received alone",
    "{rows} 笔回款所对应的{what}没有日期或金额（回款金额 {sum}）：仅计入已收款",
)
_IN_ITS_CURRENCY = Text(
    "payments that name no currency are in that of their invoice", "未注明币种的回款按其发票的币种计"
)


class Cash(Struct, frozen=True, kw_only=True):
    """`lines` have `date`, `cash` at the rate of that day, whose it is, and what it is for.

    `account` is the invoice or order it names (null: none); `settles` is the payment at the rate of the day on which
    that was issued, so that a paid invoice leaves nothing behind, and null where nothing owed is named.
    """

    lines: Frame
    table: Table
    source: str
    days: Days | None
    currency: str | None
    unsettled: Span | None = None
    """The days at whose end it is not known what was paid, of cash that names no day."""
    notes: tuple[tuple[str, Text], ...] = ()
    findings: tuple[Issue, ...] = ()


def names_of(table: Table) -> str | None:
    """What the payments of a table name: invoices, else orders; None where no row names any."""
    frame = table.frame
    named = (name for name in ("invoice_id", "order_id") if name in frame.columns)
    return next((name for name in named if frame[name].null_count() < frame.height), None)


def payments(bundle: Bundle, table: Table, section: SalesSection, *, owed: Owed | None, as_of: date | None) -> Cash:
    """The payments, and which of what is `owed` they are for; None where nothing is known of that."""
    whose = keyed(scan(table), table, bundle)
    rows, notes = received(whose.lines, section)
    is_nothing = nw.col("payment_date").is_null() & nw.col("amount").is_null()
    notes = (*notes, *_nothing_yet(rows.filter(is_nothing)))
    rows = rows.filter(~is_nothing)
    lacking = [found for column in ("payment_date", "amount") for found in _lacking(rows, column)]
    rows = rows.filter(~nw.col("payment_date").is_null(), ~nw.col("amount").is_null())
    rows = rows.with_columns(date=nw.col("payment_date"), paid=nw.col("amount"))
    findings: list[Issue] = []
    if owed is None:
        found, currency = converted(rows, bundle, columns=columns_of(rows))
        lines = kept(found.with_columns(cash=nw.col("amount")))
    else:
        named, more = _with_accounts(rows, owed)
        lines, currency = _priced(named, bundle, owed)
        findings += _unknown(lines, owed)
        notes = (*notes, *more, *_told(lines, owed))
    days = days_between(lines, bundle=bundle, table=table, slip=timedelta(0), as_of=as_of)
    return Cash(
        lines=lines,
        table=table,
        source="payments",
        days=days,
        currency=currency,
        notes=notes,
        findings=(*whose.findings, *lacking, *findings),
    )


def _with_accounts(rows: Frame, owed: Owed) -> tuple[Frame, tuple[tuple[str, Text], ...]]:
    """The payments with the account they name, what it says of itself, and whose the payment is, by it if need be."""
    columns, of_account = columns_of(rows), columns_of(owed.lines)
    taken = [name for name in (*_WHOSE, "currency") if name in of_account]
    firsts = [nw.col(name).min().alias(f"of_{name}") for name in taken]
    accounts = owed.lines.group_by("account").agg(nw.col("date").min().alias("of_date"), *firsts)
    if owed.names == CUSTOMER:
        accounts = said_of_customers(owed.lines, taken)
    known = owed.known.with_columns(is_known=nw.lit(value=True))
    account = nw.col(owed.names) if owed.names in columns else nw.lit(None).cast(nw.String)
    named = with_customers(rows, owed) if owed.names == CUSTOMER else rows.with_columns(account=account)
    if owed.by_order is not None and "order_id" in columns:
        named = named.join(owed.by_order, on="order_id", how="left")
        named = named.with_columns(account=nw.coalesce(nw.col("account"), nw.col("only_invoice")))
    named = named.join(known, on="account", how="left").join(accounts, on="account", how="left")
    own = {name: _own(name, columns, of_account) for name in taken}
    notes: tuple[tuple[str, Text], ...] = ()
    if "currency" in taken:
        # A payment that names neither a currency nor an invoice is in the currency of the report.
        of_invoice = own["currency"]
        own["currency"] = of_invoice if "currency" in columns else nw.coalesce(of_invoice, nw.lit(owed.currency))
        if _is_told_by_its_invoice(named, owed, has_own="currency" in columns):
            notes = (("in_its_currency", _IN_ITS_CURRENCY),)
    return named.with_columns(**own), notes


def _own(name: str, columns: frozenset[str], of_account: frozenset[str]) -> nw.Expr:
    """What the payment says, else what it is for; the other way round where one has ids and the other names."""
    theirs = nw.col(f"of_{name}")
    if name not in columns:
        return theirs
    key = f"{name.partition('_')[0]}_id"
    is_alike = (key in columns) == (key in of_account)
    return nw.coalesce(nw.col(name), theirs) if is_alike else nw.coalesce(theirs, nw.col(name))


def _is_told_by_its_invoice(named: Frame, owed: Owed, *, has_own: bool) -> bool:
    """Whether a payment without a currency of its own is for something in a foreign one."""
    foreign = named.filter(nw.col("of_currency") != nw.lit(owed.currency))
    if has_own:
        foreign = foreign.filter(nw.col("currency").is_null())
    return bool(collect(foreign.select(nw.len().alias("rows")))["rows"][0])


def _priced(named: Frame, bundle: Bundle, owed: Owed) -> tuple[Frame, str | None]:
    """`cash` at the rate of the payment, `settles` at that of what it is for where both are in one currency."""
    columns = columns_of(named)
    lines, currency = converted(named, bundle, columns=columns, target=owed.currency)
    lines = lines.with_columns(cash=nw.col("amount"), amount=nw.col("paid"))
    issued = nw.col("of_date")
    if "of_currency" in columns:
        issued = nw.when(nw.col("currency") == nw.col("of_currency")).then(issued)
    rated = kept(lines.with_columns(rated_on=nw.coalesce(issued, nw.col("date"))))
    lines, _ = converted(rated, bundle, columns=columns_of(rated), day="rated_on", target=owed.currency)
    settles = nw.when(~nw.col("of_date").is_null()).then(nw.col("amount"))
    return kept(lines.with_columns(settles=settles, amount=nw.col("paid"))), currency


def _unknown(lines: Frame, owed: Owed) -> list[Issue]:
    """Payments for something that no file has, as one finding with the heaviest keys and what they may mean."""
    strays = strays_among(lines, owed.known, key="account", listed="account", money="cash")
    if not strays:
        return []
    keys = listing(_KEY.fill(key=one.key, sum=one.money or 0) for one in strays[:_SHOWN])
    rows = sum(one.rows for one in strays)
    total = sum(one.money or 0 for one in strays)
    phrase = _UNKNOWN_CUSTOMERS if owed.names == CUSTOMER else _UNKNOWN
    message = phrase.fill(
        rows=Count(rows), sum=f"{total:,.2f}", what=_OF[owed.names][0], keys=listed(keys, len(strays) - _SHOWN)
    )
    return [issue("F530", message, Where(column=owed.names), hint=_near(strays), value=strays[0].key, count=rows)]


def _near(strays: tuple[StrayKey, ...]) -> Text:
    found = [_NEAREST.fill(key=one.key, keys=either(one.nearest)) for one in strays[:_SHOWN] if one.nearest.keys]
    return listing(found, Text("; ", "；"))


def _told(lines: Frame, owed: Owed) -> Iterator[tuple[str, Text]]:
    """Payments that name nothing, and those for what is owed on no day."""
    several, one = _OF[owed.names]
    cases = (
        ("loose", _LOOSE, one, nw.col("account").is_null()),
        ("beside", _BESIDE, several, ~nw.col("is_known").is_null() & nw.col("of_date").is_null()),
    )
    for key, phrase, what, claim in cases:
        rows, total = collect(lines.filter(claim).select(nw.len().alias("rows"), nw.col("cash").sum().alias("s"))).row(
            0
        )
        if rows:
            yield key, phrase.fill(rows=Count(rows), sum=f"{total or 0:,.2f}", what=what)


def _nothing_yet(rows: Frame) -> Iterator[tuple[str, Text]]:
    """Said of rows with neither a day nor an amount: instalments that nobody paid yet."""
    if count := collect(rows.select(nw.len().alias("rows")))["rows"][0]:
        yield "nothing_yet", _NOTHING_YET.fill(rows=Count(count))


def _lacking(rows: Frame, column: str) -> Iterator[Issue]:
    missing = rows.filter(nw.col(column).is_null())
    count, total = collect(missing.select(nw.len().alias("rows"), nw.col("amount").sum().alias("sum"))).row(0)
    if count:
        message = _NO_DAY.fill(
            rows=Count(count), sum=f"{total or 0:,.2f}", column=column_words(column, table="payments")
        )
        yield issue("F532", message, Where(column=column), count=count)
