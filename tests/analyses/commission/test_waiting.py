from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from commission_ground import ground, plan, worked_out
from salesperf.analyses.commission.compute import Payroll
from salesperf.analyses.commission.credited import Ground
from salesperf.analyses.commission.lines import Kind
from salesperf.analyses.commission.waiting import held_for_cash
from salesperf.core.errors import DataError

FLAT = '[[component]]\nname = "base"\nrule = "flat"\nrate = 0.01\n'
ORDERS = """order_id,order_date,rep_id,customer_id,amount
A,2026-01-05,R,C,60000
B,2026-01-06,R,C,40000
"""
INVOICES = """invoice_id,order_id,customer_id,invoice_date,due_date,amount
I1,A,C,2026-01-10,2026-02-10,60000
I2,B,C,2026-01-10,2026-02-10,40000
"""
PAYMENTS = """invoice_id,payment_date,amount
I1,2026-01-20,30000
I1,2026-02-01,30000
I2,2026-02-02,20000
I2,2026-03-27,20000
"""


def of(orders: str = ORDERS, invoices: str = INVOICES, payments: str = PAYMENTS) -> Ground:
    return ground(orders=orders, invoices=invoices, payments=payments)


def by_period(found: Payroll) -> dict[str, str]:
    sums: dict[str, Decimal] = {}
    for line in found.lines:
        sums[line.period.key] = sums.get(line.period.key, Decimal(0)) + line.pay
    return {key: str(amount) for key, amount in sums.items() if amount}


def test_the_example_of_the_module() -> None:
    # By hand: 30,000 of 100,000 by the end of January, 80,000 by that of February, all by that of March, at 1 %.
    found = worked_out(of(), plan(FLAT + 'released = "on_collection"'), date(2026, 3, 31))

    assert by_period(found) == {"2026-01": "300.00", "2026-02": "500.00", "2026-03": "200.00"}
    kinds = [(line.period.key, line.kind, str(line.pay)) for line in found.lines if line.pay]
    assert kinds == [
        ("2026-01", Kind.EARNING, "1000.00"),
        ("2026-01", Kind.UNCOLLECTED, "-700.00"),
        ("2026-02", Kind.COLLECTED, "500.00"),
        ("2026-03", Kind.COLLECTED, "200.00"),
    ]
    assert held_for_cash(found.lines) == 0


def test_the_rate_stays_that_of_the_sale() -> None:
    # By hand: 100,000 in January are 50,000 x 1 % + 50,000 x 2 % = 1,500; of that 30 % are collected in January,
    # although nothing is sold later, when the cash comes.
    tiers = 'rule = "tiered"\nmode = "marginal"\ntiers = [{ to = 50000, rate = 0.01 }, { rate = 0.02 }]\n'
    told = f'[[component]]\nname = "base"\n{tiers}released = "on_collection"'

    assert by_period(worked_out(of(), plan(told), date(2026, 3, 31))) == {
        "2026-01": "450.00",
        "2026-02": "750.00",
        "2026-03": "300.00",
    }


def test_parts_with_rates_of_their_own_wait_by_their_own_pay() -> None:
    # By hand: 60,000 at 1 % = 600 and 40,000 at 5 % = 2,000. January: half of A is collected, 300; February: A whole
    # and half of B, 300 + 1,000; March: 1,000.
    orders = ORDERS.replace("amount", "amount,product_id").replace("60000", "60000,P").replace("40000", "40000,Q")
    rows = 'rows = [{ product = "P", rate = 0.01 }, { product = "Q", rate = 0.05 }]'
    told = f'[[component]]\nname = "base"\nrule = "rates"\n{rows}\nreleased = "on_collection"'

    assert by_period(worked_out(of(orders), plan(told), date(2026, 3, 31))) == {
        "2026-01": "300.00",
        "2026-02": "1300.00",
        "2026-03": "1000.00",
    }


def test_what_is_overdue_is_taken_back_until_it_is_paid() -> None:
    # By hand: due on 10 February; by the end of February 20,000 of 100,000 are 18 days late: 200 of 1,000 go back.
    told = FLAT + "back_when_overdue = 10"

    assert by_period(worked_out(of(), plan(told), date(2026, 3, 31))) == {
        "2026-01": "1000.00",
        "2026-02": "-200.00",
        "2026-03": "200.00",
    }
    # 28 February is exactly 18 days after the due day: not more than 18.
    assert by_period(worked_out(of(), plan(FLAT + "back_when_overdue = 18"), date(2026, 3, 31))) == {
        "2026-01": "1000.00"
    }


