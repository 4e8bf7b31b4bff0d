"""A column that is there by its header while its cells cannot be read."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from salesperf.core.text import Lang
from salesperf.sources.loaded import Loaded
from salesperf.sources.options import ReadOptions, TableOptions

Write = Callable[..., Path]
Load = Callable[..., Loaded]
SALES = "日期,客户,业务员,金额\n2026-01-06,甲,张三,二十\n2026-01-07,乙,李四,20\n2026-01-08,乙,王五,三十\n"


def test_amounts_in_words_are_quoted_with_their_rows_and_their_header_is_named(
    write_text: Write, load_files: Load
) -> None:
    path = write_text(
        "日期,客户,业务员,金额\n2026-01-06,甲,张三,二十\n2026-01-07,乙,李四,20\n2026-01-08,乙,王五,三十\n"
    )

    (fault,) = load_files(path).issues

    assert (fault.code, fault.where.file, fault.where.column, fault.value) == ("R208", "orders.csv", "金额", "二十")
    assert fault.message == (
        "the header is there for amount, but 2 of 3 cells looked at are no numbers: '二十' (row 2), '三十' (row 4)"
    )
    assert 'columns = { amount = "金额" }' in fault.hint


def test_the_cure_it_names_has_the_rows_told_one_by_one(write_text: Write, load_files: Load) -> None:
    path = write_text(
        "日期,客户,业务员,金额\n2026-01-06,甲,张三,二十\n2026-01-07,乙,李四,20\n2026-01-08,乙,王五,三十\n"
    )
    told = ReadOptions(tables=(TableOptions("orders", ("orders.csv",), columns={"amount": "金额"}),))

    faults = load_files(path, options=told).issues

    assert [(fault.code, fault.where.row) for fault in faults] == [("R301", 2), ("R301", 4)]


@pytest.mark.parametrize(
    ("table", "told"),
    [
        ("订单编号,产品,日期,金额\n1,a,一月,5\n1,b,二月,6\n", "日期"),
        ("订单编号,日期,客户,金额\n1,2026-01-05,甲,五\n2,2026-01-06,乙,六\n", "金额"),
    ],
)
def test_half_an_order_that_has_the_other_half_unread_names_it(
    write_text: Write, load_files: Load, table: str, told: str
) -> None:
    (fault,) = load_files(write_text(table)).issues

    assert (fault.code, fault.where.column) == ("R208", told)


def test_what_an_amount_is_worked_out_from_is_named_too(write_text: Write, load_files: Load) -> None:
    path = write_text("订单编号,下单日期,客户,数量,单价\n1,2026-01-05,甲,若干,10\n2,2026-01-06,乙,少许,20\n")

    (fault,) = load_files(path, options=ReadOptions(as_table="orders")).issues

    assert (fault.code, fault.where.column) == ("R208", "数量")


def test_a_sister_whose_dates_cannot_be_read_is_an_error_in_a_folder(write_text: Write, load_files: Load) -> None:
    write_text("订单编号,下单日期,客户,金额\n1,2026-01-05,甲,5\n2,2026-01-06,乙,6\n", "in/2026-01.csv")
    path = write_text("订单编号,下单日期,客户,金额,备注\n3,二月五,甲,5,\n4,二月六,乙,6,\n", "in/2026-02.csv")

    (fault,) = load_files(path.parent).issues

    assert (fault.code, fault.where.file, fault.where.column) == ("R208", "2026-02.csv", "下单日期")


def test_the_only_file_of_a_folder_says_so_in_the_language_of_its_headers(write_text: Write, load_files: Load) -> None:
    path = write_text("日期,客户,业务员,金额\n2026-01-06,甲,张三,二十\n2026-01-07,乙,李四,三十\n", "in/a.csv")

    loaded = load_files(path.parent)

    assert [fault.code for fault in loaded.issues] == ["R202"]
    assert (
        loaded.issues[0].advice(Lang.ZH)
        == "最接近的是订单明细（orders），但「金额」下的单元格无法读取：单独指定该文件即可查看"
    )
    assert loaded.bundle.lang is Lang.ZH


def test_amounts_of_deals_that_cannot_be_read_are_quoted(write_text: Write, load_files: Load) -> None:
    path = write_text(
        "Deal Name,Stage,Close Date,Owner,Amount\nD1,Closed Won,2025-01-03,Bob,about 1.2 mio\n"
        "D2,Closed Won,2025-01-13,Ann,see notes\nD3,Closed Lost,2025-01-23,Ann,90k\n"
    )

    (fault,) = load_files(path).issues

    assert (fault.code, fault.value) == ("R208", "about 1.2 mio")
    assert "2 of 3 cells looked at are no numbers: 'about 1.2 mio' (row 2), 'see notes' (row 3)" in fault.message
