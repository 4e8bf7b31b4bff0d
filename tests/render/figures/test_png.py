from __future__ import annotations

import struct
from collections.abc import Callable

import pytest

from salesperf.core.text import Lang
from salesperf.render.figures import png as module
from salesperf.render.figures.fonts import draws_chinese
from salesperf.render.figures.png import png
from salesperf.report.chart import Chart
from salesperf.report.figure import FigureKind

Draw = Callable[..., Chart]
SIGNATURE = b"\x89PNG\r\n\x1a\n"


@pytest.fixture
def words(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The pictures that were drawn, on a machine that has Latin letters only."""
    drawn: list[str] = []
    element = module.element

    def kept(*args: object, **settings: object) -> str:
        drawn.append(element(*args, **settings))  # type: ignore[arg-type]
        return drawn[-1]

    monkeypatch.setattr(module, "can_draw", str.isascii)
    monkeypatch.setattr(module, "element", kept)
    return drawn


@pytest.mark.parametrize("kind", list(FigureKind))
def test_a_picture_has_twice_the_pixels_and_a_margin(draw_chart: Draw, kind: FigureKind) -> None:
    drawn = png(draw_chart(kind), width=360)

    width, _ = struct.unpack(">II", drawn.png[16:24])
    assert drawn.png.startswith(SIGNATURE)
    assert width == 2 * (360 + 2 * 14)
    assert drawn.legend == ()


def test_chinese_is_drawn_where_a_font_has_it(draw_chart: Draw) -> None:
    if not draws_chinese():
        pytest.skip("no font for Chinese")

    assert png(draw_chart(FigureKind.BAR, names=("华东", "华南", "华北", "西部"), lang=Lang.ZH)).legend == ()


def test_words_that_cannot_be_drawn_are_numbers_with_a_legend(draw_chart: Draw, words: list[str]) -> None:
    chart = draw_chart(FigureKind.BAR, (4, 3, 2, 1), names=("华东", "East", "华南", "华东"), title="各区域")

    drawn = png(chart)

    assert drawn.legend == (("[1]", "各区域"), ("[2]", "华东"), ("[3]", "华南"))
    assert [f">{text}<" in words[0] for text in ("[1]", "[2]", "East", "[3]")] == [True] * 4
    assert ">华东<" not in words[0]


def test_amounts_that_cannot_be_drawn_are_said_in_latin(draw_chart: Draw, words: list[str]) -> None:
    chart = draw_chart(FigureKind.LINE, (1_200_000, 3_400_000), names=("A", "B"), lang=Lang.ZH, partial=True)

    drawn = png(chart)

    assert chart.series[0].points[1].label == "340万*"
    assert ">3.4M*<" in words[0]
    assert ">2M<" in words[0]
    assert "万" not in "".join(word for _, word in drawn.legend)


def test_the_remark_of_a_funnel_keeps_its_share(draw_chart: Draw, words: list[str]) -> None:
    png(draw_chart(FigureKind.FUNNEL, (200, 50, 30, 3), lang=Lang.ZH))

    assert ">25.0%<" in words[0]


def test_the_same_chart_gives_the_same_bytes(draw_chart: Draw) -> None:
    chart = draw_chart(FigureKind.BULLET)

    assert png(chart) == png(chart)