def test_what_was_not_paid_out_need_not_be_paid_back() -> None:
    # By hand: A earns 600, half of it is paid in January; in February A comes back and its invoice is credited: what
    # is left is B's 400, of which half is collected: 200 in all, 100 less than the 300 paid.
    orders = ORDERS + "A,2026-02-20,R,C,-60000\n"
    bills = INVOICES + "I1,A,C,2026-02-20,2026-02-20,-60000\n"
    cash = "invoice_id,payment_date,amount\nI1,2026-01-20,30000\nI1,2026-02-25,-30000\nI2,2026-02-02,20000\n"
    told = plan(FLAT + 'released = "on_collection"', clawback="as_paid")

    found = worked_out(of(orders, bills, cash), told, date(2026, 2, 28))

    assert by_period(found) == {"2026-01": "300.00", "2026-02": "-100.00"}
    assert held_for_cash(found.lines) == 200


def test_a_return_with_a_number_of_its_own_is_of_the_order_it_names() -> None:
    # By hand: of A 20,000 come back in its own month as R; 40,000 are left at 1 %. Of them 30,000 are collected.
    orders = (
        "order_id,order_date,rep_id,customer_id,amount,return_of\nA,2026-01-05,R,C,60000,\nR,2026-01-25,R,C,-20000,A\n"
    )
    bills = INVOICES.splitlines(keepends=True)[0] + "I1,A,C,2026-01-10,2026-02-10,60000\nI1,A,C,2026-01-26,,-20000\n"
    cash = "invoice_id,payment_date,amount\nI1,2026-01-20,30000\n"

    for clawback in ("as_paid", "current_rate"):
        told = plan(FLAT + 'released = "on_collection"', clawback=clawback)
        assert by_period(worked_out(of(orders, bills, cash), told, date(2026, 1, 31))) == {"2026-01": "300.00"}


def test_an_order_of_which_half_is_invoiced_is_not_collected_when_that_is_paid() -> None:
    # By hand: 100 sold, 50 invoiced and paid: half of 1 % is due.
    orders = "order_id,order_date,rep_id,customer_id,amount\nA,2026-01-05,R,C,10000\n"
    bills = "invoice_id,order_id,customer_id,invoice_date,due_date,amount\nI,A,C,2026-01-10,2026-02-10,5000\n"
    cash = "invoice_id,payment_date,amount\nI,2026-01-20,5000\n"

    found = worked_out(of(orders, bills, cash), plan(FLAT + 'released = "on_collection"'), date(2026, 1, 31))

    assert by_period(found) == {"2026-01": "50.00"}


def test_what_does_not_add_up_by_order_cannot_wait() -> None:
    # One customer, two orders: new customers by order are two, in all one.
    told = '[[component]]\nname = "new"\nrule = "flat"\nmeasure = "new_customers"\nrate = 100\n'

    with pytest.raises(DataError) as fault:
        worked_out(of(), plan(told + 'released = "on_collection"'), date(2026, 1, 31))

    assert [one.code for one in fault.value.issues] == ["F632"]


@settings(max_examples=25, deadline=None)
@given(st.lists(st.tuples(st.integers(1, 90), st.sampled_from("AB"), st.decimals("0.01", 70000, places=2)), max_size=6))
def test_what_is_paid_to_date_is_the_collected_share_of_what_was_earned(
    receipts: list[tuple[int, str, Decimal]],
) -> None:
    rows = [
        f"{'I1' if order == 'A' else 'I2'},{date.fromordinal(date(2026, 1, 1).toordinal() + day - 1)},{amount}"
        for day, order, amount in receipts
    ]
    cash = "invoice_id,payment_date,amount\nI9,2026-01-01,1\n" + "\n".join(rows) + "\nI1,2026-12-31,0.01\n"

    found = worked_out(of(payments=cash), plan(FLAT + 'released = "on_collection"'), date(2026, 3, 31))

    got = {"A": Decimal(0), "B": Decimal(0)}
    for _, order, amount in receipts:
        got[order] += amount
    collected = min(got["A"], Decimal(60000)) + min(got["B"], Decimal(40000))
    total = sum((line.pay for line in found.lines), Decimal(0))
    assert abs(total - collected / 100) <= Decimal("0.005")
