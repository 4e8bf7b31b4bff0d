"""Pay by margin, against a published and hand-worked examples and an oracle in fractions."""

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
from salesperf.analyses.commission.rules.margin import MarginRule, earned
from salesperf.core.errors import DataError

CENTS = st.integers(-(10**8), 10**8).map(lambda cents: Decimal(cents).scaleb(-2))
TIERS = [{"to": Decimal("0.3"), "rate": Decimal("0.05")}, {"rate": Decimal("0.08")}]


def rule(tie: str = "upper", hurdle: str | None = "0.1", **said: object) -> MarginRule:
    bound = None if hurdle is None else Decimal(hurdle)
    told = {"name": "m", "rule": "margin", "tie": tie, "hurdle": bound, "tiers": TIERS, **said}
    return MarginRule.model_validate(told)


def margin(profit: str, revenue: str) -> Proportion:
    return Proportion(Decimal(profit), Decimal(revenue))


def test_a_published_example_of_three_tiers() -> None:
    # eHow, "How to Calculate Tiered Gross Margin Commission": 10 % to 35 %, 25 % to 60 %, 40 % above; 50 of profit, a
    # half of what it is held against there (the cost of 100), earn 50 x 25 % = 12.50.
    bounds = [("0.35", "0.1"), ("0.6", "0.25")]
    tiers = [*({"to": Decimal(to), "rate": Decimal(rate)} for to, rate in bounds), {"rate": Decimal("0.4")}]

    found = earned(rule(hurdle=None, tiers=tiers), Case(Decimal(50), proportion=margin("50", "100")))

    assert found.exact == Decimal("12.50")


@pytest.mark.parametrize(
    ("profit", "revenue", "tie", "pay"),
    [
        # Worked by hand: exactly 30 %: 30,000 x 8 %, or x 5 %; a cent of profit less is below it.
        ("30000", "100000", "upper", "2400"),
        ("30000", "100000", "lower", "1500"),
        ("29999.99", "100000", "upper", "1499.9995"),
        ("30000.01", "100000", "lower", "2400.0008"),
        # A third is above 30 % though no decimal divides it.
        ("1", "3", "lower", "0.08"),
        # Exactly the hurdle of 10 %, and a cent below it.
        ("10000", "100000", "upper", "500"),
        ("9999.99", "100000", "upper", "0"),
        # Sold below cost.
        ("-5000", "100000", "upper", "0"),
        # More came back than was sold: 30 of 100 are taken back at the rate of their margin.
        ("-30", "-100", "upper", "-2.40"),
        ("-20", "-100", "upper", "-1"),
        ("0", "0", "upper", "0"),
        ("-10", "0", "upper", "0"),
    ],
)
def test_the_margin_decides_the_rate_of_all_of_it(profit: str, revenue: str, tie: str, pay: str) -> None:
    found = earned(rule(tie), Case(Decimal(profit), proportion=margin(profit, revenue)))

    assert found.exact == Decimal(pay)
    assert bool(found.reasons) == (Decimal(pay) == 0 and profit != "0")


def test_without_a_hurdle_a_loss_is_taken_off_at_the_first_rate() -> None:
    assert earned(rule(hurdle=None), Case(Decimal(-100), proportion=margin("-100", "1000"))).exact == Decimal("-5.00")


def test_it_is_said_how_far_below_the_hurdle_it_is() -> None:
    [reason] = earned(rule(), Case(Decimal("9999.99"), proportion=margin("9999.99", "100000"))).reasons

    assert reason.en == "a margin of 9.99 % is below the hurdle of 10 %: nothing is paid for 9,999.99"


def test_a_quarter_to_date_takes_back_what_its_margin_no_longer_earns() -> None:
    # Worked by hand: a month of 40 on 100 (8 % of 40 = 3.20), then one of 10 on 100: 50 on 200 are 25 %: 50 x 5 % =
    # 2.50, so that 0.70 less are paid.
    case = Case(Decimal(10), Decimal(40), proportion=margin("50", "200"), proportion_before=margin("40", "100"))

    assert earned(rule(per="quarter"), case).exact == Decimal("-0.70")


