from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from salesperf.analyses.kpi.compute import Entry
from salesperf.analyses.kpi.growth import base_cell, growth_of, growth_suffix, growth_unit, plain, told_once, value_cell
from salesperf.core.period import Grain, Period
from salesperf.core.text import same
from salesperf.core.unit import Unit
from salesperf.metrics.catalog import CATALOG
from salesperf.metrics.compare import Against
from salesperf.metrics.request import Compare
from salesperf.report.model import Cell

MONTH = Period(date(2026, 3, 1), date(2026, 3, 31), "2026-03", Grain.MONTH)
YEAR = Period(date(2026, 1, 1), date(2026, 12, 31), "2026", Grain.YEAR)
REVENUE = CATALOG["net_revenue"]
RANGE = Period(date(2026, 3, 1), date(2026, 3, 2), "2026-03-01..2026-03-02")


def entry(now: dict[str, object], **bases: object) -> Entry:
    return Entry(MONTH, (), now, {Against(key): base for key, base in bases.items()}, partial=True)  # type: ignore[misc]


@pytest.mark.parametrize(
    ("now", "base", "growth"),
    [
        (Decimal(150), Decimal(100), 0.5),
        (Decimal(-50), Decimal(100), -1.5),
        (0, 4, -1.0),
        (0.3, 0.2, 0.3 / 0.2 - 1),
    ],
)
def test_growth_is_now_over_base_less_one(now: Decimal | float, base: Decimal | float, growth: float) -> None:
    assert growth_of(Cell(now), Cell(base), REVENUE) == (pytest.approx(growth), None)


@pytest.mark.parametrize(
    ("now", "base", "reason"),
    [
        (Decimal(30), Decimal(-50), "not meaningful: the base is -50.00, the change +80.00"),
        (Decimal(1200), Decimal(0), "not meaningful: the base is 0.00, the change +1,200.00"),
        (Decimal(-5), Decimal(0), "not meaningful: the base is 0.00, the change -5.00"),
        (Decimal(0), Decimal(0), "nothing to compare: both are zero"),
    ],
)
def test_a_base_not_above_zero_has_no_growth_but_a_change(now: Decimal, base: Decimal, reason: str) -> None:
    growth, said = growth_of(Cell(now), Cell(base), REVENUE)

    assert growth is None
    assert said is not None
    assert said.en == reason


@pytest.mark.parametrize(
    ("now", "base", "points"),
    [(0.03, 0.02, 0.01), (0.25, 0.4, -0.15), (0.1, 0.0, 0.1), (-0.1, -0.3, 0.2), (0.2, 0.2, 0.0)],
)
def test_a_fraction_grows_by_percentage_points_whatever_its_base(now: float, base: float, points: float) -> None:
    # 3 % after 2 % is one point more; that it is half as much again nobody would read from "+50 %".
    assert growth_of(Cell(now), Cell(base), CATALOG["return_rate"]) == (points, None)
    assert growth_unit(CATALOG["return_rate"]) is Unit.POINTS
    assert growth_unit(REVENUE) is Unit.GROWTH


def test_a_missing_base_or_value_says_why() -> None:
    assert growth_of(Cell(1), Cell(None, reason=same("the data begin later")), REVENUE) == (
        None,
        same("the data begin later"),
    )
    assert growth_of(Cell(None, reason=same("no orders")), Cell(1), REVENUE) == (None, same("no orders"))


@pytest.mark.parametrize(
    ("compare", "period", "suffix"),
    [
        (Compare.PREV, MONTH, "mom"),
        (Compare.PREV, YEAR, "yoy"),
        (Compare.PREV, RANGE, "pop"),
        (Compare.YOY, MONTH, "yoy"),
        (Compare.YTD, MONTH, "ytd_yoy"),
    ],
)
def test_growth_is_named_by_what_it_is_held_against(compare: Compare, period: Period, suffix: str) -> None:
    assert growth_suffix(compare, period) == suffix


def test_a_years_growth_is_told_once() -> None:
    both = (Compare.PREV, Compare.YOY, Compare.YTD)

    assert told_once(both, YEAR) == (Compare.YOY, Compare.YTD)
    assert told_once((Compare.PREV,), YEAR) == (Compare.PREV,)
    assert told_once(both, MONTH) == both


def test_a_value_that_is_null_carries_its_reason_and_whether_the_period_is_complete() -> None:
    aov = CATALOG["aov"]

    cell = value_cell(entry({"aov": None, "atom:orders": 0}), aov, CATALOG)

    assert cell.reason is not None
    assert (cell.value, cell.reason.en, cell.partial) == (None, "no orders to divide by", True)


def test_a_base_is_a_value_or_the_reason_why_there_is_none() -> None:
    net = CATALOG["net_revenue"]
    found = entry({}, prev={"net_revenue": Decimal(5)}, yoy=same("the data begin later"))

    assert base_cell(found, net, Against.PREV, CATALOG).value == 5
    assert base_cell(found, net, Against.YOY, CATALOG).reason == same("the data begin later")


def test_only_numbers_and_words_enter_a_report() -> None:
    assert plain(Decimal("1.5")) == Decimal("1.5")
    with pytest.raises(TypeError, match="list"):
        plain([])
