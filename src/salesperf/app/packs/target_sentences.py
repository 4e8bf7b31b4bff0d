"""Sentences on targets: how far along a period is, where the year stands, what it comes to, and who is red."""

from __future__ import annotations

from collections.abc import Iterator

from salesperf.analyses.targets.amounts import in_unit
from salesperf.analyses.targets.compute import Line
from salesperf.analyses.targets.owners import COMPANY, REP, TEAM
from salesperf.app.packs.briefing import Briefing
from salesperf.app.packs.cells import named, status_of
from salesperf.core.period import Span
from salesperf.core.status import Status
from salesperf.core.text import Lang, Text, keeping
from salesperf.core.unit import Unit
from salesperf.facts.dimensions import DIMENSIONS
from salesperf.metrics.attainment import MOST_WEEKS
from salesperf.report.model import Cell, Sentence

_SO_FAR = Text("; the period is not over", "；期间尚未结束")
_OVER = Text("; {over} of the workdays are over", "；工作日已过{over}")
_BY_NOW = Text("; {expected} was to be reached by now", "；至今应完成{expected}")
_OVER_BY_NOW = Text(
    "; {over} of the workdays are over, by which {expected} was to be reached",
    "；工作日已过{over}，至今应完成{expected}",
)
_TO_DATE = Text(
    "Year to date {actual}, {attained} of the target of {target}{by_now}.",
    "本年累计{actual}，达成目标{target}的{attained}{by_now}。",
)
_LANDING = Text(
    "At this pace the period comes to {landing}; going by the last {weeks} weeks, the chance of reaching the target is "
    "{chance}.",
    "按目前进度预计完成{landing}；按最近{weeks}周推算，达标概率{chance}。",
)
_NOT_OF = Text(
    "No target is of {conditions} alone: no attainment and no lights.",
    "没有仅针对{conditions}的目标：不计算达成率，也不判断状态。",
)
_RED = Text("{red} of {all} {whose} are red: {names}.", "{all}个{whose}中有{red}个为红灯：{names}。")
_ONE_RED = Text("{red} of {all} {whose} is red: {names}.", "{all}个{whose}中有{red}个为红灯：{names}。")
_NONE_RED = Text("None of the {all} {whose} is red.", "{all}个{whose}均无红灯。")
_WHOSE = {TEAM: Text("teams", "团队"), REP: Text("reps", "销售员")}
_TARGETS_BY = Text("targets by {dimension}", "{dimension}目标")
_MOST_NAMES = 5
_AND_MORE = Text("{names} and {count} more", "{names}等，另有{count}个")
_NOTHING = Text("", "")


def of_targets(briefing: Briefing, metric: str) -> Iterator[Sentence]:
    """What there is to say of the targets of a metric; that none is of what the conditions pick, where that is so."""
    conditions = briefing.request.where
    if conditions and briefing.line(metric) is None and "targets" in briefing.opened.loaded.bundle:
        yield Sentence(_NOT_OF, {"conditions": Cell(" ".join(conditions))})
    yield from _to_date(briefing, metric)
    yield from _landing(briefing, metric)
    yield from _reds(briefing, metric)


def so_far(briefing: Briefing, line: Line | None, *, partial: bool) -> tuple[tuple[Text, ...], dict[str, Cell]]:
    """How much of a period that still runs is over, and what was to be reached by now."""
    expected = _expected(line)
    over = _over(briefing) if partial else None
    values = {name: cell for name, cell in (("over", over), ("expected", expected)) if cell is not None}
    match over, expected:
        case None, None:
            return ((_SO_FAR,) if partial else ()), values
        case None, _:
            return (_BY_NOW,), values
        case _, None:
            return (_OVER,), values
        case _:
            return (_OVER_BY_NOW,), values


def _over(briefing: Briefing) -> Cell | None:
    """The share of the workdays of the period that the data have reached; None where no targets tell workdays."""
    standings = briefing.targets.standings
    period = briefing.period
    if standings is None or not period.start <= briefing.through < period.end:
        return None
    whole = len(standings.workdays.of(period))
    gone = len(standings.workdays.of(Span(period.start, briefing.through)))
    return Cell(gone / whole, unit=Unit.RATIO) if whole else None


def _expected(line: Line | None) -> Cell | None:
    """What was to be reached by now, of targets that still run."""
    if line is None or line.standing is None or line.standing.required is None or line.standing.expected is None:
        return None
    return Cell(in_unit(line.standing.expected, line.metric.unit), unit=line.metric.unit)


def _to_date(briefing: Briefing, metric: str) -> Iterator[Sentence]:
    line = briefing.line(metric, at=1)
    now = briefing.line(metric)
    if line is None or line.standing is None or line.standing.attainment is None or (now and now.period == line.period):
        return
    unit = line.metric.unit
    values = {
        "actual": Cell(line.actual, unit=unit),
        "attained": Cell(line.standing.attainment, unit=Unit.RATIO),
        "target": Cell(line.target, unit=unit),
    }
    expected = _expected(line)
    if expected is not None:
        values["expected"] = expected
    yield Sentence(keeping(_TO_DATE, by_now=_NOTHING if expected is None else _BY_NOW), values, status_of(line))


def _landing(briefing: Briefing, metric: str) -> Iterator[Sentence]:
    line = briefing.line(metric)
    if line is None or line.standing is None or line.standing.probability is None or line.standing.landing is None:
        return
    values = {
        "landing": Cell(in_unit(line.standing.landing, line.metric.unit), unit=line.metric.unit),
        "chance": Cell(line.standing.probability, unit=Unit.CHANCE),
        "weeks": Cell(MOST_WEEKS, unit=Unit.COUNT),
    }
    yield Sentence(_LANDING, values)


def _reds(briefing: Briefing, metric: str) -> Iterator[Sentence]:
    """How many teams are red, and which; then the same of the reps, and of regions and whatever else has targets."""
    lines = briefing.lines(metric)
    others = (line.owner.scope for line in lines if line.owner.scope not in {COMPANY, *_WHOSE})
    for scope in dict.fromkeys((*_WHOSE, *others)):
        own = [line for line in lines if line.owner.scope == scope and line.standing and not line.owner.leads]
        if briefing.whom is not None and briefing.whom.dimension == scope:
            continue
        if len(own) > 1:
            whose = _WHOSE.get(scope) or _TARGETS_BY.fill(dimension=DIMENSIONS[scope].label)
            yield _red_of(own, whose, briefing.lang)


def _red_of(lines: list[Line], whose: Text, lang: Lang) -> Sentence:
    red = [line.owner.name for line in lines if line.status is Status.RED]
    values: dict[str, Cell] = {"all": Cell(len(lines), unit=Unit.COUNT)}
    if not red:
        return Sentence(keeping(_NONE_RED, whose=whose), values, Status.GREEN)
    values |= {"red": Cell(len(red), unit=Unit.COUNT), "names": Cell(named(red[:_MOST_NAMES], lang))}
    words = keeping(_ONE_RED if len(red) == 1 else _RED, whose=whose)
    if len(red) > _MOST_NAMES:
        values["count"] = Cell(len(red) - _MOST_NAMES, unit=Unit.COUNT)
        words = keeping(words, names=_AND_MORE)
    return Sentence(words, values, Status.RED)
