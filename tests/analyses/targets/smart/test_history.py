"""Targets beside the year before; Ann sold 100 a month in 2025."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from salesperf.analyses.targets.smart.history import Asked, asked_of
from salesperf.metrics.model import Better

HEAD = "scope,scope_id,metric,period,amount\n"


def asked(cases: Any, rows: str, **given: Any) -> list[Asked]:
    (case,) = cases(HEAD + rows, **given).found
    return [one for holder in case.holders for one in asked_of(case, holder)]


def ann(first: int, last: int, amount: int = 110) -> str:
    return "".join(f"rep,Ann,net_revenue,2026-{month:02d},{amount}\n" for month in range(first, last + 1))


def test_the_targets_of_a_year_are_held_against_the_same_days_of_the_year_before(cases: Any) -> None:
    (one,) = asked(cases, ann(4, 9))

    assert (one.target, one.before, one.days.key, one.year) == (660, 600, "2026-04-01..2026-09-30", "2026")
    assert one.times(Better.UP) == pytest.approx(1.1)


def test_months_beside_their_quarter_count_once(cases: Any) -> None:
    (one,) = asked(cases, ann(1, 3) + "rep,Ann,net_revenue,2026-Q1,330\n")

    assert (one.target, one.before, one.days.key) == (330, 300, "2026-Q1")


def test_days_between_targets_are_left_out_on_both_sides(cases: Any) -> None:
    (one,) = asked(cases, ann(1, 2) + ann(6, 7))

    assert (one.target, one.before) == (440, 400)


def test_a_single_month_of_one_person_says_little(cases: Any) -> None:
    assert asked(cases, ann(4, 4)) == []
    assert [one.before for one in asked(cases, "company,,net_revenue,2026-04,220\n")] == [200]


def test_days_before_the_data_or_after_them_are_not_compared(cases: Any) -> None:
    assert asked(cases, "rep,Ann,net_revenue,2025,900\n") == []
    assert asked(cases, "rep,Ann,net_revenue,2027,900\n") == []


def test_the_first_months_of_somebody_are_no_history(cases: Any) -> None:
    people = "rep_id,rep_name,hire_date\nR1,Ann,2025-04-01\n"

    (one,) = asked(cases, ann(1, 12), people=people)

    assert (one.days.key, one.before) == ("2026-07-01..2026-12-31", 600)


def test_rates_are_compared_one_by_one(cases: Any, sales: str) -> None:
    orders = sales + "90,2025-03-20,R1,C9,-40.00\n"
    rows = "company,,return_rate,2026-03,0.05\ncompany,,return_rate,2026-Q1,0.10\n"

    found = asked(cases, rows, orders=orders)

    # 40 came back of 200 sold in March, and of 600 in the quarter.
    assert [(one.year, float(one.before)) for one in found] == [
        ("2026-03", pytest.approx(0.2)),
        ("2026-Q1", pytest.approx(1 / 15)),
    ]
    assert found[0].times(Better.DOWN) == pytest.approx(4)


def test_somebody_the_data_do_not_know_has_no_history(cases: Any) -> None:
    assert asked(cases, "rep,Eve,net_revenue,2026,900\n") == []


def test_nothing_asked_where_less_is_better_is_as_much_as_can_be_asked() -> None:
    one = Asked(None, None, None, Decimal(0), Decimal("0.1"), "2026")  # type: ignore[arg-type]

    assert one.times(Better.DOWN) == float("inf")
