"""How much of the target of the whole year is reached, in a sentence."""

from __future__ import annotations

from collections.abc import Iterator

from salesperf.app.packs.briefing import Briefing
from salesperf.app.packs.counting import counted
from salesperf.core.text import Text, keeping
from salesperf.core.unit import Unit
from salesperf.metrics.attainment import attained
from salesperf.metrics.model import Metric
from salesperf.report.capitals import capital
from salesperf.report.model import Cell, Sentence

_SAID = Text(
    "{metric}: {actual} of the full-year target of {target}, {attained}.",
    "{metric}：全年目标{target}，已完成{actual}（{attained}）。",
)


def full_year(briefing: Briefing, metric: Metric) -> Iterator[Sentence]:
    """The target of the whole year and what of it is reached, where targets tell all of the year and data any of it."""
    target, line = briefing.whole_year(metric.key), briefing.line(metric.key, at=1)
    if target is None or line is None or line.actual is None:
        return
    reached = attained(float(line.actual), float(target), metric.better)
    if reached is None:
        return
    values = {
        "actual": Cell(line.actual, unit=metric.unit, partial=line.partial),
        "target": Cell(target, unit=metric.unit),
        "attained": Cell(reached, unit=Unit.RATIO),
    }
    yield Sentence(keeping(_SAID, metric=counted(briefing, line, capital(metric.label))), values)
