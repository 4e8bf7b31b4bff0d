from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest
import xlsxwriter

from salesperf.app.commission.audit_book import Book, Columns, TheirRow, days_of, their_rows
from salesperf.core.errors import DataError, UsageError
from salesperf.core.period import Grain
from salesperf.facts.calendar import Calendar
from salesperf.sources.options import Limits

HEADERS = Columns("rep", "Month", "Commission")


def book(folder: Path, *rows: tuple[object, ...], sheet: str = "Paid") -> Path:
    made = openpyxl.Workbook()
    made.worksheets[0].title = sheet
    for row in rows:
        made.worksheets[0].append(row)
    made.save(folder / "paid.xlsx")
    return folder / "paid.xlsx"


def read(file: Path, columns: Columns = HEADERS, sheet: str | None = None) -> tuple[TheirRow, ...]:
    return their_rows(Book(file, sheet, Limits()), columns, calendar=Calendar(), grain=Grain.MONTH)


def test_rows_below_a_title_are_read_with_their_cells_and_totals_are_none(tmp_path: Path) -> None:
    rows = read(
        book(
            tmp_path,
            ("Commission 2026",),
            ("Rep", "Month", "Sales", "Commission"),
            ("Ann", "2026-03", 1000, 12.5),
            ("Ben", date(2026, 3, 31), 10, "1,234.50 元"),
            (None, None, None, None),
            ("合计", None, 1010, 1247),
        )
    )

    assert [(row.cell, row.rep, row.period and row.period.key, row.amount) for row in rows] == [
        ("D3", "Ann", "2026-03", Decimal("12.5")),
        ("D4", "Ben", "2026-03", Decimal("1234.50")),
    ]
    assert days_of(rows) == (date(2026, 3, 1), date(2026, 3, 31))


@pytest.mark.parametrize(
    ("written", "key"),
    [
        ("2026-03", "2026-03"),
        ("2026年3月", "2026-03"),
        ("Mar 2026", "2026-03"),
        (202603, "2026-03"),
        ("2026/03", "2026-03"),
        ("2026-Q1", "2026-Q1"),
        (date(2026, 3, 9), "2026-03"),
        ("2026-03-09", "2026-03"),
        ("soon", None),
        (None, None),
    ],
)
def test_periods_are_read_as_people_write_them(tmp_path: Path, written: object, key: str | None) -> None:
    [row] = read(book(tmp_path, ("Rep", "Month", "Commission"), ("Ann", written, 1)))

    assert (row.period and row.period.key) == key
    assert row.written.startswith("" if written is None else str(written)[:4])


def test_columns_may_be_letters_without_any_header(tmp_path: Path) -> None:
    rows = read(book(tmp_path, ("paid", "", ""), ("Ann", "2026-03", 5)), Columns("A", "b", "C"))

    assert [(row.cell, row.rep, row.amount) for row in rows] == [("C2", "Ann", 5)]


def test_what_is_no_number_is_kept_as_it_is_shown(tmp_path: Path) -> None:
    rows = read(book(tmp_path, ("Rep", "Month", "Commission"), ("Ann", "2026-03", "n/a"), ("Ben", "2026-03", None)))

    assert [(row.amount, row.shown) for row in rows] == [(None, "n/a"), (None, "")]


def test_formulas_are_read_of_the_amount_or_of_another_column(tmp_path: Path) -> None:
    rows = [("Ann", "2026-03", 5, f"=C{at}*2") for at in range(2, 5)] + [("Ben", "2026-03", 5, "=C4*2")]
    file = book(tmp_path, ("Rep", "Month", "Commission", "How"), *rows)

    plain, other = read(file), read(file, Columns("Rep", "Month", "Commission", "How"))

    assert [row.formula for row in plain] == [None] * 4
    assert [(row.cell, row.formula, row.expected) for row in other][2:] == [
        ("C4", "=C4*2", None),
        ("C5", "=C4*2", "=C5*2"),
    ]


def test_a_sheet_or_column_that_is_not_there_is_refused_with_what_was_meant(tmp_path: Path) -> None:
    file = book(tmp_path, ("Rep", "Month", "Commission"), ("Ann", "2026-03", 1))

    with pytest.raises(UsageError, match="has no sheet 'Piad'") as sheet:
        read(file, sheet="Piad")
    with pytest.raises(UsageError, match="--amount 'Comission' is no header") as column:
        read(file, Columns("Rep", "Month", "Comission"))

    assert "Paid" in sheet.value.hint
    assert "Commission" in column.value.hint


def test_a_file_that_is_no_workbook_is_refused(tmp_path: Path) -> None:
    (tmp_path / "paid.xlsx").write_text("Rep,Month\n", encoding="utf-8")

    with pytest.raises((DataError, UsageError), match=r"paid\.xlsx"):
        read(tmp_path / "paid.xlsx")
    with pytest.raises(UsageError, match=r"absent\.xlsx"):
        read(tmp_path / "absent.xlsx")


def test_a_sheet_without_rows_is_refused(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="no row has a rep"):
        read(book(tmp_path, ("Rep", "Month", "Commission")))


@pytest.mark.filterwarnings("error")
def test_what_the_reader_of_workbooks_does_not_keep_is_not_told(tmp_path: Path) -> None:
    made = xlsxwriter.Workbook(str(tmp_path / "paid.xlsx"))
    sheet = made.add_worksheet("Paid")
    for row, values in enumerate((("Rep", "Month", "Commission"), ("Ann", "2026-03", 5))):
        sheet.write_row(row, 0, values)
    # A bar of Excel 2010 is an extension that openpyxl warns of.
    sheet.conditional_format("C2:C9", {"type": "data_bar", "data_bar_2010": True})
    made.close()

    assert [row.amount for row in read(tmp_path / "paid.xlsx")] == [5]
