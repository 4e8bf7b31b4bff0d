"""The workdays on which reps were there: one row a rep and weekday, what their activities are divided by."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import narwhals as nw

from salesperf.core.text import Text
from salesperf.engine import Frame, kept, scan, small
from salesperf.facts.events import Events, columns_of
from salesperf.facts.subject import Subject
from salesperf.tables.bundle import Bundle, Table
from salesperf.tables.schema import DTYPES, Kind

_SATURDAY = 5
_STARTS, _ENDS = ("hire_date", "valid_from"), ("leave_date", "valid_to")
_BY_PEOPLE = Text(
    "rep-days are Monday to Friday from {first} to {last}, of reps with an activity in the data, between hire and "
    "leave; of those without dates in the people table between their first and last activity",
    "人日为 {first} 至 {last} 的周一至周五，仅计数据中有活动的销售员在职期间；"
    "people 表中没有日期的，按其首次至最后一次活动计",
)
_BY_ACTIVITIES = Text(
    "rep-days are Monday to Friday between each rep's first and last activity in the data: without a people table with "
    "hire and leave dates nobody knows who was there",
    "人日为各销售员首次至最后一次活动之间的周一至周五：没有含入职、离职日期的 people 表，无法得知在岗情况",
)


def rep_days(activities: Events, bundle: Bundle) -> Events | None:
    """One row a rep and workday on which the rep was there, as far as activities reach; None without reps or days.

    Reps are those who have an activity in the data. Who was there is told by hire and leave dates and validity in the
    people table, for reps it does not date by their first and last activity. Public holidays count as workdays.
    """
    days = activities.days
    if days is None or not activities.has("rep"):
        return None
    seen = activities.lines.filter(~nw.col("rep").is_null(), ~nw.col("activity").is_null())
    within = seen.filter(nw.col("date") >= nw.lit(days.first), nw.col("date") <= nw.lit(days.last))
    own = kept(within.group_by("rep").agg(starts=nw.col("date").min(), ends=nw.col("date").max()))
    people = bundle.get("people")
    spans, told = own, _BY_ACTIVITIES
    if people is not None and {*_STARTS, *_ENDS} & set(people.frame.columns):
        spans = _employed(own, people, activities, first=days.first, last=days.last)
        told = _BY_PEOPLE.fill(first=days.first, last=days.last)
    lines = _laid_out(spans, first=days.first, last=days.last)
    if activities.has("rep_id"):
        lines = lines.with_columns(rep_id=nw.col("rep"))
    return Events(
        subject=Subject.REP_DAYS,
        lines=lines,
        columns=columns_of(lines),
        source="activities",
        table=activities.table,
        days=replace(days, later=0, early=0),
        notes=(("rep_days", told),),
    )


def _employed(own: Frame, people: Table, activities: Events, *, first: date, last: date) -> Frame:
    """When each rep was there, one row a span: by the people table, else by the rep's activities."""
    columns = set(people.frame.columns)
    key = "rep_name" if not activities.has("rep_id") and "rep_name" in columns else "rep_id"
    starts = [nw.col(name) for name in _STARTS if name in columns]
    ends = [nw.col(name) for name in _ENDS if name in columns]
    dated = scan(people).filter(~nw.all_horizontal(*(one.is_null() for one in (*starts, *ends)), ignore_nulls=False))
    held = dated.select(
        nw.col(key).alias("rep"),
        starts=nw.max_horizontal(nw.lit(first), *starts),
        ends=nw.min_horizontal(nw.lit(last), *ends),
    )
    known = kept(held.join(own.select("rep"), on="rep", how="semi"))
    unknown = own.join(known.select("rep").unique(), on="rep", how="anti")
    return nw.concat([known, unknown.select("rep", "starts", "ends")])


def _laid_out(spans: Frame, *, first: date, last: date) -> Frame:
    """A row for each rep and workday within the rep's spans."""
    every = [first + timedelta(days=offset) for offset in range((last - first).days + 1)]
    workdays = small({"date": [day for day in every if day.weekday() < _SATURDAY]}, {"date": DTYPES[Kind.DATE]})
    there = spans.join(workdays, how="cross").filter(
        nw.col("date") >= nw.col("starts"), nw.col("date") <= nw.col("ends")
    )
    return kept(there.select("rep", "date").unique().with_columns(rep_day=nw.lit(1)))
