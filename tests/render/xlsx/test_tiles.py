from __future__ import annotations

from decimal import Decimal

from msgspec.structs import replace
from xlsxwriter.worksheet import Worksheet

from drawn import bare_report, draw_on_sheet
from salesperf.core.text import Text, same
from salesperf.core.unit import Unit
from salesperf.render.xlsx.behind import Behind
from salesperf.render.xlsx.book import Book
from salesperf.render.xlsx.tiles import draw_tiles, tile_columns
from salesperf.report.model import Beside, Cell, Section, Tile

TARGET, YOY = Text("target", "目标"), Text("on last year", "同比")
TILES = (
    Tile(
        "net_revenue",
        Text("net revenue", "销售净额"),
        Cell(Decimal("1200.50"), Unit.MONEY),
        (Beside("target", TARGET, Cell(Decimal(1250), Unit.MONEY)),),
        (1.0, 2.0),
        same("3 months"),
    ),
    Tile(
        "orders", Text("orders", "订单数"), Cell(3, Unit.COUNT), (Beside("on_last_year", YOY, Cell(0.5, Unit.GROWTH)),)
    ),
)


def test_tiles_share_the_columns_of_what_stands_beside_them() -> None:
    names: list[tuple[str, str]] = []

    section = Section("s", same("S"), tiles=TILES)

    def draw(book: Book, sheet: Worksheet) -> None:
        draw_tiles(book, sheet, section, Behind(book, sheet, 10), row=0)
        names.extend((name, place) for name, _, place, _ in book.workbook.defined_names)

    sheet = draw_on_sheet(draw, report=replace(bare_report(), sections=(section,)))

    assert [cell.value for cell in sheet[1]][:5] == ["figure", "value", "target", "on last year", "3 months"]
    assert [cell.value for cell in sheet[2]][:4] == ["net revenue", 1200.5, 1250, None]
    assert [cell.value for cell in sheet[3]][:4] == ["orders", 3, None, 0.5]
    # A heading that ends on the right and one that begins on the left would touch.
    assert (sheet["D1"].alignment.horizontal, sheet["E1"].alignment.indent) == ("right", 1)
    assert sheet["B2"].number_format == '"$"#,##0.00;-"$"#,##0.00'
    assert names == [
        ("net_revenue", "'Here'!$B$2"),
        ("net_revenue_target", "'Here'!$C$2"),
        ("orders", "'Here'!$B$3"),
        ("orders_on_last_year", "'Here'!$D$3"),
    ]


def test_what_tiles_take_is_known_before_they_are_drawn() -> None:
    assert tile_columns(TILES) == 5
    assert tile_columns(TILES[1:]) == 3
    assert tile_columns(()) == 0
