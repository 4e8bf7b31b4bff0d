"""A chart as shapes: each kind by its own module, the title above and what is not drawn below."""

from __future__ import annotations

from typing import Protocol

from salesperf.render.figures.bars import bar, stacked
from salesperf.render.figures.cells import heat_map
from salesperf.render.figures.layout import Drawing
from salesperf.render.figures.lines import line, sparkline
from salesperf.render.figures.palette import INK
from salesperf.render.figures.pareto import pareto
from salesperf.render.figures.scatter import scatter
from salesperf.render.figures.scene import Label, Scene, Shape, muted, shortened
from salesperf.render.figures.steps import bullet, funnel
from salesperf.render.figures.waterfall import waterfall
from salesperf.report.chart import Chart
from salesperf.report.figure import FigureKind

WIDE = 720
NARROW = 360
_TITLE_SIZE = 15
_TITLE_LINE = 28
_NOTE_LINE = 18


class _Draw(Protocol):
    def __call__(self, chart: Chart, *, width: int, top: float) -> Drawing: ...


_DRAWN: dict[FigureKind, _Draw] = {
    FigureKind.LINE: line,
    FigureKind.BAR: bar,
    FigureKind.STACKED: stacked,
    FigureKind.WATERFALL: waterfall,
    FigureKind.HEAT_MAP: heat_map,
    FigureKind.FUNNEL: funnel,
    FigureKind.PARETO: pareto,
    FigureKind.BULLET: bullet,
    FigureKind.SPARKLINE: sparkline,
    FigureKind.SCATTER: scatter,
}


def scene_of(chart: Chart, *, width: int, titled: bool = False) -> Scene:
    """The picture at one width; `titled` writes the title into it, for a picture that travels alone."""
    top = float(_TITLE_LINE) if titled else 0.0
    title = Label(0, top / 2, shortened(chart.title, width, _TITLE_SIZE), INK, _TITLE_SIZE, bold=True)
    drawn = _DRAWN[chart.kind](chart, width=width, top=top)
    shapes: list[Shape] = [*([title] if titled else []), *drawn.shapes]
    bottom = drawn.bottom
    if chart.note:
        shapes.append(muted(0, bottom + _NOTE_LINE / 2, shortened(chart.note, width)))
        bottom += _NOTE_LINE
    return Scene(width, round(bottom), tuple(shapes))
