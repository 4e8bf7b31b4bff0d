"""From when to when people were there, and how much of a full post each of them held."""

from __future__ import annotations

from datetime import date, timedelta

import narwhals as nw

from salesperf.engine import Frame, scan, small
from salesperf.tables.bundle import Table
from salesperf.tables.schema import DTYPES, Kind

_STARTS, _ENDS = ("hire_date", "valid_from"), ("leave_date", "valid_to")
_FULL_POST = 1.0


def is_dated(people: Table | None) -> bool:
    """Whether the people table says when anybody came or left."""
    return people is not None and not {*_STARTS, *_ENDS}.isdisjoint(people.frame.columns)


def employed(seen: Frame, people: Table | None, *, has_ids: bool, first: date, last: date) -> Frame:
    """When each rep was there between two days: `rep`, `starts`, `ends` and `fte`, one row a span.

    `seen` has each rep with the day first (`starts`) and last (`ends`) seen at work. Hire and leave dates and validity
    in the people table say when a rep was there; of reps it does not date, the days on which they were seen. A post
    of unknown size is a full one.
    """
    if people is None:
        return seen.with_columns(fte=nw.lit(_FULL_POST))
    columns = set(people.frame.columns)
    key = "rep_name" if not has_ids and "rep_name" in columns else "rep_id"
    post = nw.col("fte").cast(nw.Float64).fill_null(_FULL_POST) if "fte" in columns else nw.lit(_FULL_POST)
    starts = [nw.col(name) for name in _STARTS if name in columns]
    ends = [nw.col(name) for name in _ENDS if name in columns]
    rows = scan(people).with_columns(rep=nw.col(key), fte=post)
    posts = rows.group_by("rep").agg(fte=nw.col("fte").max())
    if not starts and not ends:
        held = seen.join(posts, on="rep", how="left")
        return held.with_columns(nw.col("fte").fill_null(_FULL_POST))
    dated = rows.filter(~nw.all_horizontal(*(one.is_null() for one in (*starts, *ends)), ignore_nulls=False))
    held = dated.select(
        "rep",
        starts=nw.max_horizontal(nw.lit(first), *starts),
        ends=nw.min_horizontal(nw.lit(last), *ends),
        fte=nw.col("fte"),
    )
    known = held.join(seen.select("rep"), on="rep", how="semi")
    unknown = seen.join(known.select("rep").unique(), on="rep", how="anti").join(posts, on="rep", how="left")
    told = unknown.with_columns(nw.col("fte").fill_null(_FULL_POST))
    return nw.concat([known, told.select("rep", "starts", "ends", "fte")])


def day_by_day(spans: Frame, *, first: date, last: date, weekdays: int = 7) -> Frame:
    """A row for each rep and day (of the first `weekdays` of the week) within the rep's spans, with the `fte`.

    Of spans that overlap the one that starts last holds.
    """
    every = [first + timedelta(days=offset) for offset in range((last - first).days + 1)]
    days = small({"date": [day for day in every if day.weekday() < weekdays]}, {"date": DTYPES[Kind.DATE]})
    within = (nw.col("date") >= nw.col("starts")) & (nw.col("date") <= nw.col("ends"))
    there = spans.join(days, how="cross").filter(within)
    order = ["starts", "ends", "fte"]
    return there.unique(subset=["rep", "date"], keep="last", order_by=order).select("rep", "date", "fte")
