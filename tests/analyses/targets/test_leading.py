"""Whose target contains those of others, and whose is of own sales alone."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

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
    assert "targets of Max are far below those of the people led" in notes(found)["sellers"]
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
