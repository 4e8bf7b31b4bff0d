from __future__ import annotations

from collections.abc import Callable

from salesperf.render.figures.plots import scatter
from salesperf.report.chart import Chart
from salesperf.report.figure import FigureKind

Draw = Callable[..., Chart]


def test_points_stand_where_their_numbers_are(draw_chart: Draw) -> None:
    # Across from 0 to 10, up from 0 to 20: the four corners, one of them twice and one three times.
    across, up = (0, 10, 10, 10, 10, 10), (20, 20, 20, 0, 0, 0)
    drawn = list(scatter(draw_chart(FigureKind.SCATTER, across, up, names=tuple("abcdef")), width=24))

    assert drawn[0] == "Value 1 (USD)"
    assert drawn[1] == "20 │·" + " " * 18 + "•"
    assert drawn[10] == " 0 │" + " " * 19 + "●"
    assert drawn[11] == "   └" + "─" * 20
    assert drawn[12] == "    0" + " " * 17 + "10"
    assert drawn[13].strip() == "Value 0"


def test_a_row_without_a_number_is_no_point(draw_chart: Draw) -> None:
    drawn = "".join(scatter(draw_chart(FigureKind.SCATTER, (1, 5, 9, None), (10, 20, 5, 3)), width=40))

    assert drawn.count("·") == 3
