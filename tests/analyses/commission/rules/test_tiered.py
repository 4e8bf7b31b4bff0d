"""Tiers, against published and hand-worked examples and an oracle in fractions; windows add up to what they are of."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from commission_ground import ground, paid, plan, worked_out
from salesperf.analyses.commission.case import Case
from salesperf.analyses.commission.phrases import NO_TARGET
from salesperf.analyses.commission.plan import AnyTiers
from salesperf.analyses.commission.rules.tiered import InterpolatedTiers, MarginalTiers, WholeTiers, earned

AnyRule = MarginalTiers | WholeTiers | InterpolatedTiers
ADAPTER: TypeAdapter[AnyRule] = TypeAdapter(AnyTiers)
# 1 % up to 1M, 1.5 % from 1M to 2M, 2 % above.
SCHEME = [("1000000", "0.01"), ("2000000", "0.015"), (None, "0.02")]
# The Eclipse help page "Tiered Commission Plan Details": of gross profit 2, 3, 4 and 5.5 %.
ECLIPSE = [("200", "0.02"), ("500", "0.03"), ("1000", "0.04"), (None, "0.055")]


def rule(mode: str, tiers: list[tuple[str | None, str]], tie: str = "upper", **said: object) -> AnyRule:
    steps = [{"rate": Decimal(rate)} | ({"to": Decimal(to)} if to else {}) for to, rate in tiers]
    told = {"name": "t", "rule": "tiered", "mode": mode, "tiers": steps, **said}
    return ADAPTER.validate_python(told | ({"tie": tie} if mode == "whole" else {}))


def curve(*points: tuple[str, str], **said: object) -> AnyRule:
    told = [{"at": Decimal(at), "rate": Decimal(rate)} for at, rate in points]
    return ADAPTER.validate_python({"name": "t", "rule": "tiered", "mode": "interpolated", "points": told, **said})


@pytest.mark.parametrize(
    ("tiers", "mode", "tie", "credited", "pay"),
    [
        # The standard example of the design: 10,000 + 15,000 + 10,000, or 2.5M x 2 %.
        (SCHEME, "marginal", "", "2500000", "35000"),
        (SCHEME, "whole", "upper", "2500000", "50000"),
        # The Eclipse help page: 1,200 earn 4 + 9 + 20 + 11 = 44 by tiers, and 66 at the highest rate reached.
        (ECLIPSE, "marginal", "", "1200", "44"),
        (ECLIPSE, "whole", "upper", "1200", "66"),
        # Worked by hand: on the bound, and a cent either side.
        (SCHEME, "whole", "lower", "1000000", "10000"),
        (SCHEME, "whole", "upper", "1000000", "15000"),
        (SCHEME, "whole", "upper", "999999.99", "9999.9999"),
        (SCHEME, "whole", "lower", "1000000.01", "15000.00015"),
        (SCHEME, "marginal", "", "1000000", "10000"),
        (SCHEME, "marginal", "", "0", "0"),
        (SCHEME, "marginal", "", "-500", "-5"),
    ],
)
def test_amounts_earn_by_slices_or_as_a_whole(
    tiers: list[tuple[str | None, str]], mode: str, tie: str, credited: str, pay: str
) -> None:
    assert earned(rule(mode, tiers, tie), Case(Decimal(credited))).exact == Decimal(pay)


@pytest.mark.parametrize(
    ("credited", "pay"),
    # Worked by hand: 1.5 % at 2M, 2 % at 3M: 2.5M x 1.75 %; below and above the points the rate stays.
    [("2500000", "43750"), ("2000000", "30000"), ("1000000", "15000"), ("4000000", "80000"), ("0", "0")],
)
def test_between_points_the_rate_moves_in_a_straight_line(credited: str, pay: str) -> None:
    found = earned(curve(("2000000", "0.015"), ("3000000", "0.02")), Case(Decimal(credited)))

    assert found.exact == Decimal(pay)


@pytest.mark.parametrize(
    ("mode", "credited", "pay"),
    [
        # Worked by hand, a target of 300: 80 % are 240, the target 300; 240 x 1 % + 60 x 2 % + 30 x 3 % = 4.50.
        ("marginal", "330", "4.50"),
        ("marginal", "240", "2.40"),
        ("whole", "300", "9.00"),
        ("whole", "299.99", "5.9998"),
    ],
)
def test_bounds_of_attainment_are_of_the_target(mode: str, credited: str, pay: str) -> None:
    tiers: list[tuple[str | None, str]] = [("0.8", "0.01"), ("1", "0.02"), (None, "0.03")]
    found = earned(rule(mode, tiers, on="attainment"), Case(Decimal(credited), target=Decimal(300)))

    assert found.exact == Decimal(pay)


@pytest.mark.parametrize("target", [None, Decimal(0)])
def test_without_a_target_there_is_no_attainment(target: Decimal | None) -> None:
    for one in (rule("marginal", SCHEME, on="attainment"), curve(("1", "0.01"), on="attainment")):
        assert earned(one, Case(Decimal(5), target=target)).reasons == (NO_TARGET,)


UNITS: list[tuple[str | None, str]] = [("10", "0.01"), (None, "0.02")]


def test_another_measure_can_decide_the_tier() -> None:
    # Worked by hand: 10 units reach the upper tier: 5,000 x 2 %; 9 do not: 5,000 x 1 %.
    one = rule("whole", UNITS, on={"measure": "units"})

    assert one.needs.reached == "units"
    assert earned(one, Case(Decimal(5000), reached=Decimal(10))).exact == Decimal(100)
    assert earned(one, Case(Decimal(5000), reached=Decimal(9))).exact == Decimal(50)


def test_what_counts_against_the_target_alone_decides_no_tier_of_the_amount() -> None:
    # Worked by hand: 1.2M x 1.5 %, whatever the target; 2.5M of a target of 2M are above it: 1.2M x 2 %.
    case = Case(Decimal(1_200_000), reached=Decimal(2_500_000), target=Decimal(2_000_000))

    assert earned(rule("whole", SCHEME), case).exact == 18_000
    of_target = rule("whole", [("1", "0.01"), (None, "0.02")], on="attainment")
    assert earned(of_target, case).exact == 24_000


def test_a_measure_that_decides_to_date_re_rates_what_was_paid_before() -> None:
    # Worked by hand: 3,000 x 1 % with 6 units were paid; with 11 units 5,000 x 2 % = 100, so 70 more.
    case = Case(Decimal(2000), Decimal(3000), reached=Decimal(11), reached_before=Decimal(6))

    assert earned(rule("whole", UNITS, on={"measure": "units"}, per="quarter"), case).exact == Decimal(70)


def test_the_attainment_of_another_measure_can_decide() -> None:
    # Worked by hand: 12 of 10 units are 120 %: 5,000 x 2 %.
    one = rule("whole", [("1", "0.01"), (None, "0.02")], on={"measure": "units", "attainment": True})

    assert earned(one, Case(Decimal(5000), reached=Decimal(12), target=Decimal(10))).exact == Decimal(100)
    assert earned(one, Case(Decimal(5000), reached=Decimal(12))).reasons == (NO_TARGET,)


def test_slices_are_of_the_measure_that_is_paid() -> None:
    with pytest.raises(ValidationError):
        rule("marginal", UNITS, on={"measure": "units"})


@pytest.mark.parametrize(("mode", "pay"), [("marginal", "35000"), ("whole", "45000")])
def test_each_deal_goes_through_the_tiers_on_its_own(mode: str, pay: str) -> None:
    # Worked by hand: two deals of 1.5M: 2 x (10,000 + 7,500) by slices, 2 x 1.5M x 1.5 % as a whole.
    deals = {("A",): Decimal(1_500_000), ("B",): Decimal(1_500_000)}

    assert earned(rule(mode, SCHEME, per="deal"), Case(Decimal(3_000_000), parts=deals)).exact == Decimal(pay)


def test_what_comes_back_of_an_earlier_deal_takes_back_what_it_was_paid() -> None:
    back = Case(Decimal(-1_500_000), parts={("A",): Decimal(-1_500_000)}, parts_before={("A",): Decimal(1_500_000)})

    assert earned(rule("marginal", SCHEME, per="deal"), back).exact == -17_500
    assert earned(rule("whole", SCHEME, per="deal"), back).exact == -22_500
    points = curve(("0", "0.01"), ("3000000", "0.02"), per="deal")
    assert earned(points, back).exact == -22_500


def test_deals_have_no_target_and_no_other_measure() -> None:
    with pytest.raises(ValidationError, match="do not go together"):
        rule("marginal", SCHEME, per="deal", on="attainment")
    with pytest.raises(ValidationError, match="do not go together"):
        rule("whole", SCHEME, per="deal", on={"measure": "units"})


@pytest.mark.parametrize("per", ["dates", "period", "quarter", "year"])
def test_other_windows_may_be_of_the_target(per: str) -> None:
    one = rule("marginal", SCHEME, per=per, on="attainment")

    assert one.of_target
    assert one.needs.parts == ()


def test_bounds_are_of_the_target_where_they_say_so() -> None:
    assert not rule("marginal", SCHEME).of_target
    assert rule("marginal", SCHEME, on="attainment").asks_target
    assert not rule("whole", UNITS, on={"measure": "units"}).asks_target
    assert rule("whole", UNITS, on={"measure": "units", "attainment": True}).asks_target


@pytest.mark.parametrize(
    ("rates", "by_slices", "as_a_whole"),
    [
        # A rate below zero takes pay away; a lower rate in a higher tier does so only where it is of all of it.
        (("0.01", "0.02"), True, True),
        (("0.02", "0.02"), True, True),
        (("0", "0.5"), True, True),
        (("0.02", "0.01"), True, False),
        (("-0.01", "0.02"), False, False),
        (("0.01", "-0.02"), False, False),
        (("2", "3"), True, True),
    ],
)
def test_sales_above_zero_pay_nothing_below_it(rates: tuple[str, str], *, by_slices: bool, as_a_whole: bool) -> None:
    tiers: list[tuple[str | None, str]] = [("1000", rates[0]), (None, rates[1])]

    assert rule("marginal", tiers).never_below_zero is by_slices
    assert rule("whole", tiers).never_below_zero is as_a_whole
    # Fewer units than before lead back to a lower tier.
    assert rule("whole", tiers, on={"measure": "units"}).never_below_zero is False


ORDERS = (
    "order_id,order_date,rep_name,quantity,amount\n"
    "1,2026-01-05,Ann,4,900\n2,2026-02-06,Ann,7,400\n1,2026-02-20,Ann,-1,-300\n3,2026-03-31,Ann,1,0\n"
    "4,2026-04-01,Ann,2,100\n"
)
PLAN = """
[[component]]
name = "t"
rule = "tiered"
{said}
"""
BY_SLICES = 'mode = "marginal"\ntiers = [{ to = 1000, rate = 0.1 }, { rate = 0.2 }]'
AS_A_WHOLE = 'mode = "whole"\ntie = "upper"\ntiers = [{ to = 1000, rate = 0.1 }, { rate = 0.2 }]'
BY_UNITS = (
    'mode = "whole"\ntie = "upper"\non = { measure = "units" }\ntiers = [{ to = 10, rate = 0.1 }, { rate = 0.2 }]'
)


@pytest.mark.parametrize(
    ("said", "pay"),
    [
        # Ann is credited 900, 100 (400 - 300), 0 and 100; the quarter to date 900, 1,000, 1,000, then 100 anew.
        (f'per = "quarter"\n{BY_SLICES}', {"2026-01": "90.00", "2026-02": "10.00", "2026-04": "10.00"}),
        # On 1,000 all of it earns 20 %: 200 - 90.
        (f'per = "quarter"\n{AS_A_WHOLE}', {"2026-01": "90.00", "2026-02": "110.00", "2026-04": "10.00"}),
        (f'per = "year"\n{AS_A_WHOLE}', {"2026-01": "90.00", "2026-02": "110.00", "2026-04": "20.00"}),
        (f'per = "dates"\n{AS_A_WHOLE}', {"2026-01": "90.00", "2026-02": "110.00", "2026-04": "20.00"}),
        # Units to date 4, 10, 11, then 2.
        (f'per = "quarter"\n{BY_UNITS}', {"2026-01": "90.00", "2026-02": "110.00", "2026-04": "10.00"}),
        # By deal: 90; then 400 x 10 % and order 1 falls from 900 to 600; then 10.
        (f'per = "deal"\n{BY_SLICES}', {"2026-01": "90.00", "2026-02": "10.00", "2026-04": "10.00"}),
    ],
)
def test_windows_are_those_of_the_calendar(said: str, pay: dict[str, str]) -> None:
    found = worked_out(ground(orders=ORDERS), plan(PLAN.format(said=said)), date(2026, 4, 30))

    assert paid(found) == {("Ann", period): amount for period, amount in pay.items()}


CENTS = st.integers(-(10**9), 10**9).map(lambda cents: Decimal(cents).scaleb(-2))
RULES = st.sampled_from(
    [
        rule("marginal", SCHEME, per="quarter"),
        rule("whole", SCHEME, "lower", per="quarter"),
        rule("whole", SCHEME, "upper", per="quarter"),
        curve(("0", "0.01"), ("1000000", "0.02"), per="quarter"),
    ]
)


def to_date(amounts: list[Decimal]) -> list[Case]:
    return [Case(amount, sum(amounts[:at], Decimal(0))) for at, amount in enumerate(amounts)]


@given(RULES, st.lists(CENTS, min_size=1, max_size=6))
def test_payouts_by_period_add_up_to_the_payout_of_the_window(one: AnyRule, amounts: list[Decimal]) -> None:
    by_period = sum((earned(one, case).exact for case in to_date(amounts)), Decimal(0))

    assert by_period == earned(one, Case(sum(amounts, Decimal(0)))).exact


@given(st.lists(st.tuples(CENTS, st.integers(0, 20).map(Decimal)), min_size=1, max_size=6))
def test_payouts_by_another_measure_add_up_too(told: list[tuple[Decimal, Decimal]]) -> None:
    one, amounts, units = rule("whole", UNITS, on={"measure": "units"}), *map(list, zip(*told, strict=True))
    reached = [sum(units[:at], Decimal(0)) for at in range(len(units) + 1)]
    cases = [
        Case(case.credited, case.before, reached=now, reached_before=before)
        for case, (before, now) in zip(to_date(amounts), pairwise(reached), strict=True)
    ]

    by_period = sum((earned(one, case).exact for case in cases), Decimal(0))

    whole = Case(sum(amounts, Decimal(0)), reached=reached[-1], reached_before=Decimal(0))
    assert by_period == earned(one, whole).exact


@given(st.dictionaries(st.text(max_size=2), CENTS, max_size=5))
def test_each_deal_agrees_with_fractions(deals: dict[str, Decimal]) -> None:
    parts = {(name,): amount for name, amount in deals.items()}

    found = earned(rule("marginal", SCHEME, per="deal"), Case(sum(deals.values(), Decimal(0)), parts=parts)).exact

    expected = Fraction(0)
    for amount in map(Fraction, deals.values()):
        expected += min(amount, Fraction(10**6)) / 100
        expected += max(Fraction(0), min(amount, Fraction(2 * 10**6)) - 10**6) * Fraction("0.015")
        expected += max(Fraction(0), amount - 2 * 10**6) * Fraction("0.02")
    assert Fraction(found) == expected


@given(st.dictionaries(st.text(max_size=2), CENTS, max_size=5), RULES)
def test_returning_every_deal_nets_to_zero(deals: dict[str, Decimal], like: AnyRule) -> None:
    one = like.model_copy(update={"per": "deal"})
    sold = {(name,): amount for name, amount in deals.items()}
    back = {name: -amount for name, amount in sold.items()}
    total = sum(deals.values(), Decimal(0))

    first = earned(one, Case(total, parts=sold)).exact
    assert first + earned(one, Case(-total, parts=back, parts_before=sold)).exact == 0


def test_a_margin_can_decide_the_tier_of_a_period() -> None:
    # Worked by hand: January 40 of 100 are 40 %: 100 x 2 %; February 30 of 100 are exactly 30 %: the lower tier.
    orders = "order_id,order_date,rep_name,amount,cost\n1,2026-01-05,Ann,100,60\n2,2026-02-05,Ann,100,70\n"
    said = (
        'mode = "whole"\ntie = "lower"\non = { measure = "gross_margin" }\n'
        "tiers = [{ to = 0.3, rate = 0.01 }, { rate = 0.02 }]"
    )

    found = worked_out(ground(orders=orders), plan(PLAN.format(said=said)), date(2026, 2, 28))

    assert paid(found) == {("Ann", "2026-01"): "2.00", ("Ann", "2026-02"): "1.00"}
