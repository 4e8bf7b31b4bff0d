"""How much of its target each row reached, as lying bars: large and small ones stand on one axis of per cent."""

from __future__ import annotations

from math import ceil

from xlsxwriter.chart import Chart
from xlsxwriter.utility import xl_rowcol_to_cell

from salesperf.core.status import Status
from salesperf.core.unit import Unit
from salesperf.render.figures import palette
from salesperf.render.xlsx import words
from salesperf.render.xlsx.book import Range
from salesperf.render.xlsx.chart_parts import Drawing, axis_format, numbers_of, set_legend, set_lying_axes
from salesperf.report.model import Cell, Row

_LEAST, _MOST, _STEP = 1.2, 2.0, 0.2
"""Where the axis ends: beyond the target at least, at twice the target at most; labels say how far a bar goes."""


def bullets(drawing: Drawing, target: str) -> Chart:
    """Actual over target as a bar a row, in the colour of its light; a dashed line stands at the whole target.

    The shares are formulas over the cells of the table; a row without a target above zero has no bar.
    """
    cells = _shares(drawing, target)
    rows = drawing.placed.block.rows[: cells.last_row - cells.first_row + 1]
    chart = drawing.chart("bar")
    labels = {"value": True, "num_format": axis_format(drawing, Unit.RATIO) + ";;", "font": {"size": 9}}
    chart.add_series(
        {
            "name": [cells.sheet, drawing.placed.header_row, cells.first_column],
            "categories": drawing.labels.parts,
            "values": cells.parts,
            "gap": 40,
            "fill": {"color": palette.ACCENT},
            "points": [{"fill": {"color": _color(row)}} for row in rows],
            "data_labels": {**labels, "position": "outside_end"},
        }
    )
    set_lying_axes(chart, drawing, Unit.RATIO)
    chart.set_x_axis(_axis(drawing, max((one for one in _known(drawing, target) if one is not None), default=0.0)))
    set_legend(chart, count=1)
    return chart


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
    """From nothing to beyond the largest share; its lines stand at whole targets."""
    end = min(_MOST, max(_LEAST, _STEP * ceil(largest / _STEP + 0.5)))
    return {
        "num_format": axis_format(drawing, Unit.RATIO),
        "num_font": {"size": 9, "color": palette.MUTED},
        "line": {"none": True},
        "min": 0,
        "max": round(end, 1),
        "major_unit": 1,
        "major_gridlines": {"visible": True, "line": {"color": palette.TARGET, "width": 1.25, "dash_type": "dash"}},
    }


def _color(row: Row) -> str:
    lights = [cell.status for cell in row.cells if isinstance(cell, Cell) and cell.status not in {None, Status.UNKNOWN}]
    return palette.STATUS[lights[0]] if lights and lights[0] else palette.ACCENT
