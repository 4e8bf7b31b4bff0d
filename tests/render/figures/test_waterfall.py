from __future__ import annotations

from collections.abc import Callable

import pytest

from salesperf.render.figures.palette import DOWN, LEVEL, UP
from salesperf.render.figures.scene import Box, Label
from salesperf.render.figures.waterfall import waterfall
from salesperf.report.chart import Chart
from salesperf.report.figure import FigureKind

Draw = Callable[..., Chart]


@pytest.mark.parametrize("width", [720, 360])
def test_levels_rises_and_falls_differ_in_colour_and_sign(draw_chart: Draw, width: int) -> None:
    shapes = waterfall(draw_chart(FigureKind.WATERFALL, (100, 30, -50, 80)), width=width, top=0).shapes

    assert [shape.fill for shape in shapes if isinstance(shape, Box)] == [LEVEL, UP, DOWN, LEVEL]
    assert {"100", "+30", "-50", "80"} <= {shape.text for shape in shapes if isinstance(shape, Label)}


def test_each_change_begins_where_the_one_before_ended(draw_chart: Draw) -> None:
    shapes = waterfall(draw_chart(FigureKind.WATERFALL, (100, 30, -50, 80)), width=720, top=0).shapes

    first, rise, fall, last = (shape for shape in shapes if isinstance(shape, Box))
    assert rise.bottom == first.top
    assert fall.top == rise.top
    assert last.top == fall.bottom
    assert last.bottom == first.bottom


def test_a_lying_waterfall_steps_to_the_right(draw_chart: Draw) -> None:
    shapes = waterfall(draw_chart(FigureKind.WATERFALL, (100, 30, None, 130)), width=360, top=0).shapes

    first, rise, last = (shape for shape in shapes if isinstance(shape, Box))
    assert rise.left == first.right
    assert last.right == rise.right
