"""Where the header of a table is, what stands above it, and the names it gives to the columns.

Works on cells as text, so text files and workbooks share one judgement; refuses to ask what a column means.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from salesperf.core.text import Text
from salesperf.sources.headers.merged_names import grouped_name
from salesperf.sources.headers.table_width import LOOK, NARROW, width_of_table
from salesperf.sources.no_data.row_kind import BLANK, TITLE
from salesperf.sources.profile import is_known_header, knows_header
from salesperf.sources.values.cell_shape import Cells, filled, is_blank, is_value, shape
from salesperf.sources.values.labels import are_labels
from salesperf.sources.values.money_unit import title_unit

_MONTHS = [str(month) for month in range(1, 13)]
"""Numbers that name columns all the same."""
_NAMED = Text("row {row} named as the header", "已指定第 {row} 行为表头")
_FILLS = Text(
    "row {row} fills {filled} of {width} cells with names", "第 {row} 行的 {width} 个单元格中有 {filled} 个是名称"
)
_LIKE_DATA = Text("row {row} looks like the rows below it: no header", "第 {row} 行与其下各行相似：没有表头")
_NARROW = Text("no row is as wide as the table", "没有一行与表同宽")
_BELOW = Text("and the row below completes it", "并由下一行补全")
ABOVE = Text("and the row above completes it", "并由上一行补全")
_OF_UNIT = re.compile(
    r"[(（【\[]? ?(?:金额|货币)?(?:单位|单位金额|units?|currency|amounts? in|in) ?[:：]? ?\S", re.IGNORECASE
)
"""How a line about the unit of a table begins."""
_PAIR = 2
_GAP = 3
"""Rows below a title of which the first that is not blank may be the header."""
_TITLES = 8
"""Rows below a title within which a wider header tells it as one."""


class Head(Struct, frozen=True):
    """Where the header is: `header` and `body` count rows of the grid from 0; no header means `header` is None."""

    header: int | None
    body: int
    dropped: dict[str, int]
    evidence: tuple[Text, ...]
    unit: str = ""
    """What the titles say amounts are in (万元, USD thousands); empty when they say nothing."""
    titles: tuple[str, ...] = ()
    """The texts above the header."""


def head_of(grid: Sequence[Cells], *, header_row: int | None = None, first: int = 1) -> Head:
    """The header of a grid of rows, and how many titles and blanks lie above it.

    The header is the first row that fills most of the table's width with distinct texts. `header_row` (from 1, the
    grid's first row) overrules. `first` is the row of the file that the grid begins with, for the evidence.
    """
    if header_row is not None:
        at = min(header_row - 1, len(grid) - 1)
        why = (_NAMED.fill(row=at + first),)
        titles = _titles(grid[:at])
        return Head(at, at + 1, _above(grid, at), why, title_unit(titles), titles)
    width = width_of_table(grid)
    for at, row in enumerate(grid[:LOOK]):
        is_narrow = filled(row) < max(1, _enough(width)) and not _heads_amounts(row, grid[at + 1 : at + 2], width)
        if is_narrow or _is_title(grid, at) or are_labels(row):
            continue
        if looks_like_header(row, grid[at + 1 : at + 12]):
            return Head(
                at,
                at + 1,
                _above(grid, at),
                (_FILLS.fill(row=at + first, filled=filled(row), width=width),),
                title_unit(_titles(grid[:at])),
                _titles(grid[:at]),
            )
        return Head(None, at, _above(grid, at), (_LIKE_DATA.fill(row=at + first),))
    return Head(None, 0, {}, (_NARROW,))


def _heads_amounts(row: Cells, below: Sequence[Cells], width: int) -> bool:
    """Whether a row of a table of two columns names the second alone: a blank corner and a word right above values."""
    if width != _PAIR or filled(row) != 1 or len(row) < _PAIR or not row[1].strip() or is_value(row[1]):
        return False
    return all(filled(other) == _PAIR and is_value(other[1]) for other in below)


def _is_title(grid: Sequence[Cells], at: int) -> bool:
    """Whether a row of few cells, none of them a known header, stands right above a header that is known.

    A title such as `Report | 2024` is as wide as a narrow table; several may stand above a header of many cells.
    """
    if filled(grid[at]) > NARROW or is_known_header(grid[at]):
        return False
    below = next((row for row in grid[at + 1 : at + 1 + _GAP] if not is_blank(row)), ())
    if is_known_header(below) or (says_unit(grid[at]) and _is_wider_in_words(below, grid[at])):
        return True
    wide = next((row for row in grid[at + 1 : at + 1 + _TITLES] if filled(row) > NARROW), ())
    return is_known_header(wide)


def says_unit(row: Cells) -> bool:
    """Whether a cell says what amounts are in, and the row with it is over a table: 2025年目标 | 单位：万元."""
    return any(_OF_UNIT.match(cell.strip()) and title_unit([cell]) for cell in row)


def _is_wider_in_words(row: Cells, above: Cells) -> bool:
    return filled(row) > filled(above) and not any(is_value(cell) for cell in row if cell.strip())


def _titles(above: Sequence[Cells]) -> tuple[str, ...]:
    return tuple(cell.strip() for row in above for cell in row if cell and not cell.isspace())


def looks_like_header(row: Cells, below: Sequence[Cells]) -> bool:
    """Whether a row names columns: only words, or values (years, periods) of another look than those below them."""
    values = [(column, shape(cell)) for column, cell in enumerate(row) if cell.strip() and is_value(cell)]
    if not values:
        return True
    if [row[column].strip() for column, _ in values] == _MONTHS:
        return True
    if len(values) == filled(row) and any(look == "number" for _, look in values):
        # Years and periods may name every column, plain numbers do not.
        return False
    data = [other for other in below if not is_blank(other)]
    if not data:
        return len(values) < filled(row)
    return sum(_same_look(other, values) for other in data) * 2 < len(data)


def _same_look(row: Cells, values: list[tuple[int, str]]) -> bool:
    """Whether most of the values have one of the same shape in this row."""
    compared = [(row[column], look) for column, look in values if column < len(row) and row[column].strip()]
    alike = sum(shape(cell) == look for cell, look in compared)
    return bool(compared) and alike * 2 > len(compared)


def _enough(width: int) -> int:
    """Cells a header must fill: most of the table, all but one of a narrow one."""
    return width if width <= 1 else max(2, round(width * 0.6))


def _above(grid: Sequence[Cells], at: int) -> dict[str, int]:
    blanks = sum(1 for row in grid[:at] if is_blank(row))
    counts = {TITLE: at - blanks, BLANK: blanks}
    return {reason: count for reason, count in counts.items() if count}


def two_row_header(grid: Sequence[Cells], head: Head) -> tuple[Head, list[str]]:
    """The header cells, with those of a second row above or below where merged cells spread it over two.

    Above: cells the header leaves empty are named by the row right above it. Below: a row of words that fills just
    what the header leaves empty (and the first column under each group) completes it: `amount` over `due`, `paid`
    gives `amount due`, `amount paid`; see `merged_names`.
    """
    if head.header is None:
        return head, []
    row = list(grid[head.header])
    empty = [at for at, cell in enumerate(row) if not cell.strip()]
    if not empty:
        return head, row
    below = grid[head.body] if head.body < len(grid) else []
    if _completes(below, row, empty, grid[head.body + 1 : head.body + 12]):
        group, joined = "", []
        for at, cell in enumerate(row):
            group = cell.strip() or group
            part = below[at].strip() if at < len(below) else ""
            joined.append(grouped_name(group, part) if part else cell)
        return replace(head, body=head.body + 1, evidence=(*head.evidence, _BELOW)), joined
    above = grid[head.header - 1] if head.header > 0 else []
    if filled(above) == 1 and above[0].strip() and not knows_header(above[0]):
        # Alone over a blank corner stands a title, and no name of the first column.
        return head, row
    # A column that holds nothing has no name: what stands above it is said of the table.
    unnamed = {at for at in empty if any(at < len(other) and other[at].strip() for other in grid[head.body :])}
    named = [above[at] if at in unnamed and at < len(above) else cell for at, cell in enumerate(row)]
    if named != row and head.dropped.get(TITLE):
        counts = {**head.dropped, TITLE: head.dropped[TITLE] - 1}
        dropped = {reason: count for reason, count in counts.items() if count}
        return replace(head, dropped=dropped, evidence=(*head.evidence, ABOVE)), named
    return head, row


def _completes(below: Cells, row: Cells, empty: list[int], rest: Sequence[Cells]) -> bool:
    """Whether the row under a header with empty cells is its second half."""
    there = [at for at, cell in enumerate(below) if cell.strip()]
    if there in ([], [0]) or not set(empty) <= set(there) or any(is_value(below[at]) for at in there):
        return False
    starts_of_groups = {at - 1 for at in empty}
    others = [at for at in range(len(row)) if at not in empty and at not in starts_of_groups]
    is_free = not any(at in there for at in others)
    return is_free and bool(others) and any(filled(other) > len(there) for other in rest)


def stands_for_others(name: str) -> bool:
    """Whether a column of this name cannot be asked for: polars takes it as a pattern over the names of all columns.

    >>> stands_for_others("*"), stands_for_others("^a$"), stands_for_others("Amount *")
    (True, True, False)
    """
    return name == "*" or (name.startswith("^") and name.endswith("$"))


def unique_names(cells: Cells) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Column names from header cells, and what had to be changed, for people.

    Blanks around a name go; an empty cell becomes `column_5`, and so does a name that stands for other columns where it
    is used (`*`, `^a$`); a repeated name gets `_2`, `_3` behind it.
    """
    trimmed = [cell.replace("\ufeff", "").strip() for cell in cells]
    taken = {name for name in trimmed if name}
    seen: set[str] = set()
    names: list[str] = []
    changes: list[str] = []
    for position, name in enumerate(trimmed, start=1):
        is_pattern = stands_for_others(name)
        wanted = f"column_{position}" if is_pattern or not name else name
        final, number = wanted, 1
        while final in seen or (final != name and final in taken):
            number += 1
            final = f"{wanted}_{number}"
        if final != name:
            why = "an empty cell" if not name else repr(name) if is_pattern else f"a second {name!r}"
            changes.append(f"{final!r} for {why}")
        seen.add(final)
        names.append(final)
    return tuple(names), tuple(changes)
