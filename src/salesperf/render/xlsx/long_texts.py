"""The texts that are longer than a cell, whole, in pieces one below the other."""

from __future__ import annotations

from xlsxwriter.worksheet import Worksheet

from salesperf.render.xlsx import words
from salesperf.render.xlsx.book import Book, checked
from salesperf.render.xlsx.styles import HEAD, PLAIN, WRAPPED

_WIDTHS = (30.0, 8.0, 100.0)


def draw_long_texts(book: Book, sheet: Worksheet) -> None:
    """Where each text begins, the number of the piece, and the piece."""
    for at, (head, width) in enumerate(zip((words.PLACE, words.PART, words.TEXT), _WIDTHS, strict=True)):
        book.text(sheet, 0, at, head.say(book.lang), HEAD)
        checked(sheet.set_column(at, at, width), head)
    sheet.freeze_panes(1, 0)
    for row, (place, number, piece) in enumerate(book.pieces_of_long_texts(), start=1):
        book.text(sheet, row, 0, place)
        checked(sheet.write_number(row, 1, number, book.styles.of(PLAIN)), words.PART)
        book.text(sheet, row, 2, piece, WRAPPED)
