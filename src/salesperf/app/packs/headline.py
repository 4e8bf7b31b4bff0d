"""`headline`: what happened, in sentences made of the figures, and the figures that matter as tiles."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from salesperf.analyses.kpi.growth import value_cell
from salesperf.analyses.targets.amounts import in_unit
from salesperf.analyses.targets.compute import Line
from salesperf.app.pack_plans.company import HeadlinePlan
from salesperf.app.packs.briefing import Briefing
from salesperf.app.packs.cells import growth_cell, named, status_of
from salesperf.app.packs.changes import Change, last_changes
from salesperf.app.packs.tiles import compared, line_of, tiles_of
from salesperf.core.status import Status
from salesperf.core.text import Lang, Text
from salesperf.core.unit import Unit
from salesperf.facts.dimensions import DIMENSIONS
from salesperf.metrics.model import Metric
from salesperf.metrics.request import Compare
from salesperf.report.model import Cell, Section, Sentence

TITLE = Text("In short", "要点")
_FIRST = Text("{label} {now}", "{label}{now}")
_OF_TARGET = Text(", {attained} of target", "，达成目标的{attained}")
_ON = {
    Compare.YOY: Text(", {yoy} on last year", "，同比{yoy}"),
    Compare.PREV: Text(", {prev} on the period before", "，环比{prev}"),
}
_SO_FAR = Text("; the period is not over", "；期间尚未结束")
_END = Text(".", "。")
_TO_DATE = Text(
    "Year to date {actual}, {attained} of the target of {target}.", "本年累计{actual}，达成目标{target}的{attained}。"
)
_LANDING = Text(
    "At this pace the period comes to {landing}; the chance of reaching the target is {chance}.",
    "按目前进度预计完成{landing}，达标概率{chance}。",
)
_RED = Text("{red} of {all} {whose} are red: {names}.", "{all}个{whose}中有{red}个为红灯：{names}。")
_ONE_RED = Text("{red} of {all} {whose} is red: {names}.", "{all}个{whose}中有{red}个为红灯：{names}。")
_NONE_RED = Text("None of the {all} {whose} is red.", "{all}个{whose}均无红灯。")
_TEAMS, _REPS = Text("teams", "团队"), Text("reps", "销售员")
_MOVED = {
    Compare.YOY: Text("What moved it most on last year, by {dimension}: ", "同比变动最大的{dimension}："),
    Compare.PREV: Text("What moved it most on the period before, by {dimension}: ", "环比变动最大的{dimension}："),
}
_UP, _DOWN = (
    Text("{{{name}}} up {{{by}}}", "{{{name}}}增加{{{by}}}"),
    Text("{{{name}}} down {{{by}}}", "{{{name}}}减少{{{by}}}"),
)
_MOST_NAMES = 5
_AND_MORE = Text("{names} and {count} more", "{names}等，另有{count}个")


def headline(briefing: Briefing, plan: HeadlinePlan) -> Section | None:
    """Sentences and tiles; None where the files tell none of the metrics."""
    tiles = tiles_of(briefing, plan.metrics, months=plan.months)
    if not tiles:
        return None
    sentences = (
        _what_happened(briefing, plan),
        *_to_date(briefing, plan.metrics[0]),
        *_landing(briefing, plan.metrics[0]),
        *_reds(briefing, plan.metrics[0]),
        *_movers(briefing, plan),
    )
    return Section("headline", plan.heading(TITLE), sentences=tuple(filter(None, sentences)), tiles=tiles)


def _what_happened(briefing: Briefing, plan: HeadlinePlan) -> Sentence | None:
    found = briefing.result(plan.metrics)
    if found is None or not found.entries:
        return None
    entry, metric = found.entries[0], found.scope.metrics[0]
    now = value_cell(entry, metric, briefing.catalog)
    line = line_of(briefing, metric, now)
    values, words = {"now": now}, [_FIRST.fill(label=_begun(metric), now="{now}")]
    if line is not None and line.standing is not None and line.standing.attainment is not None:
        values["attained"] = Cell(line.standing.attainment, unit=Unit.RATIO)
        words.append(_OF_TARGET)
    for compare in compared(briefing):
        cell = growth_cell(briefing, entry, metric, compare)
        if cell.value is not None:
            values[compare.value] = cell
            words.append(_ON[compare])
    words += [_SO_FAR] if entry.partial else []
    return Sentence(_joined(*words, _END), values, status_of(line))


def _begun(metric: Metric) -> Text:
    """A metric as a sentence begins with it."""
    return Text(metric.label.en[:1].upper() + metric.label.en[1:], metric.label.zh)


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
    yield Sentence(_TO_DATE, values, status_of(line))


def _landing(briefing: Briefing, metric: str) -> Iterator[Sentence]:
    line = briefing.line(metric)
    if line is None or line.standing is None or line.standing.probability is None or line.standing.landing is None:
        return
    values = {
        "landing": Cell(in_unit(line.standing.landing, line.metric.unit), unit=line.metric.unit),
        "chance": Cell(line.standing.probability, unit=Unit.RATIO),
    }
    yield Sentence(_LANDING, values)


def _reds(briefing: Briefing, metric: str) -> Iterator[Sentence]:
    """How many teams are red, and which; then the same of the reps."""
    lines = briefing.lines(metric)
    for scope, whose in (("team", _TEAMS), ("rep", _REPS)):
        own = [line for line in lines if line.owner.scope == scope and line.standing and not line.owner.leads]
        if briefing.whom is not None and briefing.whom.dimension == scope:
            continue
        if len(own) > 1:
            yield _red_of(own, whose, briefing.lang)


def _red_of(lines: list[Line], whose: Text, lang: Lang) -> Sentence:
    red = [line.owner.name for line in lines if line.status is Status.RED]
    values: dict[str, Cell] = {"all": Cell(len(lines), unit=Unit.COUNT)}
    if not red:
        return Sentence(_keeping(_NONE_RED, whose=whose), values, Status.GREEN)
    values |= {"red": Cell(len(red), unit=Unit.COUNT), "names": Cell(named(red[:_MOST_NAMES], lang))}
    words = _keeping(_ONE_RED if len(red) == 1 else _RED, whose=whose)
    if len(red) > _MOST_NAMES:
        values["count"] = Cell(len(red) - _MOST_NAMES, unit=Unit.COUNT)
        words = _keeping(words, names=_AND_MORE)
    return Sentence(words, values, Status.RED)


def _movers(briefing: Briefing, plan: HeadlinePlan) -> Iterator[Sentence]:
    """The largest changes, up and down, of the first dimension that the files tell."""
    for by in plan.movers:
        told = last_changes(briefing, plan.metrics[0], by=by)
        if told is None or len(told[1].changes) <= 1:
            continue
        compare, found = told
        largest = sorted(found.changes, key=lambda change: (-abs(change.by), change.name))[:3]
        largest = [change for change in largest if change.by]
        if largest:
            yield _moved(largest, _MOVED[compare].fill(dimension=DIMENSIONS[by].label), found.metric)
            return


def _moved(largest: list[Change], words: Text, metric: Metric) -> Sentence:
    values: dict[str, Cell] = {}
    parts = []
    for place, change in enumerate(largest, start=1):
        name, by = f"name{place}", f"by{place}"
        values |= {name: Cell(change.name), by: Cell(abs(change.by), unit=metric.unit)}
        parts.append((_UP if change.by > 0 else _DOWN).fill(name=name, by=by))
    listed = Text("; ".join(part.en for part in parts), "；".join(part.zh for part in parts))
    return Sentence(_joined(words, listed, _END), values)


def _joined(*words: Text) -> Text:
    return Text("".join(word.en for word in words), "".join(word.zh for word in words))


def _keeping(words: Text, **said: Text) -> Text:
    """The phrase with some of its places filled, and the others left for figures."""
    pairs: Mapping[str, Text] = said
    en, zh = words.en, words.zh
    for name, text in pairs.items():
        en, zh = en.replace(f"{{{name}}}", text.en), zh.replace(f"{{{name}}}", text.zh)
    return Text(en, zh)
