"""A point a row, the outermost of them named."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from salesperf.core.text import Text
from salesperf.render.figures.layout import PHONE, Drawing, axis_room, every, header, level, on, upright
from salesperf.render.figures.palette import ACCENT, INK
from salesperf.render.figures.scene import SMALL, Anchor, Dot, Frame, Label, Shape, muted, shortened, width_of
from salesperf.report.chart import Chart
from salesperf.report.chart_parts import Axis

_HEIGHT, _HEIGHT_PHONE = 280, 240
_NAMED, _NAMED_PHONE = 3, 2
_LONGEST_NAME = 120
_LINE = 14
_DOT = 4
_APART = 7
_NAMED_OF = Text("{named} of {all} points are named", "共 {all} 个点，标出其中 {named} 个的名称")

_Place = tuple[float, float, str]
_Box = tuple[float, float, float, float]
"""Left, top, right, bottom."""


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
    shapes += [Dot(x, y, _DOT, ACCENT, ACCENT) for x, y, _ in places]
    names = list(_names(places, frame, count=_NAMED_PHONE if is_phone else _NAMED))
    shapes += names
    shapes.append(muted(frame.right, frame.bottom + 27, across.title, Anchor.END))
    if len(names) == len(places):
        return Drawing(tuple(shapes), frame.bottom + 36)
    told = _NAMED_OF.fill(named=len(names), all=len(places)).say(chart.lang)
    shapes.append(muted(frame.right, frame.bottom + 27 + _LINE, told, Anchor.END))
    return Drawing(tuple(shapes), frame.bottom + 36 + _LINE)


def _places(chart: Chart, across: Axis, frame: Frame) -> Iterator[_Place]:
    first, second = chart.series
    for name, point, other in zip(chart.categories, first.points, second.points, strict=True):
        if point.value is not None and other.value is not None:
            x = on(point.value, across, frame.left, frame.right)
            yield x, on(other.value, chart.axis, frame.bottom, frame.top), name


def _names(places: Sequence[_Place], frame: Frame, *, count: int) -> Iterator[Shape]:
    """The names of the points furthest right and furthest up, as far as there is room between points and names.

    The furthest are named first; a name stands to the right of its point, or to the left, above or below. Of points
    that lie upon each other one is named.
    """
    furthest = dict.fromkeys(
        [
            *sorted(places, key=lambda place: (-place[0], place[1]))[:count],
            *sorted(places, key=lambda place: (place[1], -place[0]))[:count],
        ]
    )
    taken = [(x - _DOT, y - _DOT, x + _DOT, y + _DOT) for x, y, _ in places]
    named: set[tuple[float, float]] = set()
    for x, y, name in furthest:
        if (x, y) in named:
            continue
        text = shortened(name, _LONGEST_NAME, SMALL)
        for left, middle in _beside((x, y), width_of(text, SMALL)):
            box = (left, middle - _LINE / 2, left + width_of(text, SMALL), middle + _LINE / 2)
            if _is_within(box, frame) and not any(_touch(box, other) for other in taken):
                taken.append(box)
                named.add((x, y))
                yield Label(left, middle, text, INK, SMALL)
                break


def _beside(point: tuple[float, float], wide: float) -> Iterator[tuple[float, float]]:
    """Where a name may begin, and its middle: the better places first."""
    x, y = point
    yield x + _APART, y
    yield x - _APART - wide, y
    for middle in (y - _APART - _LINE / 2, y + _APART + _LINE / 2):
        for left in (x - wide / 2, x + _DOT - wide, x - _DOT):
            yield left, middle


def _is_within(box: _Box, frame: Frame) -> bool:
    """Whether a name stays in the picture; that of the highest point may stand beside it."""
    is_between = frame.left - _DOT <= box[0] and box[2] <= frame.right + _DOT
    return is_between and frame.top - _LINE / 2 <= box[1] and box[3] <= frame.bottom + _LINE / 2


def _touch(one: _Box, other: _Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
