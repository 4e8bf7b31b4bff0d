from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from commission_ground import ground, plan, worked_out
from opened import opened, recalculated
from salesperf.analyses.commission.stating.company import company_book
from salesperf.analyses.commission.together import Asked
from salesperf.core.period import Span
from salesperf.core.text import Lang
from salesperf.render.xlsx import draw
from salesperf.report.model import Cell, Report, TableBlock

ORDERS = (
    "order_id,order_date,rep_id,rep_name,amount\n"
    "1,2026-01-05,R1,Ann,1200.25\n2,2026-01-22,R2,Ann,1000\n3,2026-02-03,R1,Ann,100\n4,2026-02-04,07,Ben,1\n"
)
JANUARY = Span(date(2026, 1, 1), date(2026, 1, 31))
TWO_MONTHS = Span(date(2026, 1, 1), date(2026, 2, 28))
PLAN = """
[[component]]
name = "base"
rule = "tiered"
mode = "marginal"
tiers = [{ to = 1000, rate = 0.01 }, { rate = 0.02 }]

[[component]]
name = "more"
rule = "flat"
rate = 0.1
cap = 50

[person]
cap = 60
"""


def book(span: Span = JANUARY, *, plans: int = 1, lang: Lang = Lang.EN) -> Report:
    found = worked_out(ground(orders=ORDERS), plan(PLAN), span.end)
    return company_book([Asked(found, span)] * plans, lang=lang)


def values(block: TableBlock) -> list[list[object]]:
    return [[cell.value for cell in row.cells if isinstance(cell, Cell)] for row in block.rows]


def test_payouts_stand_by_person_and_component_and_namesakes_apart() -> None:
    """Worked by hand: 10 + 200.25 x 2 % = 14.005, 14.01; 50 of 120.03; 4.01 above the cap of 60. R2: 10 + 50."""
    [people] = book().sections[0].blocks

    assert [column.label.en for column in people.columns[2:]] == ["base", "more", "above the cap", "payout"]
    assert values(people) == [
        ["Ann", "R1", Decimal("14.01"), Decimal("50.00"), Decimal("-4.01"), Decimal("60.00")],
        ["Ann", "R2", Decimal("10.00"), Decimal("50.00"), Decimal(0), Decimal("60.00")],
    ]
    assert people.total is not None
    assert [cell.value for cell in people.total.cells[2:] if isinstance(cell, Cell)] == [
        Decimal("24.01"), Decimal("100.00"), Decimal("-4.01"), Decimal("120.00"),
    ]  # fmt: skip


def test_each_component_has_a_section_and_the_plan_stands_at_the_end() -> None:
    assert [section.title.en for section in book().sections] == [
        "Payout", "base", "more", "above the cap", "The plan in words",
    ]  # fmt: skip
    assert [section.title.en for section in book(plans=2).sections][:2] == ["Payout: test", "base: test"]
    assert len({section.key for section in book(plans=2).sections}) == 10


def test_libreoffice_works_the_book_out_to_the_cent(tmp_path: Path) -> None:
    """Two months, two people of one name, and an ID that a sheet would read as a number."""
    content = draw(book(TWO_MONTHS, lang=Lang.ZH))

    formulas, kept, again = opened(content), opened(content, values=True), recalculated(content, tmp_path)
    seen = [cell for sheet in formulas for row in sheet.iter_rows() for cell in row if cell.data_type == "f"]
    assert len(seen) > 30
    for cell in seen:
        ours = kept[cell.parent.title][cell.coordinate].value
        assert again[cell.parent.title][cell.coordinate].value == pytest.approx(ours, abs=1e-9), cell.coordinate
