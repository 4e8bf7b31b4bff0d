from __future__ import annotations

from decimal import Decimal

import pytest

from salesperf.metrics.attainment import Elapsed, attained, chance, standing
from salesperf.metrics.model import Better


def test_half_way_through_with_forty_of_a_hundred() -> None:
    found = standing(Decimal(40), Decimal(100), better=Better.UP, elapsed=Elapsed(expected=50.0, remaining=10))

    assert (found.attainment, found.gap, found.pace) == (0.4, -60, 0.8)
    assert found.required == 6.0, "60 over 10 workdays"
    assert found.landing == 80.0, "40 in the half that is over makes 80"


def test_a_period_that_is_over_lands_where_it_is() -> None:
    found = standing(Decimal(90), Decimal(100), better=Better.UP, elapsed=Elapsed(expected=100.0, remaining=0))

    assert (found.pace, found.landing, found.required, found.probability) == (0.9, 90.0, None, None)


def test_the_month_and_the_year_to_date_land_each_by_its_own_pace() -> None:
    # Five months of 100 brought 500; of the sixth half is over and 40 are reached.
    month = standing(Decimal(40), Decimal(100), better=Better.UP, elapsed=Elapsed(expected=50.0, remaining=10))
    year = standing(Decimal(540), Decimal(600), better=Better.UP, elapsed=Elapsed(expected=550.0, remaining=10))

    assert month.landing == 80.0
    assert year.landing == pytest.approx(540 / 550 * 600), "589.09, not the 500 so far and 80"


def test_a_target_that_is_reached_requires_nothing_more() -> None:
    found = standing(Decimal(120), Decimal(100), better=Better.UP, elapsed=Elapsed(expected=50.0, remaining=10))

    assert (found.required, found.gap) == (0.0, 20)


def test_a_rate_has_neither_landing_nor_run_rate() -> None:
    found = standing(0.04, Decimal("0.05"), better=Better.DOWN, elapsed=None)

    assert found.attainment == pytest.approx(1.25)
    assert (found.pace, found.required, found.landing, found.probability) == (found.attainment, None, None, None)


@pytest.mark.parametrize(
    ("actual", "target", "better", "expected"),
    [
        (None, 100, Better.UP, None),
        (50, 0, Better.UP, None),
        (-10, 100, Better.UP, -0.1),
        (0, 5, Better.DOWN, None),
        (10, 5, Better.DOWN, 0.5),
    ],
)
def test_attainment_at_its_edges(actual: float | None, target: float, better: Better, expected: float | None) -> None:
    assert attained(actual, target, better) == expected


def test_the_chance_is_that_of_a_normal_sum() -> None:
    # Weeks of mean 100 and standard deviation 10 (sample); four weeks: mean 400, standard deviation 20.
    weeks = [90.0, 110.0] * 5
    spread = (10 * 100 / 9) ** 0.5  # each of the ten lies 10 off
    assert chance(400, weeks, week_weights=[5] * len(weeks), rest_weight=20) == pytest.approx(0.5)
    # One standard deviation above the mean: 15.87 % by the table of the normal distribution.
    assert chance(400 + 2 * spread, weeks, week_weights=[5] * len(weeks), rest_weight=20) == pytest.approx(
        0.1587, abs=1e-4
    )


def test_seven_weeks_tell_no_chance_and_even_weeks_tell_it_for_sure() -> None:
    assert chance(1, [1.0] * 7, week_weights=[5] * 7, rest_weight=5) is None
    assert chance(1, [1.0] * 8, week_weights=[5] * 8, rest_weight=5) == 1.0
    assert chance(1.1, [1.0] * 8, week_weights=[5] * 8, rest_weight=5) == 0.0


def test_the_chance_follows_the_season_of_the_weeks_and_of_the_rest() -> None:
    # Thirteen weeks of a weak season and thirteen of one three times as strong, each as its season has it, and four
    # strong weeks to come: 4 x 300 = 1,200 for certain, where the mean of the weeks says 800.
    weeks, weights = [100.0] * 13 + [300.0] * 13, [2.5] * 13 + [7.5] * 13

    assert chance(1190, weeks, week_weights=weights, rest_weight=30) == 1.0
    assert chance(1210, weeks, week_weights=weights, rest_weight=30) == 0.0


def test_weeks_that_brought_nothing_give_no_chance() -> None:
    # 163,125 in sight of 60,000 and a chance of 0 % cannot stand on one line.
    assert chance(20_000, [0.0] * 26, week_weights=[5] * 26, rest_weight=190) is None


@pytest.mark.parametrize(
    ("actual", "landing", "probability"),
    [
        # Half of the time is over: 40 make 80, and the two weeks to come, of 10 each, bring 20 for certain.
        (40, 80.0, 0.0),
        # The same weeks after 85: 170 and 100 are both there.
        (85, 170.0, 1.0),
        # 45 make 90, while 60 to come for certain would reach the target.
        (45, 90.0, None),
    ],
)
def test_a_chance_and_a_landing_that_contradict_each_other_are_not_told_together(
    actual: int, landing: float, probability: float | None
) -> None:
    week = 30.0 if probability is None else 10.0
    found = standing(
        Decimal(actual),
        Decimal(100),
        better=Better.UP,
        elapsed=Elapsed(expected=50.0, remaining=10),
        weeks=[week] * 8,
        week_weights=[5.0] * 8,
        rest_weight=10.0,
    )

    assert (found.landing, found.probability) == (landing, probability)
