"""The days of the data that count: lines before the first believed date and after the as-of date are left out."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

import narwhals as nw
from msgspec import Struct

from salesperf.engine import Frame, collect
from salesperf.tables.bundle import Bundle, Table

UNDATED = "undated"
"""The column that says which lines have no day, where there are any: they count over all the data and in no period."""


class Days(Struct, frozen=True):
    """`first` to `last` are the days with lines that count, `through` the day to which the data are whole.

    `later` counts the lines after `as_of`; `early` those before `begins`, which is None where every early date is
    believed.
    """

    as_of: date
    first: date
    last: date
    through: date
    later: int = 0
    begins: date | None = None
    early: int = 0


def days_of(
    lines: Frame,
    *,
    first: date,
    last: date,
    believed_from: date | None,
    believed_to: date | None,
    slip: timedelta,
    as_of: date | None,
) -> Days:
    """Which days of the lines from `first` to `last` count.

    `believed_from` and `believed_to` are the days between which the reader believes dates; a line further than
    `slip` beyond them is a slip of the pen, not the day the data reach. A day asked for in `as_of` decides alone.
    """
    begins = believed_from if believed_from is not None and first < believed_from else None
    through = believed_to or last
    reached = through if last - through > slip else max(last, through)
    until = as_of or reached
    later, before = _around(lines, until) if until < last else (0, last)
    return Days(
        as_of=until,
        first=begins or first,
        last=before if as_of is None else min(last, until),
        through=until,
        later=later,
        begins=begins,
        early=0 if begins is None else _before(lines, begins),
    )


def days_between(
    lines: Frame, *, bundle: Bundle, table: Table, slip: timedelta, as_of: date | None, last: date | None = None
) -> Days | None:
    """Which days of a table's lines count, up to a `last` day known otherwise; None where no line has a day."""
    ends = collect(lines.select(first=nw.col("date").min(), last=nw.col("date").max())).row(0)
    if ends[0] is None:
        return None
    return days_of(
        lines,
        first=ends[0],
        last=max(ends[1], last or ends[1]),
        believed_from=table.data_from,
        believed_to=bundle.data_through,
        slip=slip,
        as_of=as_of,
    )


def together(several: Sequence[Days]) -> Days:
    """The days of several kinds of events: from the first of any to the last of any."""
    return Days(
        as_of=max(days.as_of for days in several),
        first=min(days.first for days in several),
        last=max(days.last for days in several),
        through=max(days.through for days in several),
        later=sum(days.later for days in several),
        early=sum(days.early for days in several),
    )


def within(lines: Frame, days: Days) -> Frame:
    """The lines whose day counts, and those without one; the same lines where no day is left out."""
    if not days.later and days.begins is None:
        return lines
    counts = nw.col("date") <= nw.lit(days.as_of)
    if days.begins is not None:
        counts &= nw.col("date") >= nw.lit(days.begins)
    return lines.filter(counts | nw.col(UNDATED) if UNDATED in lines.collect_schema().names() else counts)


def _before(lines: Frame, day: date) -> int:
    """How many lines come before a day."""
    return int(collect(lines.filter(nw.col("date") < nw.lit(day)).select(nw.len().alias("rows")))["rows"][0])


def _around(lines: Frame, day: date) -> tuple[int, date]:
    """How many lines come after a day, and the last day with lines before it is over."""
    is_later = nw.col("date") > nw.lit(day)
    after = collect(lines.filter(is_later).select(nw.len().alias("rows")))
    return int(after["rows"][0]), collect(lines.filter(~is_later).select(nw.col("date").max()))["date"][0]
