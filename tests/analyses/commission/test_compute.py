"""A plan worked out over a small company, by hand and against a slow account in fractions."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from commission_ground import ground, paid, plan, worked_out
from salesperf.core.errors import DataError
from salesperf.core.money import settle

HEAD = "order_id,order_date,rep_name,amount\n"
ORDERS = (
    "1,2025-12-31,Ann,500\n",
    "2,2026-01-01,Ann,1000.33\n",
    "3,2026-01-31,Ann,0.005\n",
    "4,2026-02-01,Ben,200\n",
    "5,2026-02-28,Ann,-50\n",
    "6,2026-03-01,Ben,300\n",
)
FLAT = '[[component]]\nname = "base"\nrule = "flat"\nrate = 0.01\n'
MARCH = date(2026, 3, 31)


def test_every_participant_has_a_line_a_component_and_period() -> None:
    found = worked_out(ground(orders=HEAD + "".join(ORDERS)), plan(FLAT), MARCH)

    told = [(line.participant, line.period.key, str(line.credited), str(line.pay)) for line in found.lines]
    # 1,000.335 x 1 % = 10.00335; -50 x 1 %; what was sold before the plan is not paid.
    assert told == [
        ("Ann", "2026-01", "1000.335000", "10.00"),
        ("Ann", "2026-02", "-50.000000", "-0.50"),
        ("Ann", "2026-03", "0", "0.00"),
        ("Ben", "2026-01", "0", "0.00"),
        ("Ben", "2026-02", "200.000000", "2.00"),
        ("Ben", "2026-03", "300.000000", "3.00"),
    ]
    assert [line.reasons[0].en for line in found.lines if not line.pay] == ["nothing was credited in the period"] * 2


def test_a_line_is_rounded_once_after_everything_in_it() -> None:
    # 0.125 + 0.125 of two orders are 0.25; rounded each they would be 0.26.
    rows = "1,2026-01-01,Ann,12.5\n2,2026-01-02,Ann,12.5\n"

    assert paid(worked_out(ground(orders=HEAD + rows), plan(FLAT), MARCH)) == {("Ann", "2026-01"): "0.25"}


def test_a_leap_day_and_the_last_day_of_a_year_lie_in_their_months() -> None:
    rows = "1,2024-02-29,Ann,100\n2,2024-03-01,Ann,200\n3,2024-12-31,Ann,400\n"

    found = worked_out(ground(orders=HEAD + rows), plan(FLAT, start="2024-01-01"), date(2024, 12, 31))

    assert paid(found) == {("Ann", "2024-02"): "1.00", ("Ann", "2024-03"): "2.00", ("Ann", "2024-12"): "4.00"}


def test_a_person_is_called_by_name() -> None:
    rows = "order_id,order_date,rep_id,rep_name,amount\n1,2026-01-01,R1,Ann,100\n"

    found = worked_out(ground(orders=rows), plan(FLAT), date(2026, 1, 31))

    assert [(line.participant, found.name(line.participant)) for line in found.lines] == [("R1", "Ann")]


ROW = st.tuples(st.integers(0, 120), st.sampled_from(["Ann", "Ben"]), st.integers(-(10**6), 10**6))
TIERS = """
[[component]]
name = "tiers"
rule = "tiered"
mode = "marginal"
per = "quarter"
tiers = [{ to = 1000, rate = 0.01 }, { to = 5000, rate = 0.03 }, { rate = 0.02 }]
"""


def slow_pay(amount: Fraction) -> Fraction:
    """Amounts through the tiers, cent by tier, from zero."""
    first = min(amount, Fraction(1000)) / 100
    second = max(Fraction(0), min(amount, Fraction(5000)) - 1000) * 3 / 100
    return first + second + max(Fraction(0), amount - 5000) * 2 / 100


@settings(max_examples=40)
@given(st.lists(ROW, min_size=1, max_size=12), st.randoms(use_true_random=False))
def test_any_sales_in_any_order_are_paid_as_a_slow_account_pays_them(
    rows: list[tuple[int, str, int]], shuffled: object
) -> None:
    start = date(2026, 1, 1)
    told = [
        f"{number},{start + timedelta(days=day)},{who},{Decimal(cents).scaleb(-2)}\n"
        for number, (day, who, cents) in enumerate(rows)
    ]
    first = worked_out(ground(orders=HEAD + "".join(told)), plan(TIERS), date(2026, 5, 1))
    shuffled.shuffle(told)  # type: ignore[attr-defined]
    second = worked_out(ground(orders=HEAD + "".join(told)), plan(TIERS), date(2026, 5, 1))

    assert first.lines == second.lines
    for line in first.lines:
        quarter = (line.period.start.month - 1) // 3
        own = [
            (start + timedelta(days=day), Fraction(cents, 100)) for day, who, cents in rows if who == line.participant
        ]
        inside = [(day, amount) for day, amount in own if (day.month - 1) // 3 == quarter]
        now = sum((amount for day, amount in inside if day <= line.period.end), Fraction(0))
        before = sum((amount for day, amount in inside if day < line.period.start), Fraction(0))
        exact = slow_pay(now) - slow_pay(before)
        assert line.pay == settle(Decimal(exact.numerator) / exact.denominator)


def test_sales_that_no_rate_fits_are_told_with_their_first_row() -> None:
    rows = "1,2026-01-05,Ann,East,10\n2,2026-01-06,Ann,West,20\n3,2026-01-07,Ann,West,30\n"
    orders = "order_id,order_date,rep_name,region,amount\n" + rows

    with pytest.raises(DataError) as fault:
        worked_out(
            ground(orders=orders),
            plan('[[component]]\nname = "base"\nrule = "rates"\nrows = [{ region = "East", rate = 0.1 }]\n'),
            MARCH,
        )

    [told] = fault.value.issues
    assert (told.code, told.where.file, told.where.row) == ("F610", "orders.csv", 3), "the first of West"
