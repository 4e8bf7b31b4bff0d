from __future__ import annotations

from collections.abc import Callable

import pytest

from salesperf.core.text import Lang
from salesperf.render.figures.scene import Anchor, Box, Dot, Label, Path, Rule, Scene, Shape, width_of
from salesperf.render.figures.scenes import NARROW, WIDE, scene_of
from salesperf.report.chart import Chart
from salesperf.report.figure import FigureKind

Draw = Callable[..., Chart]


def _reach(shape: Shape) -> tuple[float, float, float, float]:
    """From left to right and from top to bottom."""
    match shape:
        case Box():
            return shape.left, shape.right, shape.top, shape.bottom
        case Rule():
            return *sorted((shape.x, shape.to_x)), *sorted((shape.y, shape.to_y))  # type: ignore[return-value]
        case Path():
            xs, ys = zip(*shape.points, strict=True)
            return min(xs), max(xs), min(ys), max(ys)
        case Dot():
            return shape.x - shape.radius, shape.x + shape.radius, shape.y - shape.radius, shape.y + shape.radius
        case Label():
            room = width_of(shape.text, shape.size)
            left = shape.x - {Anchor.START: 0, Anchor.MIDDLE: room / 2, Anchor.END: room}[shape.anchor]
            return left, left + room, shape.y - shape.size / 2, shape.y + shape.size / 2


def _outside(scene: Scene) -> list[Shape]:
    reaches = [(shape, _reach(shape)) for shape in scene.shapes]
    return [
        shape
        for shape, (left, right, top, bottom) in reaches
        if left < -1 or right > scene.width + 1 or top < -1 or bottom > scene.height + 1
    ]


@pytest.mark.parametrize("kind", list(FigureKind))
@pytest.mark.parametrize("width", [WIDE, NARROW])
@pytest.mark.parametrize("names", [("A", "B", "C", "D"), ("恒源建材（上海）有限公司",) * 4, ("x" * 300,) * 4])
def test_nothing_is_drawn_outside_the_picture(
    draw_chart: Draw, kind: FigureKind, width: int, names: tuple[str, ...]
) -> None:
    assert _outside(scene_of(draw_chart(kind, names=names), width=width, titled=True)) == []


@pytest.mark.parametrize("kind", list(FigureKind))
def test_one_row_is_a_picture_too(draw_chart: Draw, kind: FigureKind) -> None:
    columns = {
        FigureKind.SCATTER: ((5,), (7,)),
        FigureKind.PARETO: ((5,), (1.0,)),
        FigureKind.HEAT_MAP: ((0.5,), (0.25,)),
    }
    chart = draw_chart(kind, *columns.get(kind, ((5,),)), names=("A",))

    assert _outside(scene_of(chart, width=NARROW)) == []


@pytest.mark.parametrize("kind", [kind for kind in FigureKind if kind is not FigureKind.SCATTER])
@pytest.mark.parametrize("value", [0, -7])
def test_zeros_and_losses_are_drawn(draw_chart: Draw, kind: FigureKind, value: int) -> None:
    columns = (
        ((value,) * 4, (0.0, 0.0, 0.0, 0.0)) if kind in {FigureKind.PARETO, FigureKind.HEAT_MAP} else ((value,) * 4,)
    )

    assert _outside(scene_of(draw_chart(kind, *columns), width=WIDE)) == []


def test_a_titled_picture_says_its_title(draw_chart: Draw) -> None:
    chart = draw_chart(FigureKind.BAR, title="Revenue by region")

    titled, bare = scene_of(chart, width=WIDE, titled=True), scene_of(chart, width=WIDE)

    assert "Revenue by region" in [shape.text for shape in titled.shapes if isinstance(shape, Label)]
    assert "Revenue by region" not in [shape.text for shape in bare.shapes if isinstance(shape, Label)]
    assert titled.height == bare.height + 28


def test_a_picture_says_what_it_leaves_out(draw_chart: Draw) -> None:
    scene = scene_of(draw_chart(FigureKind.BAR, first=2, lang=Lang.ZH), width=WIDE)

    assert "前 2 项，共 4 项" in [shape.text for shape in scene.shapes if isinstance(shape, Label)]
