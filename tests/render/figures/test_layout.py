from __future__ import annotations

import pytest

from salesperf.core.status import Status
from salesperf.render.figures.layout import Entry, every, header, level, light, on, rows, said, said_width, upright
from salesperf.render.figures.palette import AXIS, GRID, STATUS
from salesperf.render.figures.scene import Anchor, Frame, Label, Rule, Shape, width_of
from salesperf.report.chart_parts import Axis, Point, Tick
from salesperf.report.figure import FigureKind

AXIS_OF_TEN = Axis("USD", (Tick(-5, "-5"), Tick(0, "0"), Tick(5, "5")))
FRAME = Frame(40, 10, 140, 110)


def _words(shapes: object) -> list[Label]:
    assert isinstance(shapes, (list, tuple))
    return [shape for shape in shapes if isinstance(shape, Label)]


def test_a_value_lies_between_the_ends_of_its_axis() -> None:
    assert on(0, AXIS_OF_TEN, 0, 100) == 50
    assert on(5, AXIS_OF_TEN, 110, 10) == 10
    assert on(2, (0, 4), 10, 20) == 15


def test_an_upright_axis_has_a_line_and_words_at_each_tick() -> None:
    shapes = list(upright(AXIS_OF_TEN, FRAME))

    rules = [shape for shape in shapes if isinstance(shape, Rule)]
    assert [(rule.y, rule.stroke) for rule in rules] == [(110, GRID), (60, AXIS), (10, GRID)]
    assert [(label.y, label.text) for label in _words(shapes)] == [(110, "-5"), (60, "0"), (10, "5")]


def test_a_level_axis_words_every_second_tick_where_room_is_short() -> None:
    assert [label.text for label in _words(list(level(AXIS_OF_TEN, FRAME, step=2)))] == ["-5", "5"]
    assert every(["100", "200"], 200) == 1
    assert every(["100,000,000", "200,000,000"], 40) > 1


def test_a_legend_breaks_its_line_at_the_edge() -> None:
    entries = [
        Entry("Net revenue", "#2563a8"),
        Entry("Last year", "#a3bfdd", "line"),
        Entry("Target", "#1f2933", "mark"),
    ]

    narrow = header("USD", entries, width=120, top=0)
    wide = header("USD", entries, width=720, top=0)

    assert len({label.y for label in _words(narrow.shapes)}) == 4
    assert len({label.y for label in _words(wide.shapes)}) == 1
    assert narrow.bottom > wide.bottom
    assert header("", [], width=120, top=7).bottom == 7


@pytest.mark.parametrize("anchor", list(Anchor))
def test_a_light_has_a_sign_before_its_words(anchor: Anchor) -> None:
    point = Point(1.0, "1K", status=Status.RED)

    shapes: list[Shape] = list(said(point, 100, 50, "1K", anchor=anchor))

    signs = [shape for shape in shapes if isinstance(shape, Rule)]
    (label,) = _words(shapes)
    start = {Anchor.START: label.x, Anchor.MIDDLE: label.x - width_of("1K") / 2, Anchor.END: label.x - width_of("1K")}
    assert len(signs) == 2
    assert max(rule.to_x for rule in signs) < start[anchor]
    assert light(point, "#2563a8") == STATUS[Status.RED]


def test_without_a_light_there_is_no_sign() -> None:
    point = Point(1.0, "1K")

    assert len(list(said(point, 0, 0, "1K"))) == 1
    assert said_width(point, "1K") == width_of("1K")
    assert light(point, "#2563a8") == "#2563a8"


def test_names_stand_above_the_bars_of_a_phone_only_when_many_are_long(draw_chart: object) -> None:
    assert callable(draw_chart)
    long = tuple(f"A customer with a very long name {at}" for at in range(4))
    one_long = (long[0], "B", "C", "D")

    assert rows(draw_chart(FigureKind.BAR, names=long), width=360, top=0, thick=10).left == 0
    assert rows(draw_chart(FigureKind.BAR, names=one_long), width=360, top=0, thick=10).left > 0
    assert rows(draw_chart(FigureKind.BAR, names=long), width=720, top=0, thick=10).left > 0


def test_names_that_are_too_long_are_shortened_in_the_picture(draw_chart: object) -> None:
    assert callable(draw_chart)
    chart = draw_chart(FigureKind.BAR, names=("x" * 500, "B", "C", "D"))

    first = _words(rows(chart, width=720, top=0, thick=10).names)[0]

    assert first.text.endswith("…")
    assert chart.categories[0] == "x" * 500


def test_the_longest_name_stays_whole(draw_chart: object) -> None:
    assert callable(draw_chart)
    names = ("华东销售部", "华北销售部门", "Maximilian", "Zoë")

    drawn = _words(rows(draw_chart(FigureKind.BULLET, names=names), width=720, top=0, thick=10).names)

    assert tuple(label.text for label in drawn) == names


def test_bold_words_need_more_room_behind_their_sign() -> None:
    point = Point(1.0, "47.4%", status=Status.RED)

    *signs, label = said(point, 100, 50, "47.4%", anchor=Anchor.END, bold=True)

    edge = 100 - width_of("47.4%", bold=True)
    assert isinstance(label, Label)
    assert width_of("47.4%", bold=True) > width_of("47.4%")
    assert max(sign.to_x for sign in signs if isinstance(sign, Rule)) <= edge - 4
