"""Bars from the largest on and their running share, with a rule where it reaches four fifths."""

from __future__ import annotations

from salesperf.render.figures.layout import Drawing, Entry, header, on, rows
from salesperf.render.figures.palette import ACCENT, INK, SERIES, TARGET
from salesperf.render.figures.scene import SMALL, Anchor, Box, Dot, Label, Path, Rule, Shape, muted, widest
from salesperf.report.chart import Chart

_THICK = 14
_GAP = 7
_BETWEEN = 12
_RULE = 0.8
_RULE_WORDS = "80%"


def pareto(chart: Chart, *, width: int, top: float) -> Drawing:
    """One row each, so that long names stay readable; the line runs down from row to row."""
    bars, *running = chart.series
    entries = [Entry(bars.header, ACCENT), *(Entry(one.header, SERIES[1], "line") for one in running)]
    head = header("", entries, width=width, top=top)
    lines = rows(chart, width=width, top=head.bottom + (14 if running else 0), thick=_THICK, gap=_GAP)
    numbers = widest([point.label for point in bars.points], SMALL)
    shares = widest([point.label for one in running for point in one.points], SMALL)
    right = width - numbers - _BETWEEN - (shares + _BETWEEN if running else 0)
    values = [point.value or 0.0 for point in bars.known]
    span = (min(0.0, *values, 0.0), max(0.0, *values, 0.0) or 1.0)
    shapes: list[Shape] = [*head.shapes, *lines.names]
    for point, band in zip(bars.points, lines.bands, strict=True):
        if point.span is not None:
            start, end = sorted(on(value, span, lines.left, right) for value in point.span)
            shapes.append(Box(start, band.top, end, band.bottom, ACCENT))
        shapes.append(Label(right + _BETWEEN + numbers, band.middle, point.label, INK, SMALL, Anchor.END))
    for one in running:
        x = on(_RULE, (0.0, 1.0), lines.left, right)
        shapes += [
            Rule(x, head.bottom + 12, x, lines.bottom, TARGET, dashed=True),
            muted(x, head.bottom + 5, _RULE_WORDS, Anchor.MIDDLE),
        ]
        places = [
            (on(point.value, (0.0, 1.0), lines.left, right), band.middle)
            for point, band in zip(one.points, lines.bands, strict=True)
            if point.value is not None
        ]
        shapes += [Path(tuple(places), SERIES[1])] if len(places) > 1 else []
        shapes += [Dot(*place, 3, SERIES[1], SERIES[1]) for place in places]
        shapes += [
            muted(width, band.middle, point.label, Anchor.END)
            for point, band in zip(one.points, lines.bands, strict=True)
        ]
    return Drawing(tuple(shapes), lines.bottom)
