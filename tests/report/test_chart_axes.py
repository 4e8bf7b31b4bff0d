from __future__ import annotations

from salesperf.core.text import Lang
from salesperf.core.unit import Unit
from salesperf.report.chart_axes import across_of, axis_of
from salesperf.report.chart_marks import marked
from salesperf.report.chart_parts import Axis, Point, Series
from salesperf.report.chart_words import Told
from salesperf.report.figure import FigureKind

EN, ZH = Told(Lang.EN, "USD"), Told(Lang.ZH, "CNY")


def _series(*values: float | None, unit: Unit = Unit.MONEY, header: str = "Net (USD)") -> Series:
    return Series("net", "Net", header, tuple(Point(value, unit=unit) for value in values), unit)


def _labels(axis: Axis | None) -> list[str]:
    assert axis is not None
    return [tick.label for tick in axis.ticks]


def test_ticks_are_said_as_each_language_counts() -> None:
    series = (_series(1_900_000.0),)

    assert _labels(axis_of(FigureKind.BAR, series, None, EN)) == ["0", "400K", "800K", "1.2M", "1.6M", "2M"]
    assert _labels(axis_of(FigureKind.BAR, series, None, ZH)) == ["0", "40万", "80万", "120万", "160万", "200万"]


def test_ratios_have_percent_ticks() -> None:
    assert _labels(axis_of(FigureKind.LINE, (_series(0.1, 0.5, unit=Unit.RATIO),), None, EN))[-1] == "50%"


def test_counts_have_whole_ticks() -> None:
    axis = axis_of(FigureKind.BAR, (_series(3.0, unit=Unit.COUNT),), None, EN)

    assert _labels(axis) == ["0", "1", "2", "3"]


def test_bars_start_at_zero_and_close_lines_may_not() -> None:
    series = (_series(95.0, 100.0),)

    assert axis_of(FigureKind.BAR, series, None, EN).low == 0
    assert axis_of(FigureKind.LINE, series, None, EN).low == 95


def test_an_axis_holds_the_target() -> None:
    assert axis_of(FigureKind.LINE, (_series(50.0),), _series(100.0), EN).high == 100


def test_an_axis_holds_the_whole_stack() -> None:
    series = marked(FigureKind.STACKED, (_series(50.0), _series(40.0), _series(-10.0)), None)

    axis = axis_of(FigureKind.STACKED, series, None, EN)

    assert (axis.low, axis.high) == (-20, 100)
    assert axis.title == "USD"


def test_a_little_below_zero_opens_no_step_of_its_own() -> None:
    series = marked(FigureKind.STACKED, (_series(800_000.0), _series(-5_700.0)), None)

    axis = axis_of(FigureKind.STACKED, series, None, EN)

    # Steps of 200,000: 5,700 is less than a quarter of one.
    assert _labels(axis) == ["0", "200K", "400K", "600K", "800K"]
    assert (axis.low, axis.high) == (-5_700, 800_000)


def test_one_column_gives_the_axis_its_header() -> None:
    assert axis_of(FigureKind.BAR, (_series(1.0),), None, EN).title == "Net (USD)"


def test_bullets_stand_on_an_axis_of_targets() -> None:
    series = marked(FigureKind.BULLET, (_series(30.0),), _series(100.0))

    assert _labels(axis_of(FigureKind.BULLET, series, None, EN)) == ["0%", "20%", "40%", "60%", "80%", "100%"]


def test_the_running_share_has_an_axis_of_its_own() -> None:
    series = (_series(3.0), _series(1.0, unit=Unit.RATIO, header="Running share (%)"))

    across = across_of(FigureKind.PARETO, series, EN)

    assert _labels(across) == ["0%", "20%", "40%", "60%", "80%", "100%"]
    assert across is not None
    assert across.title == "Running share (%)"
    assert across_of(FigureKind.PARETO, series[:1], EN) is None


def test_a_scatter_chart_has_two_axes() -> None:
    series = (_series(3.0, 9.0, unit=Unit.COUNT, header="Orders"), _series(1_000.0, 9_000.0))

    assert axis_of(FigureKind.SCATTER, series, None, EN).title == "Net (USD)"
    assert _labels(across_of(FigureKind.SCATTER, series, EN)) == ["0", "2", "4", "6", "8", "10"]


def test_other_kinds_have_one_axis() -> None:
    assert across_of(FigureKind.BAR, (_series(1.0),), EN) is None
