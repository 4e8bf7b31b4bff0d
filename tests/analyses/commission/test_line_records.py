from __future__ import annotations

from datetime import date
from decimal import Decimal

from commission_ground import ground, plan, worked_out
from salesperf.analyses.commission.line_records import RECORDS, attainment, record_of
from salesperf.core.text import Lang

ORDERS = "order_id,order_date,rep_id,rep_name,amount\n1,2026-01-05,R1,Ann,600\n"
FLAT = '[[component]]\nname = "base"\nrule = "flat"\nrate = 0.01\n'


def test_a_record_is_a_payout_line_with_its_attainment() -> None:
    """Worked by hand: 600 of 800 are 75 %."""
    by = plan(FLAT)
    of = ground(orders=ORDERS)
    january = of.days.period(by.plan.grain, date(2026, 1, 1))
    found = worked_out(of, by, january.end, {("rep", "R1", "net_revenue", january): Decimal(800)})

    told = dict(zip([column.key for column in RECORDS], record_of(found, found.lines[0], Lang.EN), strict=True))

    assert (told["rep"], told["rep_id"], told["kind"], str(told["payout"])) == ("Ann", "R1", "earning", "6.00")
    assert told["attainment"] == attainment(found.lines[0]) == 0.75


def test_without_a_target_there_is_no_attainment() -> None:
    found = worked_out(ground(orders=ORDERS), plan(FLAT), date(2026, 1, 31))

    assert attainment(found.lines[0]) is None
