"""Pay by discount, against hand-worked examples and an oracle in fractions."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from commission_ground import ground, paid, plan, worked_out
from salesperf.analyses.commission.case import Case
from salesperf.analyses.commission.proportion import Proportion
from salesperf.analyses.commission.rules.discount import DiscountRule, earned
from salesperf.core.errors import DataError

BOUNDS = [("0.05", "0.03"), ("0.15", "0.02")]
TIERS = [*({"to": Decimal(to), "rate": Decimal(rate)} for to, rate in BOUNDS), {"rate": Decimal("0.01")}]


def rule(tie: str = "lower", **said: object) -> DiscountRule:
    told = {"name": "d", "rule": "discount", "of": "order", "tie": tie, "tiers": TIERS, **said}
    return DiscountRule.model_validate(told)


def case(price: str, listed: str) -> Case:
    let_off = Proportion(Decimal(listed) - Decimal(price), Decimal(listed))
    return Case(Decimal(price), parts={("A-1",): Decimal(price)}, proportions={("A-1",): let_off})


@pytest.mark.parametrize(
    ("price", "listed", "tie", "pay"),
    [
        # Worked by hand: exactly 5 %: 950 x 3 %, or x 2 %; a cent off more or less is beyond the bound.
        ("950", "1000", "lower", "28.50"),
        ("950", "1000", "upper", "19.00"),
        ("949.99", "1000", "lower", "18.9998"),
        ("950.01", "1000", "upper", "28.5003"),
        ("800", "1000", "lower", "8.00"),
        # Without discount, and above the list price.
        ("1000", "1000", "upper", "30"),
        ("1100", "1000", "upper", "33"),
        # Given away.
        ("0", "1000", "lower", "0"),
    ],
)
def test_the_discount_decides_the_rate_of_the_order(price: str, listed: str, tie: str, pay: str) -> None:
    assert earned(rule(tie), case(price, listed)).exact == Decimal(pay)


def test_an_empty_period_pays_nothing() -> None:
    assert earned(rule(), Case(Decimal(0))).exact == 0


def test_returns_without_a_list_price_need_a_rate_that_the_plan_says() -> None:
    back = Case(Decimal(-200), parts={("R-1",): Decimal(-200), ("R-2",): Decimal(0)})

    [told] = earned(rule(), back).lacking
    assert (told.code, told.amount) == ("F615", -200)
    assert earned(rule(rate_of_returns="0.03"), back).exact == Decimal("-6.00")


@pytest.mark.parametrize("missing", ["of", "tie", "tiers"])
def test_a_plan_says_what_the_discount_is_of(missing: str) -> None:
    said = rule().model_dump(by_alias=True, exclude_unset=True)
    del said[missing]

    with pytest.raises(ValidationError, match=missing):
        DiscountRule.model_validate(said)


ORDERS = (
    "order_id,order_date,rep_name,amount,list_amount\n"
    "1,2026-01-05,Ann,100,100\n1,2026-01-05,Ann,80,100\n2,2026-01-06,Ann,90,100\n"
)
BY = """
[[component]]
name = "d"
rule = "discount"
of = "{of}"
tie = "lower"
tiers = [{{ to = 0.05, rate = 0.03 }}, {{ to = 0.15, rate = 0.02 }}, {{ rate = 0.01 }}]
"""


@pytest.mark.parametrize(
    ("of", "pay"),
    [
        # Order 1: 20 off 200 are 10 %: 180 x 2 % = 3.60; order 2: 90 x 2 % = 1.80.
        ("order", "5.40"),
        # Lines: 100 x 3 % + 80 x 1 % + 90 x 2 % = 3 + 0.80 + 1.80.
        ("line", "5.60"),
    ],
)
def test_discounts_are_those_of_the_files(of: str, pay: str) -> None:
    found = worked_out(ground(orders=ORDERS), plan(BY.format(of=of)), date(2026, 1, 31))

    assert paid(found) == {("Ann", "2026-01"): pay}


def test_a_line_without_list_price_stops_the_plan_and_is_named() -> None:
    orders = ORDERS + "3,2026-01-07,Ann,90,\n4,2026-01-08,Ann,0,\n"

    with pytest.raises(DataError) as fault:
        worked_out(ground(orders=orders), plan(BY.format(of="line")), date(2026, 1, 31))

    [told] = fault.value.issues
    assert (told.code, told.count) == ("F614", 1)


PRICES = st.integers(1, 10**6).map(lambda cents: Decimal(cents).scaleb(-2))


@given(st.dictionaries(st.text(max_size=3), st.tuples(PRICES, PRICES), max_size=5))
def test_every_order_is_at_the_rate_of_its_exact_fraction(orders: dict[str, tuple[Decimal, Decimal]]) -> None:
    parts = {(name,): price for name, (price, _) in orders.items()}
    given_off = {(name,): Proportion(listed - price, listed) for name, (price, listed) in orders.items()}

    found = earned(rule(), Case(sum(parts.values(), Decimal(0)), parts=parts, proportions=given_off)).exact

    expected = Fraction(0)
    for price, listed in orders.values():
        discount = 1 - Fraction(price) / Fraction(listed)
        rate = "0.03" if discount <= Fraction(5, 100) else "0.02" if discount <= Fraction(15, 100) else "0.01"
        expected += Fraction(price) * Fraction(rate)
    assert Fraction(found) == expected
