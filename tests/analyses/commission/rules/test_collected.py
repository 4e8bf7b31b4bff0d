from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from commission_ground import ground, paid, plan, worked_out
from salesperf.analyses.commission.case import Case
from salesperf.analyses.commission.credited import as_credited
from salesperf.analyses.commission.plan import Plan
from salesperf.analyses.commission.rules.collected import CollectedRule, earned
from salesperf.core.errors import DataError

ORDERS = """order_id,order_date,rep_id,customer_id,amount
A,2026-01-05,R,C,60000
B,2026-01-06,S,C,40000
"""
INVOICES = """invoice_id,order_id,customer_id,invoice_date,due_date,amount
I1,A,C,2026-01-10,2026-02-10,60000
I2,B,C,2026-01-10,2026-02-10,40000
"""
PAYMENTS = """payment_id,invoice_id,payment_date,amount
P1,I1,2026-01-31,60000
P2,I2,2026-03-27,40000
"""
BANDS = "bands = [{ to = 30, rate = 0.02 }, { to = 90, rate = 0.015 }, { rate = 0.01 }]"


def rule(**told: Any) -> CollectedRule:
    return CollectedRule(name="c", rule="collected", cash_of="received", **told)


def component(told: str) -> Plan:
    return plan(f'[[component]]\nname = "cash"\nrule = "collected"\n{told}')


def test_the_example_of_the_module() -> None:
    # By hand: 60,000 x 2 % = 1,200; 40,000 on day 45 x 1.5 % = 600.
    days = {("-10",): Decimal(60_000), ("45",): Decimal(40_000)}
    bands: list[dict[str, object]] = [{"to": 30, "rate": "0.02"}, {"to": 90, "rate": "0.015"}, {"rate": "0.01"}]

    assert earned(rule(bands=bands, days_from="due"), Case(Decimal(100_000), parts=days)).exact == 1800
    late = rule(rate="0.02", days_from="due", penalty={"every": 30, "share": "0.1"})
    # By hand: 45 days are two times 30 begun: 40,000 x 2 % x (1 - 2 x 0.1) = 640.
    assert earned(late, Case(Decimal(100_000), parts=days)).exact == 1840


@pytest.mark.parametrize(
    ("day", "pay"),
    [("0", "2"), ("1", "1.8"), ("30", "1.8"), ("31", "1.6"), ("300", "0.0"), ("301", "0"), ("-5", "2")],
)
def test_a_penalty_is_lost_for_each_span_begun_and_never_more_than_all(day: str, pay: str) -> None:
    late = rule(rate="0.02", days_from="due", penalty={"every": 30, "share": "0.1"})

    assert earned(late, Case(Decimal(100), parts={(day,): Decimal(100)})).exact == Decimal(pay)


@pytest.mark.parametrize(("day", "pay"), [("30", "2"), ("31", "1.5"), ("90", "1.5"), ("91", "1")])
def test_a_band_ends_with_its_last_day(day: str, pay: str) -> None:
    bands: list[dict[str, object]] = [{"to": 30, "rate": "0.02"}, {"to": 90, "rate": "0.015"}, {"rate": "0.01"}]

    assert earned(rule(bands=bands, days_from="due"), Case(Decimal(100), parts={(day,): Decimal(100)})).exact == (
        Decimal(pay)
    )


def test_nothing_received_pays_nothing_and_what_is_paid_back_is_taken_back() -> None:
    assert earned(rule(rate="0.02"), Case(Decimal(0))).exact == 0
    assert earned(rule(rate="0.02"), Case(Decimal(-50))).exact == -1


def test_a_receipt_whose_days_are_not_known_is_lacking() -> None:
    late = rule(rate="0.02", days_from="due", penalty={"every": 30, "share": "0.1"})

    [lacking] = earned(late, Case(Decimal(7), parts={("",): Decimal(7)})).lacking

    assert (lacking.code, lacking.amount) == ("F631", 7)


