from __future__ import annotations

from collections.abc import Callable

from salesperf.render.figures.palette import ACCENT, SERIES, TARGET
from salesperf.render.figures.pareto import pareto
from salesperf.render.figures.scene import Box, Label, Path, Rule
from salesperf.report.chart import Chart
from salesperf.report.figure import FigureKind

Draw = Callable[..., Chart]


def test_the_running_share_runs_down_past_the_rule(draw_chart: Draw) -> None:
    shapes = pareto(draw_chart(FigureKind.PARETO, (700, 200, 50, 50), (0.7, 0.9, 0.95, 1.0)), width=720, top=0).shapes

    (path,) = [shape for shape in shapes if isinstance(shape, Path)]
    (rule,) = [shape for shape in shapes if isinstance(shape, Rule) and shape.stroke == TARGET]
    xs = [x for x, _ in path.points]
    assert path.stroke == SERIES[1]
    assert xs[0] < rule.x < xs[1]
    assert xs == sorted(xs)


def test_bars_and_shares_are_said(draw_chart: Draw) -> None:
    shapes = pareto(draw_chart(FigureKind.PARETO, (700, 200, 50, 50), (0.7, 0.9, 0.95, 1.0)), width=360, top=0).shapes

    bars = [shape.right - shape.left for shape in shapes if isinstance(shape, Box) and shape.fill == ACCENT][1:]
    assert [round(bar / bars[0], 3) for bar in bars] == [1, 0.286, 0.071, 0.071]
    assert {"700", "50", "70.0%", "95.0%", "80%"} <= {shape.text for shape in shapes if isinstance(shape, Label)}


def test_without_a_share_there_are_bars_alone(draw_chart: Draw) -> None:
    chart = draw_chart(FigureKind.PARETO, (7, 2, None, -1), (None, None, None, None))

    shapes = pareto(chart, width=720, top=0).shapes

    assert not [shape for shape in shapes if isinstance(shape, Path)]
    assert len([shape for shape in shapes if isinstance(shape, Box) and shape.fill == ACCENT]) == 1 + 3
