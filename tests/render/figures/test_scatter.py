from __future__ import annotations

from collections.abc import Callable

from salesperf.render.figures.scatter import scatter
from salesperf.render.figures.scene import SMALL, Dot, Label, width_of
from salesperf.report.chart import Chart
from salesperf.report.figure import FigureKind

Draw = Callable[..., Chart]


def test_a_row_is_a_point_and_one_without_a_number_is_none(draw_chart: Draw) -> None:
    shapes = scatter(draw_chart(FigureKind.SCATTER, (1, 5, 9, None), (10, 20, 5, 3)), width=720, top=0).shapes

    dots = [shape for shape in shapes if isinstance(shape, Dot)]
    assert len(dots) == 3
    assert dots[0].x < dots[1].x < dots[2].x
    assert dots[1].y < dots[0].y < dots[2].y


def test_the_outermost_points_are_named(draw_chart: Draw) -> None:
    names = tuple(f"N{at}" for at in range(12))
    # N10 lies furthest right, N11 furthest up; N0 to N3 are the lowest on the left.
    across, up = (*range(11), 0), (*range(11), 99)

    shapes = scatter(draw_chart(FigureKind.SCATTER, across, up, names=names), width=360, top=0).shapes

    named = {shape.text for shape in shapes if isinstance(shape, Label)} & set(names)
    assert {"N10", "N11"} <= named
    assert not named & {"N0", "N1", "N2", "N3"}


def test_names_at_one_place_do_not_cover_each_other(draw_chart: Draw) -> None:
    chart = draw_chart(FigureKind.SCATTER, (5, 5, 5, 5), (7, 7, 7, 7))

    named = [shape for shape in scatter(chart, width=720, top=0).shapes if isinstance(shape, Label)]

    assert len([label for label in named if label.text in chart.categories]) == 1
    assert [label.text for label in named if "named" in label.text] == ["1 of 4 points are named"]


def test_no_name_lies_over_another_or_over_a_point(draw_chart: Draw) -> None:
    """Forty points on a line that falls steeply, their names longer than the room between them."""
    names = tuple(f"Stonebridge Hardware {at}" for at in range(40))
    chart = draw_chart(FigureKind.SCATTER, tuple(range(40)), tuple(40 - at for at in range(40)), names=names)

    shapes = scatter(chart, width=720, top=0).shapes

    dots = [shape for shape in shapes if isinstance(shape, Dot)]
    labels = [shape for shape in shapes if isinstance(shape, Label) and shape.text.startswith("Stone")]
    boxes = [(one.x, one.y - SMALL / 2, one.x + width_of(one.text, SMALL), one.y + SMALL / 2) for one in labels]
    assert len(boxes) > 1
    for number, (left, top, right, bottom) in enumerate(boxes):
        assert not [dot for dot in dots if left < dot.x < right and top < dot.y < bottom]
        for other in boxes[number + 1 :]:
            assert right <= other[0] or other[2] <= left or bottom <= other[1] or other[3] <= top


def test_where_all_points_are_named_nothing_is_said_of_it(draw_chart: Draw) -> None:
    shapes = scatter(
        draw_chart(FigureKind.SCATTER, (1, 5, 9), (10, 20, 5), names=("A", "B", "C")), width=720, top=0
    ).shapes

    assert not [shape for shape in shapes if isinstance(shape, Label) and "named" in shape.text]
