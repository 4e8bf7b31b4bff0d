from __future__ import annotations

from datetime import date
from decimal import Decimal

from commission_ground import ground, plan, worked_out
from salesperf.analyses.commission.stating.component import component_section
from salesperf.core.money import Rounding
from salesperf.core.text import Lang, same
from salesperf.report.formula import Beside, Named, Rounded, SumOf
from salesperf.report.model import Cell, Section, TableBlock

ORDERS = "order_id,order_date,rep_id,rep_name,amount\n1,2026-01-05,R2,Ann,600\n2,2026-01-06,R1,Ben,1500\n"
TIERED = """
[[component]]
name = "base"
rule = "tiered"
mode = "marginal"
tiers = [{ to = 1000, rate = 0.01 }, { rate = 0.02 }]
"""


def section() -> Section:
    found = worked_out(ground(orders=ORDERS), plan(TIERED), date(2026, 1, 31))
    return component_section(found, found.lines, key="base", title=same("Base"), lang=Lang.EN)


def column(block: TableBlock, key: str) -> list[Cell]:
    at = [one.key for one in block.columns].index(key)
    return [cell for row in block.rows if isinstance(cell := row.cells[at], Cell)]


def test_lines_are_numbered_by_name_and_their_slices_with_them() -> None:
    """Worked by hand: Ann 600 x 1 % = 6; Ben 1,000 x 1 % + 500 x 2 % = 20."""
    people, slices = section().blocks

    assert [cell.value for cell in column(people, "rep")] == ["Ann", "Ben"]
    assert [cell.value for cell in column(people, "payout")] == [Decimal("6.00"), Decimal("20.00")]
    assert [cell.value for cell in column(slices, "line")] == [1, 2, 2]
    assert [cell.value for cell in column(slices, "pay")] == [Decimal(6), Decimal(10), Decimal(10)]


def test_a_line_is_the_sum_of_the_slices_of_its_number_rounded() -> None:
    people, _ = section().blocks

    exact = SumOf(Named("base", "slices"), "pay", same=("line", "line"))
    assert [cell.formula for cell in column(people, "exact")] == [exact] * 2
    assert [cell.formula for cell in column(people, "payout")] == [Rounded(Beside("exact"), 2, Rounding.HALF_UP)] * 2
