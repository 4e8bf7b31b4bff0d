"""The people who sell and the days they were there: what revenue is divided by, each by the size of the post."""

from __future__ import annotations

from datetime import date

import narwhals as nw
from msgspec.structs import replace

from salesperf.core.text import Text
from salesperf.facts.employment import day_by_day, employed, is_dated
from salesperf.facts.events import Events, columns_of
from salesperf.facts.section import SalesSection
from salesperf.facts.subject import Subject
from salesperf.tables.bundle import Bundle

HEADCOUNT_SUBJECTS = frozenset({Subject.HEADCOUNT})
_WHO = Text(
    "full-time equivalents count each rep with a sale in the data by the size of the post (fte in the people table, a "
    "full one where it is not told), on the days between {between}",
    "全职当量按数据中有销售的销售员的岗位系数（人员表的 fte，未提供时按 1 计）计算，计{between}的天数",
)
_EMPLOYED = Text(
    "hire and leave; of those whom the people table does not date between their first and last sale",
    "入职至离职之间；人员表中没有日期的，按首次至最后一次销售之间",
)
_SEEN = Text(
    "their first and last sale: there are no hire and leave dates", "首次至最后一次销售之间：没有入职、离职日期"
)


def headcount(sold: Events, bundle: Bundle, _section: SalesSection, _as_of: date | None) -> dict[Subject, Events]:
    """One row a rep with a sale in the data and day on which the rep was there, as far as the sales reach.

    Columns: `date`, `rep`, `fte` (the size of the post, 1 is a full one). Nothing without reps or days.
    """
    days = sold.days
    if days is None or not sold.has("rep"):
        return {}
    within = (nw.col("date") >= nw.lit(days.first)) & (nw.col("date") <= nw.lit(days.last))
    sales = sold.lines.filter(~nw.col("selling_rep").is_null(), within)
    # Nothing is worked out before it is asked for: few questions are about the size of posts.
    own = sales.group_by("rep").agg(starts=nw.col("date").min(), ends=nw.col("date").max())
    people = bundle.get("people")
    spans = employed(own, people, has_ids=sold.has("rep_id"), first=days.first, last=days.last)
    lines = day_by_day(spans, first=days.first, last=days.last)
    if sold.has("rep_id"):
        lines = lines.with_columns(rep_id=nw.col("rep"))
    return {
        Subject.HEADCOUNT: Events(
            subject=Subject.HEADCOUNT,
            lines=lines,
            columns=columns_of(lines),
            source=sold.source,
            table=sold.table,
            days=replace(days, later=0, early=0),
            notes=(("headcount", _WHO.fill(between=_EMPLOYED if is_dated(people) else _SEEN)),),
        )
    }
