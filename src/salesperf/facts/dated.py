"""Rows of events on their day: those without one are counted on no day, and told."""

from __future__ import annotations

import narwhals as nw

from salesperf.core.codes import issue
from salesperf.core.errors import Issue, Where
from salesperf.core.text import Count, Text
from salesperf.engine import Frame, collect

_ON_NO_DAY = Text("{rows} without {column}: counted on no day", "{rows}没有 {column}：不计入任何日期")


def on_their_day(frame: Frame, column: str, *, code: str, rows: Text) -> tuple[Frame, tuple[Issue, ...]]:
    """The rows that have a day, with it as `date`, and the finding of this code about those that lack one.

    `rows` says how many rows of what lack it, such as `{count:lead|leads}`.
    """
    day = nw.col(column)
    missing = int(collect(frame.select(day.is_null().sum().alias("rows")))["rows"][0])
    lines = frame.filter(~day.is_null()).with_columns(date=day.cast(nw.Date))
    if not missing:
        return lines, ()
    told = _ON_NO_DAY.fill(rows=rows.fill(count=Count(missing)), column=column)
    return lines, (issue(code, told, Where(column=column), count=missing),)
