from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from commission_ground import ground, plan, worked_out
from salesperf.analyses.commission.simulating.outcome import outcome, ratio
from salesperf.core.period import Span

ORDERS = "order_id,order_date,rep_id,amount\n1,2026-01-05,Ann,100\n2,2026-02-20,Ben,300\n3,2026-02-21,,50\n"
TIERS = (
    '[[component]]\nname = "x"\nrule = "tiered"\nmode = "marginal"\n'
    "tiers = [{ to = 200, rate = 0.1 }, { rate = 0.2 }]\n"
)
FEBRUARY = Span(date(2026, 2, 1), date(2026, 2, 28))


def test_pay_and_revenue_are_of_the_days_asked_about() -> None:
    company = ground(orders=ORDERS)

    found = outcome(company, worked_out(company, plan(TIERS), date(2026, 2, 28)), FEBRUARY)

    # Ben: 200 x 10 % + 100 x 20 % = 40; revenue 350, of which 50 are nobody's.
    assert {who: pay for who, pay in found.pays.items() if pay} == {"Ben": Decimal("40.00")}
    assert (found.total, found.revenue) == (40, 350)
    assert found.ratio == pytest.approx(40 / 350)
    assert found.pay("Cas") == 0


def test_each_step_of_the_grid_is_worked_out_anew() -> None:
    company = ground(orders=ORDERS)

    found = outcome(company, worked_out(company, plan(TIERS), date(2026, 2, 28)), FEBRUARY, grid=(50, 100, 200))

    # 150 x 10 % = 15; 200 x 10 % + 400 x 20 % = 100.
    assert found.steps == {50: (Decimal(15), 175), 100: (Decimal(40), 350), 200: (Decimal(100), 700)}


def test_no_revenue_has_no_ratio() -> None:
    assert ratio(Decimal(5), Decimal(0)) is None
