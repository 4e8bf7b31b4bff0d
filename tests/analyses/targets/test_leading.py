"""Whose target contains those of others, and whose is of own sales alone."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from salesperf.analyses.targets.section import TargetsSection

PEOPLE = "rep_id,rep_name,manager_id\nR1,Ann,R9\nR2,Bob,R9\nR9,Max,\n"
FEBRUARY = """\
scope,scope_id,metric,period,amount
rep,Ann,net_revenue,2026-02,40.00
rep,Bob,net_revenue,2026-02,60.00
"""
ORDERS = """\
order_id,order_date,rep_id,customer_id,amount
1,2026-02-10,R1,C1,30.00
2,2026-02-12,R2,C1,60.00
3,2026-02-27,{own},C2,18.00
"""


def board(report: Any, bundle: Any, *, own: str = "R9", target: int = 20, **section: Any) -> Any:
    targets = FEBRUARY + f"rep,Max,net_revenue,2026-02,{target}\n"
    made = bundle(people=PEOPLE, targets=targets, orders=ORDERS.format(own=own))
    return report(made, section=TargetsSection(**section), period="2026-02")


def test_a_leader_with_a_small_target_and_own_sales_is_one_of_the_sellers(
    report: Any, bundle: Any, line: Any, notes: Any
) -> None:
    found = board(report, bundle)

    max_ = line(found, "Max")
    assert (max_["scope"], max_["actual"], max_["target"]) == ("rep", Decimal(18), Decimal(20))
    assert line(found, "company")["target"] == Decimal(120)
    assert notes(found)["sellers"].startswith(
        "Max 20 in 2026-02 beside 100 of the people led: a target below theirs cannot contain them"
    )
    assert "leaders" not in notes(found)


def test_a_target_of_about_the_sum_contains_it_whatever_the_leader_sells(report: Any, bundle: Any, line: Any) -> None:
    found = board(report, bundle, target=110)

    assert (line(found, "Max")["scope"], line(found, "Max")["actual"]) == ("leader", Decimal(108))
    assert line(found, "company")["target"] == Decimal(100)


def test_a_small_target_of_a_leader_without_sales_stays_one_of_the_people_led(
    report: Any, bundle: Any, line: Any
) -> None:
    assert line(board(report, bundle, own="R1"), "Max")["scope"] == "leader"


def test_the_configuration_says_which_it_is(report: Any, bundle: Any, line: Any, notes: Any) -> None:
    led, sold = (
        board(report, bundle, managers=("Max",)),
        board(report, bundle, target=110, sellers=("Max",)),
    )

    assert line(led, "Max")["scope"] == "leader"
    assert "by [targets] managers" in notes(led)["leaders"]
    assert (line(sold, "Max")["scope"], line(sold, "company")["target"]) == ("rep", Decimal(210))


def test_a_target_below_those_of_the_people_led_contains_none_however_near(report: Any, bundle: Any, line: Any) -> None:
    found = board(report, bundle, target=65)

    assert (line(found, "Max")["scope"], line(found, "company")["target"]) == ("rep", Decimal(165))


def test_a_target_above_with_own_sales_is_told_with_both_sums(report: Any, bundle: Any, line: Any, notes: Any) -> None:
    doubt = board(report, bundle, own="R9,C2,45.00\n4,2026-02-27,R1", target=120)

    assert (line(doubt, "Max")["scope"], line(doubt, "company")["target"]) == ("leader", Decimal(100))
    said = notes(doubt)["perhaps_sellers"]
    assert said.startswith("Max 120 in 2026-02 beside 100 of the people led: nothing says")
    assert 'sellers = ["Max"]' in said
    for told in ({"managers": ("Max",)}, {"sellers": ("Max",)}):
        assert "perhaps_sellers" not in notes(board(report, bundle, own="R9,C2,45.00\n4,2026-02-27,R1", **told))


def test_a_target_above_of_a_leader_who_sells_little_or_of_just_the_sum_is_no_doubt(
    report: Any, bundle: Any, notes: Any
) -> None:
    assert "perhaps_sellers" not in notes(board(report, bundle, target=110))
    assert "perhaps_sellers" not in notes(board(report, bundle, own="R9,C2,45.00\n4,2026-02-27,R1", target=100))


@pytest.mark.parametrize(
    "whole",
    ["company,,net_revenue,2026-02,220.00", "team,East,net_revenue,2026-02,220.00"],
)
def test_a_sum_that_holds_only_with_the_leader_added_proves_a_target_of_own_sales(
    whole: str, report: Any, bundle: Any, line: Any, notes: Any
) -> None:
    people = "rep_id,rep_name,team,manager_id\nR1,Ann,East,R9\nR2,Bob,East,R9\nR9,Max,East,\n"
    targets = FEBRUARY + f"rep,Max,net_revenue,2026-02,120.00\n{whole}\n"

    found = report(bundle(people=people, targets=targets, orders=ORDERS.format(own="R9")), period="2026-02")

    assert (line(found, "Max")["scope"], line(found, "company")["target"]) == ("rep", Decimal(220))
    assert "holds only with both added" in notes(found)["sellers"]
    assert "leaders" not in notes(found)
