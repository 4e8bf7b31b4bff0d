"""One table of a report as an Excel table: headers, typed rows, a totals row, and where its parts stand."""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace
from xlsxwriter.worksheet import Worksheet

from salesperf.core.text import Lang, printable
from salesperf.core.unit import Unit
from salesperf.render.xlsx import words
from salesperf.render.xlsx.behind import Behind
from salesperf.render.xlsx.book import Book, Range, checked
from salesperf.render.xlsx.cells import Pen, Style, places_of, put
from salesperf.render.xlsx.headers import headers
from salesperf.render.xlsx.live import Standing
from salesperf.render.xlsx.styles import HEAD, HEAD_INSET, HEAD_RIGHT, LINK, MIDDLE, Look
from salesperf.render.xlsx.totals import added_up, put_total, totalled
from salesperf.render.xlsx.widths import column_width, lines_needed, text_width
from salesperf.report.formula import Named
from salesperf.report.grid import is_number
from salesperf.report.listing import Listing
from salesperf.report.marks import rows_and_total
from salesperf.report.model import Cell, Column, Row, Sparkline, TableBlock, Value

_MOST_COLUMNS = 16_384
_DEEPEST = 7
_LINE, _MOST_LINES = 15.0, 27
"""The height of a line, and how many fit into the highest row of Excel."""
_READ = 2_000
_GROUPS = "_group"
_ATTAINED = "attainment"
_WRAP_FROM = 46
_SPARK_WIDTH = 20.0


class Placed(Struct, frozen=True):
    """Where a table stands: its sheet, the row of its headers, its first and last row of data, and its columns.

    `columns` says of each key in which column it stands; `end` is the first row below the table and its totals.
    """

    sheet: str
    block: TableBlock
    header_row: int
    first_row: int
    last_row: int
    columns: dict[str, int]
    end: int
    heads: tuple[str, ...] = ()
    widths: tuple[float, ...] = ()

    def range(self, key: str, *, first: int | None = None) -> Range:
        """The data of one column, of the first rows only where a number is given."""
        last = self.last_row if first is None else min(self.last_row, self.first_row + first - 1)
        return Range(self.sheet, self.first_row, self.columns[key], last, self.columns[key])


def draw_table(book: Book, sheet: Worksheet, listing: Listing, behind: Behind, *, row: int, within: str) -> Placed:
    """Write the table with its headers in `row`; there is at least one row of data.

    A row of a group says so in a column of its own, for a heading between the rows would end the table.
    """
    block = totalled(with_groups(replace(listing.block, rows=tuple(listing.rows())), book.lang), book.lang)
    if len(block.columns) > _MOST_COLUMNS:
        told = words.TOO_WIDE.fill(most=f"{_MOST_COLUMNS:,}", table=block.key, columns=len(block.columns))
        checked(len(block.columns), told)
    last = row + len(block.rows)
    places = {column.key: at for at, column in enumerate(block.columns)}
    end = last + 1 + (block.total is not None)
    placed = Placed(sheet.get_name(), block, row, row + 1, last, places, end)
    heads = headers(block.columns, lang=book.lang, currency=book.report.meta.currency)
    _declare(book, sheet, placed, heads, within)
    book.live.stands(Named(within, block.key), _standing(placed))
    widths = tuple(_put_column(Pen(book, sheet), placed, at, heads[at], behind) for at in range(len(block.columns)))
    _set_rows(sheet, placed, widths)
    _name_metrics(book, placed, within)
    if block.total is not None:
        put_total(book, sheet, block, row=last + 1, within=within)
    _data_bars(sheet, placed)
    return replace(placed, widths=widths, heads=heads)


def _standing(placed: Placed) -> Standing:
    total_row = placed.last_row + 1 if placed.block.total is not None else None
    return Standing(placed.sheet, placed.first_row, placed.last_row, placed.columns, total_row)


def with_groups(block: TableBlock, lang: Lang) -> TableBlock:
    """The table with a first column that names the group of each row, where rows stand in groups."""
    if not any(row.heading for row in block.rows):
        return block
    rows: list[Row] = []
    heading = Cell("")
    for row in block.rows:
        heading = Cell(row.heading.say(lang)) if row.heading else heading
        rows.append(replace(row, cells=(heading, *row.cells)))
    total = replace(block.total, cells=(Cell(""), *block.total.cells)) if block.total else None
    columns = (Column(_GROUPS, words.GROUP), *block.columns)
    return replace(block, columns=columns, rows=tuple(rows), total=total)


