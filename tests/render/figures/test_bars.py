from __future__ import annotations

from collections.abc import Callable

from salesperf.core.status import Status
from salesperf.render.figures.bars import bar, stacked
from salesperf.render.figures.layout import Drawing
from salesperf.render.figures.palette import ACCENT, AXIS, INK, SERIES, STATUS
from salesperf.render.figures.scene import Box, Label, Rule
from salesperf.report.chart import Chart
from salesperf.report.figure import FigureKind

Draw = Callable[..., Chart]
LONG = ("Northern region key accounts", "South", "East", "West")


def _boxes(drawing: Drawing, color: str = ACCENT) -> list[Box]:
    return [shape for shape in drawing.shapes if isinstance(shape, Box) and shape.fill == color]


def test_bars_stand_upright_where_their_names_fit(draw_chart: Draw) -> None:
    boxes = _boxes(bar(draw_chart(FigureKind.BAR, (100, 50, 25, 10)), width=720, top=0))

    heights = [box.bottom - box.top for box in boxes]
    assert len({box.bottom for box in boxes}) == 1
    assert [round(height / heights[0], 3) for height in heights] == [1, 0.5, 0.25, 0.1]


def test_a_bar_below_zero_hangs_from_it_and_a_gap_has_none(draw_chart: Draw) -> None:
    drawing = bar(draw_chart(FigureKind.BAR, (100, 50, None, -20)), width=720, top=0)

    boxes = _boxes(drawing)
    (zero,) = {shape.y for shape in drawing.shapes if isinstance(shape, Rule) and shape.stroke == AXIS}
    assert len(boxes) == 3
    assert boxes[0].bottom == zero
    assert boxes[2].top == zero
    assert boxes[2].bottom > zero


def test_the_words_of_a_bar_below_zero_stand_clear_of_the_names(draw_chart: Draw) -> None:
    drawing = bar(draw_chart(FigureKind.BAR, (100, 50, 10, -51.3)), width=720, top=0)

    lowest = max(box.bottom for box in _boxes(drawing))
    labels = sorted((shape for shape in drawing.shapes if isinstance(shape, Label)), key=lambda one: one.y)
    names = {one.y for one in labels[-4:]}
    (said,) = (one.y for one in labels if one.y == lowest + 9)
    assert len(names) == 1
    assert names.pop() - said >= 14, "a line of small letters"
    assert drawing.bottom >= labels[-1].y + 10


def test_bars_lie_where_a_name_is_long(draw_chart: Draw) -> None:
    drawing = bar(draw_chart(FigureKind.BAR, (100, 50, None, -20), names=LONG), width=360, top=0)

    boxes = _boxes(drawing)
    (zero,) = {shape.x for shape in drawing.shapes if isinstance(shape, Rule) and shape.stroke == AXIS}
    assert [box.left for box in boxes[:2]] == [zero, zero]
    assert boxes[2].right == zero
    assert round((boxes[1].right - zero) / (boxes[0].right - zero), 3) == 0.5
    assert "–" in [shape.text for shape in drawing.shapes if isinstance(shape, Label)]


def test_a_light_colours_its_bar(draw_chart: Draw) -> None:
    lights = (Status.GREEN, Status.YELLOW, Status.RED, None)

    drawing = bar(draw_chart(FigureKind.BAR, (4, 3, 2, 1), statuses=lights), width=720, top=0)

    for status in (Status.GREEN, Status.YELLOW, Status.RED):
        assert len(_boxes(drawing, STATUS[status])) == 1
    assert len(_boxes(drawing)) == 1


def test_a_mark_shows_the_target_and_words_keep_clear_of_it(draw_chart: Draw) -> None:
    chart = draw_chart(FigureKind.BAR, (100, 50, 99, 10), names=LONG, goals=(100, 100, 100, None))

    drawing = bar(chart, width=360, top=0)

    marks = [shape for shape in drawing.shapes if isinstance(shape, Rule) and shape.stroke == INK]
    (legend, *targets) = marks
    said = {shape.text: shape.x for shape in drawing.shapes if isinstance(shape, Label)}
    assert legend.x < 200
    assert len(targets) == 3
    assert len({mark.x for mark in targets}) == 1
    assert said["99"] > targets[0].x


def test_bars_of_several_columns_stand_beside_each_other(draw_chart: Draw) -> None:
    drawing = bar(draw_chart(FigureKind.BAR, (4, 3, 2, 1), (1, 2, 3, 4)), width=720, top=0)

    first, second = _boxes(drawing)[1:], _boxes(drawing, SERIES[1])[1:]
    assert len(first) == len(second) == 4
    assert all(one.right <= other.left for one, other in zip(first, second, strict=True))


def test_parts_stand_on_each_other(draw_chart: Draw) -> None:
    drawing = stacked(draw_chart(FigureKind.STACKED, (60, 70, 80, 90), (40, -10, 20, 10)), width=720, top=0)

    first, second = _boxes(drawing)[1:], _boxes(drawing, SERIES[1])[1:]
    assert second[0].bottom == first[0].top
    assert second[1].top == first[1].bottom
    assert round((second[0].bottom - second[0].top) / (first[0].bottom - first[0].top), 3) == round(40 / 60, 3)


def test_stacks_lie_where_a_name_is_long(draw_chart: Draw) -> None:
    drawing = stacked(draw_chart(FigureKind.STACKED, (60, 70, 80, 90), (40, 10, 20, 10), names=LONG), width=360, top=0)

    first, second = _boxes(drawing)[1:], _boxes(drawing, SERIES[1])[1:]
    assert [one.right for one in first] == [one.left for one in second]
