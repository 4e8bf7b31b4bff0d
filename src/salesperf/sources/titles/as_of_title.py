"""The day that a list of what is owed says it is of: 截止日期：2026-03-31, `As of March 31, 2026`.

What is owed is owed on that day, which may lie weeks after the last invoice.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from datetime import date, timedelta

import polars as pl

from salesperf.core.late import late
from salesperf.sources.rows.raw import RawTable
from salesperf.sources.titles.about import names_of
from salesperf.sources.values.parse_date import date_format

OF_BALANCES = frozenset({"invoices"})
"""Tables of what is owed on a day."""
_SAYS = late(
    r"(?i)(?:截止日期|截止日|截止时间|截止到|截止至|截止|截至日期|截至|账龄日期|基准日期|基准日|统计日期|报表日期"
    r"|(?<![a-z])as (?:of|at|on)|age?ing date|report date)(?: date)? *[:：]? *(.{6,40})"
)
_DAY = late(
    r"(?i)\d{4} ?年 ?\d{1,2} ?月 ?\d{1,2} ?日|\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.]\d{4}"
    r"|(?<!\d)20\d{6}(?!\d)|[a-z]{3,9}\.? \d{1,2}(?:st|nd|rd|th)?,? \d{4}"
    r"|\d{1,2}(?:st|nd|rd|th)?[ -][a-z]{3,9}\.?,?[ -]\d{4}"
)
_ORDINAL = late(r"(?i)(?<=\d)(?:st|nd|rd|th)\b")
_FAR = timedelta(days=366)
"""How long after the last invoice a list of what is owed may be of."""


def day_of_title(raws: Iterable[RawTable], *, last: date | None) -> date | None:
    """The latest day that titles, sheets or files say they are of, from the last day of the rows on; else None."""
    if last is None:
        return None
    # A label and its day may stand in two cells.
    texts = {text for raw in raws for text in (*names_of(raw), " ".join(raw.layout.titles))}
    days = {day for text in texts for day in days_said(text)}
    return max((day for day in days if last <= day <= last + _FAR), default=None)


def days_said(text: str) -> Iterator[date]:
    """The days that a text says it is of; none where day and month could be either.

    >>> [str(day) for day in days_said("截止日期：2026年3月31日")]
    ['2026-03-31']
    >>> list(days_said("As of 03/04/2026")), list(days_said("Printed 2026-03-31"))
    ([], [])
    """
    for said in _SAYS.finditer(unicodedata.normalize("NFKC", text)):
        found = _DAY.match(said[1])
        if found is None:
            continue
        cells = pl.Series([_ORDINAL.sub("", found[0]).replace(",", "")])
        how = date_format(cells)
        day = cells.to_frame("cell").select(how.format.parsed(pl.col("cell"))).item()
        if isinstance(day, date) and not how.is_ambiguous:
            yield day
