from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from salesperf.core.text import Lang
from salesperf.core.unit import Unit
from salesperf.report.chart_marks import beside_of, expected_of, marked
from salesperf.report.chart_parts import Point, Series
from salesperf.report.chart_words import Told
from salesperf.report.figure import FigureKind

EN = Told(Lang.EN, "USD")


def _series(*values: float | None, unit: Unit = Unit.MONEY) -> Series:
    return Series("net", "Net", "Net (USD)", tuple(Point(value, unit=unit) for value in values), unit)


def _spans(series: Series) -> list[tuple[float, float] | None]:
    return [point.span for point in series.points]


def _shares(series: Series) -> list[float | None]:
    return [point.share for point in series.points]


def test_bars_stand_on_zero() -> None:
    (found,) = marked(FigureKind.BAR, (_series(5, None, -2),), None)

    assert _spans(found) == [(0, 5), None, (0, -2)]


def test_stacked_bars_stand_on_each_other_and_hang_below_zero() -> None:
    first, second, third = marked(FigureKind.STACKED, (_series(5, 3), _series(-2, None), _series(4, 1)), None)

    assert _spans(first) == [(0, 5), (0, 3)]
    assert _spans(second) == [(0, -2), None]
    assert _spans(third) == [(5, 9), (3, 4)]


def test_a_waterfall_goes_from_level_to_level() -> None:
    (found,) = marked(FigureKind.WATERFALL, (_series(100, 30, None, -50, 80),), None)

    assert _spans(found) == [(0, 100), (100, 130), None, (130, 80), (0, 80)]


@given(st.lists(st.integers(-1_000, 1_000), min_size=1, max_size=8), st.integers(-1_000, 1_000))
def test_the_changes_of_a_waterfall_lead_to_its_last_level(changes: list[int], first: int) -> None:
    last = first + sum(changes)

    (found,) = marked(FigureKind.WATERFALL, (_series(first, *changes, last),), None)

    assert found.points[-2].span == (last - changes[-1], last)


def test_a_funnel_knows_what_passed_each_step() -> None:
    (found,) = marked(FigureKind.FUNNEL, (_series(200, 50, None, 10, 0, 3, unit=Unit.COUNT),), None)

    assert _shares(found) == [None, 0.25, None, None, 0, None]
    assert beside_of(FigureKind.FUNNEL, (found,), EN) == (
        "",
        "25.0% of the step before",
        "",
        "",
        "0.0% of the step before",
        "",
    )


def test_a_funnel_draws_nothing_below_nothing() -> None:
    (found,) = marked(FigureKind.FUNNEL, (_series(5, -1),), None)

    assert _spans(found) == [(0, 5), None]


def test_a_bullet_is_measured_against_its_target() -> None:
    goals = _series(100, 100, 0, None, 100, -5)

    (found,) = marked(FigureKind.BULLET, (_series(80, 300, 5, 5, -10, 5),), goals)

    assert _shares(found) == [0.8, 3, None, None, -0.1, None]
    assert _spans(found) == [(0, 0.8), (0, 2), None, None, (0, 0), None]
    assert beside_of(FigureKind.BULLET, (found,), EN) == ("80.0%", "300.0%", "", "", "-10.0%", "")


def test_what_was_to_be_reached_by_now_is_a_part_of_the_target_that_is_not_yet_due() -> None:
    found = expected_of(_series(40, 100, 5, None), _series(100, 100, None, 100))

    assert found is not None
    assert _spans(found) == [(0, 0.4), None, None, None]
    assert expected_of(_series(100), _series(100)) is None
    assert expected_of(None, _series(100)) is None


def test_cells_are_shaded_from_the_lowest_to_the_highest() -> None:
    first, second = marked(FigureKind.HEAT_MAP, (_series(10, 20), _series(30, None)), None)

    assert _shares(first) == [0, 0.5]
    assert _shares(second) == [1, None]


def test_changes_are_shaded_around_zero_and_full_where_doubled() -> None:
    (found,) = marked(FigureKind.HEAT_MAP, (_series(0.5, -0.25, 9, unit=Unit.GROWTH),), None)

    assert _shares(found) == [0.5, -0.25, 1]


def test_small_changes_are_shaded_by_the_strongest() -> None:
    (found,) = marked(FigureKind.HEAT_MAP, (_series(0.05, -0.1, unit=Unit.GROWTH),), None)

    assert _shares(found) == [0.5, -1]


def test_each_unit_of_a_heat_map_has_its_own_shades() -> None:
    money, rate = marked(FigureKind.HEAT_MAP, (_series(10, 20), _series(0.1, 0.3, unit=Unit.RATIO)), None)

    assert _shares(money) == [0, 1]
    assert _shares(rate) == [0, 1]


def test_equal_cells_have_one_middle_shade() -> None:
    (found,) = marked(FigureKind.HEAT_MAP, (_series(3, 3),), None)

    assert _shares(found) == [0.5, 0.5]


@pytest.mark.parametrize("kind", [FigureKind.LINE, FigureKind.SPARKLINE, FigureKind.SCATTER])
def test_lines_and_points_have_no_bars(kind: FigureKind) -> None:
    series = (_series(1, 2), _series(3, 4))

    assert marked(kind, series, None) == series
    assert beside_of(kind, series, EN) == ()


def test_only_the_first_column_of_a_pareto_chart_has_bars() -> None:
    bars, running = marked(FigureKind.PARETO, (_series(3, 1), _series(0.75, 1, unit=Unit.RATIO)), None)

    assert _spans(bars) == [(0, 3), (0, 1)]
    assert _spans(running) == [None, None]
