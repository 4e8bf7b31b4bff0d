"""Pay above the target, against published and hand-worked examples and an oracle in fractions."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commission_ground import ground, paid, plan, worked_out
from salesperf.analyses.commission.case import Case
from salesperf.analyses.commission.phrases import NO_TARGET
from salesperf.analyses.commission.rules.over_target import OverTarget, earned
from salesperf.core.period import Grain, Period, Span

CENTS = st.integers(-(10**9), 10**9).map(lambda cents: Decimal(cents).scaleb(-2))


def rule(rate: str = "0.03", **said: object) -> OverTarget:
    return OverTarget.model_validate({"name": "more", "rule": "over_target", "rate": Decimal(rate), **said})


@pytest.mark.parametrize(
    ("rate", "credited", "target", "before", "pay"),
    [
        # Worked by hand: 45,000 above 300,000 at 3 %.
        ("0.03", "345000", "300000", "0", "1350"),
        # An excelforum thread (861932) adds one point to what is above 100,000: 50,000 x 1 % = 500 of 150,000.
        ("0.01", "150000", "100000", "0", "500"),
        # On the target, a cent below and a cent above.
        ("0.03", "300000", "300000", "0", "0"),
        ("0.03", "299999.99", "300000", "0", "0"),
        ("0.03", "300000.01", "300000", "0", "0.0003"),
        ("0.03", "0", "300000", "0", "0"),
        ("0.03", "-500", "300000", "0", "0"),
        # Units: 40 each for 3 above 10.
        ("40", "13", "10", "0", "120"),
        # To date: 280 before and 50 now are 30 above 300; then 20 come back.
        ("0.1", "50", "300", "280", "3.0"),
        ("0.1", "-20", "300", "330", "-2.0"),
        ("0.1", "-50", "300", "330", "-3.0"),
    ],
)
def test_only_the_excess_is_paid(rate: str, credited: str, target: str, before: str, pay: str) -> None:
    case = Case(Decimal(credited), Decimal(before), target=Decimal(target))

    assert earned(rule(rate), case).exact == Decimal(pay)


@pytest.mark.parametrize(
    ("credited", "why"),
    [
        ("299999.99", ["0.01 are missing to the target of 300,000"]),
        ("300000", ["the target of 300,000 is reached and not exceeded"]),
        ("300000.01", []),
    ],
)
def test_it_is_said_what_is_missing(credited: str, why: list[str]) -> None:
    found = earned(rule(), Case(Decimal(credited), target=Decimal(300_000)))

    assert [one.en for one in found.reasons] == why


@pytest.mark.parametrize("target", [None, "0", "-1"])
def test_without_a_target_nothing_exceeds_it(target: str | None) -> None:
    found = earned(rule(), Case(Decimal(100), target=None if target is None else Decimal(target)))

    assert (found.exact, found.reasons) == (0, (NO_TARGET,))


def test_the_target_of_a_quarter_is_reached_to_date() -> None:
    # Worked by hand: targets of 100 a month are 300 for the quarter; 200, 150, 50: 50 above in February, 50 in March.
    orders = "order_id,order_date,rep_name,amount\n1,2026-01-05,Ann,200\n2,2026-02-05,Ann,150\n3,2026-03-05,Ann,50\n"
    of = ground(orders=orders)
    by = plan('[[component]]\nname = "more"\nrule = "over_target"\nper = "quarter"\nrate = 0.1')
    months: tuple[Period, ...] = of.days.periods(Grain.MONTH, Span(date(2026, 1, 1), date(2026, 3, 31)))
    quotas = {("rep", "Ann", "net_revenue", month): Decimal(100) for month in months}

    found = worked_out(of, by, date(2026, 3, 31), quotas)

    assert paid(found) == {("Ann", "2026-02"): "5.00", ("Ann", "2026-03"): "5.00"}


@given(CENTS, CENTS, st.integers(1, 10**9).map(lambda cents: Decimal(cents).scaleb(-2)))
def test_it_is_the_difference_of_two_excesses(before: Decimal, credited: Decimal, target: Decimal) -> None:
    found = earned(rule(), Case(credited, before, target=target)).exact

    def excess(amount: Decimal) -> Fraction:
        return max(Fraction(0), Fraction(amount) - Fraction(target))

    assert Fraction(found) == (excess(before + credited) - excess(before)) * Fraction(3, 100)
