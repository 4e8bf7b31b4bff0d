"""Targets beside history, newcomers, peers and season, worked by hand."""

from __future__ import annotations

from typing import Any

import pytest

from salesperf.analyses.targets.smart.achievable import achievable
from salesperf.analyses.targets.smart.section import CheckSection

HEAD = "scope,scope_id,metric,period,amount\n"


def found(cases: Any, rows: str, **given: Any) -> list[tuple[str, int, str]]:
    return [(one.code, one.count, one.message) for one in achievable(cases(HEAD + rows, **given).found)]


def year(who: str, amount: float, metric: str = "net_revenue") -> str:
    return f"{who},{metric},2026,{amount}\n"


@pytest.mark.parametrize(("amount", "is_told"), [(1799, False), (1800, True)])
def test_half_as_much_again_as_last_year_is_too_high(cases: Any, amount: int, *, is_told: bool) -> None:
    told = found(cases, year("rep,Ann", amount))

    assert bool(told) is is_told
    if is_told:
        assert told == [
            ("F585", 1, "Ann: net revenue 1,800 for 2026 is +50% on the same days of the year before (1,200)")
        ]


@pytest.mark.parametrize(("amount", "is_told"), [(1140, False), (1139, True)])
def test_less_than_last_year_is_too_low(cases: Any, amount: int, *, is_told: bool) -> None:
    told = found(cases, year("rep,Ann", amount))

    assert [one[0] for one in told] == ["F587"] * is_told
    if is_told:
        assert told[0][2] == (
            "Ann: net revenue 1,139 for 2026 is less than what was reached on the same days of the year before (1,200)"
        )


def test_thresholds_can_be_set(cases: Any) -> None:
    assert found(cases, year("rep,Ann", 1700), rules=CheckSection(growth="0.4"))[0][0] == "F585"
    assert found(cases, year("rep,Ann", 1000), rules=CheckSection(least="0.8")) == []


def test_a_rate_that_is_better_low_is_hard_from_above(cases: Any, sales: str) -> None:
    orders = sales + "90,2025-03-20,R1,C9,-40.00\n"

    # 40 of 600 sold came back in the first quarter: 6.7 %.
    assert found(cases, "company,,return_rate,2026-Q1,0.04\n", orders=orders) == [
        (
            "F585",
            1,
            "company: return rate 4% for 2026-Q1 where 6.7% was reached on the same days of the year before",
        )
    ]
    assert [one[0] for one in found(cases, "company,,return_rate,2026-Q1,0.1\n", orders=orders)] == ["F587"]
    assert found(cases, "company,,return_rate,2026-Q1,0.06\n", orders=orders) == []


def test_more_than_newcomers_reach_is_too_much_for_one(cases: Any, sales: str) -> None:
    people = "rep_id,rep_name,hire_date\nN1,Una,2025-03-01\nN2,Vic,2025-05-01\nN3,Wes,2026-01-01\n"
    orders = sales + "90,2025-03-20,N1,C,40.00\n91,2025-05-20,N2,C,40.00\n"

    assert found(cases, "rep,Wes,net_revenue,2026-01,60\n", orders=orders, people=people) == [
        (
            "F586",
            1,
            (
                "Wes came on 2026-01-01: net revenue 60 for 2026-01-01..2026-01-31 is +50% on what 2 others reached on "
                "the same days after they came (40 in the middle)"
            ),
        )
    ]
    assert found(cases, "rep,Wes,net_revenue,2026-01,59\n", orders=orders, people=people) == []


def test_the_same_for_everybody_whatever_they_sold_is_told_once(cases: Any) -> None:
    """Ann sold 1,200, Bob and Cid 600 each: twice as much."""
    rows = "".join(year(f"rep,{name}", 850) for name in ("Ann", "Bob", "Cid"))

    told = [one for one in found(cases, rows) if one[0] == "F588"]

    assert told == [
        (
            "F588",
            3,
            "net revenue 850 for everybody in 2026 (Ann, Bob, Cid), while the year before had 600 to 1,200",
        )
    ]
    assert [one for one in found(cases, rows, rules=CheckSection(equal="2.1")) if one[0] == "F588"] == []


@pytest.mark.parametrize(
    "rows",
    [
        "".join(year(f"rep,{name}", 850) for name in ("Ann", "Bob")),
        "".join(year(f"rep,{name}", amount) for name, amount in {"Ann": 1300, "Bob": 650, "Cid": 650}.items()),
    ],
)
def test_two_people_or_other_amounts_are_not_the_same_for_everybody(cases: Any, rows: str) -> None:
    assert [one for one in found(cases, rows) if one[0] == "F588"] == []


def months(amounts: dict[int, float], usual: float = 220) -> str:
    return "".join(f"company,,net_revenue,2026-{month:02d},{amounts.get(month, usual)}\n" for month in range(1, 13))


def test_a_month_far_from_its_season_is_told(cases: Any) -> None:
    """Every month of 2025 brought the same, so that a month's share goes by its workdays: 22 of 261 in July 2026."""
    assert found(cases, months({})) == []
    assert found(cases, months({7: 440})) == [
        ("F589", 1, "net revenue for 2026-07 is 15.4% of the year's, by season it would be 8.3%")
    ]


def test_eleven_months_are_no_year(cases: Any) -> None:
    rows = months({7: 440}).replace("company,,net_revenue,2026-12,220\n", "")

    assert [one for one in found(cases, rows) if one[0] == "F589"] == []


def test_january_and_february_are_one_where_the_spring_festival_moves(cases: Any) -> None:
    """450 in January and nothing in February come to two months."""
    rows = months({1: 435, 2: 5})

    assert [one[0] for one in found(cases, rows)] == ["F589"]
    assert found(cases, rows, lang="zh") == []


def test_without_a_whole_year_no_season_is_known(cases: Any) -> None:
    orders = "order_id,order_date,rep_id,customer_id,amount\n1,2025-11-05,R1,C1,10\n2,2026-01-05,R1,C1,10\n"

    assert [one for one in found(cases, months({7: 440}), orders=orders) if one[0] == "F589"] == []
