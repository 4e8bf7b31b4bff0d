"""Time-bound: gaps, overlaps and contradictions between the periods of one owner, and periods nobody can work in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from msgspec import Struct

from salesperf.analyses.targets.smart.case import Case, Holder
from salesperf.analyses.targets.smart.figures import figure, named, some
from salesperf.analyses.targets.smart.sums import allowed
from salesperf.core.codes import issue
from salesperf.core.errors import Issue, Where
from salesperf.core.period import Grain, Span
from salesperf.core.text import Count, Text
from salesperf.facts.goals import Aim, Goal, aim

_ONE_DAY = timedelta(days=1)
_LONGER = 3
"""Periods of so many times the length are of another kind: weeks beside months overlap by nature."""
_SHORT = frozenset({Grain.DAY, Grain.WEEK})
_STALE = timedelta(days=31)
"""Targets that end so long before the data do not say what is to be reached now."""
_MONTH = timedelta(days=31)
"""The rest of a period up to which it is not told that somebody leaves within it."""
_FAR = timedelta(days=3 * 366)
"""Nobody sets targets so far ahead of the data: a year is mistyped."""
_NOW = Text("; likewise {others:other|others}", "；另有 {others} 处类似")
_GAP = Text(
    "{owner}: no target of {metric} for {days:day|days} between two that have one, {span}{more}",
    "{owner}：{span} 共 {days} 天没有{metric}目标，而前后均有目标{more}",
)
_OVERLAP = Text(
    "{owner}: the targets of {metric} for {first} and {second} are for some of the same days{more}",
    "{owner}：{first} 与 {second} 的{metric}目标期间重叠{more}",
)
_DISAGREES = Text(
    "{owner}: {metric} {target} for {period}, but the targets of its parts come to {sum}{more}",
    "{owner}：{period} 的{metric}目标为 {target}，而其中各期间之和为 {sum}{more}",
)
_LEFT = Text(
    "{owner} left on {day}, but has {targets:target|targets} of {metric} for later: {periods}",
    "{owner}已于 {day} 离职，但之后仍有 {targets} 个{metric}目标：{periods}",
)
_HIRED = Text(
    "{owner} was hired on {day}, but has {targets:target|targets} of {metric} for earlier: {periods}",
    "{owner}于 {day} 入职，但此前已有 {targets} 个{metric}目标：{periods}",
)
_LEFT_WITHIN = Text(
    "{owner} left on {day}, but has {targets:target|targets} of {metric} for {periods}, which ends more than a month "
    "later: asked for whole",
    "{owner}已于 {day} 离职，而其 {targets} 个{metric}目标（{periods}）远在此日之后才结束：仍按全额计算",
)
_STALE_SHEET = Text(
    "the last target of {metric} is for {period}; the data go on to {through}",
    "{metric}的最后一个目标为 {period}，而数据已到 {through}",
)
_FAR_AHEAD = Text(
    "{metric}: {targets:target lies|targets lie} years after the data, which go to {through}: {periods}",
    "{targets} 个{metric}目标远在数据（截至 {through}）之后：{periods}",
)
_BEFORE = Text(
    "{metric}: {targets:target lies|targets lie} before the data, which begin on {first}: {periods}",
    "{targets} 个{metric}目标早于数据起始日 {first}：{periods}",
)


class _Overlap(Struct, frozen=True):
    first: Goal
    second: Goal


def time_bound(cases: tuple[Case, ...]) -> Iterator[Issue]:
    """Findings on periods, one an owner and kind."""
    for case in cases:
        for holder in case.holders:
            yield from _gaps(case, holder)
            yield from _overlaps(case, holder)
            yield from _contradictions(case, holder)
            yield from _absent(case, holder)
        yield from _beside_the_data(case)


def _gaps(case: Case, holder: Holder) -> Iterator[Issue]:
    """Days without a target between others; weekends and holidays between working weeks are none."""
    gaps = [gap for gap in _between(holder.goals) if case.workdays.of(gap[0])]
    if gaps:
        days = sum(gap.days for gap, _ in gaps)
        span, after = gaps[0]
        message = _GAP.fill(
            owner=named(holder), metric=case.metric.label, days=Count(days), span=span, more=_others(len(gaps))
        )
        yield issue("F593", message, after.where, value=str(span), count=len(gaps))


def _between(goals: Sequence[Goal]) -> Iterator[tuple[Span, Goal]]:
    """The days from the end of what is covered so far to the next goal."""
    reached: date | None = None
    for goal in sorted(goals, key=lambda one: one.period.start):
        if reached is not None and goal.period.start > reached + _ONE_DAY:
            yield Span(reached + _ONE_DAY, goal.period.start - _ONE_DAY), goal
        reached = goal.period.end if reached is None else max(reached, goal.period.end)


def _overlaps(case: Case, holder: Holder) -> Iterator[Issue]:
    """Periods of about one length that share some of their days, neither holding the other."""
    long = sorted((goal for goal in holder.goals if goal.period.grain not in _SHORT), key=lambda one: one.period)
    found = [
        _Overlap(first, second)
        for at, first in enumerate(long)
        for second in long[at + 1 :]
        if second.period.start <= first.period.end and _cross(first.period, second.period)
    ]
    if found:
        message = _OVERLAP.fill(
            owner=named(holder),
            metric=case.metric.label,
            first=found[0].first.period.key,
            second=found[0].second.period.key,
            more=_others(len(found)),
        )
        yield issue("F594", message, found[0].second.where, value=found[0].second.period.key, count=len(found))


def _cross(first: Span, second: Span) -> bool:
    """Whether two spans that share days are alike in length and neither lies in the other."""
    longer, shorter = max(first.days, second.days), min(first.days, second.days)
    return first.start < second.start and first.end < second.end and longer < _LONGER * shorter


def _contradictions(case: Case, holder: Holder) -> Iterator[Issue]:
    """A target whose period is covered whole by shorter ones that come to something else."""
    if not case.adds:
        return
    found = [(goal, parts) for goal in holder.goals if (parts := _parts(goal, holder.goals)) is not None]
    off = [
        (goal, parts)
        for goal, parts in found
        if abs(parts.amount - goal.amount) > allowed(case, goal.amount, [p.amount for p in parts.parts])
    ]
    if off:
        goal, parts = off[0]
        message = _DISAGREES.fill(
            owner=named(holder),
            metric=case.metric.label,
            target=figure(goal.amount, case.metric.unit),
            period=goal.period.key,
            sum=figure(parts.amount, case.metric.unit),
            more=_others(len(off)),
        )
        yield issue("F595", message, goal.where, value=figure(goal.amount, case.metric.unit), count=len(off))


def _parts(goal: Goal, goals: Sequence[Goal]) -> Aim | None:
    """The shorter goals that cover a goal's period whole."""
    shorter = [one for one in goals if one.period.days < goal.period.days]
    found = aim(shorter, goal.period, adds_up=True)
    return found if found is not None and not found.uncovered else None


