"""True-up of a quarter or year to date, worked by hand and against a slow account in fractions."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from commission_ground import ground, plan, worked_out
from salesperf.analyses.commission.compute import Payroll
from salesperf.analyses.commission.lines import Kind
from salesperf.core.money import settle

HEAD = "order_id,order_date,rep_name,amount\n"
CAPPED = '[[component]]\nname = "base"\nrule = "flat"\nrate = 0.01\nper = "year"\ncap = 1000\ntrue_up = true\n'
AHEAD = """
[[component]]
name = "base"
rule = "tiered"
mode = "whole"
tie = "upper"
per = "{per}"
true_up = true
advance_rate = 0.01
tiers = [{{ to = 1_000_000, rate = 0.01 }}, {{ rate = 0.02 }}]
"""


def paid(component: str, *amounts: int | Decimal) -> Payroll:
    """Ann sells an amount in each month from January 2026 on."""
    rows = "".join(f"{month},2026-{month:02}-01,Ann,{amount}\n" for month, amount in enumerate(amounts, start=1))
    return worked_out(ground(orders=HEAD + rows), plan(component), date(2026, len(amounts), 28))


def pays(found: Payroll, kind: Kind) -> dict[int, str]:
    return {one.period.start.month: str(one.pay) for one in found.lines if one.kind is kind}


def test_what_a_cap_withheld_is_paid_when_later_months_leave_room() -> None:
    # 1,500 capped at 1,000; to date 1,700 of at most 2,000: 500 more; to date 3,700, at most 3,000: 1,000 + 300.
    found = paid(CAPPED, 150_000, 20_000, 200_000)

    assert pays(found, Kind.EARNING) == {1: "1000.00", 2: "200.00", 3: "1000.00"}
    assert pays(found, Kind.TRUE_UP) == {2: "500.00", 3: "300.00"}
    told = [one.reasons[0].en for one in found.lines if one.kind is Kind.TRUE_UP]
    assert told == [
        "earned to date 1,700, paid to date 1,200",
        "earned to date 3,000, paid to date 2,700",
    ]


def test_what_was_paid_ahead_is_trued_up_to_the_tier_reached() -> None:
    # 600,000 x 1 %; to date 1.2M x 2 % = 24,000 less 6,000 and the 6,000 paid ahead.
    found = paid(AHEAD.format(per="year"), 600_000, 600_000)

    assert pays(found, Kind.EARNING) == {1: "6000.00", 2: "6000.00"}
    assert pays(found, Kind.TRUE_UP) == {2: "12000.00"}


def test_an_advance_that_was_too_high_is_taken_back() -> None:
    # 1.2M x 2 % = 24,000: 12,000 ahead and 12,000 trued up; -300,000 in February leave 900,000 x 1 % = 9,000.
    found = paid(AHEAD.format(per="year"), 1_200_000, -300_000)

    assert pays(found, Kind.EARNING) == {1: "12000.00", 2: "-3000.00"}
    assert pays(found, Kind.TRUE_UP) == {1: "12000.00", 2: "-12000.00"}


def test_a_quarter_begins_anew() -> None:
    found = paid(AHEAD.format(per="quarter"), 600_000, 0, 0, 600_000)

    assert pays(found, Kind.TRUE_UP) == {}


def test_cents_that_rounding_left_are_trued_up() -> None:
    # 0.005 a month: rounded each they would be 0.01; two months earn 0.01 in all.
    found = paid(CAPPED, Decimal("0.5"), Decimal("0.5"))

    assert pays(found, Kind.EARNING) == {1: "0.01", 2: "0.01"}
    assert pays(found, Kind.TRUE_UP) == {2: "-0.01"}


def test_a_return_takes_the_true_up_back_with_what_it_was_for() -> None:
    rows = "1,2026-01-01,Ann,600000\n2,2026-02-01,Ann,600000\n2,2026-03-01,Ann,-600000\n"

    found = worked_out(
        ground(orders=HEAD + rows), plan(AHEAD.format(per="year"), clawback="as_paid"), date(2026, 3, 31)
    )

    # 24,000 were paid and 600,000 x 1 % are left.
    assert pays(found, Kind.CLAWBACK) == {3: "-18000.00"}
    assert sum(one.pay for one in found.lines) == 6000


@pytest.mark.parametrize(
    "more",
    ['per = "period"\ntrue_up = true', 'per = "year"\ntrue_up = true\nfloor = 1', 'per = "year"\nadvance_rate = 0.01'],
)
def test_what_cannot_be_trued_up_is_refused(more: str) -> None:
    with pytest.raises(ValidationError):
        plan(f'[[component]]\nname = "base"\nrule = "flat"\nrate = 0.01\n{more}\n')


@settings(max_examples=60, deadline=None)
@given(st.lists(st.integers(-(10**8), 10**8), min_size=1, max_size=8), st.booleans())
def test_paid_to_date_is_earned_to_date_at_any_month(cents: list[int], is_capped: bool) -> None:  # noqa: FBT001
    rule = CAPPED if is_capped else AHEAD.format(per="year")

    found = paid(rule, *(Decimal(one).scaleb(-2) for one in cents))

    for month in range(1, len(cents) + 1):
        sold = Fraction(sum(cents[:month]), 100)
        if is_capped:
            earned = min(sold / 100, Fraction(1000 * month))
        else:
            earned = sold * (Fraction(1, 50) if sold >= 1_000_000 else Fraction(1, 100))
        paid_out = sum((one.pay for one in found.lines if one.period.start.month <= month), Decimal(0))
        assert paid_out == settle(Decimal(earned.numerator) / earned.denominator)
