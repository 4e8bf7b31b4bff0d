"""To which day what is owed is known where invoices and payments end on different days."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

import narwhals as nw

from salesperf.core.text import Text
from salesperf.engine import collect
from salesperf.facts.cash import Cash
from salesperf.facts.days import Days

Notes = tuple[tuple[str, Text], ...]
_APART = timedelta(days=31)
"""How far invoices and payments may end apart before one of the exports must be taken to end early."""
_FAR_APART = timedelta(days=92)
"""The same where all later payments are for invoices that are there."""
_ENDS = Text(
    "invoices end on {invoiced} and payments on {paid}: what is owed is known up to {last}",
    "发票数据截至 {invoiced}，回款数据截至 {paid}：应收余额只到 {last} 为止可知",
)
_ALL_KNOWN = Text(
    "invoices end on {invoiced} and payments on {paid}: the later payments are all for these invoices, so what is owed "
    "is taken as known up to {last}",
    "发票数据截至 {invoiced}，回款数据截至 {paid}：其后的回款均对应这些发票，应收余额视为到 {last} 为止可知",
)


def known_until(known: Sequence[Days], *, are_known: bool) -> tuple[date, Notes]:
    """The day to which what is owed is known: that of the later table, unless the other ends long before it.

    Payments that `are_known` to be for invoices that are there show that no invoice is missing, for a quarter at most.
    """
    lasts = [days.last for days in known]
    if max(lasts) - min(lasts) <= _APART:
        return max(lasts), ()
    is_whole = are_known and lasts[1] - lasts[0] <= _FAR_APART
    last, phrase = (max(lasts), _ALL_KNOWN) if is_whole else (min(lasts), _ENDS)
    told = phrase.fill(invoiced=lasts[0], paid=lasts[1], last=last)
    return last, (("ends_apart", told),)


def are_of_known(cash: Cash, last: date) -> bool:
    """Whether there are payments after the last invoice, all of them for invoices that are there.

    Invoices that were cut off would be paid too.
    """
    late = cash.lines.filter(nw.col("date") > nw.lit(last))
    rows, known = collect(late.select(rows=nw.len(), known=nw.col("settles").count())).row(0)
    return bool(rows) and rows == known
