from __future__ import annotations

from datetime import date
from decimal import Decimal

from commission_ground import ground, plan, worked_out
from salesperf.analyses.commission.stating.balances import balances_table
from salesperf.core.text import Lang
from salesperf.report.model import Cell

ORDERS = "order_id,order_date,rep_id,rep_name,amount\n1,2026-01-05,R1,Ann,600\n"
FLAT = '[[component]]\nname = "base"\nrule = "flat"\nrate = 0.01\n'
HELD = "[holdback]\nshare = 0.25\nrelease_after = 3\n"
DRAW = '[draw]\nkind = "recoverable"\nstyle = "minimum"\namount = 100\n'


def balances(terms: str) -> dict[object, object]:
    found = worked_out(ground(orders=ORDERS), plan(FLAT + terms), date(2026, 1, 31))
    rows = [row.cells for row in balances_table(found, "R1", Lang.EN).rows]
    return {name.value: amount.value for name, amount in rows if isinstance(name, Cell) and isinstance(amount, Cell)}


def test_balances_are_those_that_the_plan_can_have() -> None:
    """Worked by hand: 6 are earned; a quarter, 1.50, is held back; a draw fills 6 up to 100, and 94 are owed."""
    carried = "carried on: held against later payouts"

    assert balances("") == {carried: Decimal(0)}
    assert balances(HELD) == {carried: Decimal(0), "held back, to be released": Decimal("1.50")}
    assert balances(DRAW) == {"draw not yet paid back": Decimal("94.00"), carried: Decimal(0)}
