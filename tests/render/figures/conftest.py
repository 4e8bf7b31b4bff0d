"""Charts of every kind, small and worked by hand."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from salesperf.core.status import Status
from salesperf.core.text import Lang, Text
from salesperf.core.unit import Unit
from salesperf.report.chart import Chart, chart_of
from salesperf.report.figure import Figure, FigureKind
from salesperf.report.model import Cell, Column, Row, TableBlock, Value

Drawn = Callable[..., Chart]
KINDS = tuple(FigureKind)

NAMES = ("East", "South", "North", "West")
_NUMBERS: dict[FigureKind, tuple[tuple[Value, ...], ...]] = {
    FigureKind.LINE: ((100, 110, None, 90), (95, 95, 95, 95)),
    FigureKind.BAR: ((100, 50, None, -20),),
    FigureKind.STACKED: ((60, 70, 80, 90), (40, -10, 20, 10)),
    FigureKind.WATERFALL: ((100, 30, -50, 80),),
    FigureKind.HEAT_MAP: ((0.5, -0.25, None, 0), (1.5, -1, 0.1, -0.1)),
    FigureKind.FUNNEL: ((200, 100, 30, 3),),
    FigureKind.PARETO: ((700, 200, 50, 50), (0.7, 0.9, 0.95, 1.0)),
    FigureKind.BULLET: ((120, 80, 300, 10),),
    FigureKind.SPARKLINE: ((3, 1, 2, 5),),
    FigureKind.SCATTER: ((1, 5, 9, None), (10, 20, 5, 3)),
}
_UNITS = {
    FigureKind.HEAT_MAP: (Unit.GROWTH, Unit.GROWTH),
    FigureKind.PARETO: (Unit.MONEY, Unit.RATIO),
    FigureKind.SCATTER: (Unit.COUNT, Unit.MONEY),
}
_GOALS: dict[FigureKind, tuple[Value, ...]] = {
    FigureKind.LINE: (100, 100, 100, 120),
    FigureKind.BULLET: (100, 100, 100, None),
}


def chart(  # noqa: PLR0913 -- a test names what it asks for
    kind: FigureKind,
    *columns: tuple[Value, ...],
    names: tuple[str, ...] = NAMES,
    goals: tuple[Value, ...] | None = None,
    expected: tuple[Value, ...] | None = None,
    statuses: tuple[Status | None, ...] = (),
    partial: bool = False,
    first: int | None = None,
    title: str = "Revenue",
    lang: Lang = Lang.EN,
) -> Chart:
    """A chart of these columns, or of the ones its kind has here."""
    goals = goals if columns else _GOALS.get(kind)
    columns = columns or _NUMBERS[kind]
    units = _UNITS.get(kind, (Unit.MONEY,) * len(columns))
    heads = [Column(f"v{at}", Text(f"Value {at}", f"数值{at}"), unit) for at, unit in enumerate(units)]
    target = (Column("goal", Text("Target", "目标"), Unit.MONEY),) if goals else ()
    due = (Column("due", Text("Expected", "应完成"), Unit.MONEY),) if expected else ()
    rows = []
    for at, name in enumerate(names):
        status = statuses[at] if statuses else None
        is_partial = partial and at == len(names) - 1
        cells = [Cell(name), *(Cell(values[at], status=status, partial=is_partial) for values in columns)]
        rows.append(Row((*cells, *([Cell(one[at]) for one in (goals, expected) if one]))))
    block = TableBlock(
        "t", Text(title, title), (Column("name", Text("Name", "名称")), *heads, *target, *due), tuple(rows)
    )
    figure = Figure(
        kind,
        "f",
        Text(title, title),
        "name",
        tuple(head.key for head in heads),
        "goal" if goals else None,
        first,
        expected="due" if expected else None,
    )
    found = chart_of(figure, block, lang=lang, currency="USD")
    assert found is not None
    return found


@pytest.fixture
def draw_chart() -> Drawn:
    """Makes a chart of the kind and columns given."""
    return chart
