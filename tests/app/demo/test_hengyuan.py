"""The story of 恒源建材, measured from its files alone as docs/guide/demo.md defines each figure."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from statistics import median
from typing import Any

import pytest

HALVES = {
    f"{year}H{half}": (date(year, 1, 1), date(year, 6, 30)) if half == 1 else (date(year, 7, 1), date(year, 12, 31))
    for year in (2023, 2024, 2025)
    for half in (1, 2)
}
ONE_POINT = 0.01
MONTH = 30.4375


def in_half(day: date, half: str) -> bool:
    first, last = HALVES[half]
    return first <= day <= last


@pytest.fixture(scope="module")
def net() -> Callable[[Any, str], Decimal]:
    def measure(exports: Any, half: str) -> Decimal:
        earning = {"已完成", "退货"}
        return sum(
            (line.amount for line in exports.lines if in_half(line.day, half) and line.status in earning), Decimal(0)
        )

    return measure


def active(exports: Any, half: str) -> set[str]:
    return {
        line.customer
        for line in exports.lines
        if in_half(line.day, half) and line.status == "已完成" and line.amount > 0
    }


def new(exports: Any, half: str) -> set[str]:
    first: dict[str, date] = {}
    for line in exports.lines:
        if line.status == "已完成" and line.amount > 0:
            first[line.customer] = min(first.get(line.customer, line.day), line.day)
    return {customer for customer, day in first.items() if in_half(day, half)}


@pytest.mark.parametrize(("half", "year_before", "growth"), [("2025H1", "2024H1", -0.15), ("2025H2", "2024H2", 0.22)])
def test_revenue_against_the_same_half_of_the_year_before(
    hengyuan_exports: Any, net: Callable[[Any, str], Decimal], half: str, year_before: str, growth: float
) -> None:
    measured = net(hengyuan_exports, half) / net(hengyuan_exports, year_before) - 1

    assert float(measured) == pytest.approx(growth, abs=ONE_POINT)


def test_revenue_is_some_tens_of_millions_a_year(hengyuan_exports: Any, net: Callable[[Any, str], Decimal]) -> None:
    for year in (2023, 2024, 2025):
        assert 40_000_000 < net(hengyuan_exports, f"{year}H1") + net(hengyuan_exports, f"{year}H2") < 50_000_000


@pytest.mark.parametrize(("before", "half", "churn"), [("2024H2", "2025H1", 0.12), ("2025H1", "2025H2", 0.05)])
def test_churn_is_who_bought_in_the_half_before_and_not_in_this(
    hengyuan_exports: Any, before: str, half: str, churn: float
) -> None:
    opening = active(hengyuan_exports, before)

    measured = len(opening - active(hengyuan_exports, half)) / len(opening)

    assert measured == pytest.approx(churn, abs=ONE_POINT)


@pytest.mark.parametrize(("half", "share"), [("2025H1", 0.15), ("2025H2", 0.28)])
def test_new_customers_are_those_whose_first_order_ever_is_in_the_half(
    hengyuan_exports: Any, half: str, share: float
) -> None:
    measured = len(new(hengyuan_exports, half)) / len(active(hengyuan_exports, half))

    assert measured == pytest.approx(share, abs=ONE_POINT)


@pytest.mark.parametrize(("half", "share"), [("2025H1", 0.40), ("2025H2", 0.25)])
def test_lost_deals_lost_on_price_by_the_day_they_closed(hengyuan_exports: Any, half: str, share: float) -> None:
    lost = [
        deal
        for deal in hengyuan_exports.deals
        if deal["销售阶段"] == "输单" and in_half(date.fromisoformat(deal["关闭日期"]), half)
    ]

    measured = sum(deal["输单原因"] == "价格过高" for deal in lost) / len(lost)

    assert measured == pytest.approx(share, abs=ONE_POINT)


@pytest.mark.parametrize(("half", "turnover"), [("2025H1", 0.15), ("2025H2", 0.03)])
def test_staff_turnover_is_leavers_over_the_mean_of_opening_and_closing_headcount(
    hengyuan_exports: Any, half: str, turnover: float
) -> None:
    first, last = HALVES[half]
    hired = [date.fromisoformat(person["入职日期"]) for person in hengyuan_exports.people]
    left = [date.fromisoformat(person["离职日期"] or "9999-12-31") for person in hengyuan_exports.people]
    opening = sum(came < first <= went for came, went in zip(hired, left, strict=True))
    closing = sum(came <= last < went for came, went in zip(hired, left, strict=True))
    leavers = sum(first <= went <= last for went in left)

    measured = leavers / ((opening + closing) / 2)

    assert measured == pytest.approx(turnover, abs=ONE_POINT)


@pytest.mark.parametrize(("half", "months"), [("2025H1", 3.0), ("2025H2", 1.5)])
def test_newcomers_need_this_long_from_hire_to_their_first_won_deal(
    hengyuan_exports: Any, half: str, months: float
) -> None:
    won: dict[str, list[date]] = defaultdict(list)
    for deal in hengyuan_exports.deals:
        if deal["销售阶段"] == "赢单":
            won[deal["负责人"]].append(date.fromisoformat(deal["关闭日期"]))
    newcomers = {
        person["姓名"]: date.fromisoformat(person["入职日期"])
        for person in hengyuan_exports.people
        if person["岗位"] == "客户经理" and in_half(date.fromisoformat(person["入职日期"]), half)
    }

    measured = [(min(won[name]) - hired).days / MONTH for name, hired in newcomers.items()]

    assert len(measured) == 3
    assert median(measured) == pytest.approx(months, abs=0.1)


def test_the_first_won_deal_of_a_newcomer_is_the_first_order(hengyuan_exports: Any) -> None:
    for name in ("邓宇航", "陆欣怡", "蒋文涛", "马骁", "许诺", "龙嘉禾"):
        sold = [line.day for line in hengyuan_exports.lines if line.rep == name and line.status == "已完成"]
        won = [
            date.fromisoformat(deal["关闭日期"])
            for deal in hengyuan_exports.deals
            if deal["负责人"] == name and deal["销售阶段"] == "赢单"
        ]

        assert min(sold) == min(won)


def test_a_fifth_of_the_customers_brings_four_fifths_of_the_revenue(hengyuan_exports: Any) -> None:
    revenue: dict[str, Decimal] = defaultdict(Decimal)
    for line in hengyuan_exports.lines:
        if line.day.year == 2025 and line.status in {"已完成", "退货"}:
            revenue[line.customer] += line.amount
    largest = sorted(revenue.values(), reverse=True)

    assert float(sum(largest[: len(largest) // 5]) / sum(largest)) == pytest.approx(0.80, abs=0.03)


def test_win_rate_falls_and_recovers(hengyuan_exports: Any) -> None:
    rates = []
    for half in ("2024H2", "2025H1", "2025H2"):
        closed = [
            deal["销售阶段"]
            for deal in hengyuan_exports.deals
            if deal["关闭日期"] and in_half(date.fromisoformat(deal["关闭日期"]), half)
        ]
        rates.append(closed.count("赢单") / len(closed))

    assert rates == pytest.approx([54 / 109, 48 / 123, 86 / 146])


def test_ten_to_fourteen_reps_are_employed_at_the_end_of_every_half(hengyuan_exports: Any) -> None:
    for _, last in HALVES.values():
        reps = [
            person
            for person in hengyuan_exports.people
            if person["岗位"] == "客户经理"
            and date.fromisoformat(person["入职日期"]) <= last
            and (not person["离职日期"] or date.fromisoformat(person["离职日期"]) > last)
        ]

        assert 10 <= len(reps) <= 14
