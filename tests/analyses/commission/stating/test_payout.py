from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from commission_ground import ground, plan, worked_out
from salesperf.analyses.commission.stating.payout import pay_of, payout_table, settled
from salesperf.core.money import Rounding
from salesperf.core.text import Lang
from salesperf.report.formula import Beside, Limited, Named, Rounded, SumOf
from salesperf.report.model import Cell, TableBlock

ORDERS = "order_id,order_date,rep_id,rep_name,amount\n1,2026-01-05,R1,Ann,600\n2,2026-02-05,R1,Ann,30\n"
FLAT = '[[component]]\nname = "base"\nrule = "flat"\nrate = 0.01\n'


def cells(block: TableBlock, column: str) -> list[Cell]:
    at = [one.key for one in block.columns].index(column)
    return [cell for row in block.rows if isinstance(cell := row.cells[at], Cell)]


def test_lines_of_several_periods_say_theirs_and_add_up() -> None:
    """Worked by hand: 600 and 30 at 1 % are 6 and 0.30, 6.30 in all."""
    found = worked_out(ground(orders=ORDERS), plan(FLAT), date(2026, 2, 28))

    table = payout_table(found, found.lines, [None, None], section="payout", lang=Lang.EN)

    assert [cell.value for cell in cells(table, "period")] == ["2026-01", "2026-02"]
    assert [str(cell.value) for cell in cells(table, "payout")] == ["6.00", "0.30"]
    total = table.total.cells[-2] if table.total else None
    assert total == Cell(Decimal("6.30"), formula=SumOf(Named("payout", "payout"), "payout"))
    assert pay_of(found.lines) == Decimal("6.30")


def test_a_line_of_one_period_comes_from_its_slices() -> None:
    found = worked_out(ground(orders=ORDERS), plan(FLAT), date(2026, 1, 31))
    slices = Named("component", "slices")

    table = payout_table(found, found.lines, [slices], section="payout", lang=Lang.ZH)

    assert "period" not in [column.key for column in table.columns]
    assert [cell.formula for cell in cells(table, "exact")] == [SumOf(slices, "pay")]
    assert [cell.formula for cell in cells(table, "payout")] == [Rounded(Beside("exact"), 2, Rounding.HALF_UP)]


@pytest.mark.parametrize(
    ("terms", "cap", "floor"),
    [("cap = 5\n", "5", None), ("floor = 1\n", None, "1"), ("cap = 5\nfloor = 1\n", "5", "1")],
)
def test_limits_stand_in_the_formula(terms: str, cap: str | None, floor: str | None) -> None:
    found = worked_out(ground(orders=ORDERS), plan(FLAT + terms), date(2026, 1, 31))

    limits = (Decimal(cap) if cap else None, Decimal(floor) if floor else None)
    assert settled(found, found.lines[0]) == Rounded(Limited(Beside("exact"), *limits), 2, Rounding.HALF_UP)