@given(
    st.lists(st.tuples(st.integers(-60, 400), st.decimals(-9999, 9999, places=2)), max_size=6),
    st.integers(1, 60),
    st.decimals("0.01", 1, places=2),
)
def test_the_whole_is_the_sum_of_what_each_receipt_pays(
    receipts: list[tuple[int, Decimal]], every: int, share: Decimal
) -> None:
    late = rule(rate="0.02", days_from="due", penalty={"every": every, "share": share})
    days: dict[tuple[str, ...], Decimal] = {}
    expected = Fraction(0)
    for day, amount in receipts:
        days[(str(day),)] = days.get((str(day),), Decimal(0)) + amount
        times = max(0, -(-day // every))
        expected += Fraction(amount) * Fraction(2, 100) * max(Fraction(0), 1 - times * Fraction(share))

    found = earned(late, Case(sum(days.values(), Decimal(0)), parts=days)).exact

    assert Fraction(found) == expected


@pytest.mark.parametrize(
    "told",
    [
        {},
        {"rate": "0.02", "bands": [{"rate": "0.01"}]},
        {"bands": [{"rate": "0.01"}]},
        {"rate": "0.02", "penalty": {"every": 30, "share": "0.1"}},
        {"rate": "0.02", "released": "on_collection"},
    ],
)
def test_what_cannot_be_paid_on_cash_is_refused(told: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        rule(**told)


def test_cash_is_paid_in_the_period_in_which_it_comes_to_who_sold_the_order() -> None:
    # By hand: R is paid 60,000 x 2 % in January; S 40,000 on day 45 x 1.5 % in March.
    by = component(f'cash_of = "received"\ndays_from = "due"\n{BANDS}')

    found = worked_out(ground(orders=ORDERS, invoices=INVOICES, payments=PAYMENTS), by, date(2026, 3, 31))

    assert paid(found) == {("R", "2026-01"): "1200.00", ("S", "2026-03"): "600.00"}


def test_partial_receipts_bring_their_share_of_the_measure_of_the_order() -> None:
    # By hand: 113 with tax are 100 of net revenue; 56.50 received bring half of it, the rest the other half.
    orders = "order_id,order_date,rep_id,customer_id,amount\nA,2026-01-05,R,C,100\n"
    bills = "invoice_id,order_id,customer_id,invoice_date,due_date,amount\nI,A,C,2026-01-10,2026-02-10,113\n"
    cash = "invoice_id,payment_date,amount\nI,2026-02-01,56.50\nI,2026-03-01,56.50\n"
    by = component('measure = "net_revenue"\ncash_of = "received"\nrate = 0.1')

    found = worked_out(ground(orders=orders, invoices=bills, payments=cash), by, date(2026, 3, 31))

    assert paid(found) == {("R", "2026-02"): "5.00", ("R", "2026-03"): "5.00"}


def test_cash_of_a_shared_order_is_shared_as_the_order() -> None:
    # By hand: 100.01 by thirds and two thirds: 33.34 and 66.67 (33.3366..., 66.6733...: the cent to the larger rest).
    orders = "order_id,order_date,rep_id,customer_id,amount\nA,2026-01-05,R,C,100.01\n"
    bills = "invoice_id,order_id,customer_id,invoice_date,due_date,amount\nI,A,C,2026-01-10,2026-02-10,100.01\n"
    splits = "event_id,rep_id,share\nA,R,1/3\nA,S,2/3\n"
    cash = "invoice_id,payment_date,amount\nI,2026-02-01,100.01\n"
    by = component('cash_of = "received"\nrate = 1')

    of = as_credited(ground(orders=orders, invoices=bills, payments=cash, splits=splits))

    assert paid(worked_out(of, by, date(2026, 2, 28))) == {("R", "2026-02"): "33.34", ("S", "2026-02"): "66.67"}


def test_cash_for_sales_before_the_plan_counts_only_where_the_plan_says_all_cash_does() -> None:
    tables = {"orders": ORDERS, "invoices": INVOICES, "payments": PAYMENTS}
    told = '[[component]]\nname = "cash"\nrule = "collected"\nrate = 0.01\ncash_of = '

    every = worked_out(ground(**tables), plan(f'{told}"received"', start="2026-02-01"), date(2026, 3, 31))
    own = worked_out(ground(**tables), plan(f'{told}"booked"', start="2026-02-01"), date(2026, 3, 31))

    assert (paid(every), paid(own)) == ({("S", "2026-03"): "400.00"}, {})


def test_an_invoice_without_a_due_day_is_a_fault_where_days_count() -> None:
    bills = "invoice_id,order_id,customer_id,invoice_date,amount\nI1,A,C,2026-01-10,60000\n"
    cash = "invoice_id,payment_date,amount\nI1,2026-02-01,60000\n"
    by = component(f'cash_of = "received"\ndays_from = "due"\n{BANDS}')

    with pytest.raises(DataError) as fault:
        worked_out(ground(orders=ORDERS, invoices=bills, payments=cash), by, date(2026, 2, 28))

    assert [one.code for one in fault.value.issues] == ["F631"]
    by_invoice = component(f'cash_of = "received"\ndays_from = "invoice"\n{BANDS}')
    of = worked_out(ground(orders=ORDERS, invoices=bills, payments=cash), by_invoice, date(2026, 2, 28))
    assert paid(of) == {("R", "2026-02"): "1200.00"}


def test_without_cash_that_is_of_any_order_nothing_is_paid_as_zero() -> None:
    cash = "payment_id,payment_date,amount\nP,2026-02-01,60000\n"

    with pytest.raises(DataError) as fault:
        worked_out(ground(orders=ORDERS, payments=cash), component('cash_of = "received"\nrate = 1'), date(2026, 2, 28))

    assert [one.code for one in fault.value.issues] == ["F630"]
