"""Cash where there are no payments: what invoices say of themselves, that they were settled or how much was paid."""

from __future__ import annotations

from datetime import date, timedelta

import narwhals as nw
from msgspec.structs import replace

from salesperf.core.period import Span
from salesperf.core.text import Count, Text
from salesperf.engine import collect, kept
from salesperf.facts.cash import Cash
from salesperf.facts.days import days_between
from salesperf.facts.events import Events, columns_of
from salesperf.facts.owed import Owed
from salesperf.facts.subject import Subject
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
_UNSETTLED = Text(
    "{told}; what was owed, overdue and collected before that day is not known",
    "{told}；该日之前的应收、逾期与回款情况未知",
)
_FEW = 100
"""Of cash that names no day, less than a hundredth leaves the balances of earlier days as they are told."""
_TIMED = ("aged_cash", "cash_days", "ripe_due", "ripe_cash", "moved")
"""What is worked out from the days of payments."""


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
    """What invoices say was paid of them; where no day is named, it is known to be paid by the last day only.

    That day is the last that the files tell of, however early the day of the question.
    """
    paid = nw.col("paid")
    day = nw.col("settled") if owed.has("settled") else nw.col("date")
    is_undated = day.is_null() if owed.has("settled") else ~day.is_null()
    lines = owed.lines.filter(paid != 0).with_columns(settles=paid, undated=is_undated)
    dated = kept(lines.filter(~nw.col("undated")).with_columns(date=day, cash=paid))
    days = days_between(dated, bundle=bundle, table=owed.table, slip=timedelta(0), as_of=as_of)
    until = max(day for day in (through, bundle.data_through, days.through if days else None) if day)
    without = lines.filter(nw.col("undated")).with_columns(
        issued_on=nw.col("date"), date=nw.lit(until), cash=nw.lit(None).cast(nw.Decimal(38, 6))
    )
    rows, total, since = collect(
        without.select(nw.len().alias("rows"), nw.col("settles").sum().alias("sum"), nw.col("issued_on").min())
    ).row(0)
    every = collect(lines.select(nw.col("settles").sum()))["settles"][0]
    is_dark = bool(rows) and total * _FEW >= every and since < until
    notes = [("settled", _SAID_PAID)] if days is not None else []
    if rows:
        told = _PAID_UNDATED.fill(rows=Count(rows), sum=f"{total:,.2f}", day=until)
        notes.append(("paid_undated", _UNSETTLED.fill(told=told) if is_dark else told))
    return Cash(
        lines=nw.concat([dated, without.drop("issued_on")], how="vertical"),
        table=owed.table,
        source="invoices",
        days=days,
        currency=owed.currency,
        unsettled=Span(since, until - timedelta(days=1)) if is_dark else None,
        notes=tuple(notes),
    )


def without_days(found: dict[Subject, Events], days: Span) -> dict[Subject, Events]:
    """What is known where payments name no day: neither the balances of the days before, nor how long anything took."""
    known = dict(found)
    for subject in (Subject.RECEIVABLES, Subject.DUE):
        if subject in found:
            lines = found[subject].lines.drop(*_TIMED, strict=False)
            known[subject] = replace(found[subject], lines=lines, columns=columns_of(lines), unsettled=days)
    return known
