from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

from salesperf.render.figures.cells import heat_map
from salesperf.render.figures.palette import EVEN, FALLING, GRID, RISING, contrast
from salesperf.render.figures.scene import Box, Label
from salesperf.report.chart import Chart
from salesperf.report.figure import FigureKind

Draw = Callable[..., Chart]


def test_cells_are_shaded_around_zero(draw_chart: Draw) -> None:
    shapes = heat_map(
        draw_chart(FigureKind.HEAT_MAP, (1.0, -1.0, None, 0), (0.1, -0.1, 0.5, -0.5)), width=720, top=0
    ).shapes

    fills = [shape.fill for shape in shapes if isinstance(shape, Box)]
    assert fills == [RISING[4], RISING[0], FALLING[4], FALLING[0], GRID, RISING[2], EVEN, FALLING[2]]


def test_every_cell_holds_its_value_in_ink_that_reads_well(draw_chart: Draw) -> None:
    shapes = heat_map(
        draw_chart(FigureKind.HEAT_MAP, (1.0, -1.0, None, 0), (0.1, -0.1, 0.5, -0.5)), width=720, top=0
    ).shapes

    pairs = [(box, word) for box, word in pairwise(shapes) if isinstance(box, Box)]
    assert [word.text for _, word in pairs if isinstance(word, Label)] == [
        *("+100%", "+10%", "-100%", "-10%", "–", "+50%", "0%", "-50%")
    ]
    assert all(contrast(box.fill, word.fill) >= 4.5 for box, word in pairs if isinstance(word, Label))


def test_values_that_do_not_fit_leave_the_shade(draw_chart: Draw) -> None:
    columns = ((0.5,), (0.25,))

    shapes = heat_map(draw_chart(FigureKind.HEAT_MAP, *columns, names=("A",)), width=40, top=0).shapes

    assert len([shape for shape in shapes if isinstance(shape, Box)]) == 2
    assert not [shape for shape in shapes if isinstance(shape, Label) and "%" in shape.text]
