from __future__ import annotations

import pytest
from xlsxwriter.worksheet import Worksheet

from drawn import draw_on_sheet
from salesperf.core.errors import OutputError
from salesperf.render.xlsx.book import Book, Range, checked
from salesperf.render.xlsx.limits import Limits
from salesperf.render.xlsx.styles import LINK


def test_a_code_of_the_writer_stops_the_workbook() -> None:
    checked(0, "a cell")
    checked(None, "a cell")
    with pytest.raises(OutputError, match="the workbook cannot hold a cell: the writer says -2"):
        checked(-2, "a cell")


def test_a_cell_outside_the_sheet_is_an_error_and_not_left_out() -> None:
    def draw(book: Book, sheet: Worksheet) -> None:
        book.text(sheet, 1_048_576, 0, "too low")

    with pytest.raises(OutputError, match="the writer says -1"):
        draw_on_sheet(draw)


def test_a_range_is_told_as_charts_and_formulas_want_it() -> None:
    cells = Range("Team's", 4, 1, 6, 1)

    assert cells.parts == ["Team's", 4, 1, 6, 1]
    assert cells.cells == "$B$5:$B$7"


def test_a_link_to_a_section_that_is_nowhere_stays_a_text() -> None:
    def draw(book: Book, sheet: Worksheet) -> None:
        book.text(sheet, 0, 0, "Ann")
        book.link_later(sheet, (0, 0), "rep-1", ("Ann", LINK))
        book.put_links()

    sheet = draw_on_sheet(draw)

    assert (sheet["A1"].value, sheet["A1"].hyperlink) == ("Ann", None)


def test_only_so_many_cells_get_a_comment_and_it_is_told() -> None:
    told: list[str] = []

    def draw(book: Book, sheet: Worksheet) -> None:
        for row in range(3):
            book.comment(sheet, row, 0, "why")
        told.extend(one.en for one in book.told())

    sheet = draw_on_sheet(draw, limits=Limits(comments=2))

    assert [cell.comment is not None for (cell,) in sheet.iter_rows(1, 3, 1, 1)] == [True, True, False]
    assert told == [
        "Here: of 3 empty cells only the first 2 have a comment; the reasons stand below the table",
    ]


def test_the_length_of_a_text_is_counted_as_excel_does() -> None:
    """Eleven characters outside the basic plane are 22 units: more than 20."""
    told: list[str] = []

    def draw(book: Book, sheet: Worksheet) -> None:
        book.text(sheet, 0, 0, "𠮷" * 10)
        book.text(sheet, 1, 0, "𠮷" * 11)
        told.extend(place for place, *_ in book.pieces_of_long_texts())

    sheet = draw_on_sheet(draw, limits=Limits(text=20))

    assert (sheet["A1"].value, sheet["A2"].value) == ("𠮷" * 10, "𠮷" * 9 + "…")
    assert set(told) == {"Here, A2"}