def _absent(case: Case, holder: Holder) -> Iterator[Issue]:
    """Targets of somebody for days on which they are not there; one of nothing asks for nothing.

    None where such targets count by the days that somebody is there.
    """
    if case.board is not None and case.board.desk.section.prorated:
        return
    stay = case.stay(holder)
    goals = [goal for goal in holder.goals if goal.amount]
    after = [goal for goal in goals if stay.left is not None and goal.period.start > stay.left]
    before = [goal for goal in goals if stay.hired is not None and goal.period.end < stay.hired]
    within = [goal for goal in goals if stay.left is not None and _left_within(goal.period, stay.left)]
    told = ((after, _LEFT, stay.left), (within, _LEFT_WITHIN, stay.left), (before, _HIRED, stay.hired))
    for found, phrase, day in told:
        if found:
            message = phrase.fill(
                owner=named(holder),
                day=day,
                targets=Count(len(found)),
                metric=case.metric.label,
                periods=some([goal.period.key for goal in found]),
            )
            yield issue("F596", message, found[0].where, value=found[0].period.key, count=len(found))


def _left_within(period: Span, left: date) -> bool:
    """Whether somebody left inside a period, more than a month before its end."""
    return period.start <= left < period.end - _MONTH


def _beside_the_data(case: Case) -> Iterator[Issue]:
    """Targets that ended before the data, that lie years after them, or for which there are none."""
    if case.data is None or case.board is None:
        return
    goals = sorted((goal for holder in case.holders for goal in holder.goals), key=lambda one: one.period.end)
    through, label = case.data.through, case.metric.label
    far = [goal for goal in goals if goal.period.start > through + _FAR]
    before = [goal for goal in goals if goal.period.end < case.data.first]
    last = goals[-1]
    if last.period.end + _STALE < through and case.question.request.period is None:
        message = _STALE_SHEET.fill(metric=label, period=last.period.key, through=through)
        yield issue("F597", message, Where(last.where.file, last.where.sheet), value=last.period.key)
    for found, phrase, code in ((far, _FAR_AHEAD, "F598"), (before, _BEFORE, "F599")):
        if found:
            keys = list(dict.fromkeys(goal.period.key for goal in found))
            message = phrase.fill(
                targets=Count(len(found)), metric=label, through=through, first=case.data.first, periods=some(keys)
            )
            yield issue(code, message, found[0].where, value=keys[0], count=len(found))


def _others(count: int) -> Text:
    return _NOW.fill(others=Count(count - 1)) if count > 1 else Text("", "")
