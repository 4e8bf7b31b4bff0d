from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from salesperf.analyses.commission.lines import Kind, Line
from salesperf.analyses.commission.people.draws import Draw
from salesperf.analyses.commission.people.settlement import SettlementTerms, Standing, settlement
from salesperf.analyses.commission.people.terms import Guarantee, Holdback, PersonLimits
from salesperf.analyses.commission.written.answers import NegativeBalance
from salesperf.core.money import Rounding
from salesperf.core.period import Grain, Period
from salesperf.core.text import same

MONTH = Period(date(2026, 3, 1), date(2026, 3, 31), "2026-03", Grain.MONTH)
PLACE = ("ann", MONTH)
ZERO = Decimal(0)


def terms(**said: object) -> SettlementTerms:
    found = {"negative_balance": NegativeBalance.CARRY, **said}
    return SettlementTerms("P", 2, Rounding.HALF_UP, **found)  # type: ignore[arg-type]


def line(pay: str | Decimal, kind: Kind = Kind.EARNING) -> Line:
    return Line("ann", "P", MONTH, kind, "base", same("base"), Decimal(pay))


def run(of: SettlementTerms, *earned: Line, standing: Standing | None = None) -> tuple[dict[str, str], Standing]:
    found = settlement(of, earned, standing or Standing(), of=PLACE)
    told = {one.component: str(one.pay) for one in found.lines}
    return {**told, "paid": str(sum((one.pay for one in (*earned, *found.lines)), ZERO))}, found.standing


def months(of: SettlementTerms, *pays: str | Decimal) -> tuple[list[Decimal], Standing]:
    """What a person with one line of commission a month is paid."""
    standing, paid = Standing(), []
    for pay in pays:
        earned = line(pay)
        found = settlement(of, (earned,), standing, of=PLACE)
        standing = found.standing
        paid.append(sum((one.pay for one in found.lines), earned.pay))
    return paid, standing


def test_without_terms_the_components_are_the_payout() -> None:
    assert run(terms(), line("100.00"), line("20.50")) == ({"paid": "120.50"}, Standing(number=1))


def test_a_cap_of_the_person_withholds_what_all_components_pay_above_it() -> None:
    # 800 + 400 = 1,200 against a cap of 1,000.
    found, _ = run(terms(person=PersonLimits(cap=Decimal(1000))), line("800"), line("400"))
    assert found == {"limit": "-200.00", "paid": "1000.00"}


def test_a_cap_is_cut_to_the_part_of_the_period() -> None:
    # 15 of 30 days: the cap of 1,000 is 500.
    found = settlement(
        terms(person=PersonLimits(cap=Decimal(1000))), (line("800"),), Standing(), of=PLACE, part=Fraction(15, 30)
    )
    assert [str(one.pay) for one in found.lines] == ["-300.00"]


def test_a_floor_does_not_lift_what_comes_back() -> None:
    # A published error: a floor of 200 turned a return of 500 into a payout of 200.
    floor = terms(person=PersonLimits(floor=Decimal(200)), negative_balance=NegativeBalance.PAY_BACK)
    assert run(floor, line("-500"))[0] == {"paid": "-500"}
    assert run(floor, line("50"))[0] == {"limit": "150.00", "paid": "200.00"}


def test_a_guarantee_fills_up_for_so_many_periods_and_is_not_owed() -> None:
    # 2,000 a month in the first two months: 500 -> 2,000, 0 -> 2,000, then 700 alone.
    paid, standing = months(terms(guarantee=Guarantee(amount=Decimal(2000), periods=2)), "500", "0", "700")
    assert paid == [2000, 2000, 700]
    assert standing == Standing(number=3)


def test_a_recoverable_minimum_is_taken_back_from_what_lies_above_it() -> None:
    # 3,000 a month: 2,000 are filled up by 1,000 (owed 1,000); of 3,600, 600 pay back; of 5,000, the last 400.
    draw = Draw(kind="recoverable", style="minimum", amount=Decimal(3000))
    paid, standing = months(terms(draw=draw), "2000", "3600", "5000")
    assert paid == [3000, 3000, 4600]
    assert standing.draw_owed == 0


