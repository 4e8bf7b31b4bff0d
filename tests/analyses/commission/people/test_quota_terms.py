from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest

from commission_ground import ground, plan, worked_out
from salesperf.analyses.commission.people.quota_terms import QuotaTerms
from salesperf.analyses.commission.written.answers import DayCount
from salesperf.core.period import Grain, Period, Span

YEAR = Span(date(2026, 1, 1), date(2026, 12, 31))
SECOND = Span(date(2026, 4, 1), date(2026, 6, 30))


@pytest.mark.parametrize(("hired", "months"), [(10, 3), (11, 2), (12, 1), (1, 12)])
def test_a_starter_of_october_has_three_months(hired: int, months: int) -> None:
    # A published formula, min(3, 12 - month), leaves October two: 160,000 x 2/12 = 26,667 for 40,000.
    day = date(2026, hired, 1)

    share = QuotaTerms(prorate=True).share(YEAR, [Span(day, date.max)], day, count=DayCount.WHOLE_MONTHS)

    assert share * 160_000 == Fraction(160_000 * months, 12)


@pytest.mark.parametrize(
    ("hired", "share"),
    [
        (date(2026, 4, 30), Fraction(5, 4) / 3),  # by hand: (0 + 0.5 + 0.75) / 3
        (date(2026, 3, 1), Fraction(9, 4) / 3),  # (0.5 + 0.75 + 1) / 3
        (date(2026, 1, 15), Fraction(1)),
        (date(2026, 7, 1), Fraction(1)),
        (None, Fraction(1)),
    ],
)
def test_the_first_months_count_as_the_plan_says(hired: date | None, share: Fraction) -> None:
    terms = QuotaTerms(ramp=(Decimal(0), Decimal("0.5"), Decimal("0.75")))

    assert terms.share(SECOND, [Span(date.min, date.max)], hired, count=DayCount.ACTUAL) == share


def test_a_ramp_of_somebody_who_joins_within_a_month_is_cut_to_the_days_too() -> None:
    # By hand: of April half (15 of 30 days) at 50 %, May and June whole: (0.25 + 1 + 1) / 3.
    terms, joined = QuotaTerms(prorate=True, ramp=(Decimal("0.5"),)), date(2026, 4, 16)

    assert terms.share(SECOND, [Span(joined, date.max)], joined, count=DayCount.ACTUAL) == Fraction(3, 4)


def test_attainment_is_of_the_target_that_holds() -> None:
    # By hand: hired on 1 February, ramp 50 %: 600 of 1,000 x 50 % are 120 %: 500 x 10 % + 100 x 20 % = 70.
    told = (
        '[[component]]\nname = "base"\nrule = "accelerator"\nmode = "marginal"\nrate = 0.1\n'
        "tiers = [{ to = 1, factor = 1 }, { factor = 2 }]\n[quota]\nramp = [0.5]\n"
    )
    of = ground(
        orders="order_id,order_date,rep_id,amount\n1,2026-02-03,R,600\n", people="rep_id,hire_date\nR,2026-02-01\n"
    )
    february = Period(date(2026, 2, 1), date(2026, 2, 28), "2026-02", Grain.MONTH)

    found = worked_out(of, plan(told), date(2026, 2, 28), {("rep", "R", "net_revenue", february): Decimal(1000)})

    [line] = [one for one in found.lines if one.pay]
    assert (str(line.pay), line.target) == ("70.00", 500)
