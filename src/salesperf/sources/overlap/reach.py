"""How far the data reach: the last date of what happened, a lone date far beyond the rest not counted."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

import polars as pl
from msgspec import Struct, field

EVENTS: Mapping[str, tuple[str, ...]] = {
    "orders": ("order_date",),
    "invoices": ("invoice_date", "settled_date"),
    "payments": ("payment_date",),
    "leads": ("created_at", "first_response_at", "converted_at"),
    "deals": ("closed_date", "created_date"),
    "stage_history": ("entered_at",),
    "activities": ("activity_date",),
    "surveys": ("survey_date",),
    "costs": ("cost_date",),
    "customer_summary": ("last_date",),
}
"""The columns of each table that say when something happened; due, expected and planned dates are not among them."""
FAR = timedelta(days=365)
_LONG_BEFORE = timedelta(days=3653)
"""Ten years: sales grow from a beginning, so an early date must stand further apart than a late one."""
_REST = 20
"""Rows that must stand before the gap: in fewer, a late date is no outlier."""
_CLOSED = r"(?i)won|lost|closed|win\b|赢|输|丢|成交|失败|签约|结单"


class Reach(Struct, frozen=True):
    """The last date of a table, and the dates beyond it that are not believed, by column."""

    last: date | None
    beyond: Mapping[str, tuple[date, ...]]
    first: date | None = None
    before: Mapping[str, tuple[date, ...]] = field(default_factory=dict)
    """Dates ten years and more before the rest, such as the 1900-01-01 of an empty cell."""


def reach(table: str, frame: pl.DataFrame) -> Reach:
    """The last date over a table's event columns.

    A date is beyond when more than 365 days lie between it and every earlier date, at most one row in a thousand
    (or a single row) is that late, and at least twenty rows are earlier. A close date counts only where the deal
    is closed: on an open deal it is an expectation. A date is before when it lies more than ten years before nearly
    all dates. `first` is the first date that does not.
    """
    lasts: list[date] = []
    firsts: list[date] = []
    before: dict[str, tuple[date, ...]] = {}
    beyond: dict[str, tuple[date, ...]] = {}
    for column in EVENTS.get(table, ()):
        if column not in frame.columns:
            continue
        dates = _events(table, column, frame)
        last, far = _last(dates)
        if last is not None:
            lasts.append(last)
        if far:
            beyond[column] = far
        first, early = _first(dates)
        if first is not None:
            firsts.append(first)
        if early:
            before[column] = early
    return Reach(max(lasts, default=None), beyond, min(firsts, default=None), before)


def _events(table: str, column: str, frame: pl.DataFrame) -> pl.Series:
    if table == "activities":
        return _happened(frame)[column]
    words = [name for name in ("status", "stage") if name in frame.columns]
    if (table, column) != ("deals", "closed_date") or not words:
        return frame[column].cast(pl.Date)
    closed = pl.any_horizontal(pl.col(name).str.contains(_CLOSED).fill_null(value=False) for name in words)
    return frame.filter(closed)[column]


def _happened(frame: pl.DataFrame) -> pl.DataFrame:
    """The activities that were done: those planned ahead do not tell how far the data reach."""
    if "completed" in frame.columns:
        unmarked = ~pl.col("planned").fill_null(value=False) if "planned" in frame.columns else pl.lit(value=True)
        return frame.filter(pl.coalesce("completed", unmarked))
    return frame.filter(~pl.col("planned").fill_null(value=False)) if "planned" in frame.columns else frame


def _first(dates: pl.Series) -> tuple[date | None, tuple[date, ...]]:
    """The first date that is believed, and the distinct ones too far before the rest; at most one row in a thousand."""
    first, last = dates.min(), dates.max()
    if not isinstance(first, date) or not isinstance(last, date):
        return None, ()
    if last - first <= _LONG_BEFORE or dates.len() - dates.null_count() <= _REST:
        return first, ()
    few = max(1, dates.len() // 1000)
    early = dates.drop_nulls().bottom_k(few + 1).sort()
    nearly_all = early[-1]
    far = early.filter(early < nearly_all - _LONG_BEFORE).unique().sort().to_list()
    rest = dates.filter(dates > far[-1]).min() if far else first
    return (rest, tuple(far)) if isinstance(rest, date) else (first, ())


def _last(dates: pl.Series) -> tuple[date | None, tuple[date, ...]]:
    last = dates.max()
    if not isinstance(last, date):
        return None, ()
    few = max(1, dates.len() // 1000)
    if int((dates >= last - FAR).sum()) > few:
        return last, ()
    counts = dates.drop_nulls().value_counts(sort=False, name="rows").sort(dates.name, descending=True)
    days, rows = counts[dates.name].to_list(), counts["rows"].to_list()
    far: list[date] = []
    late = 0
    for place, (day, count) in enumerate(zip(days, rows, strict=True)):
        late += count
        is_alone = place + 1 < len(days) and day - days[place + 1] > FAR
        if late > few or sum(rows[place + 1 :]) < _REST:
            break
        if is_alone:
            far = days[: place + 1]
    return (days[len(far)], tuple(far)) if far else (last, ())
