from __future__ import annotations

from datetime import date
from decimal import Decimal

from msgspec.structs import replace

from commission_ground import ground, plan, worked_out
from salesperf.analyses.commission.compute import payroll
from salesperf.analyses.commission.simulating.scaled import scaled, share_of
from salesperf.core.period import Grain
from salesperf.facts.order_cash import order_cash
from salesperf.facts.sales import Sales
from salesperf.facts.subject import Subject

ORDERS = (
    "order_id,order_date,rep_id,amount,quantity\n"
    "1,2025-12-20,Ann,1000,9\n2,2026-01-05,Ann,100.10,2\n3,2026-01-20,Ben,-40.04,1\n"
)
PLAN = plan(
    '[[component]]\nname = "a"\nrule = "flat"\nrate = 0.1\n'
    '[[component]]\nname = "b"\nrule = "flat"\nmeasure = "units"\nrate = 1\n'
    '[[component]]\nname = "c"\nrule = "flat"\nmeasure = "orders"\nrate = 1\n'
)


def pays(percent: int) -> dict[tuple[str, str], Decimal]:
    company = ground(orders=ORDERS)
    found = worked_out(company, PLAN, date(2026, 1, 31))
    more = scaled(company, percent, since=date(2026, 1, 1))
    again = payroll(more, PLAN, found.desk.periods[-1], {})
    return {(line.participant, line.component): line.pay for line in again.lines}


def test_amounts_and_quantities_are_scaled_and_counts_are_not() -> None:
    more = pays(125)

    # 125.125 x 10 % = 12.5125 and -50.05 x 10 % = -5.005; 2 x 1.25 units; one order each.
    assert more["Ann", "a"] == Decimal("12.51")
    assert more["Ben", "a"] == Decimal("-5.01")
    assert more["Ann", "b"] == Decimal("2.50")
    assert more["Ann", "c"] == 1


def test_a_hundred_per_cent_changes_nothing() -> None:
    found = worked_out(ground(orders=ORDERS), PLAN, date(2026, 1, 31))

    assert pays(100) == {(line.participant, line.component): line.pay for line in found.lines}


def test_what_was_sold_before_the_plan_stays_as_it_is() -> None:
    company = ground(orders=ORDERS)
    by = plan('[[component]]\nname = "r"\nrule = "record_bonus"\nbase = "excess"\nrate = 0.5\nsince = 2025-01-01\n')
    found = worked_out(company, by, date(2026, 1, 31))

    more = payroll(scaled(company, 1000, since=date(2026, 1, 1)), by, found.desk.periods[-1], {})

    # Ten times 100.10 are 1 above the record of 1,000 of December: half of it.
    assert [(line.participant, line.pay) for line in more.lines if line.pay] == [("Ann", Decimal("0.50"))]


def test_per_cent_are_a_fraction_exactly() -> None:
    assert share_of(125) == Decimal("1.25")


def test_cash_is_scaled_with_what_is_owed() -> None:
    orders = "order_id,order_date,rep_id,customer_id,amount\nA,2026-01-05,R,C,100\n"
    company = ground(orders=orders, payments="order_id,payment_date,amount\nA,2026-01-20,30\n")
    sold = company.facts[Subject.SALES]
    assert isinstance(sold, Sales)
    company = replace(company, paid=order_cash(company.bundle, sold, company.section))
    by = plan('[[component]]\nname = "base"\nrule = "flat"\nrate = 0.1\nreleased = "on_collection"')

    twice = payroll(
        scaled(company, 200, since=date(2026, 1, 1)), by, company.days.period(Grain.MONTH, date(2026, 1, 5)), {}
    )

    # By hand: 200 x 10 % x 30 %.
    assert sum(line.pay for line in twice.lines) == 6
