"""Several tables in one sheet: one below the other behind a blank row, or side by side behind a blank column.

Works on cells as text; refuses to part what may be one table with gaps in it: a table begins only with a header of its
own, and columns are parted only where the two sides cannot be rows of one table.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise

from msgspec import Struct

from salesperf.sources.headers.form_tops import form_tops
from salesperf.sources.headers.layout import head_of
from salesperf.sources.profile import is_known_header
from salesperf.sources.values.cell_shape import Cells, filled, is_blank, is_figure, is_value
from salesperf.sources.values.labels import is_label
from salesperf.tables.metric_words import metrics_within

_TITLES = 3
"""Rows of one cell that may stand above the header of a table."""
_LOOK = 12
"""Rows under a header that tell what its columns hold."""
_NARROW = 2
"""Columns up to which rows of a title (制表人 | 张三) look like a table."""
_MOST = 0.6
_ALL_BUT = 0.8


class Block(Struct, frozen=True):
    """Rows and columns of a grid, counted from 0; those at `bottom` and `right` are not included."""

    top: int
    bottom: int
    left: int
    right: int
    header: int | None = None
    """The row of the header where the tables beside it share it; else the block is to be asked."""

    @property
    def header_row(self) -> int | None:
        """The row of the header within the block, counted from 1."""
        return None if self.header is None else self.header - self.top + 1

    def cut(self, grid: Sequence[Cells]) -> list[list[str]]:
        """The cells of the block."""
        return [list(row[self.left : self.right]) for row in grid[self.top : self.bottom]]

    def rows(self, first: int = 1) -> str:
        """The rows as people count them, where the grid begins with row `first`."""
        return f"{self.top + first}–{self.bottom + first - 1}"

    def range(self, first: int = 1, column: int = 1) -> str:
        """The range as a spreadsheet writes it, where the grid begins in row `first` and column `column`.

        >>> Block(4, 7, 0, 3).range(), Block(0, 2, 26, 28).range(3)
        ('A5:C7', 'AA3:AB4')
        """
        left, right = _letters(self.left + column), _letters(self.right + column - 1)
        return f"{left}{self.top + first}:{right}{self.bottom + first - 1}"


def blocks_of(grid: Sequence[Cells]) -> tuple[Block, ...]:
    """The tables of a grid, from top to bottom and left to right; one when nothing parts it."""
    found: list[Block] = []
    for top, bottom in pairwise([*sorted({*_tops(grid), *form_tops(grid)}), len(grid)]):
        while bottom > top and is_blank(grid[bottom - 1]):
            bottom -= 1  # noqa: PLW2901 -- blank rows between tables belong to none
        found += _side_by_side(grid, top, bottom)
    return tuple(found)


def _tops(grid: Sequence[Cells]) -> list[int]:
    """The first row of each table, titles included; rows above the first table belong to it."""
    tops = [0]
    for at in range(1, len(grid)):
        if is_blank(grid[at]) or not is_blank(grid[at - 1]):
            continue
        header = at
        while header - at < _TITLES and header + 1 < len(grid) and filled(grid[header]) == 1:
            header += 1
        above = grid[tops[-1] : at]
        if not _is_header(grid, header) or not _is_table(above):
            continue
        if _is_another(grid, header, above) or _is_of_another_metric(grid[at:header], above):
            tops.append(at)
    return tops


def _is_header(grid: Sequence[Cells], at: int) -> bool:
    """Whether a row names, in words, nearly all columns that the rows below it fill."""
    row = grid[at]
    names = [cell.strip() for cell in row if cell.strip()]
    below = _below(grid, at)
    if len(names) < 2 or len(set(names)) < len(names) or any(map(is_value, names)) or not below:  # noqa: PLR2004
        return False
    held = [column for column in range(len(row)) if _share(below, column, filled_only=True) > 1 / 2]
    named = [column for column in held if row[column].strip()]
    return len(named) >= _ALL_BUT * len(held) and len(named) >= _MOST * len(names)


def _is_table(rows: Sequence[Cells]) -> bool:
    """Whether rows are a table rather than lines of a title."""
    head = head_of(rows)
    if head.header is None:
        return False
    below = _below(rows, head.header)
    names = filled(rows[head.header])
    if below and is_known_header(rows[head.header]):
        return True
    if names <= _NARROW:
        return len(below) > _NARROW and any(_share(below, column) > 1 / 2 for column in range(len(rows[head.header])))
    return len(below) > 1 and sum(filled(row) >= _MOST * names for row in below) * 2 > len(below)


def _is_another(grid: Sequence[Cells], at: int, above: Sequence[Cells]) -> bool:
    """Whether a header begins another table than the one above: other names over cells of another look."""
    head = head_of(above)
    names = [cell.strip() for cell in grid[at]]
    if head.header is not None:
        known = [cell.strip() for cell in above[head.header]]
        if _without_end(known) == _without_end(names):
            return False
        if {*known} - {""} == {*names} - {""}:
            return True
    if is_known_header(names):
        return True
    below, before = _below(grid, at), _below(above, head.header or 0)
    columns = [column for column, name in enumerate(names) if name]
    has_values = any(_share(below, column) > 1 / 2 for column in columns)
    has_words_for_values = any(_share(before, column) > 1 / 2 >= _share(below, column) for column in columns)
    return has_values or has_words_for_values


def _is_of_another_metric(titles: Sequence[Cells], above: Sequence[Cells]) -> bool:
    """Whether the titles of a table name one metric, and those of the table above it another."""
    own, other = (
        metrics_within(" ".join(cell for row in rows for cell in row)) for rows in (titles, above[: _titled(above)])
    )
    return len(own) == len(other) == 1 and own != other


def _titled(rows: Sequence[Cells]) -> int:
    """How many rows of one cell stand at the top."""
    return next((at for at, row in enumerate(rows) if filled(row) > 1), 0)


def _without_end(cells: Sequence[str]) -> list[str]:
    last = max((at for at, cell in enumerate(cells) if cell), default=-1)
    return list(cells[: last + 1])


def _below(grid: Sequence[Cells], at: int) -> list[Cells]:
    """The rows right under a row, up to the next blank one."""
    found: list[Cells] = []
    for row in grid[at + 1 : at + 1 + _LOOK]:
        if is_blank(row):
            break
        found.append(row)
    return found


def _share(rows: Sequence[Cells], column: int, *, filled_only: bool = False) -> float:
    """The share of rows with a value (or with anything at all) in a column."""
    if not rows:
        return 0.0
    cells = [row[column].strip() if column < len(row) else "" for row in rows]
    return sum(bool(cell) and (filled_only or is_value(cell)) for cell in cells) / len(rows)


def _side_by_side(grid: Sequence[Cells], top: int, bottom: int) -> Iterator[Block]:
    """The tables that stand beside one another in some rows."""
    rows = grid[top:bottom]
    width = max((len(row) for row in rows), default=0)
    used = [column for column in range(width) if any(column < len(row) and row[column].strip() for row in rows)]
    whole = Block(top, bottom, used[0] if used else 0, used[-1] + 1 if used else 0)
    head = head_of(rows)
    if head.header is None:
        yield whole
        return
    body = rows[head.header :]
    groups = _groups(body, width)
    if len(groups) < 2 or not _are_apart(body, groups):  # noqa: PLR2004 -- it takes two
        yield whole
        return
    for group in groups:
        last = max(at for at, row in enumerate(body) if _has(row, group))
        header = top + head.header
        stop = group.stop + _says_on(rows[: head.header], group.stop)
        yield Block(top, header + last + 1, group.start, stop, header)


def _says_on(titles: Sequence[Cells], at: int) -> bool:
    """Whether the value of a label above the last column of a table stands beside it."""
    return any(at < len(row) and row[at].strip() and is_label(row[at - 1]) for row in titles)


def _groups(body: Sequence[Cells], width: int) -> list[range]:
    """The runs of columns between columns that are empty from the header down."""
    found: list[range] = []
    for column in range(width):
        if any(column < len(row) and row[column].strip() for row in body):
            is_next = bool(found) and found[-1].stop == column
            found[-1:] = [range(found[-1].start, column + 1)] if is_next else [*found[-1:], range(column, column + 1)]
    return found


def _are_apart(body: Sequence[Cells], groups: Sequence[range]) -> bool:
    """Whether groups of columns are tables of their own: names that return, or one that ends before another."""
    names = [[body[0][at].strip() for at in group if at < len(body[0]) and body[0][at].strip()] for group in groups]
    if any(len(own) < 2 or any(map(is_value, own)) for own in names):  # noqa: PLR2004 -- a table has two columns
        return False
    if not all(_says_whose(body, group) for group in groups):
        return False
    if any(2 * len({*one} & {*other}) >= min(len(one), len(other)) for one, other in combinations(names, 2)):
        return True
    lasts = [max(at for at, row in enumerate(body) if _has(row, group)) for group in groups]
    longest = groups[lasts.index(max(lasts))]
    beyond = body[min(lasts) + 1 :]
    return any(sum(bool(row[at].strip()) for at in longest if at < len(row)) > 1 for row in beyond)


def _says_whose(body: Sequence[Cells], group: range) -> bool:
    """Whether a column of the group holds words or dates: figures alone belong to the rows of the table beside them."""
    rows = [row for row in body[1:] if _has(row, group)]
    said = (sum(at < len(row) and bool(row[at].strip()) and not is_figure(row[at]) for row in rows) for at in group)
    return any(2 * count > len(rows) for count in said)


def _has(row: Cells, group: range) -> bool:
    return any(at < len(row) and row[at].strip() for at in group)


def _letters(column: int) -> str:
    """The letters of a column, counted from 1."""
    letters = ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
