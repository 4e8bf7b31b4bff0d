"""The totals row of a table: added up again by Excel where the rows do add up, the measured value everywhere else."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal, localcontext
from typing import TypeGuard

from msgspec.structs import replace
from xlsxwriter.utility import xl_rowcol_to_cell
from xlsxwriter.worksheet import Worksheet

from salesperf.core.money import EXACT, exact
from salesperf.core.text import Lang, Text, listing, same
from salesperf.render.xlsx import words
from salesperf.render.xlsx.book import Book, Range, checked
from salesperf.render.xlsx.cells import Pen, Style, as_float, fits, places_of, put
from salesperf.render.xlsx.number_format import currency_sign, number_format
from salesperf.render.xlsx.styles import PALE, Look
from salesperf.report.cell_names import TOTAL
from salesperf.report.grid import is_number
from salesperf.report.model import Cell, Column, Row, TableBlock, Value

_FEWEST = 2
_LOOK = Look(bold=True, top=True, fill=PALE)


def added_up(block: TableBlock) -> frozenset[int]:
    """The columns whose total is the sum of the rows, by what they mean and by their numbers."""
    if block.total is None:
        return frozenset()
    return frozenset(at for at, column in enumerate(block.columns) if column.adds_up and _is_sum(block, at))


def totalled(block: TableBlock, lang: Lang) -> TableBlock:
    """The table with a row of sums, where it has no total of its own and columns of it add up.

    A row alone is its own sum, and rows below others are in those already.
    """
    if block.total is not None or len(block.rows) < _FEWEST or any(row.level for row in block.rows):
        return block
    rows = (tuple(cell.value if isinstance(cell, Cell) else None for cell in row.cells) for row in block.rows)
    found = sums(block.columns, rows)
    if not found or 0 in found:
        return block
    first = Cell(words.SUM.say(lang))
    cells = (first, *(Cell(found.get(at)) for at in range(1, len(block.columns))))
    return replace(block, total=Row(cells))


def sums(columns: Sequence[Column], rows: Iterable[tuple[Value, ...]]) -> dict[int, Decimal]:
    """What the columns that add up come to, but for those that hold what no sum of a workbook counts."""
    found = {at: Decimal(0) for at, column in enumerate(columns) if column.adds_up}
    counted: set[int] = set()
    with localcontext(EXACT):
        for row in rows if found else ():
            for at in tuple(found):
                value = row[at]
                if value is None:
                    continue
                if not _is_kept(value):
                    del found[at]
                    continue
                found[at] += value
                counted.add(at)
    return {at: number for at, number in found.items() if at in counted and fits(number, 4)}


def measured(block: TableBlock, *, added: frozenset[int] | None = None) -> Text | None:
    """Which totals are no sums of their rows, so that they do not follow a filter; `added` are known to be."""
    if block.total is None:
        return None
    added = added_up(block) if added is None else added
    labels = [
        column.label
        for at, column in enumerate(block.columns)
        if at not in added and isinstance(cell := block.total.cells[at], Cell) and is_number(cell.value)
    ]
    return words.MEASURED.fill(columns=listing(dict.fromkeys(labels))) if labels else None


def put_total(book: Book, sheet: Worksheet, block: TableBlock, *, row: int, within: str) -> None:
    """Write the total under the rows, and name its numbers: `teams_total_net_revenue`."""
    if block.total is None:
        return
    added = added_up(block)
    currency = book.report.meta.currency
    for at, (column, cell) in enumerate(zip(block.columns, block.total.cells, strict=True)):
        if not isinstance(cell, Cell):
            continue
        values = [one.value for line in block.rows if isinstance(one := line.cells[at], Cell)]
        places = places_of([*values, cell.value], column.unit, currency=currency)
        style = Style(column.unit, places, signed=True, look=_LOOK)
        if at in added and isinstance(cell.value, Decimal | int):
            _put_sum(book, sheet, (row, at), cell, style, rows=len(block.rows))
        else:
            shown = Cell(words.TOTAL.say(book.lang)) if at == 0 and cell.value in {None, ""} else cell
            put(Pen(book, sheet), (row, at), shown, style)
        if is_number(cell.value):
            book.name((within, block.key, TOTAL, column.key), Range(sheet.get_name(), row, at, row, at))


def _put_sum(
    book: Book, sheet: Worksheet, place: tuple[int, int], cell: Cell, style: Style, *, rows: int
) -> None:  # fmt: skip
    """The sum of the visible rows; 109 leaves out those that a filter hides."""
    row, column = place
    first, last = xl_rowcol_to_cell(row - rows, column), xl_rowcol_to_cell(row - 1, column)
    put_formula(Pen(book, sheet), place, cell, style, formula=f"=SUBTOTAL(109,{first}:{last})")


def put_formula(pen: Pen, place: tuple[int, int], cell: Cell, style: Style, *, formula: str) -> None:
    """A sum, with the number it gives kept beside it."""
    currency, lang = pen.book.report.meta.currency, pen.book.lang
    places = style.places if style.places is not None else places_of([cell.value], style.unit, currency=currency)
    sign = currency_sign(currency, lang)
    code = number_format(style.unit, places=places, lang=lang, sign=sign, status=cell.status, partial=cell.partial)
    look = Look(bold=True, top=True, fill=PALE, right=True, num_format=code)
    number = cell.value if isinstance(cell.value, Decimal | int) else Decimal(0)
    value = as_float(number, style.unit)
    checked(pen.sheet.write_formula(*place, formula, pen.book.styles.of(look), value), same(formula))


def _is_sum(block: TableBlock, at: int) -> bool:
    total = block.total.cells[at] if block.total else None
    if not isinstance(total, Cell) or not _is_kept(total.value):
        return False
    values = [cell.value for row in block.rows if isinstance(cell := row.cells[at], Cell) and cell.value is not None]
    kept = [value for value in values if _is_kept(value)]
    if not kept or len(kept) < len(values):
        return False
    with localcontext(EXACT):
        return sum(map(exact, kept), Decimal(0)) == exact(total.value)


def _is_kept(value: Value) -> TypeGuard[Decimal | int]:
    """Whether the cell holds an exact number: very long ones stand as text, which no sum counts."""
    return isinstance(value, Decimal | int) and not isinstance(value, bool) and fits(value, 4)
