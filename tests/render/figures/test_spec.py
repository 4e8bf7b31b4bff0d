from __future__ import annotations

import json
from collections.abc import Callable, Iterator

import pytest

from salesperf.render.figures.scene import Box, Dot, Label, Path, Rule, Scene
from salesperf.render.figures.scenes import scene_of
from salesperf.render.figures.spec import spec
from salesperf.report.chart import Chart
from salesperf.report.figure import FigureKind

Draw = Callable[..., Chart]


def _all_strings(part: object) -> Iterator[str]:
    if isinstance(part, dict):
        for key, value in part.items():
            yield key
            yield from _all_strings(value)
    elif isinstance(part, list):
        for value in part:
            yield from _all_strings(value)
    elif isinstance(part, str):
        yield part


def test_marks_become_layers_of_numbers() -> None:
    scene = Scene(100, 50, (Box(1, 2, 3, 4, "#2563a8"), Box(5, 6, 7, 8, "#c93a2e"), Dot(1, 2, 4, "#fefefe", "#2563a8")))

    made = spec(scene)

    boxes, dots = made["layer"]  # type: ignore[misc]
    assert (made["width"], made["height"], made["padding"], made["autosize"]) == (100, 50, 0, "none")
    assert boxes["data"]["values"] == [
        {"c0": 1, "c1": 3, "c2": 2, "c3": 4, "c4": "#2563a8"},
        {"c0": 5, "c1": 7, "c2": 6, "c3": 8, "c4": "#c93a2e"},
    ]
    assert dots["mark"]["size"] == 64


def test_the_grid_lies_below_bars_and_marks_above_them() -> None:
    shapes = (
        Box(1, 2, 3, 4, "#2563a8"),
        Rule(0, 0, 9, 0, "#1f2933", 2),
        Rule(0, 5, 9, 5, "#e4e8ec"),
        Path(((1, 1), (2, 2)), "#2563a8"),
    )

    layers = spec(Scene(10, 10, shapes))["layer"]

    assert isinstance(layers, list)
    assert [layer["mark"]["type"] for layer in layers] == ["rule", "rect", "rule", "line"]


@pytest.mark.parametrize("kind", list(FigureKind))
def test_nothing_of_the_data_but_numbers_is_in_a_specification(draw_chart: Draw, kind: FigureKind) -> None:
    hostile = ("datum.x", "</svg>", "{{7*7}}", "javascript:alert(1)")

    clean = spec(scene_of(draw_chart(kind), width=720))
    wild = spec(scene_of(draw_chart(kind, names=hostile, title="</title>"), width=720))

    assert set(_all_strings(clean)) == set(_all_strings(wild))
    assert "expr" not in json.dumps(wild).lower()
    assert "url" not in json.dumps(wild)


def test_words_are_not_converted() -> None:
    assert spec(Scene(10, 10, (Label(0, 0, "East"),)))["layer"] == []
