"""`headline`: what happened, in sentences made of the figures, and the figures that matter as tiles."""

from __future__ import annotations

from collections.abc import Iterator

from salesperf.analyses.kpi.growth import value_cell
from salesperf.app.pack_plans.company import HeadlinePlan
from salesperf.app.packs.beside_sales import metrics_shown, returns_said
from salesperf.app.packs.briefing import Briefing
from salesperf.app.packs.cells import growth_cell, in_place, status_of
from salesperf.app.packs.changes import Change, last_changes
from salesperf.app.packs.elapsed import so_far
from salesperf.app.packs.target_sentences import of_targets
from salesperf.app.packs.tiles import compared, line_of, tiles_of
from salesperf.core.text import Text
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
_END = Text(".", "。")
_MOVED = {
    Compare.YOY: Text("What moved it most on last year, by {dimension}: ", "同比变动最大的{dimension}："),
    Compare.PREV: Text("What moved it most on the period before, by {dimension}: ", "环比变动最大的{dimension}："),
}
_UP, _DOWN = (
    Text("{name} up {{{by}}}", "{name}增加{{{by}}}"),
    Text("{name} down {{{by}}}", "{name}减少{{{by}}}"),
)


def headline(briefing: Briefing, plan: HeadlinePlan) -> Section | None:
    """Sentences and tiles; None where the files tell none of the metrics."""
    tiles = tiles_of(briefing, metrics_shown(briefing, plan), months=plan.months)
    if not tiles:
        return None
    sentences = (
        _what_happened(briefing, plan),
        *returns_said(briefing, plan),
        *of_targets(briefing, plan.metrics[0]),
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
    running, more = so_far(briefing, line, partial=entry.partial)
    values |= more
    return Sentence(_joined(*words, *running, _END), values, status_of(line))


def _begun(metric: Metric) -> Text:
    """A metric as a sentence begins with it."""
    return Text(metric.label.en[:1].upper() + metric.label.en[1:], metric.label.zh)


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
        who, cells = in_place(change.called, name)
        values |= {**cells, by: Cell(abs(change.by), unit=metric.unit)}
        parts.append((_UP if change.by > 0 else _DOWN).fill(name=who, by=by))
    listed = Text("; ".join(part.en for part in parts), "；".join(part.zh for part in parts))
    return Sentence(_joined(words, listed, _END), values)


def _joined(*words: Text) -> Text:
    return Text("".join(word.en for word in words), "".join(word.zh for word in words))
