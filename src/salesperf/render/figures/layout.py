"""What pictures share: where a value lies, legends, axes with their grid, rows with their names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec import Struct

from salesperf.core.status import Status
from salesperf.render.figures.palette import AXIS, GRID, INK, STATUS
from salesperf.render.figures.scene import (
    SIZE,
    SMALL,
    Anchor,
    Box,
    Frame,
    Label,
    Rule,
    Shape,
    muted,
    shortened,
    widest,
    width_of,
)
from salesperf.report.chart import Chart
from salesperf.report.chart_parts import Axis, Point

PHONE = 480
"""Below this width a picture is laid out for a phone."""
_LINE = 18
_SWATCH = 14
_BETWEEN = 16
_AFTER_WORD = 8
_NAMES_AT_MOST = 0.34
_SIGN = 15
_SIGNS: Mapping[Status | None, tuple[tuple[float, float, float, float], ...]] = {
    Status.GREEN: ((0, 0, 3.5, 3.5), (3.5, 3.5, 9, -4)),
    Status.YELLOW: ((4.5, -5, 4.5, 1), (4.5, 3, 4.5, 5)),
    Status.RED: ((1, -4, 9, 4), (1, 4, 9, -4)),
}
"""The strokes of a tick, an exclamation mark and a cross."""
_SHIFTS = {Anchor.START: 1.0, Anchor.MIDDLE: 0.5, Anchor.END: 0.0}
_NAME_LINE = 16
_ROW_GAP = 10


class Entry(Struct, frozen=True):
    """One line of a legend: a box, a line, a dashed line, or a mark."""

    label: str
    color: str
    look: str = "box"


class Drawing(Struct, frozen=True):
    """Shapes and where the next thing may begin below them."""

    shapes: tuple[Shape, ...]
    bottom: float


class Band(Struct, frozen=True):
    """The strip of one row's bar."""

    top: float
    bottom: float

    @property
    def middle(self) -> float:
        """Its middle line."""
        return (self.top + self.bottom) / 2


class Rows(Struct, frozen=True):
    """Named strips one below the other, from `left` to the edge."""

    names: tuple[Shape, ...]
    bands: tuple[Band, ...]
    left: float
    bottom: float


def on(value: float, axis: Axis | tuple[float, float], start: float, end: float) -> float:
    """Where a value lies between two places; `start` is that of the lowest."""
    low, high = (axis.low, axis.high) if isinstance(axis, Axis) else axis
    return start + (value - low) / (high - low) * (end - start)


def light(point: Point, otherwise: str) -> str:
    """The colour of a mark: that of its light, if it has one."""
    return STATUS[point.status] if point.status else otherwise


def said_width(point: Point, words: str, size: int = SIZE, *, bold: bool = False) -> float:
    """The width of words with the sign of their light before them."""
    return width_of(words, size, bold=bold) + (_SIGN if point.status in _SIGNS else 0)


def said(
    point: Point, x: float, y: float, words: str, *, size: int = SIZE, anchor: Anchor = Anchor.START, bold: bool = False
) -> Iterator[Shape]:
    """Words with the sign of their light before them, a drawn one that needs no font: colour is never alone."""
    room = said_width(point, words, size, bold=bold)
    left = x - {Anchor.START: 0.0, Anchor.MIDDLE: room / 2, Anchor.END: room}[anchor]
    for from_x, from_y, to_x, to_y in _SIGNS.get(point.status, ()):
        yield Rule(left + from_x, y + from_y, left + to_x, y + to_y, INK, 2)
    yield Label(x + (room - width_of(words, size, bold=bold)) * _SHIFTS[anchor], y, words, INK, size, anchor, bold)


def header(title: str, entries: Sequence[Entry], *, width: int, top: float) -> Drawing:
    """The unit of the axis and the legend, in as many lines as they need."""
    shapes: list[Shape] = []
    x, y = 0.0, top + _LINE / 2
    if title:
        shapes.append(muted(0, y, shortened(title, width, SMALL)))
        x = min(width_of(title, SMALL), width) + _BETWEEN
    for entry in entries:
        label = shortened(entry.label, width - _SWATCH - _AFTER_WORD, SMALL)
        needed = _SWATCH + _AFTER_WORD / 2 + width_of(label, SMALL)
        if x and x + needed > width:
            x, y = 0.0, y + _LINE
        shapes += [_swatch(entry, x, y), muted(x + _SWATCH + _AFTER_WORD / 2, y, label)]
        x += needed + _BETWEEN
    return Drawing(tuple(shapes), y + _LINE / 2 + 4 if shapes else top)


def _swatch(entry: Entry, x: float, y: float) -> Shape:
    if entry.look == "box":
        return Box(x + 2, y - 5, x + 12, y + 5, entry.color)
    if entry.look == "mark":
        return Rule(x + 7, y - 6, x + 7, y + 6, entry.color, 2)
    return Rule(x, y, x + _SWATCH, y, entry.color, 2, dashed=entry.look == "dashed")


def axis_room(axis: Axis) -> float:
    """The width that the words of an upright axis take."""
    return widest([tick.label for tick in axis.ticks], SMALL) + _AFTER_WORD


def upright(axis: Axis, frame: Frame) -> Iterable[Shape]:
    """An axis at the left with a light grid; zero is drawn stronger when something lies below it."""
    for tick in axis.ticks:
        y = on(tick.value, axis, frame.bottom, frame.top)
        yield Rule(frame.left, y, frame.right, y, AXIS if not tick.value else GRID)
        yield muted(frame.left - _AFTER_WORD + 2, y, tick.label, Anchor.END)


def level(axis: Axis, frame: Frame, *, step: int = 1) -> Iterable[Shape]:
    """An axis at the foot with a light grid; `step` words only every second or third tick."""
    for index, tick in enumerate(axis.ticks):
        x = on(tick.value, axis, frame.left, frame.right)
        yield Rule(x, frame.top, x, frame.bottom, AXIS if not tick.value else GRID)
        if index % step == 0:
            yield muted(x, frame.bottom + 12, tick.label, Anchor.MIDDLE)


def every(labels: Sequence[str], room: float) -> int:
    """How many ticks lie from one worded tick to the next, so that words do not touch."""
    step = 1
    while widest(labels, SMALL) + _AFTER_WORD > room * step:
        step += 1
    return step


def rows(chart: Chart, *, width: int, top: float, thick: float, gap: float = _ROW_GAP) -> Rows:
    """One strip a category: names beside the strips, above them on a phone when many are long."""
    longest = widest(chart.categories)
    cut = sum(width_of(name) > width * _NAMES_AT_MOST for name in chart.categories)
    is_above = width < PHONE and cut * 3 > len(chart.categories)
    named = min(longest, width * _NAMES_AT_MOST)
    room = 0.0 if is_above else named + _AFTER_WORD
    names: list[Shape] = []
    bands: list[Band] = []
    y = top + 2
    for name in chart.categories:
        if is_above:
            names.append(Label(0, y + _NAME_LINE / 2 - 1, shortened(name, width)))
            y += _NAME_LINE
        bands.append(Band(y, y + thick))
        if not is_above:
            text = shortened(name, named)
            names.append(Label(named, y + thick / 2, text, anchor=Anchor.END))
        y += thick + gap
    return Rows(tuple(names), tuple(bands), room, y - gap + 4)
