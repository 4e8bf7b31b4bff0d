"""Charts drawn of a table's own cells: lines, bars, stacks, bullets, Pareto, points, heat maps, and funnels."""

from __future__ import annotations

from xlsxwriter.chart import Chart
from xlsxwriter.utility import xl_rowcol_to_cell
from xlsxwriter.worksheet import Worksheet

from salesperf.core.unit import Unit
from salesperf.render.figures import palette
from salesperf.render.xlsx import words
from salesperf.render.xlsx.book import Range, checked
from salesperf.render.xlsx.chart_parts import (
    Drawing,
    axis_format,
    color,
    drawn_numbers,
    from_zero,
    named,
    number_axis,
    numbers_of,
    series,
    set_axes,
    set_legend,
    set_lying_axes,
)
from salesperf.render.xlsx.styles import SHARE
from salesperf.render.xlsx.table import Placed
from salesperf.report.figure import Figure

_CHANGES = frozenset({Unit.GROWTH, Unit.POINTS})
_FROM_LEAST = {"type": "2_color_scale", "min_color": palette.CELL_PAPER, "max_color": palette.RISING[2]}
_AROUND_ZERO = {
    "type": "3_color_scale",
    "min_color": palette.FALLING[2],
    "mid_type": "num",
    "mid_value": 0,
    "mid_color": palette.EVEN,
    "max_color": palette.RISING[2],
}
_LYING_FROM = 6
"""From so many bars on they lie, so that their names can be read."""


def line(drawing: Drawing) -> Chart:
    """One line a column over the rows, the second (mostly last year's) lighter; the target is dashed and grey."""
    chart = drawing.chart("line")
    for number, key in enumerate(drawing.figure.values):
        ink = palette.LINES[number % len(palette.LINES)]
        drawn = {"color": ink, "width": 2.25}
        marker = {"type": "circle", "size": 5, "fill": {"color": ink}, "border": {"none": True}}
        chart.add_series(series(drawing, key, number, line=drawn, marker=marker, fill={"none": True}))
    if drawing.figure.target:
        dashed = {"color": palette.TARGET, "width": 1.5, "dash_type": "dash"}
        chart.add_series(series(drawing, drawing.figure.target, 2, line=dashed, fill={"none": True}))
    set_axes(chart, drawing, _unit(drawing))
    set_legend(chart, count=len(drawing.figure.values) + bool(drawing.figure.target))
    return chart


def bars(drawing: Drawing) -> Chart:
    """Bars side by side; many of them lie."""
    is_lying = _count(drawing) > _LYING_FROM
    chart = drawing.chart("bar" if is_lying else "column")
    for number, key in enumerate(drawing.figure.values):
        chart.add_series(series(drawing, key, number, gap=60))
    (set_lying_axes if is_lying else set_axes)(chart, drawing, _unit(drawing), foot=from_zero(drawn_numbers(drawing)))
    set_legend(chart, count=len(drawing.figure.values))
    return chart


def bars_with_target(drawing: Drawing) -> Chart:
    """Bars for what was reached and a mark for what was to be reached."""
    chart = drawing.chart("column")
    for number, key in enumerate(drawing.figure.values):
        chart.add_series(series(drawing, key, number, gap=60))
    if drawing.figure.target:
        marks = drawing.chart("line")
        grey = {"color": palette.TARGET}
        marker = {"type": "long_dash", "size": 10, "fill": grey, "border": grey}
        marks.add_series(
            series(drawing, drawing.figure.target, 2, line={"none": True}, marker=marker, fill={"none": True})
        )
        chart.combine(marks)
    set_axes(chart, drawing, _unit(drawing), foot=from_zero(drawn_numbers(drawing)))
    set_legend(chart, count=2)
    return chart


def stacked(drawing: Drawing) -> Chart:
    """Columns on top of each other."""
    chart = drawing.chart("column", subtype="stacked")
    for number, key in enumerate(drawing.figure.values):
        chart.add_series(series(drawing, key, number, gap=50))
    set_axes(chart, drawing, _unit(drawing), foot=from_zero(drawn_numbers(drawing)))
    set_legend(chart, count=len(drawing.figure.values))
    return chart


