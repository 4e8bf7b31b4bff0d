"""Points on a plane of characters: the more rows of a table fall on one place, the larger its dot."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from salesperf.render.figures.blocks import cut, padded, widest
from salesperf.report.chart import Chart
from salesperf.report.chart_parts import Axis

_ROWS = 10
_MOST_COLUMNS = 60
_LEAST_COLUMNS = 8
_DOTS = " ·•●"


def scatter(chart: Chart, *, width: int) -> Iterator[str]:
    """The first column across, the second up, both axes named at their ends."""
    across = chart.across or chart.axis
    low, high = chart.axis.ticks[0].label, chart.axis.ticks[-1].label
    edge = widest([low, high])
    columns = max(_LEAST_COLUMNS, min(_MOST_COLUMNS, width - edge - 2))
    counts = _counted(chart, across, columns)
    yield cut(chart.axis.title, width)
    for row in range(_ROWS):
        label = high if row == 0 else low if row == _ROWS - 1 else ""
        dots = (_DOTS[min(counts[row, column], len(_DOTS) - 1)] for column in range(columns))
        yield f"{padded(label, edge, right=True)} │{''.join(dots)}"
    yield f"{' ' * edge} └{'─' * columns}"
    first, last = across.ticks[0].label, across.ticks[-1].label
    yield f"{' ' * (edge + 2)}{first}{padded(last, columns - widest([first]), right=True)}"
    yield padded(cut(across.title, width), edge + 2 + columns, right=True)


def _counted(chart: Chart, across: Axis, columns: int) -> Counter[tuple[int, int]]:
    first, second = chart.series
    counts: Counter[tuple[int, int]] = Counter()
    for point, other in zip(first.points, second.points, strict=True):
        if point.value is not None and other.value is not None:
            column = round((point.value - across.low) / (across.high - across.low) * (columns - 1))
            row = round((chart.axis.high - other.value) / (chart.axis.high - chart.axis.low) * (_ROWS - 1))
            counts[row, column] += 1
    return counts
