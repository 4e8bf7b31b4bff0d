from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
import xlsxwriter

from commission_ground import TERMS
from salesperf.app.commission.audit import Audited, Theirs, audit
from salesperf.app.commission.audit_book import Columns
from salesperf.app.layers import Surroundings
from salesperf.app.workspace import Ask
from salesperf.core.errors import UsageError
from salesperf.metrics.request import Request

REPS = [f"Rep {number:02}" for number in range(1, 15)]
MONTHS = [f"2025-{month:02}" for month in range(1, 13)] + ["2026-01"]
FLAT = '[[component]]\nname = "base"\nrule = "flat"\nrate = 0.02\n'
COLUMNS = Columns("Rep", "Month", "Commission")


def sales(rep: int, month: int) -> Decimal:
    """What somebody sold in a month: all different."""
    return Decimal(100 + 10 * rep + 3 * month)


@pytest.fixture
def ask(tmp_path: Path) -> Ask:
    """Fourteen people over thirteen months, an order each a month."""
    lines = ["Order ID,Order Date,Sales Rep,Amount"]
    for at, rep in enumerate(REPS):
        lines += [f"{at}-{month},{key}-15,{rep},{sales(at, month)}" for month, key in enumerate(MONTHS)]
    (tmp_path / "orders.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    (tmp_path / "plan.toml").write_text(TERMS.format(start="2025-01-01", period="month") + FLAT, encoding="utf-8")
    return Ask((str(tmp_path / "orders.csv"),), Surroundings(tmp_path, {}))


def book(folder: Path, *, wrong: int | None = None) -> Path:
    """A workbook of 182 rows with its results; the formula of one row refers to the row above."""
    made = xlsxwriter.Workbook(str(folder / "paid.xlsx"))
    sheet = made.add_worksheet("Paid")
    sheet.write_row(0, 0, ["Rep", "Month", "Sales", "Commission"])
    places = [(at, month) for at in range(len(REPS)) for month in range(len(MONTHS))]
    for row, (at, month) in enumerate(places, start=2):
        sheet.write_row(row - 1, 0, [REPS[at], MONTHS[month], float(sales(at, month))])
        source = row - 1 if row == wrong else row
        paid = sales(*places[source - 2]) * Decimal("0.02")
        sheet.write_formula(row - 1, 3, f"=ROUND(C{source}*0.02,2)", None, float(paid))
    made.close()
    return folder / "paid.xlsx"


def audited(ask: Ask, file: Path, folder: Path, *, component: str | None = None) -> Audited:
    return audit(ask, Theirs(file, COLUMNS, component=component), [folder / "plan.toml"], Request())


def test_one_wrong_reference_among_182_rows_is_found_with_its_cell(ask: Ask, tmp_path: Path) -> None:
    found = audited(ask, book(tmp_path, wrong=100), tmp_path)

    # Row 100 is the 99th, after 7 x 13 + 7: Rep 08 in 2025-08, who sold 191, and 188 the month before.
    assert not found.agrees
    [row] = found.answer.report.records.rows
    assert row[:6] == ("D100", "Rep 08", "2025-08", Decimal("3.76"), Decimal("3.82"), Decimal("0.06"))
    assert "=ROUND(C99*0.02,2)" in str(row[6])
    assert "=ROUND(C100*0.02,2)" in str(row[6])


def test_a_workbook_without_a_fault_agrees(ask: Ask, tmp_path: Path) -> None:
    found = audited(ask, book(tmp_path), tmp_path, component="base")

    assert found.agrees
    assert [note.text.en for note in found.answer.report.notes if note.key == "agreeing"] == ["182 of 182 rows agree"]


def test_a_component_that_no_plan_has_is_refused(ask: Ask, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no plan has a component 'bas'"):
        audited(ask, book(tmp_path), tmp_path, component="bas")


def test_a_workbook_without_periods_is_refused(ask: Ask, tmp_path: Path) -> None:
    theirs = Theirs(book(tmp_path), Columns("Rep", "Rep", "Commission"))

    with pytest.raises(UsageError, match=r"no row of paid\.xlsx names a period"):
        audit(ask, theirs, [tmp_path / "plan.toml"], Request())
