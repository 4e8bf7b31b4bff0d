"""Every colour a picture may have, for light paper and for dark.

Marks beside each other can be told apart with any kind of colour blindness, and by a word or a place as well.
"""

from __future__ import annotations

from salesperf.core.status import Status

PAPER = "#fefefe"
INK = "#1f2933"
MUTED = "#5b6773"
GRID = "#e4e8ec"
AXIS = "#8b97a3"
ACCENT = "#2563a8"
LIGHTER = "#a3bfdd"
TARGET = "#4a5561"
UP = "#0f8a68"
DOWN = "#c94f1b"
LEVEL = "#5a7590"

SERIES = (ACCENT, "#e08a1e", "#1a9c8c", "#8a5fa8", "#b8a02a", "#7d8a97")
"""Columns beside or on top of each other; a seventh begins anew, and the legend still names it."""
LINES = (ACCENT, LIGHTER, "#e08a1e", "#1a9c8c", "#8a5fa8", "#7d8a97")
"""Lines, of which the second is mostly last year's."""

STATUS = {Status.GREEN: "#0b8a5f", Status.YELLOW: "#d39b00", Status.RED: "#c93a2e", Status.UNKNOWN: "#8792a0"}

FALLING = ("#fbe3d5", "#f5bd9b", "#e68a58", "#c4541f", "#923a10")
"""Cells below zero, the faintest first."""
EVEN = "#f1f3f5"
RISING = ("#dbe8f5", "#a9c9e8", "#6ba1d3", "#2f74b5", "#174f88")
"""Cells above zero, or from the lowest to the highest."""
CELL_INK = "#1f2934"
CELL_PAPER = "#ffffff"
"""Words in cells, dark on faint ones and bright on deep ones; cells look the same on dark paper."""

ON_DARK = {
    PAPER: "#14191f",
    INK: "#e6eaee",
    MUTED: "#a4afba",
    GRID: "#2c343c",
    AXIS: "#6d7883",
    ACCENT: "#6aa5e3",
    LIGHTER: "#42617f",
    TARGET: "#b4bec8",
    UP: "#3dbb95",
    DOWN: "#ee8450",
    LEVEL: "#8aa3bb",
    "#e08a1e": "#f0a54a",
    "#1a9c8c": "#45c0b0",
    "#8a5fa8": "#b48fd0",
    "#b8a02a": "#d3bd52",
    "#7d8a97": "#98a4b0",
    STATUS[Status.GREEN]: "#3fbe8f",
    STATUS[Status.YELLOW]: "#e6bb3c",
    STATUS[Status.RED]: "#f0776c",
    STATUS[Status.UNKNOWN]: "#95a0ad",
}
"""What each colour becomes on dark paper; those not named stay."""

ALL = frozenset(
    {*ON_DARK, *SERIES, *LINES, *STATUS.values(), *FALLING, EVEN, *RISING, CELL_INK, CELL_PAPER},
)


def shade(share: float) -> str:
    """The colour of a cell by its strength, from -1 to 1."""
    if not share:
        return EVEN
    tones = RISING if share > 0 else FALLING
    return tones[min(int(abs(share) * len(tones)), len(tones) - 1)]


def ink_on(color: str) -> str:
    """The colour of words that reads best on a cell."""
    return max((CELL_INK, CELL_PAPER), key=lambda ink: contrast(ink, color))


def contrast(one: str, other: str) -> float:
    """How well two colours stand apart, from 1 to 21, by the definition of WCAG 2."""
    brighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (brighter + 0.05) / (darker + 0.05)


def _luminance(color: str) -> float:
    parts = (int(color[start : start + 2], 16) / 255 for start in (1, 3, 5))
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)  # noqa: PLR2004 - the bend of sRGB
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
