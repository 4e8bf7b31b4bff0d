from __future__ import annotations

from collections.abc import Callable

import pytest

from salesperf.core.status import Status
from salesperf.render.figures.palette import ACCENT, AXIS, GRID, INK, PAPER, STATUS
from salesperf.render.figures.scene import Box, Label, Rule, Shape
from salesperf.render.figures.steps import bullet, funnel
from salesperf.report.chart import Chart
from salesperf.report.figure import FigureKind

Draw = Callable[..., Chart]


def _texts(shapes: tuple[Shape, ...]) -> set[str]:
    return {shape.text for shape in shapes if isinstance(shape, Label)}


@pytest.mark.parametrize("width", [720, 360])
def test_the_steps_of_a_funnel_are_centred(draw_chart: Draw, width: int) -> None:
    shapes = funnel(draw_chart(FigureKind.FUNNEL, (200, 100, 50, 0)), width=width, top=0).shapes

    boxes = [shape for shape in shapes if isinstance(shape, Box)]
    widths = [box.right - box.left for box in boxes]
    assert len({round(box.left + box.right, 3) for box in boxes}) == 1
    assert [round(wide / widths[0], 3) for wide in widths] == [1, 0.5, 0.25, 0]
    assert {"50.0% of the step before", "0.0% of the step before"} <= _texts(shapes)


@pytest.mark.parametrize("width", [720, 360])
def test_a_bullet_shows_the_part_of_its_target(draw_chart: Draw, width: int) -> None:
    chart = draw_chart(
        FigureKind.BULLET,
        (120, 60, 5, 300),
        goals=(100, 120, None, 100),
        statuses=(Status.GREEN, Status.RED, None, None),
    )

    shapes = bullet(chart, width=width, top=0).shapes

    tracks = [shape for shape in shapes if isinstance(shape, Box) and shape.fill == GRID]
    green = next(shape for shape in shapes if isinstance(shape, Box) and shape.fill == STATUS[Status.GREEN])
    red = next(shape for shape in shapes if isinstance(shape, Box) and shape.fill == STATUS[Status.RED])
    (third,) = [shape for shape in shapes if isinstance(shape, Box) and shape.fill == ACCENT]
    room = tracks[0].right - tracks[0].left
    assert len(tracks) == 4
    assert round((green.right - green.left) / room, 3) == 0.6
    assert round((red.right - red.left) / room, 3) == 0.25
    assert round(third.right, 3) == round(tracks[0].right, 3)
    assert {"120.0%", "50.0%", "–", "300.0%", "60 / 120", "5"} <= _texts(shapes)


def test_the_target_of_a_bullet_is_a_mark(draw_chart: Draw) -> None:
    chart = draw_chart(FigureKind.BULLET, (120, 60, 5, 30), goals=(100, 120, None, 100))

    marks = [
        shape for shape in bullet(chart, width=720, top=0).shapes if isinstance(shape, Rule) and shape.stroke == INK
    ]

    assert len(marks) == 1 + 3
    assert len({mark.x for mark in marks[1:]}) == 1


def test_a_bar_that_goes_on_beyond_the_picture_is_broken(draw_chart: Draw) -> None:
    def cuts(reached: float) -> int:
        chart = draw_chart(FigureKind.BULLET, (reached, 50, 50, 50), goals=(100, 100, 100, 100))
        return sum(
            isinstance(shape, Rule) and shape.stroke == PAPER for shape in bullet(chart, width=720, top=0).shapes
        )

    # Twice the target is the end of the picture.
    assert cuts(200) == 0
    assert cuts(229) == 2


def test_while_a_period_runs_a_lighter_mark_stands_at_what_was_to_be_reached_by_now(draw_chart: Draw) -> None:
    chart = draw_chart(FigureKind.BULLET, (120, 60, 5, 30), goals=(100, 120, None, 100), expected=(25, 90, 3, 100))

    shapes = bullet(chart, width=720, top=0).shapes

    assert "Expected" in _texts(shapes)
    boxes = [shape for shape in shapes if isinstance(shape, Box)]
    tracks = [box for box in boxes if box.fill == GRID]
    marks = [box for box in boxes if box.fill == AXIS]
    room = tracks[0].right - tracks[0].left
    # 25 of 100 and 90 of 120 on an axis to 120 %; no target, no mark, and where all is due the target alone.
    assert chart.axis.high == 1.2
    assert [round(((mark.left + mark.right) / 2 - tracks[0].left) / room * 1.2, 3) for mark in marks] == [0.25, 0.75]
