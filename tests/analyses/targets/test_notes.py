"""What is said below standings."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any


def test_a_rate_no_target_can_have_is_told(report: Any, bundle: Any, notes: Any) -> None:
    targets = "scope,scope_id,metric,period,amount\ncompany,,return_rate,2026-03,{}\n"

    assert "50 of return rate for 2026-03 is 5,000%" in notes(report(bundle(targets=targets.format("50"))))["F584"]
    assert "F584" not in notes(report(bundle(targets=targets.format("0.5"))))


def test_targets_that_all_lie_elsewhere_are_told_with_their_days(report: Any, bundle: Any, notes: Any) -> None:
    targets = "scope,scope_id,metric,period,amount\nrep,Ann,net_revenue,2025-03,5\nrep,Ann,net_revenue,2025-04,5\n"

    told = notes(report(bundle(targets=targets), period="2026-03"))["elsewhen"]

    assert told.startswith("no target of net revenue is of 2026-03: they reach from 2025-03-01 to 2025-04-30")
    assert "elsewhen" not in notes(report(bundle(targets=targets.replace("2025-04", "2026-H1")), period="2026-03"))


def test_whose_new_customers_count_is_told(report: Any, bundle: Any, notes: Any) -> None:
    targets = "scope,scope_id,metric,period,amount\nrep,Ann,{},2026-03,2\n"

    assert (
        "to a rep or team at the first there"
        in notes(report(bundle(targets=targets.format("new_customers"))))["first_seen"]
    )
    assert "first_seen" not in notes(report(bundle(targets=targets.format("net_revenue"))))


def test_how_chances_are_worked_out_is_told_where_there_is_one(report: Any, bundle: Any, notes: Any) -> None:
    # Sixteen weeks up to the 13 March with 30 and 50 in turn: half of the month is still to come.
    start = date(2025, 11, 24)
    weeks = "".join(f"{n},{start + timedelta(7 * n)},R1,C1,{30 + n % 2 * 20}\n" for n in range(16))
    orders = f"order_id,order_date,rep_id,customer_id,amount\n{weeks}99,2026-03-13,R1,C1,10\n"
    targets = "scope,scope_id,metric,period,amount\nrep,Ann,net_revenue,{},160\n"

    told = notes(report(bundle(orders=orders, targets=targets.format("2026-03")), period="2026-03"))["pace"]
    over = notes(report(bundle(orders=orders, targets=targets.format("2026-02")), period="2026-02"))["pace"]

    assert told.endswith("; chance: normal, from the last 26 weeks by the same weights")
    assert "chance" not in over
