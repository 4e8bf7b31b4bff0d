"""The tiles of a section as a small table: a figure a row, what it is judged by beside it, its trend as a line."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace
from xlsxwriter.worksheet import Worksheet

from salesperf.core.text import Text
from salesperf.render.xlsx import words
from salesperf.render.xlsx.behind import Behind
from salesperf.render.xlsx.book import Book, Range, checked
from salesperf.render.xlsx.cells import Pen, Style, put
from salesperf.render.xlsx.styles import HEAD, HEAD_INSET, HEAD_RIGHT, LABEL, Look
from salesperf.render.xlsx.widths import column_width, text_width
from salesperf.report.cell_names import TILE
from salesperf.report.escape import on_one_line
from salesperf.report.model import Cell, Section, Tile

_VALUE = Look(bold=True, size=12, bottom=True)
_BESIDE = Look(bottom=True)
_SPARK_WIDTH = 16.0
_HEIGHT = 18.0
_LARGER = 3
"""What the larger letters of a value take more."""


def beside_labels(tiles: Sequence[Tile]) -> tuple[Text, ...]:
    """What stands beside any of the tiles, each once."""
    return tuple(dict.fromkeys(beside.label for tile in tiles for beside in tile.beside))


def tile_columns(tiles: Sequence[Tile]) -> int:
    """How many columns the tiles take."""
    return 2 + len(beside_labels(tiles)) + any(tile.trend for tile in tiles) if tiles else 0


def draw_tiles(book: Book, sheet: Worksheet, section: Section, behind: Behind, *, row: int) -> tuple[float, ...]:
    """Write the tiles from `row` on, a header first; gives the widths their columns need."""
    tiles, labels = section.tiles, beside_labels(section.tiles)
    trends = dict.fromkeys(tile.trend_label for tile in tiles if tile.trend)
    trend = next(iter(trends)) if len(trends) == 1 else words.TREND
    heads = [words.FIGURE, words.VALUE, *labels, *([trend] if trends else [])]
    said = [on_one_line(head.say(book.lang)) for head in heads]
    for at, head in enumerate(said):
        # The trend is headed from the left, beside a heading that ends on the right.
        look = HEAD if at == 0 else HEAD_INSET if at == len(labels) + 2 else HEAD_RIGHT
        book.text(sheet, row, at, head, look)
    widths = [column_width(0, head) for head in said]
    for number, tile in enumerate(tiles, start=row + 1):
        taken = _draw_tile(book, sheet, tile, number, labels, within=section.key)
        widths = [
            max(width, column_width(one, "")) for width, one in zip(widths, [*taken, 0][: len(widths)], strict=True)
        ]
        checked(sheet.set_row(number, _HEIGHT), tile.label)
        if tile.trend:
            behind.begin()
            behind.sparkline(sheet, number, len(labels) + 2, tile.trend)
            widths[-1] = max(widths[-1], _SPARK_WIDTH)
    return tuple(widths)


def _draw_tile(book: Book, sheet: Worksheet, tile: Tile, row: int, labels: Sequence[Text], *, within: str) -> list[int]:
    pen = Pen(book, sheet)
    label = on_one_line(tile.label.say(book.lang))
    book.text(sheet, row, 0, label, replace(LABEL, bottom=True))
    beside = {one.label: one for one in tile.beside}
    taken = [text_width(label), put(pen, (row, 1), tile.cell, Style(signed=True, named=True, look=_VALUE)) + _LARGER]
    book.name((within, TILE, tile.key, ""), Range(sheet.get_name(), row, 1, row, 1))
    for at, one in enumerate(labels, start=2):
        if one in beside:
            taken.append(put(pen, (row, at), beside[one].cell, Style(signed=True, named=True, look=_BESIDE)))
            book.name((within, TILE, tile.key, beside[one].key), Range(sheet.get_name(), row, at, row, at))
        else:
            taken.append(put(pen, (row, at), Cell(None), Style(look=_BESIDE)))
    return taken
