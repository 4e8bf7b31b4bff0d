"""Relevant: whether targets add up to the level above, and nobody's are counted in it twice."""

from __future__ import annotations

from collections.abc import Iterator

from salesperf.analyses.targets.owners import COMPANY, REGION, REP, TEAM
from salesperf.analyses.targets.smart.case import Case, Holder
from salesperf.analyses.targets.smart.figures import figure, named, scope_word, some
from salesperf.analyses.targets.smart.sums import Level, allowed, amounts_of, gaps_of, likewise
from salesperf.core.codes import issue
from salesperf.core.errors import Issue
from salesperf.core.text import Text

_DIFFERS = Text(
    "{parent}: in {period} the targets below it (by {scope}: {parts}) come to {sum}, its own is {target} "
    "({sign}{difference}){more}",
    "{parent}：{period} 下级（{scope}）{parts} 合计 {sum}，而目标为 {target}（相差 {sign}{difference}）{more}",
)
_TWICE = Text(
    "{parent}: in {period} the target {target} adds the target of {leaders} to those of the people led, which it "
    "contains already{more}",
    "{parent}：{period} 目标 {target} 将{leaders}与其下属的目标重复相加{more}",
)


def relevant(cases: tuple[Case, ...]) -> Iterator[Issue]:
    """Findings on sums, one for each target and level below it."""
    for case in cases:
        if case.adds:
            for level in levels(case):
                yield from _of_level(case, level)


def levels(case: Case) -> Iterator[Level]:
    """The company over its teams (without any, over its people), over its regions and the like; teams over people."""
    company = next((holder for holder in case.holders if holder.scope == COMPANY), None)
    teams, reps = case.of(TEAM), case.of(REP)
    leaders = tuple(holder for holder in case.holders if holder.leads)
    if company is not None and teams:
        yield Level(company, TEAM, teams)
    elif company is not None and reps:
        yield Level(company, REP, reps, leaders)
    for scope in dict.fromkeys(holder.scope for holder in case.holders):
        if company is not None and scope not in {COMPANY, TEAM, REP}:
            yield Level(company, scope, case.of(scope), is_whole=scope == REGION)
    if reps:
        yield from (Level(team, REP, reps, leaders, team) for team in teams)
        yield from _regions(case, reps, leaders)


def _regions(case: Case, reps: tuple[Holder, ...], leaders: tuple[Holder, ...]) -> Iterator[Level]:
    """Regions over the people who sell there, where each of those with targets sells in one region alone."""
    if any(case.regions.get(rep.key) is None for rep in reps):
        return
    targeted = {rep.key for rep in reps}
    for region in case.of(REGION):
        sellers = {rep for rep, place in case.regions.items() if place == region.key}
        yield Level(region, REP, reps, leaders, region=region, is_whole=sellers <= targeted)


def _of_level(case: Case, level: Level) -> Iterator[Issue]:
    found = [gap for gap in gaps_of(case, level) if level.is_whole or gap.parts > gap.target]
    if not found:
        return
    first, unit = found[0], case.metric.unit
    led = amounts_of(level.among(level.leaders, case, first.period), first.period)
    together = sum(led.values(), first.parts)
    said = {
        "parent": named(level.parent),
        "target": figure(first.target, unit),
        "period": first.period.key,
        "more": likewise(found),
    }
    if led and abs(together - first.target) <= allowed(case, first.target, (together,)):
        message = _TWICE.fill(leaders=some(list(led)), **said)
        yield issue("F591", message, first.goal.where, value=figure(first.target, unit), count=len(found))
        return
    difference = first.parts - first.target
    message = _DIFFERS.fill(
        parts=some(list(first.amounts)),
        scope=scope_word(level.scope),
        sum=figure(first.parts, unit),
        sign="+" if difference > 0 else "-",
        difference=figure(abs(difference), unit),
        **said,
    )
    yield issue("F590", message, first.goal.where, value=figure(first.target, unit), count=len(found))
