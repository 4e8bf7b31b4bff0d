"""What every chart is made of: series over the cells of a table, and axes that read as the table does."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from msgspec import Struct
from xlsxwriter.chart import Chart
from xlsxwriter.worksheet import Worksheet

from salesperf.core.unit import Unit
from salesperf.render.figures import palette
from salesperf.render.xlsx.behind import Behind
from salesperf.render.xlsx.book import Book, Range
from salesperf.render.xlsx.cells import as_float
from salesperf.render.xlsx.number_format import number_format
from salesperf.render.xlsx.table import Placed
from salesperf.report.figure import Figure
from salesperf.report.model import Cell, Column, Sparkline

_GRID = {"visible": True, "line": {"color": palette.GRID, "width": 0.5}}
_FONT = {"size": 9, "color": palette.MUTED}
_AXIS_LINE = {"color": palette.AXIS}
_NO_GRID = {"major_gridlines": {"visible": False}}


class Drawing(Struct, frozen=True):
    """One figure about to be drawn: of which table, on which sheet."""

    book: Book
    sheet: Worksheet
    placed: Placed
    figure: Figure
    behind: Behind

    @property
    def labels(self) -> Range:
        """The cells that name the rows."""
        return self.placed.range(self.figure.label, first=self.figure.first)

    def values(self, key: str) -> Range:
        """The cells of one column."""
        return self.placed.range(key, first=self.figure.first)

    def chart(self, kind: str, *, subtype: str = "") -> Chart:
        """An empty chart."""
        wanted = {"type": kind, "subtype": subtype} if subtype else {"type": kind}
        made: Chart = self.book.workbook.add_chart(wanted)
        return made


def named(placed: Placed, key: str) -> Column:
    """The column of this key."""
    return placed.block.columns[placed.columns[key]]


def series(drawing: Drawing, key: str, number: int, **options: object) -> dict[str, object]:
    """One column as a series, called by its header, in the next colour."""
    at = drawing.placed.columns[key]
    return {
        "name": [drawing.placed.sheet, drawing.placed.header_row, at],
        "categories": drawing.labels.parts,
        "values": drawing.values(key).parts,
        "fill": {"color": color(number)},
        **options,
    }


def color(number: int) -> str:
    """The colour of the series of this number."""
    return palette.SERIES[number % len(palette.SERIES)]


def set_axes(chart: Chart, drawing: Drawing, unit: Unit | None, *, foot: dict[str, object] | None = None) -> None:
    """Categories across, numbers in their unit up, from the `foot` on."""
    chart.set_x_axis({"num_font": _FONT, "line": _AXIS_LINE, "label_position": "low", **_NO_GRID})
    chart.set_y_axis({**number_axis(drawing, unit), **(foot or {})})


def set_lying_axes(chart: Chart, drawing: Drawing, unit: Unit | None, *, foot: dict[str, object] | None = None) -> None:
    """Categories down in the order of the rows, numbers in their unit across, below the last of them."""
    categories = {"num_font": _FONT, "line": _AXIS_LINE, "label_position": "low", "reverse": True, "crossing": "max"}
    chart.set_y_axis({**categories, **_NO_GRID})
    chart.set_x_axis({**number_axis(drawing, unit), **(foot or {})})


def from_zero(numbers: Iterable[float]) -> dict[str, object]:
    """Where the axis of bars begins: at zero, for they are compared by their length; below it Excel finds a place."""
    return {"min": 0} if min(numbers, default=0.0) >= 0 else {}


def drawn_numbers(drawing: Drawing) -> list[float]:
    """All numbers that the columns of a figure draw, with those to be reached."""
    figure = drawing.figure
    keys = (*figure.values, figure.target) if figure.target else figure.values
    return [number for key in keys for number in numbers_of(drawing.placed, key, drawing.values(key))]


def number_axis(drawing: Drawing, unit: Unit | None) -> dict[str, object]:
    """An axis of numbers, whole ones but for what is below one."""
    code = axis_format(drawing, unit)
    return {"num_format": code, "num_font": _FONT, "line": {"none": True}, "major_gridlines": _GRID}


def axis_format(drawing: Drawing, unit: Unit | None) -> str:
    """The number format of an axis."""
    shown = Unit.RATIO if unit is Unit.GROWTH else unit or Unit.NUMBER
    places = 0 if shown is not Unit.PRICE else 2
    return number_format(shown, places=places, lang=drawing.book.lang)


def set_legend(chart: Chart, *, count: int) -> None:
    """A legend only where there is something to tell apart."""
    chart.set_legend({"position": "bottom", "font": _FONT} if count > 1 else {"none": True})


def numbers_of(placed: Placed, key: str, cells: Range) -> list[float]:
    """The numbers of one column as far as it is drawn; nothing counts as none."""
    at = placed.columns[key]
    unit = placed.block.columns[at].unit
    rows = placed.block.rows[: cells.last_row - cells.first_row + 1]
    return [_number(row.cells[at], unit) for row in rows]


def _number(cell: Cell | Sparkline, unit: Unit | None) -> float:
    value = cell.value if isinstance(cell, Cell) else None
    return as_float(value, unit) if isinstance(value, Decimal | int | float) else 0.0