def pareto(drawing: Drawing) -> Chart:
    """Bars from the largest on, and their running share as a line on an axis of its own."""
    chart = drawing.chart("column")
    first, *shares = drawing.figure.values
    chart.add_series(series(drawing, first, 0, gap=30))
    if shares:
        running = drawing.chart("line")
        drawn = {"color": SHARE, "width": 2.25}
        marker = {"type": "circle", "size": 5, "fill": {"color": SHARE}, "border": {"none": True}}
        running.add_series(series(drawing, shares[0], 3, y2_axis=True, line=drawn, marker=marker, fill={"none": True}))
        chart.combine(running)
        running.set_y2_axis(
            {**number_axis(drawing, Unit.RATIO), "min": 0, "max": 1, "major_gridlines": {"visible": False}}
        )
    heights = numbers_of(drawing.placed, first, drawing.values(first))
    set_axes(chart, drawing, named(drawing.placed, first).unit, foot=from_zero(heights))
    set_legend(chart, count=1 + len(shares))
    return chart


def scatter(drawing: Drawing) -> Chart:
    """A point a row: the first column across, the second up."""
    across, up = drawing.figure.values[:2]
    chart = drawing.chart("scatter")
    marker = {"type": "circle", "size": 8, "fill": {"color": color(0), "transparency": 30}, "border": {"none": True}}
    chart.add_series(
        {
            "name": [drawing.placed.sheet, drawing.placed.header_row, drawing.placed.columns[up]],
            "categories": drawing.values(across).parts,
            "values": drawing.values(up).parts,
            "marker": marker,
        }
    )
    header = drawing.placed.header_row
    across_name = [drawing.placed.sheet, header, drawing.placed.columns[across]]
    up_name = [drawing.placed.sheet, header, drawing.placed.columns[up]]
    font = {"name_font": {"size": 9, "bold": False}}
    chart.set_x_axis({**number_axis(drawing, named(drawing.placed, across).unit), "name": across_name, **font})
    chart.set_y_axis({**number_axis(drawing, named(drawing.placed, up).unit), "name": up_name, **font})
    set_legend(chart, count=1)
    return chart


def funnel(drawing: Drawing) -> Chart:
    """Centred bars: half of what is missing to the widest stands before each, without a colour."""
    key = drawing.figure.values[0]
    cells, unit = drawing.values(key), named(drawing.placed, key).unit
    numbers = numbers_of(drawing.placed, key, cells)
    widest = max((number for number in numbers if number > 0), default=0.0)
    before = drawing.behind.column(drawing.placed.header_row, words.BASE)
    for row, number in enumerate(numbers, start=cells.first_row):
        formula = f"=(MAX({cells.cells})-{xl_rowcol_to_cell(row, cells.first_column)})/2"
        drawing.behind.formula(row, before, formula, (widest - number) / 2)
    chart = drawing.chart("bar", subtype="stacked")
    base = Range(cells.sheet, cells.first_row, before, cells.last_row, before)
    nothing = {"fill": {"none": True}, "border": {"none": True}}
    chart.add_series({"categories": drawing.labels.parts, "values": base.parts, "gap": 15, **nothing})
    labels = {
        "value": True,
        "position": "center",
        "num_format": axis_format(drawing, unit),
        "font": {"color": "#FFFFFF", "bold": True},
    }
    chart.add_series(series(drawing, key, 0, data_labels=labels))
    set_lying_axes(chart, drawing, unit)
    chart.set_x_axis({"visible": False, "major_gridlines": {"visible": False}})
    set_legend(chart, count=1)
    return chart


def heat_map(sheet: Worksheet, placed: Placed, figure: Figure) -> None:
    """A shade for each cell of the columns, from the least to the most of them all."""
    units = {named(placed, key).unit for key in figure.values}
    scale = _AROUND_ZERO if units <= _CHANGES else _FROM_LEAST
    columns = [placed.range(key, first=figure.first) for key in figure.values]
    if not columns:
        return
    blocks = [f"{one.cells}".replace("$", "") for one in columns]
    first = columns[0]
    options = {**scale, "multi_range": " ".join(blocks)} if len(blocks) > 1 else scale
    place = (first.first_row, first.first_column, first.last_row, first.last_column)
    checked(sheet.conditional_format(*place, options), figure.title)


def _unit(drawing: Drawing) -> Unit | None:
    return named(drawing.placed, drawing.figure.values[0]).unit


def _count(drawing: Drawing) -> int:
    cells = drawing.labels
    return cells.last_row - cells.first_row + 1
