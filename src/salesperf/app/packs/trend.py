"""`trend`: a metric period by period, against its target and the year before."""

from __future__ import annotations

import dataclasses
from datetime import date

from msgspec.structs import replace

from salesperf.analyses.kpi.compute import Entry
from salesperf.analyses.kpi.growth import base_cell, growth_unit, value_cell
from salesperf.app.pack_plans.company import TrendPlan
from salesperf.app.packs import phrases
from salesperf.app.packs.briefing import Briefing
from salesperf.app.packs.cells import growth_cell, target_cells
from salesperf.app.packs.late_bases import its_start_lacks
from salesperf.core.text import Text
from salesperf.core.unit import Unit
from salesperf.metrics.compare import Against
from salesperf.metrics.model import Metric
from salesperf.metrics.request import Compare
from salesperf.report.figure import Figure, FigureKind
from salesperf.report.model import Cell, Column, Row, Section, TableBlock

TITLE = Text("Trend", "走势")
_TABLE = Text("{metric}, {span}", "{metric}（{span}）")
_DRAWN = {
    (True, True): Text("{metric} against target and the year before", "{metric}与目标、去年同期对比"),
    (False, True): Text("{metric} against the year before", "{metric}与去年同期对比"),
    (True, False): Text("{metric} against target", "{metric}与目标对比"),
    (False, False): Text("{metric}", "{metric}"),
}
"""The title of the figure, by whether there are targets, and sales of a year before."""


def trend(briefing: Briefing, plan: TrendPlan) -> Section | None:
    """A table and a line; None where the files do not tell the metric."""
    span = briefing.months(plan.months)
    found = briefing.result((plan.metric,), period=span, grain=briefing.grain, compare=(Compare.YOY,))
    if found is None or not found.entries:
        return None
    metric = found.scope.metrics[0]
    rows = tuple(_row(briefing, entry, metric, until=span.end) for entry in found.entries)
    has_targets = any(isinstance(row.cells[2], Cell) and row.cells[2].value is not None for row in rows)
    columns: tuple[Column, ...] = (
        Column("period", phrases.PERIOD),
        Column("actual", metric.label, metric.unit),
        Column("target", phrases.TARGET, metric.unit),
        Column("attainment", phrases.ATTAINMENT, Unit.RATIO),
        Column("last_year", phrases.LAST_YEAR, metric.unit),
        Column("growth", phrases.ON[Compare.YOY], growth_unit(metric)),
    )
    if not has_targets:
        columns = (*columns[:2], *columns[4:])
        rows = tuple(Row((*row.cells[:2], *row.cells[4:])) for row in rows)
    has_base = any(isinstance(row.cells[-2], Cell) and row.cells[-2].value for row in rows)
    if not has_base:
        columns = (*columns[:-2], columns[-1])
        rows = tuple(Row((*row.cells[:-2], row.cells[-1])) for row in rows)
    words = phrases.last(len(rows), briefing.grain)
    figure = Figure(
        FigureKind.LINE,
        "trend",
        _DRAWN[has_targets, has_base].fill(metric=metric.label),
        label="period",
        values=("actual", "last_year") if has_base else ("actual",),
        target="target" if has_targets else None,
    )
    title = _TABLE.fill(metric=metric.label, span=words)
    block = TableBlock("trend", title, columns, rows, figures=(figure,), is_backing=True)
    return Section("trend", plan.heading(TITLE), blocks=(block,))


def _row(briefing: Briefing, entry: Entry, metric: Metric, *, until: date) -> Row:
    days = dataclasses.replace(entry.period, end=min(entry.period.end, until))
    target, reached = target_cells(briefing, replace(entry, period=days), metric)
    return Row(
        (
            Cell(entry.period.key, partial=entry.partial, aside=its_start_lacks(briefing.base.measure, entry.period)),
            value_cell(entry, metric, briefing.catalog),
            target,
            reached,
            base_cell(entry, metric, Against.YOY, briefing.catalog),
            growth_cell(briefing, entry, metric, Compare.YOY),
        )
    )
