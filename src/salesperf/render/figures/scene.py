"""The shapes of a picture in pixels, and how wide words are.

Widths are reckoned, not measured: a picture has the same layout with any font, on any machine.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from enum import StrEnum

from msgspec import Struct

from salesperf.render.figures.palette import INK, MUTED

SIZE = 12
SMALL = 11
_WIDE = frozenset("WF")
_NO_WIDTH = frozenset({"Mn", "Me", "Cf"})
_NARROW_CHARS = frozenset("iljtfrI.,:;'|!()[] -/")
_BROAD_CHARS = frozenset("mwMW%@")
_NARROW, _MIDDLE, _CAPITAL, _BROAD, _FULL = 0.38, 0.62, 0.7, 0.95, 1.02
_BOLD = 1.12
_ELLIPSIS = "…"


class Anchor(StrEnum):
    """Which end of a word stands at its place."""

    START = "start"
    MIDDLE = "middle"
    END = "end"


class Box(Struct, frozen=True):
    """A filled rectangle."""

    left: float
    top: float
    right: float
    bottom: float
    fill: str


class Rule(Struct, frozen=True):
    """A straight line."""

    x: float
    y: float
    to_x: float
    to_y: float
    stroke: str
    width: float = 1
    dashed: bool = False


class Path(Struct, frozen=True):
    """A line through points."""

    points: tuple[tuple[float, float], ...]
    stroke: str
    width: float = 2
    dashed: bool = False


class Dot(Struct, frozen=True):
    """A small circle; a hollow one has the fill of the paper."""

    x: float
    y: float
    radius: float
    fill: str
    stroke: str


class Label(Struct, frozen=True):
    """Words, their middle at `y`."""

    x: float
    y: float
    text: str
    fill: str = INK
    size: int = SIZE
    anchor: Anchor = Anchor.START
    bold: bool = False


Shape = Box | Rule | Path | Dot | Label


class Scene(Struct, frozen=True):
    """A whole picture; later shapes lie above earlier ones."""

    width: int
    height: int
    shapes: tuple[Shape, ...]


class Frame(Struct, frozen=True):
    """The room in which numbers are drawn."""

    left: float
    top: float
    right: float
    bottom: float


def muted(x: float, y: float, text: str, anchor: Anchor = Anchor.START) -> Label:
    """Words that stand back: ticks, units, remarks."""
    return Label(x, y, text, MUTED, SMALL, anchor)


def width_of(text: str, size: int = SIZE, *, bold: bool = False) -> float:
    """About how many pixels a text takes; rather too many than too few."""
    return size * sum(map(_breadth, text)) * (_BOLD if bold else 1)


def widest(texts: Sequence[str], size: int = SIZE) -> float:
    """The width of the longest text."""
    return max((width_of(text, size) for text in texts), default=0)


def shortened(text: str, room: float, size: int = SIZE) -> str:
    """A text that fits its room: cut with an ellipsis, at least one character long.

    >>> shortened("Northern Region", 60)
    'Northern…'
    """
    if width_of(text, size) <= room:
        return text
    kept = text
    while len(kept) > 1 and width_of(kept + _ELLIPSIS, size) > room:
        kept = kept[:-1]
    return kept.rstrip() + _ELLIPSIS


def _breadth(char: str) -> float:
    if unicodedata.east_asian_width(char) in _WIDE:
        return _FULL
    if unicodedata.category(char) in _NO_WIDTH:
        return 0
    if char in _NARROW_CHARS:
        return _NARROW
    if char in _BROAD_CHARS:
        return _BROAD
    return _CAPITAL if char.isupper() else _MIDDLE
