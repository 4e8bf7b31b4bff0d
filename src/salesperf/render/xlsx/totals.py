"""The totals row of a table: added up again by Excel where the rows do add up, the measured value everywhere else."""

from __future__ import annotations

from decimal import Decimal, localcontext
from typing import TypeGuard

from xlsxwriter.utility import xl_rowcol_to_cell
from xlsxwriter.worksheet import Worksheet

from salesperf.core.money import EXACT, exact
from salesperf.core.text import Text, listing, same
from salesperf.render.xlsx import words
from salesperf.render.xlsx.book import Book, Range, checked
from salesperf.render.xlsx.cells import Pen, Style, as_float, fits, places_of, put
from salesperf.render.xlsx.number_format import currency_sign, number_format
from salesperf.render.xlsx.styles import PALE, Look
from salesperf.report.cell_names import TOTAL
from salesperf.report.grid import is_number
from salesperf.report.model import Cell, TableBlock, Value

_LOOK = Look(bold=True, top=True, fill=PALE)


def added_up(block: TableBlock) -> frozenset[int]:
    """The columns whose total is the sum of the rows, by what they mean and by their numbers."""
    if block.total is None:
        return frozenset()
    return frozenset(at for at, column in enumerate(block.columns) if column.adds_up and _is_sum(block, at))


def measured(block: TableBlock) -> Text | None:
    """Which totals are no sums of their rows, so that they do not follow a filter."""
    if block.total is None:
        return None
    added = added_up(block)
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
    sign = currency_sign(book.report.meta.currency, book.lang)
    code = number_format(
        style.unit, places=style.places or 0, lang=book.lang, sign=sign, status=cell.status, partial=cell.partial
    )
    look = Look(bold=True, top=True, fill=PALE, right=True, num_format=code)
    number = cell.value if isinstance(cell.value, Decimal | int) else Decimal(0)
    value = as_float(number, style.unit)
    formula = f"=SUBTOTAL(109,{first}:{last})"
    checked(sheet.write_formula(row, column, formula, book.styles.of(look), value), same(formula))


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
