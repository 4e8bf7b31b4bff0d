"""What is told apart is read period by period, and is what reading all of it would tell."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import polars as pl
import pytest

from salesperf.analyses.commission.by_part import ByPart, ReadByPart
from salesperf.analyses.commission.measured import WHO, Columns
from salesperf.analyses.commission.proportion import Proportion
from salesperf.analyses.commission.proportions import PROPORTIONS
from salesperf.analyses.commission.stretches import Stretch
from salesperf.core.period import Grain, Period
from salesperf.facts.dimensions import column_of

MARGIN = PROPORTIONS["margin"]
COSTED, COST = MARGIN.atoms
DECEMBER, JANUARY, FEBRUARY = (
    Period(date(2025, 12, 1), date(2025, 12, 31), Grain.MONTH),
    Period(date(2026, 1, 1), date(2026, 1, 31), Grain.MONTH),
    Period(date(2026, 2, 1), date(2026, 2, 28), Grain.MONTH),
)
# December is before the plan, and of February the component pays from the 10th on.
FIRST_DAYS = Period(date(2026, 2, 1), date(2026, 2, 9))
OTHER_DAYS = Period(date(2026, 2, 10), date(2026, 2, 28))
DAYS = (
    Stretch(DECEMBER, DECEMBER, counts=False, is_earlier=True),
    Stretch(JANUARY, JANUARY, counts=True),
    Stretch(FIRST_DAYS, FEBRUARY, counts=False),
    Stretch(OTHER_DAYS, FEBRUARY, counts=True),
)
ROWS = [
    # stretch, rep, product, net revenue, cost of it
    (0, "Ann", "tea", "9.00", "1.00"),
    (1, "Ann", "rice", "-4.00", "-1.00"),
    (1, "Ann", "tea", "10.00", "6.00"),
    (1, "Bo", None, "7.50", "0.00"),
    (2, "Ann", "wine", "3.00", "3.00"),
    (3, "Ann", "tea", "5.00", "1.00"),
]
FRAME = pl.DataFrame(
    {
        "period": [row[0] for row in ROWS],
        WHO: [row[1] for row in ROWS],
        column_of("product"): [row[2] for row in ROWS],
        "net_revenue": [Decimal(row[3]) for row in ROWS],
        COSTED: [Decimal(row[3]) for row in ROWS],
        COST: [Decimal(row[4]) for row in ROWS],
    }
)


@pytest.fixture
def found() -> ReadByPart:
    return ReadByPart(FRAME, DAYS, Columns("net_revenue", None, None), ("product",))


def test_a_place_has_the_amounts_of_its_parts(found: ReadByPart) -> None:
    assert found["Ann", JANUARY] == {("rice",): -4, ("tea",): 10}
    assert found["Bo", JANUARY] == {("",): Decimal("7.5")}
    assert found.proportions(("Ann", JANUARY)) == {}


def test_only_days_that_count_are_told(found: ReadByPart) -> None:
    assert found["Ann", FEBRUARY] == {("tea",): 5}
    assert ("Ann", DECEMBER) not in found
    assert ("Bo", FEBRUARY) not in found
    assert set(found) == {("Ann", JANUARY), ("Bo", JANUARY), ("Ann", FEBRUARY)}
    assert len(found) == 3


def test_asking_for_one_period_first_changes_nothing(found: ReadByPart) -> None:
    assert found.get(("Ann", FEBRUARY)) == {("tea",): 5}
    everything = {
        ("Ann", JANUARY): {("rice",): -4, ("tea",): 10},
        ("Bo", JANUARY): {("",): Decimal("7.5")},
        ("Ann", FEBRUARY): {("tea",): 5},
    }
    assert dict(found.items()) == everything


def test_keys_are_told_of_all_periods_that_count(found: ReadByPart) -> None:
    assert found.keys_told() == {("rice",), ("tea",), ("",)}
    assert ByPart(dict(found)).keys_told() == {("rice",), ("tea",), ("",)}


def test_who_is_below_zero_is_told_of_periods_that_began_before_a_day(found: ReadByPart) -> None:
    for one in (found, ByPart(dict(found))):
        assert one.below_zero(date(2026, 1, 1)) == set()
        assert one.below_zero(date(2026, 1, 2)) == {"Ann"}


def test_the_margin_of_each_part_is_read_with_it() -> None:
    found = ReadByPart(FRAME, DAYS, Columns("net_revenue", None, MARGIN), ("product",))

    # Tea in January: 4 of 10 are left.
    assert found.proportions(("Ann", JANUARY))["tea",] == Proportion(Decimal(4), Decimal(10))
    assert found.proportions(("Ann", DECEMBER)) == {}
    assert ByPart().proportions(("Ann", JANUARY)) == {}
