from __future__ import annotations

from decimal import Decimal

import pytest
from msgspec.structs import replace

from salesperf.report.model import Cell, Report, Row
from salesperf.report.worked_out import ContradictionError, proved, wrong_formulas
from with_formulas import with_formulas


def changed(report: Report, row: int, pay: str) -> Report:
    """The report with another number in a line."""
    section = report.sections[0]
    block = section.blocks[0]
    who, cell = block.rows[row].cells
    assert isinstance(cell, Cell)
    rows = (*block.rows[:row], Row((who, replace(cell, value=Decimal(pay)))), *block.rows[row + 1 :])
    return replace(report, sections=(replace(section, blocks=(replace(block, rows=rows),)), *report.sections[1:]))


def test_formulas_that_give_what_is_printed_are_proved() -> None:
    report = with_formulas()

    assert list(wrong_formulas(report)) == []
    assert proved(report) is report


def test_a_cent_more_than_a_formula_gives_is_a_contradiction() -> None:
    """Half even of 10.025 is 10.02; what hangs on the line, the tile of twice the lines, is wrong with it."""
    report = changed(with_formulas(), 1, "10.03")

    assert [(one.column, one.row, one.held, one.gives) for one in wrong_formulas(report)] == [
        ("pay", 1, Decimal("10.03"), Decimal("10.02")),
        ("twice", None, Decimal("106.76"), Decimal("106.77")),
    ]
    with pytest.raises(ContradictionError, match=r"lines/lines/pay, row 1: 10\.03 is printed .* gives 10\.02"):
        proved(report)
