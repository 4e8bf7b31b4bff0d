"""Where a table lies in a sheet, and its columns cut out: of the whole sheet, or of a block among several."""

from __future__ import annotations

from collections.abc import Sequence

import polars as pl
from msgspec import Struct
from msgspec.structs import replace

from salesperf.sources.headers.blocks import Block
from salesperf.sources.headers.grouped_header import with_groups
from salesperf.sources.headers.layout import Head, head_of, two_row_header, unique_names
from salesperf.sources.no_data.row_kind import BLANK, TITLE
from salesperf.sources.no_data.rows_of_no_data import Cleaned
from salesperf.sources.workbooks.sheet_grid import SheetGrid, Workbook

_LOOK = 60
_A_TABLE = 3
"""Rows above a header from which they may be a table."""


class Cut(Struct, frozen=True):
    """The table cut out of a sheet: `header` are the cells as written, `kept` the columns of the grid that are its."""

    head: Head
    grid: SheetGrid
    header: tuple[str, ...]
    kept: tuple[int, ...]
    names: tuple[str, ...]
    renamed: tuple[str, ...]
    first_data: int
    """The row of the sheet in which its data begin."""

    @property
    def by_number(self) -> dict[int, str]:
        """The name of each column by its number in the sheet."""
        return {self.grid.columns[at]: name for at, name in zip(self.kept, self.names, strict=True)}

    def rows_of(self, grid: SheetGrid) -> pl.DataFrame:
        """The table's columns of a grid, named."""
        pairs = zip(self.kept, self.names, strict=True)
        return pl.DataFrame([grid.rows.to_series(at).rename(name) for at, name in pairs])


def cut_of_sheet(book: Workbook, name: str, first: int, header_row: int | None) -> Cut:
    """Find the header in the sheet as read from its first filled row on; read again only when it stands elsewhere."""
    grid = book.grid(name, first=first, header=0)
    cells = _as_cells(grid)
    head = head_of(cells, header_row=None if header_row is None else max(1, header_row - first + 1), first=first)
    head, header = with_groups(cells, *two_row_header(cells, head))
    if head.header is None:
        whole = book.grid(name, first=first, header=None)
        grid = replace(whole, rows=whole.rows.slice(head.body))
        header = [""] * len(grid.header)
    elif head.body > 1:
        # What stands above may begin farther left, or reach farther right, than the table.
        above = dict(zip(grid.columns, header, strict=False))
        grid = book.grid(name, first=first, header=head.body - 1)
        header = [above.get(column, "") for column in grid.columns]
    return _named(head, grid, header, first + head.body)


def cut_of_block(block: Block, cells: Sequence[Sequence[str]], grid: SheetGrid, *, first: int) -> Cut:
    """The table of a block of a sheet whose rows from `first` on are `cells`; its columns are text."""
    rows = block.cut(cells)
    head = head_of(rows, header_row=block.header_row, first=first + block.top)
    head, header = with_groups(rows, *two_row_header(rows, head))
    if head.header is None:
        header = [""] * (block.right - block.left)
    names = [f"column_{at}" for at in range(block.right - block.left)]
    body = [[cell or None for cell in row] for row in rows[head.body :]]
    frame = pl.DataFrame(body, schema=dict.fromkeys(names, pl.String), orient="row")
    part = SheetGrid(tuple(header), grid.columns[block.left : block.right], frame)
    return _named(head, part, header, first + block.top + head.body)


def _named(head: Head, grid: SheetGrid, header: Sequence[str], first_data: int) -> Cut:
    kept = tuple(at for at, cell in enumerate(header) if cell.strip() or grid.rows.to_series(at).is_not_null().any())
    names, renamed = unique_names([header[at] for at in kept])
    return Cut(head, grid, tuple(header[at] for at in kept), kept, names, renamed, first_data)


def may_be_parted(cut: Cut, cleaned: Cleaned) -> bool:
    """Whether a blank row with rows below it, or a column without name and cells, may part several tables."""
    above = cut.head.dropped
    has_gap = bool(cut.kept) and cut.kept[-1] - cut.kept[0] >= len(cut.kept) and cut.head.header is not None
    has_table_above = bool(above.get(BLANK)) and above.get(TITLE, 0) >= _A_TABLE
    blanks = [place for place, kind in zip(cleaned.places, cleaned.kinds, strict=True) if kind == BLANK]
    last = cut.grid.rows.height - 1
    for place in reversed(cleaned.places):
        if place != last:
            break
        last -= 1
    return has_gap or has_table_above or bool(blanks and blanks[0] < last)


def all_cells(grid: SheetGrid) -> list[list[str]]:
    """Every cell of a grid that was read without a header, as text."""
    texts = grid.rows.select(
        pl.col(name).dt.strftime("%Y-%m-%d %H:%M:%S")
        if dtype.is_temporal()
        else pl.col(name).cast(pl.String, strict=False)
        for name, dtype in grid.rows.schema.items()
    )
    return [["" if cell is None else cell for cell in row] for row in texts.iter_rows()]


def _as_cells(grid: SheetGrid) -> list[list[str]]:
    """The header and the first rows as text, as a person would see them."""
    texts = grid.rows.head(_LOOK).select(pl.all().cast(pl.String, strict=False))
    return [list(grid.header), *(["" if cell is None else _seen(cell) for cell in row] for row in texts.iter_rows())]


def _seen(cell: str) -> str:
    return cell.removesuffix(".0").removesuffix(".000").removesuffix(" 00:00:00")
