"""Native charts of a table: their numbers are its cells, so that a chart follows when a cell is changed."""

from __future__ import annotations

from typing import assert_never

from msgspec import Struct
from xlsxwriter.chart import Chart
from xlsxwriter.worksheet import Worksheet

from salesperf.core.text import Text
from salesperf.render.xlsx import words
from salesperf.render.xlsx.bars import bars, bars_with_target, funnel, heat_map, line, pareto, scatter, stacked
from salesperf.render.xlsx.behind import Behind
from salesperf.render.xlsx.book import Book, checked
from salesperf.render.xlsx.bullets import bullets
from salesperf.render.xlsx.chart_parts import Drawing, named
from salesperf.render.xlsx.styles import DARK
from salesperf.render.xlsx.table import Placed
from salesperf.render.xlsx.waterfall import waterfall
from salesperf.report.chart import first_of
from salesperf.report.escape import on_one_line
from salesperf.report.figure import Figure, FigureKind

WIDTH = 660
_HEIGHT, _HEAD, _BAR = 280, 80, 22
_NAMED = 440
"""The height where long names stand slanted under the bars, which take half of it."""
_ROW = 20


class Spot(Struct, frozen=True):
    """Where a chart goes: the cell of its upper left corner."""

    row: int
    column: int


def takes_room(figure: Figure) -> bool:
    """Whether a figure is a chart beside the table, and not colours or a line in cells."""
    return figure.kind not in {FigureKind.HEAT_MAP, FigureKind.SPARKLINE}


def rows_of(figure: Figure, placed: Placed) -> int:
    """The rows that a chart stands over, and one of room."""
    return _height(figure, placed) // _ROW + 1


def _height(figure: Figure, placed: Placed) -> int:
    """Bullets are as high as their bars need, bars over names of customers higher than others, these all alike."""
    if figure.kind is FigureKind.PARETO:
        return _NAMED
    if figure.kind is not FigureKind.BULLET:
        return _HEIGHT
    cells = placed.range(figure.label, first=figure.first)
    return max(_HEIGHT, _HEAD + _BAR * (cells.last_row - cells.first_row + 1))


def draw_figure(book: Book, sheet: Worksheet, placed: Placed, figure: Figure, behind: Behind, *, spot: Spot) -> None:
    """Draw one figure of a table that stands on the sheet; a heat map colours its cells."""
    if figure.kind is FigureKind.HEAT_MAP:
        heat_map(sheet, placed, figure)
        return
    if figure.kind is FigureKind.SPARKLINE:
        behind.line(spot.row, spot.column, placed.range(figure.values[0], first=figure.first))
        return
    drawing = Drawing(book, sheet, placed, figure, behind)
    title = behind.column(placed.header_row, _title(drawing))
    chart = _chart(drawing)
    chart.set_title({"name": [placed.sheet, placed.header_row, title], "name_font": {"size": 12, "color": DARK}})
    chart.set_size({"width": WIDTH, "height": _height(figure, placed)})
    chart.show_hidden_data()
    chart.show_blanks_as("gap")
    about = {"description": _alt_text(drawing), "object_position": 2}
    checked(sheet.insert_chart(spot.row, spot.column, chart, about), figure.title)


def _title(drawing: Drawing) -> Text:
    """What is seen, and how much of it where only the first rows are."""
    figure, cells = drawing.figure, drawing.labels
    shown = cells.last_row - cells.first_row + 1
    cut = first_of(figure, shown=shown, rows=len(drawing.placed.block.rows))
    return words.CUT.fill(title=figure.title, cut=cut) if cut else figure.title


def _chart(drawing: Drawing) -> Chart:  # noqa: PLR0911 - one answer a kind
    figure = drawing.figure
    match figure.kind:
        case FigureKind.LINE:
            return line(drawing)
        case FigureKind.BAR:
            return bars_with_target(drawing) if figure.target else bars(drawing)
        case FigureKind.BULLET:
            return bullets(drawing, figure.target) if figure.target else bars(drawing)
        case FigureKind.STACKED:
            return stacked(drawing)
        case FigureKind.WATERFALL:
            return waterfall(drawing)
        case FigureKind.FUNNEL:
            return funnel(drawing)
        case FigureKind.PARETO:
            return pareto(drawing)
        case FigureKind.SCATTER:
            return scatter(drawing)
        case FigureKind.HEAT_MAP | FigureKind.SPARKLINE:
            raise ValueError(f"{figure.kind} is drawn in cells")
        case _:
            assert_never(figure.kind)


def _alt_text(drawing: Drawing) -> str:
    """What is seen, for those who do not see it: the title and what is drawn over what."""
    lang = drawing.book.lang
    columns = [named(drawing.placed, key).label.say(lang) for key in drawing.figure.values]
    label = named(drawing.placed, drawing.figure.label).label.say(lang)
    return on_one_line(f"{drawing.figure.title.say(lang)}: {', '.join(columns)} / {label}")[:250]
