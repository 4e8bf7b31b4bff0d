from __future__ import annotations

import io
import zipfile
from datetime import date
from decimal import Decimal

import openpyxl
import pytest

from salesperf.app.demo.encode import MONTH_FIRST, SLASHED, Table, csv_bytes, money, xlsx_bytes

TABLE = Table(
    ("编号", "日期", "数量", "金额"),
    (
        ("A,1", date(2025, 3, 7), 1_200, Decimal("12345.60")),
        ("A2", date(2024, 12, 31), -5, None),
        ('"quoted"', None, 0, Decimal("-0.50")),
    ),
)


def test_csv_has_windows_line_ends_iso_dates_and_quotes_where_needed() -> None:
    assert csv_bytes(TABLE).decode("utf-8") == (
        '编号,日期,数量,金额\r\n"A,1",2025-03-07,1200,12345.60\r\nA2,2024-12-31,-5,\r\n"""quoted""",,0,-0.50\r\n'
    )


def test_csv_in_gbk_with_grouped_amounts_and_slashed_dates() -> None:
    content = csv_bytes(TABLE, encoding="gb18030", dates=SLASHED, grouped=True)

    assert content.splitlines()[0] == b"\xb1\xe0\xba\xc5,\xc8\xd5\xc6\xda,\xca\xfd\xc1\xbf,\xbd\xf0\xb6\xee"
    assert content.splitlines()[1] == b'"A,1",2025/3/7,1200,"12,345.60"'


def test_dates_with_the_month_first() -> None:
    assert b",3/7/2025," in csv_bytes(TABLE, dates=MONTH_FIRST)


@pytest.mark.parametrize(("cents", "text"), [(0, "0.00"), (5, "0.05"), (-1_234, "-12.34"), (123_456_789, "1234567.89")])
def test_cents_become_an_amount(cents: int, text: str) -> None:
    assert str(money(cents)) == text


def test_a_workbook_has_its_title_header_values_and_totals() -> None:
    content = xlsx_bytes(TABLE, sheet="订单", title="公司 订单", totals=("数量", "金额"), total="合计")

    page = openpyxl.load_workbook(io.BytesIO(content))["订单"]

    rows = [tuple(cell.value for cell in row) for row in page.iter_rows()]
    assert rows[0] == ("公司 订单", None, None, None)
    assert rows[1] == TABLE.header
    assert [cell.value.date() for cell in (page["B3"], page["B4"])] == [date(2025, 3, 7), date(2024, 12, 31)]
    assert rows[2][2:] == (1200, 12345.6)
    # 1200 - 5 + 0 and 12345.60 - 0.50.
    assert rows[5] == ("合计", None, 1195, 12345.1)


def test_a_plain_workbook_begins_with_its_header() -> None:
    page = openpyxl.load_workbook(io.BytesIO(xlsx_bytes(TABLE, sheet="s"))).active

    assert [cell.value for cell in page[1]] == list(TABLE.header)
    assert page.max_row == 4


def test_text_that_looks_like_a_formula_or_a_number_stays_text() -> None:
    table = Table(("a",), (("=1+1",), ("0012",)))

    page = openpyxl.load_workbook(io.BytesIO(xlsx_bytes(table, sheet="s"))).active

    assert [(cell.value, cell.data_type) for (cell,) in page.iter_rows(min_row=2)] == [("=1+1", "s"), ("0012", "s")]


def test_a_text_too_long_for_a_cell_is_refused() -> None:
    with pytest.raises(ValueError, match="does not fit"):
        xlsx_bytes(Table(("a",), (("x" * 40_000,),)), sheet="s")


def test_parts_are_stored_without_a_clock_or_a_compressor() -> None:
    with zipfile.ZipFile(io.BytesIO(xlsx_bytes(TABLE, sheet="s"))) as parts:
        entries = parts.infolist()

    assert {entry.date_time for entry in entries} == {(1980, 1, 1, 0, 0, 0)}
    assert {entry.compress_type for entry in entries} == {zipfile.ZIP_STORED}
    assert {entry.create_system for entry in entries} == {3}
