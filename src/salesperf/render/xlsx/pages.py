"""Where a printed sheet begins a new page: never inside a chart, nor inside a table that one page holds."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec import Struct
from xlsxwriter.worksheet import Worksheet

ROW, COLUMN = 20, 64
"""A row and a column that nothing was said of, in pixels."""
_PAPER_WIDTH, _PAPER_HEIGHT = 1_045, 590
"""What A4 across holds between its margins, with room for other letters than ours."""
_PER_CHARACTER, _PADDING = 7, 5
_WORTH = 1 / 3
"""How much of a page is filled before a table begins another one."""


class Kept(Struct, frozen=True):
    """Rows that belong on one page, from the first to the one behind the last; a chart at any price."""

    first: int
    end: int
    is_chart: bool = False


def pixels(width: float) -> int:
    """How wide a column of so many characters is.

    >>> pixels(8.43)
    64
    """
    return int(width * _PER_CHARACTER + _PADDING)


def column_under(widths: Mapping[int, float], start: int, span: int) -> int:
    """The column in which something ends that begins with `start` and is so many pixels wide.

    >>> column_under({0: 20.0}, 0, 200)
    1
    """
    at, left = start, span
    while left > (taken := pixels(widths[at]) if at in widths else COLUMN):
        left -= taken
        at += 1
    return at


def room(width: int, pages: int) -> float:
    """The pixels of rows that a page holds when the sheet is made so many pages wide, and never larger than it is."""
    return _PAPER_HEIGHT * max(1.0, width / (_PAPER_WIDTH * pages))


def heights_of(sheet: Worksheet, rows: int) -> list[int]:
    """The heights of the first rows of a sheet, in pixels."""
    sizes = sheet.row_sizes
    return [int(sizes[row][0]) if row in sizes else ROW for row in range(rows)]


def breaks(heights: Sequence[int], kept: Sequence[Kept], page: float) -> list[int]:
    """The rows that begin a page because what begins there would be torn; what no page holds is left to itself.

    >>> breaks([20] * 10, [Kept(3, 8)], 120)
    [3]
    """
    starts: dict[int, list[Kept]] = {}
    for one in kept:
        starts.setdefault(one.first, []).append(one)
    found: list[int] = []
    used = 0
    for row, height in enumerate(heights):
        if used and any(_is_torn(heights, one, used, page) for one in starts.get(row, ())):
            found.append(row)
            used = 0
        used = height if used + height > page else used + height
    return found


def _is_torn(heights: Sequence[int], kept: Kept, used: float, page: float) -> bool:
    whole = sum(heights[kept.first : kept.end])
    return used + whole > page >= whole and (kept.is_chart or used > page * _WORTH)
