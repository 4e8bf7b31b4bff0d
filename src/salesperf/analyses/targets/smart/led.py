"""Relevant: whether a leader's target is the sum of those of the people led, or holds a part of the leader's own."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from salesperf.analyses.targets.owners import REP
from salesperf.analyses.targets.smart.case import Case, Holder
from salesperf.analyses.targets.smart.figures import figure, some
from salesperf.analyses.targets.smart.sums import Gap, Level, gaps_of, likewise
from salesperf.core.codes import issue
from salesperf.core.errors import Issue, Where
from salesperf.core.period import Period
from salesperf.core.text import Lang, Text, listing, same
from salesperf.facts.goals import aim

_MOST = 12
"""People led whose targets a finding tells one by one."""
_OWN = Decimal("0.25")
"""A leader who sells at least this part of what the target has above the others' is to sell it."""
_DIFFERS = Text(
    "{leader}: in {period} the targets of the people led ({parts}) come to {sum}, the leader's own is {target} "
    "({sign}{difference}){more}",
    "{leader}：{period} 下属目标（{parts}）合计 {sum}，而主管目标为 {target}（相差 {sign}{difference}）{more}",
)
_OWN_PART = Text(
    "{leader}: in {period} the target {target} is {difference} above those of the people led ({parts}), together "
    "{sum}: perhaps what the leader is to sell, who sold {own} in {span}{more}",
    "{leader}：{period} 目标 {target} 比下属目标（{parts}）合计 {sum} 多 {difference}：可能是主管本人的销售目标，"
    "其在 {span} 个人销售 {own}{more}",
)
_PART = Text("{name} {amount}", "{name} {amount}")
_ROW = Text("(row {row})", "（第 {row} 行）")


def led(cases: tuple[Case, ...]) -> Iterator[Issue]:
    """Findings on leaders, one each: those led come to more or to less than the leader's target."""
    for case in cases:
        reps = tuple(holder for holder in case.holders if holder.scope == REP)
        for leader in reps if case.adds else ():
            if leader.leads:
                others = tuple(one for one in reps if one is not leader)
                yield from _of_level(case, Level(leader, REP, others, leader=leader))


def _of_level(case: Case, level: Level) -> Iterator[Issue]:
    gaps = list(gaps_of(case, level))
    if not gaps:
        return
    first, leader, unit = gaps[0], level.parent, case.metric.unit
    above = first.target - first.parts
    said = {
        "leader": leader.name,
        "period": first.period.key,
        "parts": some(list(_parts(case, level, first)), most=_MOST),
        "sum": figure(first.parts, unit),
        "target": figure(first.target, unit),
        "difference": figure(abs(above), unit),
        "more": likewise(gaps),
    }
    own, span = _sold(case, leader, first.period)
    if above > 0 and own >= _OWN * above:
        code, message = "F592", _OWN_PART.fill(own=figure(own, unit), span=span, **said)
    else:
        code, message = "F590", _DIFFERS.fill(sign="-" if above > 0 else "+", **said)
    yield issue(code, message, first.goal.where, value=figure(first.target, unit), count=len(gaps))


def _parts(case: Case, level: Level, gap: Gap) -> Iterator[Text]:
    """Who is led, with the target in the period and where it stands."""
    for one in level.among(level.children, case, gap.period):
        wanted = aim(one.goals, gap.period, adds_up=True)
        if wanted is not None:
            told = _PART.fill(name=same(one.name), amount=figure(wanted.amount, case.metric.unit))
            yield listing([told, *_place(wanted.parts[0].where, gap.goal.where)], Text(" ", ""))


def _place(where: Where, beside: Where) -> Iterator[Text]:
    """Where a target stands, in brackets: its row alone where it stands in the sheet of the other."""
    if where.row is not None and (where.file, where.sheet) == (beside.file, beside.sheet):
        yield _ROW.fill(row=where.row)
    elif where.file is not None:
        place = Where(where.file, where.sheet, where.row)
        yield Text(f"({place.say(Lang.EN)})", f"（{place.say(Lang.ZH)}）")


def _sold(case: Case, leader: Holder, period: Period) -> tuple[Decimal, str]:
    """What a leader sold alone: in the period where it is over, else in that of the year before, else so far."""
    actuals, data = case.actuals(REP), case.data
    if actuals is None or data is None:
        return Decimal(0), period.key
    before = case.calendar.year_ago(period) if period.end > data.through else None
    span = before if before is not None and before.start >= data.first else period
    return Decimal(actuals.value(case.metric.key, span, leader.key) or 0), span.key
