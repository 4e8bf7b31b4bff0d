"""From one level over its changes to the next: levels, rises and falls, tied by thin lines."""

from __future__ import annotations

from collections.abc import Sequence

from salesperf.render.figures.layout import PHONE, Drawing, axis_room, header, on, rows, upright
from salesperf.render.figures.palette import AXIS, DOWN, INK, LEVEL, UP
from salesperf.render.figures.scene import SMALL, Anchor, Box, Frame, Label, Rule, Shape, muted, widest
from salesperf.report.chart import Chart
from salesperf.report.chart_parts import Point

_HEIGHT = 230
_FILLED = 0.68
_THICK = 18


def waterfall(chart: Chart, *, width: int, top: float) -> Drawing:
    """Upright where the names fit below the bars, lying otherwise."""
    head = header(chart.axis.title, [], width=width, top=top)
    slot = (width - axis_room(chart.axis)) / len(chart.categories)
    is_upright = width >= PHONE and widest(chart.categories, SMALL) + 8 <= slot
    draw = _upright if is_upright else _lying
    return draw(chart, head, width=width)


def _upright(chart: Chart, head: Drawing, *, width: int) -> Drawing:
    frame = Frame(axis_room(chart.axis), head.bottom + 14, width, head.bottom + 14 + _HEIGHT)
    slot = (frame.right - frame.left) / len(chart.categories)
    half = slot * _FILLED / 2
    shapes: list[Shape] = [*head.shapes, *upright(chart.axis, frame)]
    points = chart.series[0].points
    for at, (name, point) in enumerate(zip(chart.categories, points, strict=True)):
        middle = frame.left + (at + 0.5) * slot
        shapes.append(muted(middle, frame.bottom + 14, name, Anchor.MIDDLE))
        if point.span is None:
            continue
        start, end = (on(value, chart.axis, frame.bottom, frame.top) for value in point.span)
        shapes.append(Box(middle - half, min(start, end), middle + half, max(start, end), _color(points, at)))
        if at < len(points) - 1:
            shapes.append(Rule(middle + half, end, middle + slot - half, end, AXIS))
        y = max(start, end) + 9 if end > start and _is_change(points, at) else min(start, end) - 8
        shapes.append(Label(middle, y, _said(points, at), INK, SMALL, Anchor.MIDDLE))
    return Drawing(tuple(shapes), frame.bottom + 24)


def _lying(chart: Chart, head: Drawing, *, width: int) -> Drawing:
    lines = rows(chart, width=width, top=head.bottom, thick=_THICK)
    points = chart.series[0].points
    words = widest([_said(points, at) for at in range(len(points))], SMALL) + 10
    ends = [value for point in points if point.span is not None for value in point.span]
    span = (min(0.0, *ends), max(*ends, 0.0) if max(ends) > min(0.0, *ends) else min(0.0, *ends) + 1)
    left, right = lines.left + (words if span[0] < 0 else 0), width - words
    shapes: list[Shape] = [*head.shapes, *lines.names]
    for at, (point, band) in enumerate(zip(points, lines.bands, strict=True)):
        if point.span is None:
            continue
        start, end = (on(value, span, left, right) for value in point.span)
        shapes.append(Box(min(start, end), band.top, max(start, end), band.bottom, _color(points, at)))
        if at < len(points) - 1:
            shapes.append(Rule(end, band.bottom, end, lines.bands[at + 1].top, AXIS))
        shapes.append(Label(max(start, end) + 5, band.middle, _said(points, at), INK, SMALL))
    return Drawing(tuple(shapes), lines.bottom)


def _is_change(points: Sequence[Point], at: int) -> bool:
    return 0 < at < len(points) - 1


def _color(points: Sequence[Point], at: int) -> str:
    if not _is_change(points, at):
        return LEVEL
    return UP if (points[at].value or 0.0) >= 0 else DOWN


def _said(points: Sequence[Point], at: int) -> str:
    """A rise with its sign, so that no colour is needed to tell it from a fall."""
    point = points[at]
    is_rise = _is_change(points, at) and (point.value or 0.0) > 0 and not point.label.startswith("+")
    return f"+{point.label}" if is_rise else point.label
