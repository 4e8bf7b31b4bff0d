"""`collections`: what customers owe, how much of it is overdue, and for how long."""

from __future__ import annotations

from collections.abc import Iterator

from salesperf.analyses.kpi.compute import Result
from salesperf.analyses.kpi.growth import value_cell
from salesperf.app.pack_plans.company import AGES, OWED, CollectionsPlan
from salesperf.app.packs import phrases
from salesperf.app.packs.briefing import Briefing
from salesperf.app.packs.cells import number
from salesperf.app.packs.tiles import tiles_of
from salesperf.core.text import Text
from salesperf.core.unit import Unit
from salesperf.report.figure import Figure, FigureKind
from salesperf.report.model import Cell, Column, Row, Section, Sentence, TableBlock

TITLE = Text("Cash and receivables", "回款与应收")
_AGEING = Text("Receivable by age, {span}", "应收账龄（{span}）")
_OWED = "receivable"
_OLD = "overdue_over_90"
_CREDIT = "unused_credit"
_SAID = Text(
    "Customers owe {receivable}, of which {overdue} ({rate}) is overdue.",
    "客户应收{receivable}，其中逾期{overdue}（{rate}）。",
)
_BEFORE_CREDITS = Text(
    "Customers owe {open} on open invoices, of which {overdue} ({rate}) is overdue; credits of {credit} are not yet "
    "used, which leaves {receivable}.",
    "未结清发票{open}，其中逾期{overdue}（{rate}）；另有未核销贷项{credit}，应收余额{receivable}。",
)
_LONG = Text("{old} of it is overdue for more than 90 days.", "其中逾期90天以上{old}。")


def collections(briefing: Briefing, plan: CollectionsPlan) -> Section | None:
    """Tiles and the ages of what is owed; None where the files tell of no invoices and payments."""
    tiles = tiles_of(briefing, OWED, months=plan.months)
    if not tiles:
        return None
    block = _ageing(briefing, plan)
    return Section(
        "collections",
        plan.heading(TITLE),
        sentences=tuple(_said(briefing)),
        tiles=tiles,
        blocks=(block,) if block is not None else (),
    )


def _ageing(briefing: Briefing, plan: CollectionsPlan) -> TableBlock | None:
    found = _ages(briefing, plan.months)
    if found is None:
        return None
    metrics = found.scope.metrics
    drawn = tuple(metric for metric in metrics if metric.key in AGES and _has_any(found, metric.key))
    shown = (*drawn, *(metric for metric in metrics if metric.key == _OWED))
    if not drawn:
        return None
    title = _AGEING.fill(span=phrases.last(len(found.entries), briefing.grain))
    columns = (Column("period", phrases.PERIOD), *(Column(one.key, one.label, one.unit) for one in shown))
    rows = tuple(
        Row((Cell(entry.period.key), *(value_cell(entry, metric, briefing.catalog) for metric in shown)))
        for entry in found.entries
    )
    keys = tuple(metric.key for metric in drawn)
    figure = Figure(FigureKind.STACKED, "ageing", title, label="period", values=keys)
    return TableBlock("ageing", title, columns, rows, figures=(figure,), is_backing=True)


def _ages(briefing: Briefing, months: int) -> Result | None:
    return briefing.result((*AGES, _OWED), period=briefing.months(months), grain=briefing.grain, compare=())


def _has_any(found: Result, metric: str) -> bool:
    return any(number(entry.now.get(metric)) for entry in found.entries)


def _said(briefing: Briefing) -> Iterator[Sentence]:
    found = briefing.result((*OWED, *AGES))
    if found is None or not found.entries:
        return
    now = found.entries[0].now
    cells = {
        "receivable": Cell(number(now.get(_OWED)), unit=Unit.MONEY),
        "overdue": Cell(number(now.get("overdue")), unit=Unit.MONEY),
        "rate": Cell(_fraction(now.get("overdue_rate")), unit=Unit.RATIO),
    }
    credit, left = number(now.get(_CREDIT)), number(now.get(_OWED))
    if all(cell.value is not None for cell in cells.values()):
        if credit and left is not None:
            beside = {"open": Cell(left - credit, unit=Unit.MONEY), "credit": Cell(-credit, unit=Unit.MONEY)}
            yield Sentence(_BEFORE_CREDITS, {**cells, **beside})
        else:
            yield Sentence(_SAID, cells)
    old = number(now.get(_OLD))
    if old:
        yield Sentence(_LONG, {"old": Cell(old, unit=Unit.MONEY)})


def _fraction(value: object) -> float | None:
    return value if isinstance(value, float) else None
