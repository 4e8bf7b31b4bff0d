"""Bars side by side and on top of each other: upright where the names fit below them, lying otherwise."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from salesperf.render.figures.layout import (
    PHONE,
    Drawing,
    Entry,
    axis_room,
    every,
    header,
    level,
    light,
    on,
    rows,
    said,
    said_width,
    upright,
)
from salesperf.render.figures.palette import AXIS, INK, SERIES
from salesperf.render.figures.scene import (
    SMALL,
    Anchor,
    Box,
    Frame,
    Rule,
    Shape,
    muted,
    widest,
)
from salesperf.report.chart import Chart
from salesperf.report.chart_parts import Point
from salesperf.report.figure import FigureKind

_HEIGHT, _HEIGHT_PHONE = 210, 170
_THICK = 16
_THIN = 11
_THICKEST = 46
_BELOW = 15
"""What the words of a bar below zero take below its end."""
_FILLED = 0.72


def bar(chart: Chart, *, width: int, top: float) -> Drawing:
    """Bars from zero, of several columns in groups; a mark shows the target, the colour of a light its status."""
    entries = [Entry(one.label, SERIES[at % len(SERIES)]) for at, one in enumerate(chart.series)]
    if chart.target is not None:
        entries = [*(entries if len(entries) > 1 else []), Entry(chart.target.label, INK, "mark")]
    return (
        _upright(chart, entries, width=width, top=top)
        if _fits(chart, width)
        else _lying(chart, entries, width=width, top=top)
    )


def stacked(chart: Chart, *, width: int, top: float) -> Drawing:
    """The parts of a whole on top of each other; what is below zero hangs below it."""
    entries = [Entry(one.label, SERIES[at % len(SERIES)]) for at, one in enumerate(chart.series)]
    if _fits(chart, width):
        return _upright(chart, entries, width=width, top=top)
    head = header(chart.axis.title, entries, width=width, top=top)
    lines = rows(chart, width=width, top=head.bottom, thick=_THICK)
    edge = axis_room(chart.axis) / 2
    frame = Frame(max(lines.left, edge), head.bottom, width - edge, lines.bottom)
    step = every([tick.label for tick in chart.axis.ticks], (frame.right - frame.left) / (len(chart.axis.ticks) - 1))
    shapes: list[Shape] = [*head.shapes, *level(chart.axis, frame, step=step), *lines.names]
    for at, one in enumerate(chart.series):
        for point, band in zip(one.points, lines.bands, strict=True):
            if point.span is not None:
                start, end = sorted(on(value, chart.axis, frame.left, frame.right) for value in point.span)
                shapes.append(Box(start, band.top, end, band.bottom, SERIES[at % len(SERIES)]))
    return Drawing(tuple(shapes), frame.bottom + 22)


def _fits(chart: Chart, width: int) -> bool:
    """Whether every name has room below its bars."""
    return widest(chart.categories, SMALL) + 8 <= (width - axis_room(chart.axis)) / len(chart.categories)


def _upright(chart: Chart, entries: Sequence[Entry], *, width: int, top: float) -> Drawing:
    is_one = len(chart.series) == 1 and chart.target is None
    head = header(chart.axis.title, [] if is_one else entries, width=width, top=top)
    height = _HEIGHT_PHONE if width < PHONE else _HEIGHT
    frame = Frame(axis_room(chart.axis), head.bottom + 14, width, head.bottom + 14 + height)
    slot = (frame.right - frame.left) / len(chart.categories)
    shapes: list[Shape] = [*head.shapes, *upright(chart.axis, frame)]
    foot = frame.bottom + (_BELOW if _is_said_at_the_foot(chart, frame) else 0)
    for at, name in enumerate(chart.categories):
        middle = frame.left + (at + 0.5) * slot
        points = [one.points[at] for one in chart.series]
        goal = chart.target.points[at] if chart.target is not None else None
        shapes += _column(chart, points, goal, frame, middle=middle, slot=slot)
        shapes.append(muted(middle, foot + 14, name, Anchor.MIDDLE))
    return Drawing(tuple(shapes), foot + 24)


def _is_said_at_the_foot(chart: Chart, frame: Frame) -> bool:
    """Whether a bar below zero has its words where the names would stand."""
    ends = (point.span[1] for one in chart.series for point in one.known if point.span is not None)
    least = min((end for end in ends if end < 0), default=0.0)
    end = on(least, chart.axis, frame.bottom, frame.top)
    return chart.kind is FigureKind.BAR and least < 0 and end + _BELOW > frame.bottom


def _column(
    chart: Chart, points: Sequence[Point], goal: Point | None, frame: Frame, *, middle: float, slot: float
) -> Iterator[Shape]:
    beside = 1 if chart.kind is FigureKind.STACKED else len(points)
    thick = min(_THICKEST, slot * _FILLED / beside)
    left = middle - thick * beside / 2
    longest = max((said_width(point, point.label, SMALL) for one in chart.series for point in one.known), default=0)
    is_said = chart.kind is FigureKind.BAR and longest <= (slot - 2 if beside == 1 else thick + 2)
    for at, point in enumerate(points):
        if point.span is None:
            continue
        start, end = (on(value, chart.axis, frame.bottom, frame.top) for value in point.span)
        x = left + (thick * at if beside > 1 else 0)
        edge = 1 if beside > 1 else 0
        yield Box(x, min(start, end), x + thick - edge, max(start, end), light(point, SERIES[at % len(SERIES)]))
        if is_said:
            y = end + (-8 if end <= start else 9)
            yield from said(point, x + thick / 2, y, point.label, size=SMALL, anchor=Anchor.MIDDLE)
    if goal is not None and goal.value is not None:
        y = on(goal.value, chart.axis, frame.bottom, frame.top)
        yield Rule(left - 3, y, left + thick * beside + 3, y, INK, 2)


def _lying(chart: Chart, entries: Sequence[Entry], *, width: int, top: float) -> Drawing:
    count = len(chart.series)
    is_one = count == 1 and chart.target is None
    head = header(chart.axis.title, [] if is_one else entries, width=width, top=top)
    thin = _THICK if count == 1 else _THIN
    lines = rows(chart, width=width, top=head.bottom, thick=thin * count)
    known = [point for one in chart.series for point in one.known]
    goals = [point.value for point in (chart.target.known if chart.target else ()) if point.value is not None]
    values = [point.value or 0.0 for point in known]
    low, high = min([0.0, *values, *goals]), max([0.0, *values, *goals])
    words = max(said_width(point, point.label, SMALL) for point in known) + 10
    left = lines.left + (words if low < 0 else 0)
    room = _Room((low, high if high > low else low + 1), left, width - words)
    shapes: list[Shape] = [*head.shapes, *lines.names]
    for at, one in enumerate(chart.series):
        color = SERIES[at % len(SERIES)]
        for index, (point, band) in enumerate(zip(one.points, lines.bands, strict=True)):
            aim = chart.target.points[index].value if chart.target is not None else None
            mark = room.at(aim) if aim is not None else None
            shapes += _bar(point, room, mark, top=band.top + at * thin, thin=thin, color=color)
    shapes.append(Rule(room.at(0), head.bottom, room.at(0), lines.bottom, AXIS))
    for goal, band in zip(chart.target.points if chart.target else (), lines.bands, strict=False):
        if goal.value is not None:
            shapes.append(Rule(room.at(goal.value), band.top - 3, room.at(goal.value), band.bottom + 3, INK, 2))
    return Drawing(tuple(shapes), lines.bottom)


class _Room(Struct, frozen=True):
    """Where lying bars reach from and to, in values and in pixels."""

    span: tuple[float, float]
    left: float
    right: float

    def at(self, value: float) -> float:
        """Where a value lies."""
        return on(value, self.span, self.left, self.right)


def _bar(point: Point, room: _Room, mark: float | None, *, top: float, thin: float, color: str) -> Iterator[Shape]:
    middle = top + thin / 2
    zero = room.at(0)
    if point.span is None:
        yield muted(zero + 5, middle, point.label)
        return
    end = room.at(point.span[1])
    yield Box(min(zero, end), top, max(zero, end), top + thin - 1, light(point, color))
    if end < zero:
        yield from said(point, end - 5, middle, point.label, size=SMALL, anchor=Anchor.END)
        return
    # Words keep clear of the mark of the target.
    is_crossed = mark is not None and end < mark + 2 < end + 8 + said_width(point, point.label, SMALL)
    start = mark + 1 if is_crossed and mark is not None else end
    yield from said(point, start + 5, middle, point.label, size=SMALL)