def test_each_deal_has_its_own_margin() -> None:
    # Worked by hand: A 40 of 100 x 8 % = 3.20; B 20 of 100 x 5 % = 1.00; C 5 of 100 is below the hurdle.
    parts = {("A",): Decimal(40), ("B",): Decimal(20), ("C",): Decimal(5), ("D",): Decimal(0)}
    margins = {("A",): margin("40", "100"), ("B",): margin("20", "100"), ("C",): margin("5", "100")}

    found = earned(rule(per="deal"), Case(Decimal(65), parts=parts, proportions=margins))

    assert found.exact == Decimal("4.20")
    [reason] = found.reasons
    assert reason.en == "1 deal has no margin or one below the hurdle of 10 %: nothing is paid for 5"


def test_a_plan_says_which_tier_a_bound_is_in() -> None:
    with pytest.raises(ValidationError, match="tie"):
        MarginRule.model_validate({"name": "m", "rule": "margin", "tiers": TIERS})


ORDERS = (
    "order_id,order_date,rep_name,amount,cost\n"
    "1,2026-01-05,Ann,100,60\n2,2026-01-06,Ann,100,95\n3,2026-02-01,Ann,200,160\n4,2026-02-02,Ben,50,25\n"
)
BY_DEAL = """
[[component]]
name = "m"
rule = "margin"
per = "{per}"
tie = "upper"
hurdle = 0.1
tiers = [{{ to = 0.3, rate = 0.05 }}, {{ rate = 0.08 }}]
"""


@pytest.mark.parametrize(
    ("per", "pay"),
    [
        # Ann's January: 40 on 100 x 8 % = 3.20, 5 on 100 below the hurdle; February 40 on 200 x 5 %. Ben: 25 x 8 %.
        ("deal", {("Ann", "2026-01"): "3.20", ("Ann", "2026-02"): "2.00", ("Ben", "2026-02"): "2.00"}),
        # January 45 on 200 (22.5 %) x 5 % = 2.25.
        ("period", {("Ann", "2026-01"): "2.25", ("Ann", "2026-02"): "2.00", ("Ben", "2026-02"): "2.00"}),
        # The quarter to date: 85 on 400 x 5 % = 4.25, less 2.25.
        ("quarter", {("Ann", "2026-01"): "2.25", ("Ann", "2026-02"): "2.00", ("Ben", "2026-02"): "2.00"}),
    ],
)
def test_margins_are_those_of_the_files(per: str, pay: dict[tuple[str, str], str]) -> None:
    assert paid(worked_out(ground(orders=ORDERS), plan(BY_DEAL.format(per=per)), date(2026, 2, 28))) == pay


def test_a_line_without_cost_stops_the_plan_and_is_named() -> None:
    orders = ORDERS + "5,2026-02-03,Ben,70,\n6,2026-02-04,Ben,30,\n7,2025-12-31,Ben,30,\n8,2026-02-04,,30,\n"

    with pytest.raises(DataError) as fault:
        worked_out(ground(orders=orders), plan(BY_DEAL.format(per="deal")), date(2026, 2, 28))

    # The sale before the plan and the one without a rep are not credited.
    assert [(told.code, told.message) for told in fault.value.issues] == [
        ("F613", "order 5 of 2026-02-03, 70 net: its cost is not known"),
        ("F613", "order 6 of 2026-02-04, 30 net: its cost is not known"),
    ]


@given(CENTS, CENTS, st.booleans())
def test_the_tier_is_that_of_the_exact_fraction(profit: Decimal, revenue: Decimal, at_upper: bool) -> None:  # noqa: FBT001
    found = earned(rule("upper" if at_upper else "lower"), Case(profit, proportion=Proportion(profit, revenue))).exact

    share = Fraction(profit) / Fraction(revenue) if revenue else None
    if share is None or share < Fraction(1, 10):
        assert found == 0
    else:
        is_above = share >= Fraction(3, 10) if at_upper else share > Fraction(3, 10)
        assert Fraction(found) == Fraction(profit) * (Fraction(8, 100) if is_above else Fraction(5, 100))