def test_what_is_held_back_is_released_so_many_periods_later() -> None:
    # 20 %, released after 2: 1,000 -> 800; 500 -> 400; 0 -> 200 of the first; 0 -> 100 of the second.
    paid, standing = months(terms(holdback=Holdback(share=Decimal("0.2"), release_after=2)), "1000", "500", "0", "0")
    assert paid == [800, 400, 200, 100]
    assert standing.held_back == 0


def test_nothing_is_held_back_of_what_is_taken_back() -> None:
    held = terms(holdback=Holdback(share=Decimal("0.2"), release_after=1), negative_balance=NegativeBalance.PAY_BACK)
    assert run(held, line("-300"))[0] == {"paid": "-300"}


@pytest.mark.parametrize(
    ("policy", "paid", "owed"),
    [
        # 500 - 2,500 clawed back = -2,000; the month after 1,500 and then 1,000 are earned.
        (NegativeBalance.CARRY, [0, 0, 500], 0),
        (NegativeBalance.PAY_BACK, [-2000, 1500, 1000], 0),
        (NegativeBalance.ZERO, [0, 1500, 1000], 0),
    ],
)
def test_more_taken_back_than_earned(policy: NegativeBalance, paid: list[int], owed: int) -> None:
    of = terms(negative_balance=policy)
    first = (line("500"), line("-2500", Kind.CLAWBACK))
    standing, found = Standing(), []
    for earned in (first, (line("1500"),), (line("1000"),)):
        settled = settlement(of, earned, standing, of=PLACE)
        standing = settled.standing
        found.append(sum((one.pay for one in (*earned, *settled.lines)), ZERO))
    assert found == paid
    assert standing.owed == owed


def test_adjustments_are_not_commission() -> None:
    # The cap of 1,000 is for 900 of commission alone: the correction of 300 is paid beside it.
    capped = terms(person=PersonLimits(cap=Decimal(1000)))
    assert run(capped, line("900"), line("300", Kind.ADJUSTMENT))[0] == {"paid": "1200"}


CENTS = st.integers(-500_000, 500_000).map(lambda cents: Decimal(cents).scaleb(-2))


@given(st.lists(CENTS, min_size=1, max_size=12), st.sampled_from(list(NegativeBalance)))
def test_what_is_carried_on_is_neither_lost_nor_made(pays: list[Decimal], policy: NegativeBalance) -> None:
    paid, standing = months(terms(negative_balance=policy), *pays)
    if policy is NegativeBalance.CARRY:
        assert sum(paid) - standing.owed == sum(pays)
        assert min(paid) >= 0
    if policy is NegativeBalance.PAY_BACK:
        assert paid == pays
    if policy is NegativeBalance.ZERO:
        assert paid == [max(pay, ZERO) for pay in pays]


@given(
    st.lists(st.integers(0, 900_000).map(lambda cents: Decimal(cents).scaleb(-2)), min_size=1, max_size=12),
    st.sampled_from(["minimum", "additive"]),
)
def test_what_a_recoverable_draw_pays_ahead_is_owed_or_taken_back(pays: list[Decimal], style: str) -> None:
    draw = Draw(kind="recoverable", style=style, amount=Decimal(3000))  # type: ignore[arg-type]
    paid, standing = months(terms(draw=draw), *pays)
    assert sum(paid) - standing.draw_owed == sum(pays)
    assert standing.draw_owed >= 0


@given(
    st.lists(CENTS, min_size=1, max_size=12),
    st.integers(1, 100).map(lambda share: Decimal(share) / 100),
    st.integers(1, 5),
)
def test_what_is_held_back_is_paid_in_the_end(pays: list[Decimal], share: Decimal, after: int) -> None:
    held = terms(holdback=Holdback(share=share, release_after=after), negative_balance=NegativeBalance.PAY_BACK)
    paid, standing = months(held, *pays, *["0"] * after)
    assert sum(paid) == sum(pays)
    assert standing.held_back == 0


def test_a_guarantee_is_paid_where_no_component_has_a_line() -> None:
    assert run(terms(guarantee=Guarantee(amount=Decimal(500)))) == (
        {"guarantee": "500.00", "paid": "500.00"},
        Standing(1),
    )
