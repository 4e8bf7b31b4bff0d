"""Short incentives, against hand-worked examples and a count one by one."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from commission_ground import ground, paid, plan, worked_out
from salesperf.analyses.commission.case import Case
from salesperf.analyses.commission.rules.spif import SpifRule, earned


def rule(**said: object) -> SpifRule:
    return SpifRule.model_validate({"name": "s", "rule": "spif", **said})


FIRST_TEN = rule(each=50, first=10)
FIVE_ONCE = rule(once=200, at_least=5)


@pytest.mark.parametrize(
    ("one", "units", "before", "pay"),
    [
        # Worked by hand: 12 of which 10 are paid; exactly 10; 9; none.
        (FIRST_TEN, "12", "0", "500"),
        (FIRST_TEN, "10", "0", "500"),
        (FIRST_TEN, "9", "0", "450"),
        (FIRST_TEN, "0", "0", "0"),
        # To date: 8 were paid for before, 2 of 4 are left; 10 were, none is left.
        (FIRST_TEN, "4", "8", "100"),
        (FIRST_TEN, "4", "10", "0"),
        # Two of 11 come back: one of them was paid for.
        (FIRST_TEN, "-2", "11", "-50"),
        (rule(each=50), "12", "3", "600"),
        # Weighed goods: half a tonne.
        (rule(each=50), "0.5", "0", "25"),
        (FIVE_ONCE, "5", "0", "200"),
        (FIVE_ONCE, "4.99", "0", "0"),
        (FIVE_ONCE, "9", "0", "200"),
        (FIVE_ONCE, "3", "5", "0"),
        (FIVE_ONCE, "1", "4", "200"),
        (FIVE_ONCE, "-1", "5", "-200"),
    ],
)
def test_units_are_paid_for_once(one: SpifRule, units: str, before: str, pay: str) -> None:
    assert earned(one, Case(Decimal(units), Decimal(before))).exact == Decimal(pay)


def test_what_is_not_paid_for_is_said() -> None:
    [beyond] = earned(FIRST_TEN, Case(Decimal(12))).reasons
    [missing] = earned(FIVE_ONCE, Case(Decimal(4))).reasons

    assert beyond.en == "the first 10 are paid for; 2 more are not"
    assert missing.en == "1 more are needed for the bonus of 200"
    assert earned(FIRST_TEN, Case(Decimal(10))).reasons == earned(FIVE_ONCE, Case(Decimal(5))).reasons == ()


@pytest.mark.parametrize(
    "said",
    [
        {},
        {"each": 50, "once": 200, "at_least": 5},
        {"once": 200},
        {"each": 50, "at_least": 5},
        {"once": 200, "at_least": 5, "first": 10},
        {"each": 50, "from": date(2026, 3, 2), "to": date(2026, 3, 1)},
        {"each": 50, "first": 0},
        {"each": 50, "per": "deal"},
    ],
)
def test_it_is_one_kind_of_incentive(said: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        rule(**said)


ORDERS = (
    "order_id,order_date,customer_id,rep_name,product_id,quantity,amount\n"
    "1,2026-03-09,C1,Ann,P,5,10\n2,2026-03-10,C1,Ann,P,3,10\n3,2026-03-31,C2,Ann,Q,9,10\n"
    "4,2026-04-15,C2,Ann,P,4,10\n5,2026-04-16,C3,Ann,P,7,10\n"
)
SPIF = """
[[component]]
name = "pumps"
rule = "spif"
{said}
from = 2026-03-10
to = 2026-04-15
"""


@pytest.mark.parametrize(
    ("said", "pay"),
    [
        # Only 3 of 10 March and 4 of 15 April are of P within the days; of the first 5 over all days 3 and 2.
        ('where = ["product=P"]\neach = 50', {"2026-03": "150.00", "2026-04": "200.00"}),
        ('where = ["product=P"]\neach = 50\nfirst = 5\nper = "dates"', {"2026-03": "150.00", "2026-04": "100.00"}),
        ('where = ["product=P"]\nonce = 70\nat_least = 4', {"2026-04": "70.00"}),
        # C1 bought on the day before it began, so that C2 alone is new within the days.
        ('measure = "new_customers"\neach = 30', {"2026-03": "30.00"}),
    ],
)
def test_only_its_own_days_count(said: str, pay: dict[str, str]) -> None:
    by = plan(SPIF.format(said=said))

    found = worked_out(ground(orders=ORDERS), by, date(2026, 5, 31))

    assert paid(found) == {("Ann", period): amount for period, amount in pay.items()}


@given(st.lists(st.integers(0, 8), min_size=1, max_size=6), st.integers(1, 20), st.integers(1, 20))
def test_counting_one_by_one_gives_the_same(months: list[int], first: int, at_least: int) -> None:
    cases = [Case(Decimal(units), Decimal(sum(months[:at]))) for at, units in enumerate(months)]

    each = sum(earned(rule(each=7, first=first), case).exact for case in cases)
    once = sum(earned(rule(once=90, at_least=at_least), case).exact for case in cases)

    sold = [unit for units in months for unit in range(units)]
    assert each == 7 * sum(1 for number, _ in enumerate(sold) if number < first)
    assert once == (90 if len(sold) >= at_least else 0)