def _declare(book: Book, sheet: Worksheet, placed: Placed, heads: tuple[str, ...], within: str) -> None:
    """The table itself; its cells are written afterwards, each with its own format."""
    block = placed.block
    adding = added_up(block)
    columns = [
        {
            "header": head,
            "header_format": book.styles.of(HEAD_RIGHT if _is_numeric(block, at) else HEAD if at == 0 else HEAD_INSET),
            **({"total_function": "sum"} if at in adding else {}),
        }
        for at, head in enumerate(heads)
    ]
    options = {
        "name": book.table_name(within, block.key),
        "columns": columns,
        "total_row": block.total is not None,
        "style": "Table Style Light 1",
        "banded_rows": False,
    }
    last = placed.last_row + (block.total is not None)
    checked(sheet.add_table(placed.header_row, 0, last, len(heads) - 1, options), block.title)


def _put_column(pen: Pen, placed: Placed, at: int, head: str, behind: Behind) -> float:
    """One column of cells; gives the width that shows them."""
    block, book, sheet = placed.block, pen.book, pen.sheet
    column = block.columns[at]
    values = [one.value for one in _cells(block, at) if one.unit in {None, column.unit}]
    currency = book.report.meta.currency
    is_word = at > 0 and not _is_numeric(block, at)
    look = Look(
        bottom=True,
        indent=int(is_word),
        wrap=any(text_width(printable(text)[:200]) > _WRAP_FROM for text in _texts(values)),
    )
    style = Style(column.unit, places_of(values, column.unit, currency=currency), look=look)
    longest = 0
    for number, row in enumerate(block.rows, start=placed.first_row):
        cell = row.cells[at]
        if isinstance(cell, Sparkline):
            behind.sparkline(sheet, number, at, cell.values)
            longest = int(_SPARK_WIDTH)
            continue
        shown = replace(style, look=replace(look, indent=min(row.level, _DEEPEST))) if at == 0 and row.level else style
        longest = max(longest, put(pen, (number, at), cell, shown))
        if at == 0 and row.section and isinstance(cell.value, str) and cell.value:
            look_of_link = replace(LINK, bottom=True, indent=min(row.level, _DEEPEST))
            book.link_later(sheet, (number, at), row.section, (cell.value, look_of_link))
    return column_width(longest, head)


def _texts(values: list[Value]) -> list[str]:
    return [value for value in values if isinstance(value, str)]


def _cells(block: TableBlock, at: int) -> list[Cell]:
    return [cell for row in rows_and_total(block) if isinstance(cell := row.cells[at], Cell)]


def _is_numeric(block: TableBlock, at: int) -> bool:
    cells = _cells(block, at)
    return block.columns[at].unit is not None or any(cell.unit or is_number(cell.value) for cell in cells)


def _set_rows(sheet: Worksheet, placed: Placed, widths: tuple[float, ...]) -> None:
    """Rows are as high as their longest text; those below others can be folded away, by the row above them."""
    if any(row.level for row in placed.block.rows):
        sheet.outline_settings(symbols_below=False)
    for number, row in enumerate(placed.block.rows, start=placed.first_row):
        lines = max((_lines(cell, width) for cell, width in zip(row.cells, widths, strict=True)), default=1)
        if row.level or lines > 1:
            options = {"level": min(row.level, _DEEPEST)}
            checked(sheet.set_row(number, _LINE * lines, None, options), placed.block.title)


def _lines(cell: Cell | Sparkline, width: float) -> int:
    if not isinstance(cell, Cell) or not isinstance(cell.value, str) or text_width(cell.value[:200]) < width:
        return 1
    return min(_MOST_LINES, lines_needed(cell.value[:_READ], width))


def _name_metrics(book: Book, placed: Placed, within: str) -> None:
    """Of a table with a row a metric, name each value: `net_revenue`, `net_revenue_prev`."""
    for number, row in enumerate(placed.block.rows, start=placed.first_row):
        if row.key is None:
            continue
        for column, cell in zip(placed.block.columns, row.cells, strict=True):
            if isinstance(cell, Cell):
                at = placed.columns[column.key]
                place = (within, placed.block.key, row.key, column.key)
                book.name(place, Range(placed.sheet, number, at, number, at))


def _data_bars(sheet: Worksheet, placed: Placed) -> None:
    """Attainments as bars in their cells, where no light fills them."""
    for column in placed.block.columns:
        has_light = any(cell.status for cell in _cells(placed.block, placed.columns[column.key]))
        if column.unit is not Unit.RATIO or not column.key.endswith(_ATTAINED) or has_light:
            continue
        cells = placed.range(column.key)
        bar = {
            "type": "data_bar",
            "bar_solid": True,
            "bar_color": "#BDD7EE",
            "bar_border_color": MIDDLE,
            "bar_negative_color_same": True,
            "min_type": "num",
            "min_value": 0,
            "max_type": "num",
            "max_value": 1.2,
        }
        place = (cells.first_row, cells.first_column, cells.last_row, cells.last_column)
        checked(sheet.conditional_format(*place, bar), column.label)
