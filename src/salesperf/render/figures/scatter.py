"""A point a row, the outermost of them named."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from salesperf.render.figures.layout import PHONE, Drawing, axis_room, every, header, level, on, upright
from salesperf.render.figures.palette import ACCENT, INK
from salesperf.render.figures.scene import SMALL, Anchor, Dot, Frame, Label, Shape, muted, shortened, width_of
from salesperf.report.chart import Chart
from salesperf.report.chart_parts import Axis

_HEIGHT, _HEIGHT_PHONE = 280, 240
_NAMED, _NAMED_PHONE = 3, 2
_LONGEST_NAME = 120
_LINE = 14

_Place = tuple[float, float, str]


def scatter(chart: Chart, *, width: int, top: float) -> Drawing:
    """The first column across, the second up; a row that lacks either is not drawn."""
    across = chart.across or Axis("", chart.axis.ticks)
    head = header(chart.axis.title, [], width=width, top=top)
    is_phone = width < PHONE
    bottom = head.bottom + 8 + (_HEIGHT_PHONE if is_phone else _HEIGHT)
    frame = Frame(axis_room(chart.axis), head.bottom + 8, width - axis_room(across) / 2, bottom)
    labels = [tick.label for tick in across.ticks]
    step = every(labels, (frame.right - frame.left) / (len(labels) - 1))
    places = list(_places(chart, across, frame))
    shapes: list[Shape] = [*head.shapes, *upright(chart.axis, frame), *level(across, frame, step=step)]
    shapes += [Dot(x, y, 4, ACCENT, ACCENT) for x, y, _ in places]
    shapes += _names(places, frame, count=_NAMED_PHONE if is_phone else _NAMED)
    shapes.append(muted(frame.right, frame.bottom + 27, across.title, Anchor.END))
    return Drawing(tuple(shapes), frame.bottom + 36)


def _places(chart: Chart, across: Axis, frame: Frame) -> Iterator[_Place]:
    first, second = chart.series
    for name, point, other in zip(chart.categories, first.points, second.points, strict=True):
        if point.value is not None and other.value is not None:
            x = on(point.value, across, frame.left, frame.right)
            yield x, on(other.value, chart.axis, frame.bottom, frame.top), name


def _names(places: Sequence[_Place], frame: Frame, *, count: int) -> Iterator[Shape]:
    """The names of the points furthest right and furthest up, as far as they do not cover each other."""
    furthest = dict.fromkeys(
        [
            *sorted(places, key=lambda place: (-place[0], place[1]))[:count],
            *sorted(places, key=lambda place: (place[1], -place[0]))[:count],
        ]
    )
    taken: list[tuple[float, float, float]] = []
    for x, y, name in furthest:
        text = shortened(name, _LONGEST_NAME, SMALL)
        room = width_of(text, SMALL)
        left = x + 7 if x + 7 + room <= frame.right else x - 7 - room
        if any(abs(y - other) < _LINE and left < end and start < left + room for start, end, other in taken):
            continue
        taken.append((left, left + room, y))
        yield Label(left, y, text, INK, SMALL)
