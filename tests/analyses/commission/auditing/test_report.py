from __future__ import annotations

from datetime import date
from decimal import Decimal

from salesperf.analyses.commission.auditing.comparing import Compared, Difference
from salesperf.analyses.commission.auditing.report import audit_report
from salesperf.analyses.commission.auditing.their_rows import TheirRow
from salesperf.core.period import Grain
from salesperf.core.text import Lang, same
from salesperf.facts.calendar import Calendar
from salesperf.report.model import Cell

MARCH = Calendar().period(Grain.MONTH, date(2026, 3, 1))
ROW = TheirRow("D17", 17, "Ann", "2026-03", MARCH, Decimal(25))
FOUND = Compared(182, 180, (Difference(ROW, Decimal("20.5"), same("why")),), (ROW,), (("Ben", MARCH, Decimal("7.10")),))


def test_rows_that_disagree_stand_with_their_cell_both_amounts_and_the_reason() -> None:
    report = audit_report(FOUND, file="paid.xlsx", currency="CNY", lang=Lang.EN)

    assert report.records.rows == (
        ("D17", "Ann", "2026-03", Decimal(25), Decimal("20.5"), Decimal("-4.5"), "why"),
        (None, "Ben", "2026-03", None, Decimal("7.10"), None, "due, and without a row in the workbook"),
    )
    total = report.blocks[0].total
    assert total is not None
    assert [cell.value for cell in total.cells if isinstance(cell, Cell)][5] == Decimal("-4.5")


def test_how_many_agree_is_told_and_formulas_that_only_look_odd() -> None:
    report = audit_report(FOUND, file="paid.xlsx", currency="CNY", lang=Lang.EN)

    assert [note.text.en for note in report.notes] == [
        "180 of 182 rows agree",
        "D17: the amount agrees, the formula is not like those of other rows",
    ]


def test_a_period_that_could_not_be_read_is_shown_as_it_was_written() -> None:
    unread = TheirRow("D2", 2, "Ann", "soon", None, Decimal(1))

    report = audit_report(
        Compared(1, 0, (Difference(unread, None, same("why")),)), file="x.xlsx", currency="CNY", lang=Lang.ZH
    )

    assert report.records.rows == (("D2", "Ann", "soon", Decimal(1), None, None, "why"),)
    assert report.blocks[0].total is None
