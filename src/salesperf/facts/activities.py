"""Activities as events on their day: what was done, by kind, and what of the plan was kept."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

import narwhals as nw

from salesperf.core.codes import issue
from salesperf.core.errors import Issue, Where
from salesperf.core.text import Count, Text, in_quotes, listing
from salesperf.engine import Frame, collect, kept, numbered
from salesperf.facts.activity_kinds import ActivityKind, activity_kinds
from salesperf.facts.dated import on_their_day
from salesperf.facts.days import Days, days_between
from salesperf.facts.events import Events, columns_of
from salesperf.facts.known_by import keyed
from salesperf.facts.lookup import listed
from salesperf.facts.rep_days import rep_days
from salesperf.facts.section import SalesSection
from salesperf.facts.subject import Subject
from salesperf.tables.bundle import Bundle, Table

ACTIVITY_SUBJECTS = frozenset({Subject.ACTIVITIES, Subject.REP_DAYS})
_DAY = "activity_date"
_ROWS = Text("{count:activity|activities}", "{count} 次活动")
_SLIP = timedelta(days=365)
_SHOWN = 5
_KIND_WORDS = {
    ActivityKind.VISIT: Text("visits", "拜访"),
    ActivityKind.CALL: Text("calls", "电话"),
    ActivityKind.PROPOSAL: Text("proposals", "报价与方案"),
    ActivityKind.FOLLOW_UP: Text("follow-ups", "跟进"),
}
_COUNTED_AS = Text("{kind}: {words}", "{kind}：{words}")
_KINDS = Text("kinds of activities counted as {kinds}", "活动类型归类：{kinds}")
_UNKNOWN = Text(
    "kinds of activities that nobody knows: {listed}; counted among all activities only",
    "无法识别的活动类型：{listed}；只计入活动总数",
)
_WORD = Text("{word!r} ({count:activity|activities})", "「{word}」（{count} 次）")
_DECLARE = Text(
    "declare them under [kpi.activity_kinds]: visit, call, proposal, follow_up or other",
    "请在 [kpi.activity_kinds] 中声明：visit、call、proposal、follow_up 或 other",
)
_SEMICOLON = Text("; ", "；")


def activities(bundle: Bundle, section: SalesSection, as_of: date | None) -> dict[Subject, Events]:
    """The activities, one row each, and the workdays of the reps who had any.

    Columns added, all the activity's id (else its row) where it counts: `activity` what was done, and of it `visit`,
    `call`, `proposal` and `follow_up`, where some kind is known; with both marks in the table `planned_activity` and
    `kept_activity` (planned and done). An activity is done when it is marked so; without a mark when it is not planned.
    """
    table = bundle.get("activities")
    if table is None or _DAY not in table.frame.columns:
        return {}
    whose = keyed(numbered(table, "_place"), table, bundle)
    dated, undated = on_their_day(whose.lines, _DAY, code="F546", rows=_ROWS)
    means = _means(dated, section)
    lines = kept(_judged(dated, means))
    days = _days(lines, bundle, table, as_of=as_of)
    events = Events(
        subject=Subject.ACTIVITIES,
        lines=lines,
        columns=columns_of(lines),
        source="activities",
        table=table.name,
        days=days,
        notes=_notes(means),
        findings=(*whose.findings, *undated, *_unknown(lines, means)),
    )
    found = {Subject.ACTIVITIES: events}
    worked = rep_days(events, bundle)
    return found if worked is None else {**found, Subject.REP_DAYS: worked}


def _means(lines: Frame, section: SalesSection) -> Mapping[str, ActivityKind | None]:
    """What each word of the table's kinds means."""
    if "kind" not in columns_of(lines):
        return {}
    words = collect(lines.select("kind").unique())["kind"].drop_nulls().sort().to_list()
    return activity_kinds(words, own=section.activity_kinds)


def _judged(lines: Frame, means: Mapping[str, ActivityKind | None]) -> Frame:
    columns = columns_of(lines)
    row = nw.concat_str(nw.lit("#"), (nw.col("_place") + 1).cast(nw.String))
    identity = nw.coalesce(nw.col("activity_id"), row) if "activity_id" in columns else row
    done = _is_done(columns)
    added = {"activity": nw.when(done).then(identity)}
    if any(kind is not None for kind in means.values()):
        for kind in _KIND_WORDS:
            words = [word for word, meant in means.items() if meant is kind]
            added[kind.value] = nw.when(done & nw.col("kind").is_in(words)).then(identity)
    if {"planned", "completed"} <= columns:
        planned = nw.col("planned").fill_null(value=False)
        added["planned_activity"] = nw.when(planned).then(identity)
        added["kept_activity"] = nw.when(planned & done).then(identity)
    return lines.with_columns(**added).drop("_place")


def _is_done(columns: frozenset[str]) -> nw.Expr:
    unplanned = ~nw.col("planned").fill_null(value=False) if "planned" in columns else nw.lit(value=True)
    return nw.coalesce(nw.col("completed"), unplanned) if "completed" in columns else unplanned


def _days(lines: Frame, bundle: Bundle, table: Table, *, as_of: date | None) -> Days | None:
    """The days that count end with what was done: what is planned ahead does not move the day the data reach."""
    done = lines.filter(~nw.col("activity").is_null())
    reached = days_between(done, bundle=bundle, table=table, slip=_SLIP, as_of=as_of)
    if reached is None:
        return days_between(lines, bundle=bundle, table=table, slip=_SLIP, as_of=as_of)
    return days_between(lines, bundle=bundle, table=table, slip=_SLIP, as_of=reached.as_of)


def _notes(means: Mapping[str, ActivityKind | None]) -> tuple[tuple[str, Text], ...]:
    """Which words of the files count as what."""
    kinds = []
    for kind, label in _KIND_WORDS.items():
        words = [word for word, meant in means.items() if meant is kind]
        if words:
            named = listed(in_quotes(words[:_SHOWN]), len(words) - _SHOWN)
            kinds.append(_COUNTED_AS.fill(kind=label, words=named))
    return (("activity_kinds", _KINDS.fill(kinds=listing(kinds, _SEMICOLON))),) if kinds else ()


def _unknown(lines: Frame, means: Mapping[str, ActivityKind | None]) -> tuple[Issue, ...]:
    words = [word for word, kind in means.items() if kind is None]
    if not words:
        return ()
    rows = lines.filter(nw.col("kind").is_in(words)).group_by("kind").agg(nw.len().alias("rows"))
    counts = collect(rows).sort("rows", "kind", descending=[True, False]).rows()
    named = listing(_WORD.fill(word=word, count=Count(count)) for word, count in counts[:_SHOWN])
    message = _UNKNOWN.fill(listed=listed(named, len(counts) - _SHOWN))
    total = sum(count for _, count in counts)
    return (issue("F545", message, Where(column="kind"), hint=_DECLARE, value=counts[0][0], count=total),)
