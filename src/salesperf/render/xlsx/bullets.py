"""How much of its target each row reached, as lying bars over pale ones of the whole target; one axis of per cent."""

from __future__ import annotations

from math import ceil

from xlsxwriter.chart import Chart
from xlsxwriter.utility import xl_rowcol_to_cell

from salesperf.core.status import Status
from salesperf.core.unit import Unit
from salesperf.render.figures import palette
from salesperf.render.xlsx import words
from salesperf.render.xlsx.book import Range
from salesperf.render.xlsx.chart_parts import Drawing, axis_format, number_axis, numbers_of, set_legend, set_lying_axes
from salesperf.report.model import Cell, Row

_LEAST, _MOST, _ROOM_FOR_LABEL = 1.2, 5.0, 1.05
_STEPS = ((1.5, 0.25), (2.5, 0.5), (_MOST, 1.0))
"""Where the axis ends: beyond the target, and beyond the largest bar up to five times the target; labels say how far a
bar goes. With it the step of its lines."""


def bullets(drawing: Drawing, target: str) -> Chart:
    """Actual over target as a bar a row, in the colour of its light, over a pale bar of the whole target.

    The shares are formulas over the cells of the table; a row without a target above zero has no bar.
    """
    cells = _shares(drawing, target)
    rows = drawing.placed.block.rows[: cells.last_row - cells.first_row + 1]
    wholes = _wholes(drawing, target, cells)
    chart = drawing.chart("bar")
    labels = {"value": True, "num_format": axis_format(drawing, Unit.RATIO) + ";;", "font": {"size": 9}}
    chart.add_series(_bars(drawing, wholes) | {"overlap": 100, "fill": {"color": palette.GRID}})
    chart.add_series(
        _bars(drawing, cells)
        | {
            "fill": {"color": palette.ACCENT},
            "points": [{"fill": {"color": _color(row)}} for row in rows],
            "data_labels": {**labels, "position": "outside_end"},
        }
    )
    set_lying_axes(chart, drawing, Unit.RATIO)
    chart.set_x_axis(_axis(drawing, max((one for one in _known(drawing, target) if one is not None), default=0.0)))
    set_legend(chart, count=1)
    return chart


def _bars(drawing: Drawing, cells: Range) -> dict[str, object]:
    return {
        "name": [cells.sheet, drawing.placed.header_row, cells.first_column],
        "categories": drawing.labels.parts,
        "values": cells.parts,
        "gap": 40,
    }


def _wholes(drawing: Drawing, target: str, shares: Range) -> Range:
    """A column of ones, where there is a target: the bars behind the others."""
    column = drawing.behind.column(drawing.placed.header_row, words.WHOLE_TARGET)
    for row, share in enumerate(_known(drawing, target), start=shares.first_row):
        wanted = xl_rowcol_to_cell(row, drawing.values(target).first_column)
        drawing.behind.formula(row, column, f'=IF(N({wanted})>0,1,"")', "" if share is None else 1)
    return Range(shares.sheet, shares.first_row, column, shares.last_row, column)


def _shares(drawing: Drawing, target: str) -> Range:
    """A column of actual over target, beside the rows that are drawn."""
    actual, goal = drawing.values(drawing.figure.values[0]), drawing.values(target)
    column = drawing.behind.column(drawing.placed.header_row, words.ATTAINED)
    for row, share in enumerate(_known(drawing, target), start=actual.first_row):
        reached, wanted = (xl_rowcol_to_cell(row, one.first_column) for one in (actual, goal))
        drawing.behind.formula(
            row, column, f'=IF(N({wanted})>0,N({reached})/{wanted},"")', "" if share is None else share
        )
    return Range(actual.sheet, actual.first_row, column, actual.last_row, column)


def _known(drawing: Drawing, target: str) -> list[float | None]:
    actual = numbers_of(drawing.placed, drawing.figure.values[0], drawing.values(drawing.figure.values[0]))
    goals = numbers_of(drawing.placed, target, drawing.values(target))
    return [one / goal if goal > 0 else None for one, goal in zip(actual, goals, strict=True)]


def _axis(drawing: Drawing, largest: float) -> dict[str, object]:
    """From nothing to beyond the largest share."""
    wanted = min(_MOST, max(_LEAST, largest * _ROOM_FOR_LABEL))
    step = next(step for most, step in _STEPS if wanted <= most)
    return {**number_axis(drawing, Unit.RATIO), "min": 0, "max": step * ceil(wanted / step), "major_unit": step}


def _color(row: Row) -> str:
    lights = [cell.status for cell in row.cells if isinstance(cell, Cell) and cell.status not in {None, Status.UNKNOWN}]
    return palette.STATUS[lights[0]] if lights and lights[0] else palette.ACCENT
