from __future__ import annotations

from datetime import date
from decimal import Decimal

from commission_ground import ground
from salesperf.analyses.commission.measured import Columns, measured_frame, rows_in
from salesperf.analyses.commission.needs import Needs
from salesperf.analyses.commission.proportion import Proportion
from salesperf.analyses.commission.proportions import PROPORTIONS
from salesperf.analyses.commission.stretches import stretches
from salesperf.core.period import Grain, Span

ORDERS = (
    "order_id,order_date,rep_name,region,quantity,amount,cost\n"
    "1,2025-12-31,Ann,East,1,10,5\n2,2026-01-01,Ann,East,2,20,12\n3,2026-01-31,Ann,,3,30,15\n4,2026-01-31,,West,4,40,20\n"
)


def test_each_row_has_what_was_asked_of_its_days() -> None:
    of = ground(orders=ORDERS)
    scope = of.scope("net_revenue", by=("rep", "region"), where=(), beside=("units", "gross_profit"))
    january = of.days.periods(Grain.MONTH, Span(date(2026, 1, 1), date(2026, 1, 31)))
    days = stretches(of.days, january, scope.measure.span, Needs())

    asked = Columns("net_revenue", "units", PROPORTIONS["margin"])
    frame = measured_frame(scope.measure, days, asked, ("region",))
    found = list(rows_in(frame, days, asked, ("region",)))

    told = [(one.stretch.is_earlier, one.who, one.keys, one.amount, one.reached, one.proportion) for one in found]
    assert told == [
        (True, "Ann", ("East",), 10, 1, Proportion(Decimal(5), Decimal(10))),
        (False, None, ("West",), 40, 4, Proportion(Decimal(20), Decimal(40))),
        (False, "Ann", ("",), 30, 3, Proportion(Decimal(15), Decimal(30))),
        (False, "Ann", ("East",), 20, 2, Proportion(Decimal(8), Decimal(20))),
    ]


def test_what_is_not_asked_is_the_amount_and_no_share() -> None:
    of = ground(orders=ORDERS)
    scope = of.scope("net_revenue", by=("rep",), where=())
    december = of.days.periods(Grain.MONTH, Span(date(2025, 12, 1), date(2025, 12, 31)))
    days = stretches(of.days, december, scope.measure.span, Needs())

    asked = Columns("net_revenue", None, None)
    [found] = rows_in(measured_frame(scope.measure, days, asked, ()), days, asked, ())

    assert (found.amount, found.reached, found.proportion) == (10, 10, Proportion(Decimal(0), Decimal(0)))
