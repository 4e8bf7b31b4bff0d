"""One rate of everything, against published and hand-worked examples."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commission_ground import ground, paid, plan, worked_out
from salesperf.analyses.commission.case import Case
from salesperf.analyses.commission.rules.flat import FlatRule, earned


@pytest.mark.parametrize(
    ("rate", "credited", "pay"),
    [
        # Prowi's glossary, "Accelerator": without one 195,000 at 8 % are 15,600.
        ("0.08", "195000", "15600"),
        # Worked by hand: 12 new customers at 300.
        ("300", "12", "3600"),
        ("0.015", "0.01", "0.00015"),
        ("0.015", "0", "0"),
        ("0.015", "-500", "-7.5"),
    ],
)
def test_everything_earns_one_rate(rate: str, credited: str, pay: str) -> None:
    rule = FlatRule(name="base", rule="flat", rate=Decimal(rate))

    assert earned(rule, Case(Decimal(credited), before=Decimal(999))).exact == Decimal(pay)


def test_a_customer_is_new_once_also_before_the_plan_began() -> None:
    # C1 bought in December: in January only C2 is new, in February only C3.
    orders = (
        "order_id,order_date,customer_id,rep_name,amount\n1,2025-12-05,C1,Ann,10\n2,2026-01-06,C1,Ann,10\n"
        "3,2026-01-07,C2,Ann,10\n4,2026-02-07,C2,Ann,10\n5,2026-02-08,C3,Ann,10\n"
    )
    by = plan('[[component]]\nname = "new"\nmeasure = "new_customers"\nrule = "flat"\nrate = 300')

    found = worked_out(ground(orders=orders), by, date(2026, 2, 28))

    assert paid(found) == {("Ann", "2026-01"): "300.00", ("Ann", "2026-02"): "300.00"}


@given(st.integers(-(10**12), 10**12), st.integers(0, 10**6))
def test_it_is_the_product_of_fractions(cents: int, millionths: int) -> None:
    amount, rate = Decimal(cents).scaleb(-2), Decimal(millionths).scaleb(-6)

    found = earned(FlatRule(name="base", rule="flat", rate=rate), Case(amount)).exact

    assert Fraction(found) == Fraction(cents, 100) * Fraction(millionths, 10**6)
