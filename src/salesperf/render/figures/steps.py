"""What is left at each step, and how much of each target was reached: named rows with a remark at their end."""

from __future__ import annotations

from collections.abc import Iterator

from salesperf.render.figures.layout import PHONE, Band, Drawing, Entry, header, light, on, rows, said, said_width
from salesperf.render.figures.palette import ACCENT, AXIS, GRID, INK, PAPER
from salesperf.render.figures.scene import SMALL, Anchor, Box, Label, Rule, Shape, muted, widest
from salesperf.report import phrases
from salesperf.report.chart import Chart
from salesperf.report.chart_marks import MOST_OF_TARGET

_THICK = 20
_THIN = 12
_BETWEEN = 12
_OF_TARGET = " / "


def funnel(chart: Chart, *, width: int, top: float) -> Drawing:
    """Centred bars, the number and the share of the step before at their right; on a phone that share stands below."""
    points = chart.series[0].points
    is_phone = width < PHONE
    lines = rows(chart, width=width, top=top, thick=_THICK, gap=18 if is_phone else 10)
    numbers = widest([point.label for point in points])
    remarks = 0.0 if is_phone else widest(chart.beside, SMALL) + _BETWEEN
    left, right = lines.left, width - numbers - _BETWEEN - remarks
    most = max([point.span[1] for point in points if point.span is not None] or [0.0]) or 1.0
    shapes: list[Shape] = list(lines.names)
    middle = (left + right) / 2
    for point, band, remark in zip(points, lines.bands, chart.beside, strict=True):
        if point.span is not None:
            half = point.span[1] / most * (right - left) / 2
            shapes.append(Box(middle - half, band.top, middle + half, band.bottom, ACCENT))
        at = right + _BETWEEN + numbers
        shapes.append(Label(at, band.middle, point.label, INK, anchor=Anchor.END, bold=True))
        if remark and is_phone:
            shapes.append(muted(width, band.bottom + 8, remark, Anchor.END))
        elif remark:
            shapes.append(muted(at + _BETWEEN, band.middle, remark))
    return Drawing(tuple(shapes), lines.bottom + (14 if is_phone else 0))


def bullet(chart: Chart, *, width: int, top: float) -> Drawing:
    """A bar as long as the part of its target that was reached; a mark stands at the whole target.

    A lighter mark stands at what was to be reached by now, where the target is not yet due.

    A bar that goes on beyond the picture is broken before its end.
    """
    points = chart.series[0].points
    goals = chart.target.points if chart.target is not None else ()
    head = header("", tuple(_entries(chart)), width=width, top=top)
    is_phone = width < PHONE
    lines = rows(chart, width=width, top=head.bottom, thick=_THIN, gap=22 if is_phone else 14)
    amounts = [
        point.label if goal.value is None else f"{point.label}{_OF_TARGET}{goal.label}"
        for point, goal in zip(points, goals, strict=True)
    ]
    shares = [share or phrases.NULL for share in chart.beside]
    widest_share = max(said_width(point, share, bold=True) for point, share in zip(points, shares, strict=True))
    room = widest_share + (0 if is_phone else widest(amounts, SMALL) + _BETWEEN)
    right = width - room - _BETWEEN
    shapes: list[Shape] = [*head.shapes, *lines.names]
    for at, (point, band) in enumerate(zip(points, lines.bands, strict=True)):
        shapes.append(Box(lines.left, band.top, right, band.bottom, GRID))
        if point.span is not None:
            end = on(point.span[1], chart.axis, lines.left, right)
            shapes.append(Box(lines.left, band.top, end, band.bottom, light(point, ACCENT)))
            if point.share is not None and point.share > MOST_OF_TARGET:
                shapes += _break(end, band)
            whole = on(1.0, chart.axis, lines.left, right)
            shapes.append(Rule(whole, band.top - 4, whole, band.bottom + 4, INK, 2))
            shapes += _due(chart, at, band, lines.left, right)
        shapes += said(point, right + _BETWEEN + widest_share, band.middle, shares[at], anchor=Anchor.END, bold=True)
        shapes.append(
            muted(lines.left, band.bottom + 9, amounts[at])
            if is_phone
            else muted(width, band.middle, amounts[at], Anchor.END)
        )
    return Drawing(tuple(shapes), lines.bottom + (14 if is_phone else 0))


def _entries(chart: Chart) -> Iterator[Entry]:
    if chart.target is not None:
        yield Entry(chart.target.label, INK, "mark")
    if chart.expected is not None:
        yield Entry(chart.expected.label, AXIS, "mark")


def _due(chart: Chart, at: int, band: Band, left: float, right: float) -> Iterator[Shape]:
    """The mark of what was to be reached by now, edged with paper so that it shows on a bar as well as beside it."""
    span = chart.expected.points[at].span if chart.expected is not None else None
    if span is not None:
        x = on(span[1], chart.axis, left, right)
        yield Box(x - 2, band.top - 3, x + 2, band.bottom + 3, PAPER)
        yield Box(x - 1, band.top - 3, x + 1, band.bottom + 3, AXIS)


def _break(end: float, band: Band) -> Iterator[Shape]:
    """Two slanted cuts through a bar."""
    for x in (end - 14, end - 9):
        yield Rule(x - 2, band.bottom, x + 2, band.top, PAPER, 2)
