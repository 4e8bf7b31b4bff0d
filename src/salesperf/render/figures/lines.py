"""Lines over periods, and the line without axes that stands in a tile."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from salesperf.render.figures.layout import PHONE, Drawing, Entry, axis_room, header, on, upright
from salesperf.render.figures.palette import ACCENT, LINES, PAPER, TARGET
from salesperf.render.figures.scene import (
    SMALL,
    Anchor,
    Dot,
    Frame,
    Label,
    Path,
    Shape,
    muted,
    shortened,
    widest,
    width_of,
)
from salesperf.report.chart import Chart
from salesperf.report.chart_parts import Axis, Point, Series

_Place = tuple[float, float]

_HEIGHT, _HEIGHT_PHONE = 230, 180
_SPARK_HEIGHT = 40
_SPARK_EDGE = 5
_LONGEST_NAME = 90
_ABOVE, _BELOW = (-14, -30, -46), (16, 32, 48)
"""How far from its point the words of a value may stand."""
_HALF_LETTER = 8
_FIRST_WIDTH, _OTHER_WIDTH = 2.5, 2.0


def line(chart: Chart, *, width: int, top: float) -> Drawing:
    """One line a column; the target is dashed, a gap stays open, and what is not complete is thin and hollow."""
    entries = [Entry(one.label, LINES[at % len(LINES)], "line") for at, one in enumerate(chart.series)]
    if chart.target is not None:
        entries.append(Entry(chart.target.label, TARGET, "dashed"))
    head = header(chart.axis.title, entries if len(entries) > 1 else [], width=width, top=top)
    names = [shortened(name, _LONGEST_NAME, SMALL) for name in chart.categories]
    right = width - max(12.0, widest(names[-1:], SMALL) / 2 + 2)
    height = _HEIGHT_PHONE if width < PHONE else _HEIGHT
    frame = Frame(axis_room(chart.axis) + 6, head.bottom + 14, right, head.bottom + 14 + height)
    places = _places(len(names), frame)
    shapes: list[Shape] = [*head.shapes, *upright(chart.axis, frame), *_names(names, places, frame)]
    if chart.target is not None:
        shapes += _target(chart.target, chart.axis, places, frame)
    for at, one in reversed(tuple(enumerate(chart.series))):
        shapes += _drawn(one, chart.axis, places, frame, color=LINES[at % len(LINES)], is_first=at == 0)
    others = (*chart.series, *((chart.target,) if chart.target is not None else ()))
    runs = [[place for place, _ in run] for one in others for run in _runs(one.points, chart.axis, places, frame)]
    shapes += _last_value(chart.series[0], chart.axis, places, frame, width=width, runs=runs)
    return Drawing(tuple(shapes), frame.bottom + 24)


def sparkline(chart: Chart, *, width: int, top: float) -> Drawing:
    """The course of one column, from its lowest to its highest value, and where it ended."""
    one = chart.series[0]
    values = [point.value for point in one.known if point.value is not None]
    low, high = min(values), max(values)
    span = (low, high) if low < high else (low - 1, high + 1)
    frame = Frame(_SPARK_EDGE, top + _SPARK_EDGE, width - _SPARK_EDGE, top + _SPARK_HEIGHT - _SPARK_EDGE)
    places = _places(len(one.points), frame)
    return Drawing(tuple(_drawn(one, span, places, frame, color=ACCENT, is_first=True)), top + _SPARK_HEIGHT)


def _places(count: int, frame: Frame) -> list[float]:
    if count == 1:
        return [(frame.left + frame.right) / 2]
    return [frame.left + 6 + at * (frame.right - frame.left - 12) / (count - 1) for at in range(count)]


def _names(names: Sequence[str], places: Sequence[float], frame: Frame) -> Iterator[Shape]:
    """As many names of periods as do not touch, the last one always."""
    room = places[1] - places[0] if len(places) > 1 else frame.right
    step = 1
    while widest(names, SMALL) + 8 > room * step:
        step += 1
    for at in range(len(names) - 1, -1, -step):
        x = max(places[at], width_of(names[at], SMALL) / 2)
        yield muted(x, frame.bottom + 14, names[at], Anchor.MIDDLE)


def _target(target: Series, axis: Axis, places: Sequence[float], frame: Frame) -> Iterator[Shape]:
    for run in _runs(target.points, axis, places, frame):
        yield Path(tuple(place for place, _ in run), TARGET, 1.5, dashed=True)


def _drawn(
    one: Series,
    axis: Axis | tuple[float, float],
    places: Sequence[float],
    frame: Frame,
    *,
    color: str,
    is_first: bool,
) -> Iterator[Shape]:
    width = _FIRST_WIDTH if is_first else _OTHER_WIDTH
    for run in _runs(one.points, axis, places, frame):
        whole = [place for place, point in run if not point.partial]
        if len(whole) > 1:
            yield Path(tuple(whole), color, width)
        for (before, _), (place, point) in pairwise(run):
            if point.partial:
                yield Path((before, place), color, 1, dashed=True)
        for place, point in run:
            if point.partial:
                yield Dot(*place, 4, PAPER, color)
            elif len(run) == 1:
                yield Dot(*place, 3, color, color)
    last = [(place, point) for run in _runs(one.points, axis, places, frame) for place, point in run][-1:]
    yield from (Dot(*place, 4, color, color) for place, point in last if is_first and not point.partial)


def _runs(
    points: Sequence[Point], axis: Axis | tuple[float, float], places: Sequence[float], frame: Frame
) -> Iterator[list[tuple[_Place, Point]]]:
    """The parts of a line between its gaps."""
    run: list[tuple[_Place, Point]] = []
    for x, point in zip(places, points, strict=True):
        if point.value is not None:
            run.append(((x, on(point.value, axis, frame.bottom, frame.top)), point))
        elif run:
            yield run
            run = []
    if run:
        yield run


def _last_value(
    one: Series,
    axis: Axis,
    places: Sequence[float],
    frame: Frame,
    *,
    width: int,
    runs: Sequence[Sequence[_Place]],
) -> Iterator[Shape]:
    """The last value in words, above or below its point where they lie on no line, or on as few as can be."""
    for run in list(_runs(one.points, axis, places, frame))[-1:]:
        (x, y), point = run[-1]
        room = width_of(point.label) / 2
        x = min(x, width - room - 2)
        falls = len(run) > 1 and run[-2][0][1] < y
        near, far = (_BELOW, _ABOVE) if falls else (_ABOVE, _BELOW)
        heights = [y + step for pair in zip(near, far, strict=True) for step in pair]
        inside = [height for height in heights if frame.top - 14 <= height <= frame.bottom - 8] or heights[:1]
        free = min(inside, key=lambda height: sum(_lies_on(run, x, height, room) for run in runs))
        yield Label(x, free, point.label, anchor=Anchor.MIDDLE, bold=True)


def _lies_on(run: Sequence[_Place], x: float, y: float, room: float) -> bool:
    """Whether words at a place are crossed by a line, or come as near as touching it."""
    for (from_x, from_y), (to_x, to_y) in pairwise(run):
        left, right = max(from_x, x - room), min(to_x, x + room)
        if left > right:
            continue
        ends = [from_y + (at - from_x) / (to_x - from_x) * (to_y - from_y) for at in (left, right)]
        if min(ends) < y + _HALF_LETTER and max(ends) > y - _HALF_LETTER:
            return True
    return False
