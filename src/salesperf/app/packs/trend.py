"""`trend`: a metric period by period, against its target and the year before."""

from __future__ import annotations

from salesperf.analyses.kpi.compute import Entry
from salesperf.analyses.kpi.growth import base_cell, growth_of, growth_unit, value_cell
from salesperf.app.pack_plans.company import TrendPlan
from salesperf.app.packs import phrases
from salesperf.app.packs.briefing import Briefing
from salesperf.core.text import Text
from salesperf.core.unit import Unit
from salesperf.metrics.attainment import attained
from salesperf.metrics.compare import Against
from salesperf.metrics.model import Metric
from salesperf.metrics.request import Compare
from salesperf.report.figure import Figure, FigureKind
from salesperf.report.model import Cell, Column, Row, Section, TableBlock

TITLE = Text("Trend", "走势")
_TABLE = Text("{metric}, {span}", "{metric}（{span}）")
_DRAWN = Text("{metric} against target and the year before", "{metric}与目标、去年同期对比")
_DRAWN_BARE = Text("{metric} against the year before", "{metric}与去年同期对比")


def trend(briefing: Briefing, plan: TrendPlan) -> Section | None:
    """A table and a line; None where the files do not tell the metric."""
    span = briefing.months(plan.months)
    found = briefing.result((plan.metric,), period=span, grain=briefing.grain, compare=(Compare.YOY,))
    if found is None or not found.entries:
        return None
    metric = found.scope.metrics[0]
    rows = tuple(_row(briefing, entry, metric) for entry in found.entries)
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
    words = phrases.LAST.fill(count=len(rows), grain=phrases.GRAINS[briefing.grain])
    figure = Figure(
        FigureKind.LINE,
        "trend",
        (_DRAWN if has_targets else _DRAWN_BARE).fill(metric=metric.label),
        label="period",
        values=("actual", "last_year"),
        target="target" if has_targets else None,
    )
    title = _TABLE.fill(metric=metric.label, span=words)
    block = TableBlock("trend", title, columns, rows, figures=(figure,), is_backing=True)
    return Section("trend", plan.heading(TITLE), blocks=(block,))


def _row(briefing: Briefing, entry: Entry, metric: Metric) -> Row:
    now = value_cell(entry, metric, briefing.catalog)
    before = base_cell(entry, metric, Against.YOY, briefing.catalog)
    growth, reason = growth_of(now, before, metric)
    target = briefing.target(metric.key, entry.period)
    reached = None if target is None or now.value is None else attained(float(now.value), float(target), metric.better)  # type: ignore[arg-type]
    none = phrases.NO_TARGET.fill(period=entry.period.key)
    return Row(
        (
            Cell(entry.period.key, partial=entry.partial),
            now,
            Cell(target, unit=metric.unit, reason=none if target is None else None),
            Cell(reached, reason=none if target is None else None, partial=entry.partial),
            before,
            Cell(growth, reason=reason, partial=entry.partial),
        )
    )
