from __future__ import annotations

from msgspec.structs import replace

from drawn import bare_report
from opened import opened
from salesperf.core.text import same
from salesperf.core.unit import Unit
from salesperf.render.xlsx import draw
from salesperf.render.xlsx.pages import Kept, breaks, column_under, pixels, room
from salesperf.report.figure import Figure, FigureKind
from salesperf.report.model import Cell, Column, Row, TableBlock


def test_what_would_be_torn_begins_a_page() -> None:
    """A page of 100 holds five rows of 20: rows 3 to 6 begin the second, rows 7 and 8 do not fit behind them."""
    assert breaks([20] * 10, [Kept(3, 7), Kept(7, 9)], 100) == [3, 7]


def test_what_fits_or_what_no_page_holds_stays_where_it_is() -> None:
    assert breaks([20] * 5, [Kept(1, 5)], 100) == []
    assert breaks([20] * 20, [Kept(2, 20)], 100) == []
    assert breaks([20] * 5, [Kept(0, 5)], 100) == []


def test_pages_turn_by_themselves_where_nothing_is_kept() -> None:
    """Five rows a page: rows 5 to 9 are the second, of which 8 and 9 with 10 would not fit."""
    assert breaks([20] * 12, [Kept(8, 11)], 100) == [8]


def test_a_title_is_not_left_alone_for_a_table_but_for_a_chart() -> None:
    """One row of five is less than a third of the page."""
    assert breaks([20] * 6, [Kept(1, 6)], 100) == []
    assert breaks([20] * 6, [Kept(1, 6, is_chart=True)], 100) == [1]


def test_of_two_that_begin_together_the_longer_counts() -> None:
    assert breaks([20] * 8, [Kept(2, 6), Kept(2, 3)], 100) == [2]


def test_a_chart_ends_in_the_column_under_its_right_edge() -> None:
    """145 pixels of the first column, then 64 each."""
    assert pixels(20) == 145
    assert column_under({0: 20.0}, 0, 145) == 0
    assert column_under({0: 20.0}, 0, 146) == 1
    assert column_under({}, 3, 128) == 4


def test_a_sheet_made_smaller_has_more_rows_on_a_page() -> None:
    assert room(2_090, 1) == 2 * room(1_045, 1)
    assert room(2_090, 2) == room(100, 1)


def test_a_chart_below_a_wide_table_begins_a_page_of_its_own() -> None:
    columns = (Column("name", same("name")), *(Column(f"c{at}", same("n" * 20), Unit.COUNT) for at in range(6)))
    rows = tuple(Row((Cell(f"r{at}"), *(Cell(at) for _ in range(6)))) for at in range(12))
    figure = Figure(FigureKind.BAR, "f", same("F"), "name", ("c0",))
    block = TableBlock("t", same("T"), columns, rows, figures=(figure,))

    sheet = opened(draw(replace(bare_report(), blocks=(block,))))["T"]

    chart = sheet._charts[0]  # noqa: SLF001 - openpyxl has no other way to them
    assert [one.id for one in sheet.row_breaks.brk] == [chart.anchor._from.row]  # noqa: SLF001 - as above


def test_a_chart_of_a_long_table_stands_beside_it_below_the_headers_that_come_again() -> None:
    columns = (Column("name", same("name")), *(Column(f"c{at}", same("n" * 20), Unit.COUNT) for at in range(5)))
    rows = tuple(Row((Cell(f"r{at}"), *(Cell(at) for _ in range(5)))) for at in range(60))
    figure = Figure(FigureKind.PARETO, "f", same("F"), "name", ("c0", "c1"), first=10)
    block = TableBlock("t", same("T"), columns, rows, figures=(figure,))

    sheet = opened(draw(replace(bare_report(), blocks=(block,))))["T"]

    anchor = sheet._charts[0].anchor  # noqa: SLF001 - openpyxl has no other way to them
    begins, ends = anchor._from, anchor.to  # noqa: SLF001 - as above
    header = next(cell.row for row in sheet.iter_rows() for cell in row if cell.value == "name")
    assert (begins.row, begins.col) == (header, 7), "a row behind the header, a column behind the table"
    assert ends.row - begins.row == 22, "440 of 20 pixels a row"
    assert sheet.print_title_rows == f"${header}:${header}"
