"""Cash where there are no payments: what invoices say of themselves, that they were settled or how much was paid."""

from __future__ import annotations

from datetime import date, timedelta

import narwhals as nw

from salesperf.core.text import Count, Text
from salesperf.engine import collect, kept
from salesperf.facts.cash import Cash
from salesperf.facts.days import days_between
from salesperf.facts.owed import Owed
from salesperf.tables.bundle import Bundle

_SETTLED = Text(
    "no payments: an invoice counts as received in full on the day it was settled",
    "没有回款数据：发票在结清日期视为全额收款",
)
_SAID_PAID = Text(
    "no payments: what the invoices say was paid counts as received on the day they name",
    "没有回款数据：以发票上的已收金额作为回款，按其日期计入",
)
_PAID_UNDATED = Text(
    "{rows:invoice is|invoices are} paid without a day ({sum}): taken off what is owed on {day}, received on no day",
    "{rows} 张发票有已收金额但没有日期（合计 {sum}）：于 {day} 冲减应收，不计入任何日期的回款",
)


def settled_invoices(owed: Owed, bundle: Bundle, *, as_of: date | None) -> Cash:
    """The invoices as received on the day they were settled, in full or as much as they say was paid."""
    if owed.has("paid") and owed.days is not None:
        return _said_paid(owed, bundle, owed.days.through, as_of=as_of)
    settled = owed.lines.filter(~nw.col("settled").is_null())
    lines = settled.with_columns(date=nw.col("settled"), cash=nw.col("owed"), settles=nw.col("owed"))
    days = days_between(lines, bundle=bundle, table=owed.table, slip=timedelta(0), as_of=as_of)
    notes = (("settled", _SETTLED),)
    return Cash(lines=lines, table=owed.table, source="invoices", days=days, currency=owed.currency, notes=notes)


def _said_paid(owed: Owed, bundle: Bundle, through: date, *, as_of: date | None) -> Cash:
    """What invoices say was paid of them; where no day is named, it is known to be paid by the last day only."""
    paid = nw.col("paid")
    day = nw.col("settled") if owed.has("settled") else nw.col("date")
    is_undated = day.is_null() if owed.has("settled") else ~day.is_null()
    lines = owed.lines.filter(paid != 0).with_columns(settles=paid, undated=is_undated)
    dated = kept(lines.filter(~nw.col("undated")).with_columns(date=day, cash=paid))
    days = days_between(dated, bundle=bundle, table=owed.table, slip=timedelta(0), as_of=as_of)
    until = through if days is None else max(through, days.through)
    without = lines.filter(nw.col("undated")).with_columns(
        date=nw.lit(until), cash=nw.lit(None).cast(nw.Decimal(38, 6))
    )
    rows, total = collect(without.select(nw.len().alias("rows"), nw.col("settles").sum().alias("sum"))).row(0)
    notes = [("settled", _SAID_PAID)] if days is not None else []
    if rows:
        notes.append(("paid_undated", _PAID_UNDATED.fill(rows=Count(rows), sum=f"{total:,.2f}", day=until)))
    both = nw.concat([dated, without], how="vertical")
    return Cash(
        lines=both, table=owed.table, source="invoices", days=days, currency=owed.currency, notes=tuple(notes)
    )  # fmt: skip
