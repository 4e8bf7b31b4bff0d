from __future__ import annotations

from xlsxwriter.worksheet import Worksheet

from drawn import draw_on_sheet
from salesperf.core.text import same
from salesperf.render.xlsx.behind import Behind
from salesperf.render.xlsx.book import Book


def test_every_table_begins_at_the_first_helper_column_again() -> None:
    columns: list[int] = []

    def draw(book: Book, sheet: Worksheet) -> None:
        behind = Behind(book, sheet, 5)
        columns.extend((behind.column(0, same("a")), behind.column(0, same("b"))))
        behind.begin()
        columns.append(behind.column(9, same("c")))
        behind.fold()

    sheet = draw_on_sheet(draw)

    assert columns == [5, 6, 5]
    assert [sheet[cell].value for cell in ("F1", "G1", "F10")] == ["a", "b", "c"]
    assert sheet.column_dimensions["F"].hidden
    assert not sheet.column_dimensions["H"].hidden


def test_a_line_over_nothing_is_not_drawn() -> None:
    used: list[bool] = []

    def draw(book: Book, sheet: Worksheet) -> None:
        behind = Behind(book, sheet, 5)
        behind.sparkline(sheet, 0, 0, (None, None))
        used.append(behind.is_used)
        behind.sparkline(sheet, 0, 0, (None, 2.0))
        used.append(behind.is_used)

    sheet = draw_on_sheet(draw)

    assert used == [False, True]
    assert (sheet["F1"].value, sheet["G1"].value) == (None, 2)
