"""How many cells wide a table is, whatever lines of talk stand above it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from salesperf.sources.profile import is_known_header, knows_header
from salesperf.sources.values.cell_shape import Cells, filled, is_value
from salesperf.sources.values.labels import are_labels

NARROW = 3
"""Cells that a title fills at most."""
LOOK = 60
"""Rows from the top among which the header is sought."""
_WIDE = 2 * NARROW
"""Cells beyond which a row is no talk."""


def width_of_table(grid: Sequence[Cells]) -> int:
    """The usual number of filled cells; that of a wide header where lines of talk outnumber the rows."""
    width = _usual_width(grid)
    if width > NARROW:
        return width
    top = grid[:LOOK]
    is_form = any(map(are_labels, top))
    wide = (row for row in top if _is_wide_header(row) or (is_form and is_known_header(row)))
    return max(width, *map(filled, wide), _width_below_talk(grid))


def _width_below_talk(grid: Sequence[Cells]) -> int:
    """The width of a row of many words below which every row is wide and above which none is; 0 without one."""
    rows = [row for row in grid if filled(row)]
    at = next((at for at, row in enumerate(rows[:LOOK]) if filled(row) > NARROW), None)
    if at is None or at + 1 == len(rows) or filled(rows[at]) <= _WIDE or _holds_values(rows[at]):
        return 0
    return filled(rows[at]) if all(filled(row) > NARROW for row in rows[at:]) else 0


def _is_wide_header(row: Cells) -> bool:
    """Whether a row has so many cells, none of them a value, and some known headers among them, that it is no talk."""
    known = sum(knows_header(cell) for cell in row if cell.strip())
    return filled(row) > _WIDE and not _holds_values(row) and known > NARROW


def _holds_values(row: Cells) -> bool:
    return any(is_value(cell) for cell in row if cell.strip())


def _usual_width(grid: Sequence[Cells]) -> int:
    """The number of filled cells that most rows below the top have; the wider one when two are as common."""
    counts = Counter(count for row in grid if (count := filled(row)))
    if not counts:
        return 0
    most = max(counts.values())
    return max(width for width, count in counts.items() if count == most)
