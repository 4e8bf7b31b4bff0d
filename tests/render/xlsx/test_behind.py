from __future__ import annotations

import pytest
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


@pytest.mark.parametrize(
    ("values", "low", "high"), [((92.0, None, 100.0), 91.0, 101.0), ((4.0, 4.0), 0.0, 8.0), ((0.0,), -1.0, 1.0)]
)
def test_sparklines_are_columns_of_which_the_lowest_is_seen(
    values: tuple[float | None, ...], low: float, high: float
) -> None:
    """LibreOffice prints a sparkline of lines as the dot of its last point; an eighth of 8 is 1."""
    options: list[dict[str, object]] = []

    class Kept(Worksheet):  # type: ignore[misc]
        def add_sparkline(self, _row: int, _column: int, asked: dict[str, object]) -> int:
            options.append(asked)
            return 0

    def draw(book: Book, _sheet: Worksheet) -> None:
        sheet = book.workbook.add_worksheet("Kept", Kept)
        Behind(book, sheet, 5).sparkline(sheet, 0, 0, values)

    draw_on_sheet(draw)

    assert [(one["type"], one["min"], one["max"]) for one in options] == [("column", low, high)]
