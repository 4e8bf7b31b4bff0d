from __future__ import annotations

from xlsxwriter.worksheet import Worksheet

from drawn import draw_on_sheet
from opened import rows
from salesperf.render.xlsx.book import Book
from salesperf.render.xlsx.limits import Limits
from salesperf.render.xlsx.long_texts import draw_long_texts


def test_every_piece_has_its_place_and_number() -> None:
    def draw(book: Book, sheet: Worksheet) -> None:
        book.text(sheet, 99, 1, "abcdefghijkl")
        draw_long_texts(book, sheet)

    sheet = draw_on_sheet(draw, limits=Limits(text=10))

    assert [row[:3] for row in rows(sheet)[1:4]] == [
        ["Here, B100", 1, "abcde"],
        ["Here, B100", 2, "fghij"],
        ["Here, B100", 3, "kl"],
    ]
