"""A shade for each cell of a table, the value in it."""

from __future__ import annotations

from salesperf.render.figures.layout import Drawing
from salesperf.render.figures.palette import GRID, MUTED, ink_on, shade
from salesperf.render.figures.scene import (
    SIZE,
    SMALL,
    Anchor,
    Box,
    Label,
    Shape,
    muted,
    shortened,
    widest,
    width_of,
)
from salesperf.report.chart import Chart
from salesperf.report.chart_parts import Point

_HIGH = 28
_HEAD = 20
_SPACE = 1
_WIDEST = 110
_NAMES_AT_MOST = 0.36


def heat_map(chart: Chart, *, width: int, top: float) -> Drawing:
    """Rows down and columns across; a missing value is an empty frame with a dash."""
    room = min(widest(chart.categories), width * _NAMES_AT_MOST)
    names = room + 8
    wide = min(_WIDEST, (width - names) / len(chart.series))
    shapes: list[Shape] = []
    for at, one in enumerate(chart.series):
        text = shortened(one.label, wide - 4, SMALL)
        shapes.append(muted(names + (at + 0.5) * wide, top + _HEAD / 2, text, Anchor.MIDDLE))
    for row, name in enumerate(chart.categories):
        y = top + _HEAD + row * _HIGH
        shapes.append(Label(room, y + _HIGH / 2, shortened(name, room), anchor=Anchor.END))
        for at, one in enumerate(chart.series):
            shapes += _cell(one.points[row], left=names + at * wide, top=y, wide=wide)
    return Drawing(tuple(shapes), top + _HEAD + len(chart.categories) * _HIGH + 4)


def _cell(point: Point, *, left: float, top: float, wide: float) -> list[Shape]:
    is_known = point.share is not None
    color = shade(point.share) if point.share is not None else GRID
    box = Box(left + _SPACE, top + _SPACE, left + wide - _SPACE, top + _HIGH - _SPACE, color)
    size = next((size for size in (SIZE, SMALL, SMALL - 1) if width_of(point.label, size) <= wide - 4), None)
    if size is None:
        return [box]
    ink = ink_on(color) if is_known else MUTED
    return [box, Label(left + wide / 2, top + _HIGH / 2, point.label, ink, size, Anchor.MIDDLE)]
