from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest

from salesperf.core.errors import Severity
from salesperf.sources.loaded import Loaded
from salesperf.sources.options import ReadOptions

WriteText = Callable[..., Path]
WriteBook = Callable[..., Path]
Load = Callable[..., Loaded]
ORDERS = [["订单号", "日期", "客户", "金额"], ["A1", "2026-01-05", "甲", "100"], ["A2", "2026-01-06", "乙", "200"]]
CUSTOMERS = [["客户编号", "客户名称", "行业"], ["C1", "甲", "建材"], ["C2", "乙", "化工"]]
NOTES = [["说明项", "内容"], ["口径", "含税"], ["单位", "元"]]


def _amounts(loaded: Loaded) -> list[Decimal]:
    return sorted(loaded.bundle.tables["orders"].frame["amount"])


def _findings(loaded: Loaded) -> list[tuple[str, str | None]]:
    return [(one.code, one.where.sheet) for one in loaded.issues if one.severity is not Severity.NOTE]


@pytest.mark.parametrize("blank", [[], ["", "", "", ""]])
def test_two_tables_of_a_text_are_read_each_by_itself(
    write_text: WriteText, load_files: Load, blank: list[str]
) -> None:
    loaded = load_files(write_text([*ORDERS, blank, *CUSTOMERS]), provenance=True)

    assert _amounts(loaded) == [100, 200]
    assert loaded.bundle.tables["customers"].frame["customer_id"].to_list() == ["C1", "C2"]
    assert loaded.bundle.tables["customers"].frame["_row"].to_list() == [6, 7]
    assert [(one.sheet, one.rows) for one in loaded.accounts] == [("A1:D3", 2), ("A5:C7", 2)]
    assert _findings(loaded) == []


def test_a_table_that_is_not_recognised_is_left_out_and_told(write_text: WriteText, load_files: Load) -> None:
    loaded = load_files(write_text([*ORDERS, [], *NOTES]))

    assert _amounts(loaded) == [100, 200]
    assert _findings(loaded) == [("R119", "A5:B7")]


def test_faults_of_a_second_table_name_the_rows_of_the_file(write_text: WriteText, load_files: Load) -> None:
    second = [["日期", "订单号", "客户", "金额"], ["2026-01-07", "B1", "丙", "viele"], ["2026-01-08", "B2", "丁", "70"]]

    loaded = load_files(write_text([*ORDERS, [], *second]))

    (fault,) = [one for one in loaded.issues if one.severity is Severity.ERROR]
    assert (fault.code, fault.where.sheet, fault.where.row) == ("R301", "A5:D7", 6)
    assert _amounts(loaded) == [70, 100, 200]


def test_tables_of_a_sheet_keep_their_types(write_book: WriteBook, load_files: Load) -> None:
    orders = [ORDERS[0], ["A1", "2026-01-05", "甲", 100.5], ["A2", "2026-01-06", "乙", 200]]
    more = [["客户", "订单号", "日期", "金额"], ["丙", "B1", "2026-01-07", 7.25]]

    loaded = load_files(write_book({"一月": [*orders, [None], ["华南"], *more]}, at=(3, 2)), provenance=True)

    assert _amounts(loaded) == [Decimal("7.25"), Decimal("100.5"), 200]
    assert [(one.sheet, one.rows) for one in loaded.accounts] == [("一月!B3:E5", 2), ("一月!B7:E9", 2)]
    assert sorted(loaded.bundle.tables["orders"].frame["_row"]) == [4, 5, 9]


def test_tables_side_by_side_lose_no_order(write_book: WriteBook, load_files: Load) -> None:
    rows = [
        [*ORDERS[0], None, *ORDERS[0]],
        ["A1", "2026-01-05", "甲", 100, None, "B1", "2026-02-01", "丙", 7],
        ["A2", "2026-01-06", "乙", 200],
    ]

    loaded = load_files(write_book({"S": rows}))

    assert _amounts(loaded) == [7, 100, 200]
    assert _findings(loaded) == []


def test_a_header_that_returns_under_a_title_begins_no_other_table(write_text: WriteText, load_files: Load) -> None:
    loaded = load_files(write_text([["华东"], *ORDERS, [], ["华南"], ORDERS[0], ["B1", "2026-01-07", "丙", "50"]]))

    assert _amounts(loaded) == [50, 100, 200]
    (account,) = loaded.accounts
    assert account.dropped == {"title": 2, "blank": 1, "repeated_header": 1}


def test_the_header_that_is_named_is_that_of_all_rows_below_it(write_text: WriteText, load_files: Load) -> None:
    path = write_text([*CUSTOMERS, [], *ORDERS])

    loaded = load_files(path, options=ReadOptions(header_row=5))

    assert _amounts(loaded) == [100, 200]
    assert "customers" not in loaded.bundle.tables
