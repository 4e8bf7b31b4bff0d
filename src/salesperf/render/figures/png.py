"""One chart as PNG, for mail and for programs that show no SVG: the same picture, with its title.

A word that no font of this machine can draw is a number in the picture and stands in the legend; never a box.
"""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace

from salesperf.core.text import Lang
from salesperf.core.unit import Unit
from salesperf.render.figures.fonts import can_draw, converter_with_fonts
from salesperf.render.figures.palette import PAPER
from salesperf.render.figures.scene import Label
from salesperf.render.figures.scenes import WIDE, scene_of
from salesperf.render.figures.svg import element
from salesperf.report import phrases
from salesperf.report.chart import Chart
from salesperf.report.chart_parts import Axis, Point, Series, Tick
from salesperf.report.grid import compact

_SCALE = 2
_MARGIN = 14
_NUMBERED = "[{}]"


class Drawn(Struct, frozen=True):
    """A picture, and what the numbers in it stand for where words could not be drawn: number and word, in order."""

    png: bytes
    legend: tuple[tuple[str, str], ...] = ()


def png(chart: Chart, *, width: int = WIDE) -> Drawn:
    """The picture at twice the pixels of `width`."""
    import vl_convert  # noqa: PLC0415 - loading the converter takes a moment

    converter_with_fonts()
    words = _undrawn(chart, width=width)
    legend = {word: _NUMBERED.format(number) for number, word in enumerate(words, start=1)}
    scene = scene_of(_legible(chart, dict(legend)), width=width, titled=True)
    drawn = element(scene, title=chart.title, alt=chart.alt, behind=PAPER, margin=_MARGIN)
    return Drawn(vl_convert.svg_to_png(drawn, scale=_SCALE), tuple((number, word) for word, number in legend.items()))


def _undrawn(chart: Chart, *, width: int) -> list[str]:
    """The words that the picture would show and no font can draw."""
    numbers: dict[str, str] = {}
    scene = scene_of(_legible(chart, numbers), width=width, titled=True)
    shown = {shape.text for shape in scene.shapes if isinstance(shape, Label)}
    return [word for word, number in numbers.items() if number in shown]


def _legible(chart: Chart, legend: dict[str, str]) -> Chart:
    """The chart with a number for each word that cannot be drawn, and amounts as English says them."""
    return replace(
        chart,
        title=_word(chart.title, legend),
        categories=tuple(_word(name, legend) for name in chart.categories),
        series=tuple(_series(one, legend) for one in chart.series),
        target=_series(chart.target, legend) if chart.target is not None else None,
        expected=_series(chart.expected, legend) if chart.expected is not None else None,
        axis=_axis(chart.axis, chart.series[-1].unit, legend),
        across=_axis(chart.across, chart.series[0].unit, legend) if chart.across is not None else None,
        beside=tuple(map(_remark, chart.beside, chart.series[0].points)),
        note=_word(chart.note, legend),
    )


def _word(text: str, legend: dict[str, str]) -> str:
    return text if can_draw(text) else legend.setdefault(text, _NUMBERED.format(len(legend) + 1))


def _series(one: Series, legend: dict[str, str]) -> Series:
    return replace(
        one,
        label=_word(one.label, legend),
        header=_word(one.header, legend),
        points=tuple(map(_point, one.points)),
    )


def _point(point: Point) -> Point:
    if point.value is None or can_draw(point.label):
        return point
    return replace(point, label=_amount(point.value, point.unit) + (phrases.PARTIAL if point.partial else ""))


def _axis(axis: Axis, unit: Unit | None, legend: dict[str, str]) -> Axis:
    ticks = tuple(tick if can_draw(tick.label) else Tick(tick.value, _amount(tick.value, unit)) for tick in axis.ticks)
    return Axis(_word(axis.title, legend), ticks)


def _remark(text: str, point: Point) -> str:
    return text if can_draw(text) or point.share is None else compact(point.share, Unit.RATIO, lang=Lang.EN, even=True)


def _amount(value: float, unit: Unit | None) -> str:
    return compact(value, unit or Unit.NUMBER, lang=Lang.EN, trimmed=True, even=True)
