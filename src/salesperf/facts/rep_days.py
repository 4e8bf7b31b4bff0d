"""The workdays on which reps were there: one row a rep and weekday, what their activities are divided by."""

from __future__ import annotations

import narwhals as nw
from msgspec.structs import replace

from salesperf.core.text import Text
from salesperf.engine import kept
from salesperf.facts.employment import day_by_day, employed, is_dated
from salesperf.facts.events import Events, columns_of
from salesperf.facts.subject import Subject
from salesperf.tables.bundle import Bundle

_SATURDAY = 5
_BY_PEOPLE = Text(
    "rep-days are Monday to Friday from {first} to {last}, of reps with an activity in the data, between hire and "
    "leave; of those without dates in the people table between their first and last activity",
    "人日为 {first} 至 {last} 的周一至周五，仅计数据中有活动的销售员在职期间；"
    "人员表中没有日期的，按其首次至最后一次活动计",
)
_BY_ACTIVITIES = Text(
    "rep-days are Monday to Friday between each rep's first and last activity in the data: without a people table with "
    "hire and leave dates nobody knows who was there",
    "人日为各销售员首次至最后一次活动之间的周一至周五：没有含入职、离职日期的人员表，无法得知在岗情况",
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
    told = _BY_PEOPLE.fill(first=days.first, last=days.last) if is_dated(people) else _BY_ACTIVITIES
    spans = employed(own, people, has_ids=activities.has("rep_id"), first=days.first, last=days.last)
    there = day_by_day(spans, first=days.first, last=days.last, weekdays=_SATURDAY)
    lines = kept(there.with_columns(rep_day=nw.lit(1)))
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
