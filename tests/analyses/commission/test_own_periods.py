from __future__ import annotations

from datetime import date
from decimal import Decimal

from commission_ground import ground, plan, worked_out
from salesperf.analyses.commission.own_periods import OwnTarget, own_periods_table
from salesperf.core.period import Period
from salesperf.core.text import Lang

ORDERS = (
    "order_id,order_date,rep_name,amount\n1,2025-12-31,Ann,100\n2,2026-01-01,Ann,200\n"
    "3,2026-02-14,Ann,400\n4,2026-02-14,Ann,-40\n5,2026-02-15,Ann,800\n6,2026-01-05,Ben,50\n"
)
FLAT = '[[component]]\nname = "base"\nrule = "flat"\nrate = 0.01\n'
OWN = Period(date(2025, 12, 31), date(2026, 2, 14), "own")


def rows(*targets: OwnTarget, reduce: str = "true") -> list[list[object]]:
    desk = worked_out(ground(orders=ORDERS), plan(FLAT, reduce=reduce), date(2026, 2, 28)).desk
    told = own_periods_table(desk, targets, Lang.EN)
    assert told is not None
    return [[cell.value for cell in row.cells] for row in told.rows]


def test_everything_from_the_first_day_to_the_last_counts_also_before_the_plan() -> None:
    # 100 + 200 + 400 - 40 of 1,000; the 800 of the day after are of the next period.
    found = rows(OwnTarget("Ann", "net_revenue", OWN, Decimal(1000)))

    assert found == [["Ann", "Dec 31, 2025 – Feb 14, 2026", "net revenue", 660, 1000, 0.66]]


def test_returns_count_as_the_plan_says() -> None:
    assert rows(OwnTarget("Ann", "net_revenue", OWN, Decimal(1000)), reduce="false")[0][3] == 700


def test_who_sold_nothing_is_at_nought_and_a_target_of_nothing_has_no_attainment() -> None:
    found = rows(
        OwnTarget("Cid", "net_revenue", OWN, Decimal(10)),
        OwnTarget("Ben", "net_revenue", OWN, Decimal(0)),
    )

    assert [(row[0], *row[3:]) for row in found] == [("Ben", 50, 0, None), ("Cid", 0, 10, 0.0)]


def test_without_targets_of_other_periods_there_is_no_table() -> None:
    desk = worked_out(ground(orders=ORDERS), plan(FLAT), date(2026, 2, 28)).desk

    assert own_periods_table(desk, (), Lang.EN) is None
