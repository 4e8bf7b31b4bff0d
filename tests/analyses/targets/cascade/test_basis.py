"""What a cascade rests on."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from salesperf.analyses.targets.cascade.basis import basis_of, sold_lately, target_of
from salesperf.core.errors import DataError, UsageError
from salesperf.core.registry import Registry
from salesperf.metrics.request import Request

TARGETS = "scope,scope_id,metric,period,amount\ncompany,,net_revenue,2026-Q1,100\ncompany,,net_revenue,2026-Q2,200\n"


def test_the_twelve_whole_months_before_are_history_and_the_year_before_is_compared(
    question: Any, section: Any
) -> None:
    found = basis_of(question(), section(period="2026").cascade)

    assert (found.before.key, found.compared.key) == ("2025-01..2025-12", "2025")
    assert found.sold() == {"R1": 600, "R2": 300, "R3": 100}


def test_history_may_be_shorter_and_growth_unknown(question: Any, section: Any) -> None:
    found = basis_of(question(), section(period="2025-Q4").cascade)

    assert (found.before.key, found.compared) == ("2025-01..2025-09", None)


def test_the_target_of_the_sheet_is_that_of_the_company(question: Any, section: Any) -> None:
    asked = question(targets=TARGETS)
    half = section(target=None, period="2026-H1").cascade

    assert target_of(asked, half, basis_of(asked, half)) == (Decimal(300), True)
    year = section(target=None, period="2026").cascade
    with pytest.raises(DataError, match="leave 184 days of 2026 open"):
        target_of(asked, year, basis_of(asked, year))


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ({"period": None}, "no period"),
        ({"target": None}, "no target to break down"),
    ],
)
def test_what_is_missing_is_asked_for(question: Any, section: Any, said: dict[str, object], words: str) -> None:
    asked, told = question(), section(**said).cascade

    with pytest.raises(UsageError, match=words):
        target_of(asked, told, basis_of(asked, told))


def test_a_rate_is_not_broken_down(question: Any, section: Any) -> None:
    asked = question()
    assert isinstance(asked.catalog, Registry)
    rate = type(asked)(asked.bundle, asked.facts, asked.section, asked.calendar, asked.catalog, _asks("aov"))

    with pytest.raises(UsageError, match="does not add up"):
        basis_of(rate, section().cascade)


def _asks(metric: str) -> Any:
    return Request(metrics=(metric,))


def test_who_sold_in_the_last_three_months_is_there(question: Any, section: Any) -> None:
    asked = question(people="")

    found = sold_lately(asked, basis_of(asked, section().cascade))

    assert found.groups == (("R3", None),)
    assert found.over is not None
    assert found.over.key == "2025-10..2025-12"


@pytest.mark.parametrize(("period", "groups"), [("2025", {"R1", "R2", "R3"}), ("2025-H1", {"R1", "R2"})])
def test_where_sales_begin_with_the_period_those_who_sell_in_it_are_there(
    question: Any, section: Any, period: str, groups: set[str]
) -> None:
    asked = question(people="")

    found = sold_lately(asked, basis_of(asked, section(period=period).cascade))

    assert {rep for rep, _ in found.groups} == groups
    assert found.over is not None
    assert found.over.start == date(2025, 1, 1)


def test_a_period_that_has_not_begun_has_no_sellers_of_its_own(question: Any, section: Any) -> None:
    asked = question(people="", orders="order_id,order_date,rep_id,customer_id,amount\n1,2025-01-31,R1,C1,6.00\n")
    assert sold_lately(asked, basis_of(asked, section(period="2026").cascade)).groups == (("R1", None),)

    asked = question(people="", orders="order_id,order_date,rep_id,customer_id,amount\n1,2025-12-10,R1,C1,6.00\n")
    found = sold_lately(asked, basis_of(asked, section(period="2026").cascade))

    assert (found.groups, found.over) == ((), None)
