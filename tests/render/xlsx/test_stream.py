"""A table above the bound: a plain list that keeps nothing in memory, with the same cells."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from io import BytesIO

import openpyxl
from msgspec.structs import replace

from drawn import bare_report, regions
from opened import opened, rows
from salesperf.core.text import same
from salesperf.core.unit import Unit
from salesperf.render.xlsx import Limits, draw
from salesperf.report.model import Column, Records, Report

COLUMNS = (
    Column("id", same("id")),
    Column("day", same("day")),
    Column("amount", same("amount"), Unit.MONEY),
    Column("change", same("change"), Unit.POINTS),
    Column("n", same("n"), Unit.COUNT),
)
RECORDS = (
    ("007", date(2026, 3, 1), Decimal("1.50"), 0.012, 3),
    ("=1+1", None, Decimal(-2), None, 0),
    ("a\nb\x07", date(1899, 1, 1), Decimal(12345678901234567), 0.0, 1),
)


def _report() -> Report:
    return replace(bare_report(), records=Records(COLUMNS, RECORDS))


def test_every_cell_of_a_list_has_its_type() -> None:
    sheet = opened(draw(_report(), limits=Limits(large=1)))["Test, all rows"]

    assert rows(sheet) == [
        ["id", "day", "amount (USD)", "change (pp)", "n"],
        ["007", datetime(2026, 3, 1), 1.5, 1.2, 3],  # noqa: DTZ001 - as it is read
        ["=1+1", None, -2, None, 0],
        ["a\nb�", "1899-01-01", "12345678901234567", 0, 1],
    ]
    assert sheet["A3"].data_type == "s"
    assert sheet["A2"].number_format == "@"
    assert sheet["C2"].number_format == "#,##0.00"


def test_a_list_has_a_filter_a_frozen_row_and_no_table() -> None:
    sheet = opened(draw(_report(), limits=Limits(large=1)))["Test, all rows"]

    assert sheet.auto_filter.ref == "A1:E4"
    assert sheet.freeze_panes == "A2"
    assert sheet.print_title_rows == "$1:$1"
    assert dict(sheet.tables) == {}


def test_a_list_longer_than_a_sheet_goes_on_under_the_same_headers_and_it_is_told() -> None:
    book = opened(draw(_report(), limits=Limits(large=1, sheet_rows=2)))

    assert [row[0] for row in rows(book["Test, all rows"])] == ["id", "007", "=1+1"]
    assert [row[0] for row in rows(book["Test, all rows (2)"])] == ["id", "a\nb�"]
    told = [row[0] for row in rows(book["Contents"])]
    assert "Test, all rows: 3 rows go on over 2 sheets, as one takes 2" in told
    assert any(str(text).startswith("Test, all rows: 3 rows stand as a list with a filter") for text in told)


def test_the_total_of_a_list_stands_below_its_last_row_under_a_name() -> None:
    book = opened(draw(replace(bare_report(), blocks=(regions(),)), limits=Limits(large=1)))
    sheet = book["Regions, all rows"]

    assert [cell.value for cell in sheet[4]] == ["total", "=SUBTOTAL(109,'Regions, all rows'!B2:B3)", 0.4]
    assert book.defined_names["regions_total_net_revenue"].attr_text == "'Regions, all rows'!$B$4"


def test_small_tables_beside_a_list_are_still_tables() -> None:
    report = replace(bare_report(), blocks=(regions(), replace(regions(), key="all", rows=regions().rows * 2)))

    book = opened(draw(report, limits=Limits(large=3)))

    assert list(book["Regions"].tables) == ["regions"]
    assert dict(book["Regions, all rows"].tables) == {}


def test_what_is_not_zero_does_not_read_as_zero_in_a_list() -> None:
    columns = (Column("share", same("share"), Unit.RATIO), Column("amount", same("amount"), Unit.MONEY))
    records = ((0.5, Decimal("1.50")), (0.00003, Decimal("-0.004")), (0.0, Decimal(0)))
    report = replace(bare_report(), records=Records(columns, records))

    sheet = opened(draw(report, limits=Limits(large=1)))["Test, all rows"]

    assert [sheet[f"A{row}"].number_format for row in (2, 3, 4)] == ["0.0%", "0.000%", "0.0%"]
    assert [sheet[f"B{row}"].number_format for row in (2, 3, 4)] == ["#,##0.00", "#,##0.000", "#,##0.00"]
    assert sheet["A3"].value == 0.00003


def test_the_columns_of_a_list_that_add_up_are_added_up_over_all_its_sheets() -> None:
    columns = (Column("id", same("id")), Column("net", same("net"), Unit.MONEY, adds_up=True), *COLUMNS[4:])
    report = replace(bare_report(), records=Records(columns, (("a", Decimal("1.10"), 1), ("b", Decimal("2.20"), 2))))

    book = opened(draw(report, limits=Limits(large=1, sheet_rows=1)))

    sheet = book["Test, all rows (2)"]
    assert [cell.value for cell in sheet[3]] == [
        "total", "=SUBTOTAL(109,'Test, all rows'!B2:B2)+SUBTOTAL(109,'Test, all rows (2)'!B2:B2)", None,
    ]  # fmt: skip
    kept = openpyxl.load_workbook(BytesIO(draw(report, limits=Limits(large=1, sheet_rows=1))), data_only=True)
    assert kept["Test, all rows (2)"]["B3"].value == 3.3
