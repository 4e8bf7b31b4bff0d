"""Bars, shades and names in the columns of a terminal: a Chinese character takes two."""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len

_EIGHTHS = ("", "▏", "▎", "▍", "▌", "▋", "▊", "▉")
_FULL = "█"
_HALF_RIGHT = "▐"
_HEIGHTS = "▁▂▃▄▅▆▇█"
_SHADES = "·░▒▓█"
_ELLIPSIS = "…"
TARGET = "┃"
EXPECTED = "┊"
"""Where a target stands on a bar."""


def length(share: float, width: int) -> str:
    """A bar that fills a share of `width` columns, to an eighth of one; what is not nothing is seen.

    >>> length(0.5, 5)
    '██▌'
    """
    eighths = round(max(0.0, min(share, 1.0)) * width * 8)
    if share > 0:
        eighths = max(eighths, 1)
    return _FULL * (eighths // 8) + _EIGHTHS[eighths % 8]


def length_left(share: float, width: int) -> str:
    """A bar that ends at its right, to half a column, as wide as `width`."""
    halves = round(max(0.0, min(share, 1.0)) * width * 2)
    if share > 0:
        halves = max(halves, 1)
    return ((_HALF_RIGHT if halves % 2 else "") + _FULL * (halves // 2)).rjust(width)


def signed(value: float | None, span: tuple[float, float], width: int) -> str:
    """A bar to the right of zero, or to its left where the span has something below it.

    >>> signed(1, (-1, 1), 4), signed(-1, (-1, 1), 4)
    ('  ██', '██  ')
    """
    low, high = span
    left = max(1, round(-low / (high - low) * width)) if low < 0 else 0
    if value is not None and value < 0:
        return length_left(value / low, left) + " " * (width - left)
    bar = length(value / high, width - left) if high and value is not None else ""
    return padded(" " * left + bar, width)


def marked(bar: str, goal: float | None, span: tuple[float, float], *, mark: str = TARGET) -> str:
    """A bar with the mark of its target, where it has one.

    >>> marked("██  ", 3, (0, 4))
    '██ ┃'
    """
    if goal is None or span[0] == span[1]:
        return bar
    at = min(len(bar) - 1, int((goal - span[0]) / (span[1] - span[0]) * len(bar)))
    return bar[:at] + mark + bar[at + 1 :]


def height(share: float) -> str:
    """A column as high as a share of its line.

    >>> height(0), height(1)
    ('▁', '█')
    """
    return _HEIGHTS[round(max(0.0, min(share, 1.0)) * (len(_HEIGHTS) - 1))]


def shade(share: float) -> str:
    """A shade as deep as a share, from a dot to a block, whatever its sign.

    >>> shade(0), shade(-1)
    ('·', '█')
    """
    return _SHADES[min(int(abs(share) * len(_SHADES)), len(_SHADES) - 1)]


def cut(text: str, width: int) -> str:
    """A text that fits into `width` columns, with an ellipsis where it was cut.

    >>> cut("恒源建材", 5)
    '恒源…'
    """
    if cell_len(text) <= width:
        return text
    kept = text
    while kept and cell_len(kept) + 1 > width:
        kept = kept[:-1]
    return kept + _ELLIPSIS


def padded(text: str, width: int, *, right: bool = False) -> str:
    """A text as wide as `width`, blanks behind it, or before it with `right`."""
    blanks = " " * max(0, width - cell_len(text))
    return blanks + text if right else text + blanks


def widest(texts: Sequence[str]) -> int:
    """The columns of the widest text."""
    return max(map(cell_len, texts), default=0)
