"""Periods of targets told by a first and a last day in two columns; a day that is not told is never made up."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

import polars as pl
from msgspec import Struct

from salesperf.core.period import Span
from salesperf.sources.values.blanks import clean
from salesperf.sources.values.cells import Rules, reading_of
from salesperf.tables.schema import Kind

_ONE_DAY = timedelta(days=1)


class FromTo(Struct, frozen=True):
    """The span of each row, None where its two days give none, with what such rows say by their place.

    `is_open_ended` is whether every last day was the first one of the next period; `is_ambiguous` whether day and month
    fit both ways.
    """

    spans: tuple[Span | None, ...]
    unread: Mapping[int, str]
    is_open_ended: bool
    is_ambiguous: bool


def from_to(first: pl.Series, last: pl.Series, rules: Rules) -> FromTo:
    """The spans of two columns of days, written in one order of day and month.

    Where every period runs from the first of a month to the first of another, the last day is the one before.
    """
    starts, ends, is_ambiguous = _days(first, last, rules)
    pairs = list(zip(starts, ends, strict=True))
    whole = [(start, end) for start, end in pairs if start and end and start < end]
    is_open = bool(whole) and all(start.day == end.day == 1 for start, end in whole)
    spans: list[Span | None] = []
    unread: dict[int, str] = {}
    for at, (start, end) in enumerate(pairs):
        if start is None or end is None or end < start:
            unread[at] = f"{start or _word(first[at])}..{end or _word(last[at])}"
            spans.append(None)
        else:
            spans.append(Span(start, end - _ONE_DAY if is_open and start < end else end))
    return FromTo(tuple(spans), unread, is_open, is_ambiguous)


def _days(first: pl.Series, last: pl.Series, rules: Rules) -> tuple[list[date | None], list[date | None], bool]:
    """The days of both columns: one hand wrote them, so the last days tell the order of the first ones too."""
    both = [first, last]
    if first.dtype == last.dtype:
        cells = pl.concat([first.rename("day"), last.rename("day")]).unique()
        reading = reading_of("day", "period", Kind.DATE, cells, rules)
        readings = [reading, reading]
    else:
        readings = [reading_of(one.name, "period", Kind.DATE, one.unique(), rules) for one in both]
    starts, ends = ([_day(day) for day in one.read(cells).to_list()] for one, cells in zip(readings, both, strict=True))
    return starts, ends, any(one.learnt.is_ambiguous for one in readings)


def _day(value: object) -> date | None:
    return value if isinstance(value, date) else None


def _word(cell: object) -> str:
    return "" if cell is None else clean(str(cell)) or ""
