"""Columns of yes and no that say what became of a line, seen from the door of reading."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from salesperf.sources.loaded import Loaded

Write = Callable[..., Path]
WriteBook = Callable[..., Path]
Load = Callable[..., Loaded]


def _status(loaded: Loaded, table: str = "orders") -> list[Any]:
    return loaded.bundle.tables[table].frame["status"].to_list()


@pytest.mark.parametrize(
    ("header", "cells", "words"),
    [
        ("是否退货", ("是", "否"), ["退货", "正常"]),
        ("是否取消", ("是", "否"), ["已取消", "正常"]),
        ("退货标识", ("已退货", "未退货"), ["退货", "正常"]),
        ("红字", ("1", "0"), ["退货", "正常"]),
        ("是否删除", ("1", "0"), ["已取消", "正常"]),
        ("is_return", ("1", "0"), ["returned", "sold"]),
        ("Returned?", ("Yes", ""), ["returned", "sold"]),
        ("Cancelled", ("TRUE", "FALSE"), ["cancelled", "sold"]),
        ("IsDeleted", ("true", "false"), ["cancelled", "sold"]),
        ("Test order", ("yes", "no"), ["cancelled", "sold"]),
        ("删除标志", ("已删除", "有效"), ["已取消", "正常"]),
        ("是否有效", ("否", "是"), ["已取消", "正常"]),
        ("有效标志", ("作废", "正常"), ["已取消", "正常"]),
        ("审核标志", ("N", "Y"), ["未审核", "正常"]),
        ("是否审核", ("未审核", "已审核"), ["未审核", "正常"]),
        ("Is Approved", ("FALSE", "TRUE"), ["pending", "sold"]),
    ],
)
def test_a_flag_is_a_status(
    header: str, cells: tuple[str, str], words: list[str], write_text: Write, load_files: Load
) -> None:
    yes, no = cells
    path = write_text(f"order id,order date,amount,{header}\n1,2026-01-05,10,{yes}\n2,2026-01-05,20,{no}\n")

    loaded = load_files(path)

    assert (_status(loaded), loaded.issues) == (words, ())
    assert loaded.bundle.tables["orders"].has("status")
    assert [header in note.en and words[0] in note.en for note in loaded.bundle.notes] == [True]


@pytest.mark.parametrize("cells", [(True, False), (1, 0), (1.0, 0.0)])
def test_true_and_one_in_a_workbook_are_yes(
    cells: tuple[object, object], write_book: WriteBook, load_files: Load
) -> None:
    rows = (
        ("order id", "order date", "amount", "is return"),
        *((at, "2026-01-05", 5, one) for at, one in enumerate(cells)),
    )

    assert _status(load_files(write_book({"S": rows}))) == ["returned", "sold"]


def test_the_rows_of_a_flag_are_told_with_their_sum_and_the_setting(write_text: Write, load_files: Load) -> None:
    rows = "1,2026-01-05,10,Y\n2,2026-01-05,20,N\n3,2026-01-06,30.5,N\n4,2026-01-06,1,\n"

    loaded = load_files(write_text(f"单据编号,单据日期,金额,审核标志\n{rows}"))

    assert _status(loaded) == ["正常", "未审核", "未审核", None]
    assert [note.en for note in loaded.bundle.notes] == [
        '2 rows count as 未审核 for a no under 审核标志 (50.50 in all), unless [kpi] sold = ["未审核"] says so'
    ]


def test_a_flag_that_nobody_keeps_marks_nothing(write_text: Write, load_files: Load) -> None:
    loaded = load_files(write_text("单据编号,单据日期,金额,审核标志\n1,2026-01-05,10,N\n2,2026-01-05,20,N\n"))

    assert "status" not in loaded.bundle.tables["orders"].frame.columns
    assert [note.zh for note in loaded.bundle.notes] == ["「审核标志」没有一行为“是”：视为未使用该标志，各行照常计入"]


@pytest.mark.parametrize(("who", "out"), [("客户", "退货"), ("供货方", "非销售：支出")])
def test_money_out_comes_back_from_a_sale_where_customers_are_named(
    who: str, out: str, write_text: Write, load_files: Load
) -> None:
    rows = "1,2026-01-05,甲,10,收入\n2,2026-01-05,甲,4,支出\n"

    loaded = load_files(write_text(f"单据编号,单据日期,{who},销售金额,收支方向\n{rows}"))

    assert _status(loaded) == [None, out]
    assert any("4.00 in all" in note.en and out in note.en for note in loaded.bundle.notes)


def test_only_a_status_of_sold_lines_gives_way_to_a_yes(write_text: Write, load_files: Load) -> None:
    words = ("已完成", "", "新词", "已取消", "待付款", "部分退款", "退款成功")
    rows = "".join(f"{at},2026-01-05,10,{word},是\n" for at, word in enumerate(words))

    loaded = load_files(write_text(f"订单编号,下单日期,金额,订单状态,是否退货\n{rows}9,2026-01-05,10,已发货,否\n"))

    assert _status(loaded) == ["退货", "退货", "退货", "已取消", "待付款", "部分退款", "退款成功", "已发货"]


def test_a_line_both_cancelled_and_returned_is_cancelled(write_text: Write, load_files: Load) -> None:
    rows = "1,2026-01-05,10,是,是\n2,2026-01-05,10,是,否\n3,2026-01-05,10,否,否\n"

    loaded = load_files(write_text(f"订单编号,下单日期,金额,是否退货,是否取消\n{rows}"))

    assert _status(loaded) == ["已取消", "退货", "正常"]


def test_a_word_that_is_neither_is_named_and_its_row_set_aside(write_text: Write, load_files: Load) -> None:
    rows = "1,2026-01-05,10,是\n2,2026-01-05,10,或许\n3,2026-01-05,10,否\n"

    loaded = load_files(write_text(f"订单编号,下单日期,金额,是否退货\n{rows}"))

    (found,) = loaded.issues
    assert (found.code, found.where.row, found.message) == ("R301", 3, "'或许' is neither yes nor no")
    assert _status(loaded) == ["退货", "正常"]


def test_a_count_or_a_date_of_what_came_back_is_no_mark(write_text: Write, load_files: Load) -> None:
    for cells in (("2", "0", "1"), ("2026-01-09", "", "")):
        rows = "".join(f"{at},2026-01-05,10,{cell}\n" for at, cell in enumerate(cells))

        loaded = load_files(write_text(f"order id,order date,amount,returned\n{rows}"))

        assert not loaded.bundle.tables["orders"].has("status")


def test_a_mark_on_one_line_of_an_order_is_not_spread_over_the_others(write_text: Write, load_files: Load) -> None:
    rows = "".join(
        f"{order},2026-01-05,{10 + line},{'Yes' if line == 0 else ''}\n" for order in range(30) for line in range(2)
    )

    loaded = load_files(write_text(f"order id,order date,amount,returned\n{rows}"))

    assert _status(loaded) == ["returned", "sold"] * 30


def test_the_marks_are_read_when_only_some_columns_are_wanted(write_text: Write, load_files: Load) -> None:
    path = write_text("order id,order date,amount,is return\n1,2026-01-05,10,yes\n2,2026-01-05,20,no\n")

    loaded = load_files(path, needs={"orders": frozenset({"amount", "status"})})

    assert _status(loaded) == ["returned", "sold"]


def test_marks_of_an_order_header_reach_its_lines(write_text: Write, load_files: Load) -> None:
    head = write_text(
        "order id,order date,customer,is cancelled\n1,2026-01-05,A,yes\n2,2026-01-06,B,no\n", "orders.csv"
    )
    lines = write_text("order id,product,quantity,unit price\n1,x,1,10\n1,y,1,5\n2,x,2,10\n", "lines.csv")

    assert _status(load_files(head, lines)) == ["cancelled", "cancelled", "sold"]


@pytest.mark.parametrize(
    ("header", "cells", "words"),
    [
        ("Void", ("Y", "N"), ["cancelled", "sold"]),
        ("是否作废", ("是", "否"), ["已取消", "正常"]),
        ("Type", ("Credit Memo", "Invoice"), ["Credit Memo", None]),
        ("发票类型", ("红字发票", "蓝字发票"), ["红字发票", None]),
        ("Invoice Status", ("Voided", "Paid"), ["Voided", "Paid"]),
        ("状态", ("作废", "正常"), ["作废", "正常"]),
    ],
)
def test_invoices_say_what_became_of_them(
    header: str, cells: tuple[str, str], words: list[str | None], write_text: Write, load_files: Load
) -> None:
    first, second = cells
    rows = f"1,2026-01-05,A,10,{first}\n2,2026-01-05,B,20,{second}\n"

    loaded = load_files(write_text(f"Invoice No,Invoice Date,Customer,Amount,{header}\n{rows}"))

    assert (_status(loaded, "invoices"), loaded.issues) == (words, ())


def test_a_type_that_takes_back_goes_before_a_status_of_sold_lines(write_text: Write, load_files: Load) -> None:
    rows = "1,2026-01-05,10,销售出库,已审核\n2,2026-01-05,4,销售退货,已审核\n3,2026-01-05,5,销售退货,已作废\n"
    invoices = "1,2026-01-05,A,10,Invoice,Open\n2,2026-01-05,A,4,Credit Memo,Open\n3,2026-01-05,A,4,Credit Memo,Draft\n"

    loaded = load_files(write_text(f"单据编号,单据日期,金额,单据类型,单据状态\n{rows}"))

    assert _status(loaded) == ["已审核", "销售退货", "已作废"]
    assert [note.en for note in loaded.bundle.notes] == [
        "2 rows of 单据类型 '销售退货' (9.00 in all): taken as that type says, whatever the status"
    ]

    owed = load_files(write_text(f"Invoice No,Invoice Date,Customer,Amount,Type,Status\n{invoices}", "invoices.csv"))

    assert _status(owed, "invoices") == ["Open", "Credit Memo", "Draft"]


def test_types_of_other_things_say_nothing(write_text: Write, load_files: Load) -> None:
    for words in (("One-way", "Return"), ("New", "Renewal"), ("Open", "Closed"), ("增值税专用发票", "增值税普通发票")):
        rows = "".join(f"{at},2026-01-05,10,{word}\n" for at, word in enumerate(words))

        loaded = load_files(write_text(f"order id,order date,amount,type\n{rows}"))

        assert not loaded.bundle.tables["orders"].has("status"), words


def test_rows_of_planned_figures_earn_nothing_and_are_told_with_their_sum(write_text: Write, load_files: Load) -> None:
    path = write_text(
        "Date,Rep,Customer,Type,Amount\n2025-01-31,Bob,C1,Actual,100\n2025-01-31,Bob,C1,Budget,150\n"
        "2025-02-28,Bob,C1,Actual,120\n2025-02-28,Bob,C1,Plan,130\n"
    )

    loaded = load_files(path)

    assert _status(loaded) == [None, "budget", None, "budget"]
    assert (
        "2 rows of Type 'Budget', 'Plan' (280.00 in all) left out: figures beside the actual ones are no sales, unless "
        '[kpi] sold = ["budget"] says so'
    ) in [note.en for note in loaded.bundle.notes]


def test_a_plan_that_is_sold_stays(write_text: Write, load_files: Load) -> None:
    path = write_text("order id,order date,Type,amount\n1,2025-01-31,Plan,100\n2,2025-01-31,Licence,150\n")

    frame = load_files(path).bundle.tables["orders"].frame

    assert "status" not in frame.columns


def test_payments_beside_invoices_are_no_sales_and_are_told_with_their_sum(write_text: Write, load_files: Load) -> None:
    path = write_text(
        "Date,Transaction Type,Num,Customer,Amount\n2024-01-05,Invoice,1,A,2194.00\n"
        "2024-02-14,Credit Memo,2,A,-194.00\n2024-02-20,Payment,3,A,-2000.00\n2024-03-01,Estimate,4,B,81.00\n"
    )

    loaded = load_files(path)

    assert _status(loaded) == [None, "Credit Memo", "no sale: Payment", "Estimate"]
    assert (
        "2 rows of Transaction Type 'Estimate', 'Payment' (-1,919.00 in all) left out: payments, purchases, quotes "
        'and orders beside their invoices are no sales, unless [kpi] sold = ["Estimate", "no sale: Payment"] says so'
    ) in [note.en for note in loaded.bundle.notes]


def test_top_ups_are_no_sales_and_are_told_with_their_sum(write_text: Write, load_files: Load) -> None:
    path = write_text(
        "交易时间,流水号,门店,交易类型,金额\n2025-03-01,L1,旗舰店,消费,50\n2025-03-02,L2,旗舰店,充值,1000\n"
        "2025-03-03,L3,旗舰店,退款,20\n"
    )

    loaded = load_files(path)

    assert _status(loaded) == [None, "非销售：充值", "退款"]
    [note] = [note.zh for note in loaded.bundle.notes if "充值" in note.zh]
    assert note == (
        "「交易类型」为「充值」的 1 行未计入（合计 1,000.00）：充值、储值是预收款，消费时才是销售（如需计入："
        '[kpi] sold = ["非销售：充值"]）'
    )


def test_top_ups_alone_count_and_are_told(write_text: Write, load_files: Load) -> None:
    path = write_text(
        "交易时间,流水号,门店,交易类型,金额\n2025-03-01,L1,旗舰店,充值,500\n2025-03-02,L2,旗舰店,充值,1000\n"
    )

    loaded = load_files(path)

    assert _status(loaded) == ["充值", "充值"]
    [note] = [note.en for note in loaded.bundle.notes if "cancelled" in note.en]
    assert "(1,500.00 in all) counted as sales" in note
    assert '[kpi] cancelled = ["充值"]' in note


def test_payments_where_nothing_was_invoiced_stay(write_text: Write, load_files: Load) -> None:
    path = write_text("order id,order date,Type,amount\n1,2025-01-31,Payment,100\n2,2025-01-31,Transfer,150\n")

    assert "status" not in load_files(path).bundle.tables["orders"].frame.columns


def test_codes_of_a_ledger_are_types(write_text: Write, load_files: Load) -> None:
    rows = "SI,1,2024-05-02,Ann,100.00\nSC,2,2024-05-03,Ann,10.00\nSR,3,2024-05-06,Ann,90.00\n"

    loaded = load_files(write_text(f"Type,Invoice No,Invoice Date,Customer,Net Amount\n{rows}"))

    assert _status(loaded, "invoices") == [None, "credit note", "no sale: payment"]
    assert "Type is read as codes of a ledger: SC = credit note, SI = sales invoice, SR = payment" in [
        note.en for note in loaded.bundle.notes
    ]


def test_a_type_nobody_knows_becomes_a_status_that_is_told(write_text: Write, load_files: Load) -> None:
    rows = "1,2026-01-05,10,Invoice\n2,2026-01-05,4,Credit Memo\n3,2026-01-05,5,Finance Charge\n"

    loaded = load_files(write_text(f"order id,order date,amount,Type\n{rows}"))

    assert _status(loaded) == [None, "Credit Memo", "Finance Charge"]


def test_orders_beside_their_invoices_are_no_sales_again(write_text: Write, load_files: Load) -> None:
    path = write_text(
        "Date,Transaction Type,Num,Customer,Amount\n2024-01-05,Sales Order,1,A,1500.00\n"
        "2024-01-09,Invoice,2,A,1500.00\n"
    )

    loaded = load_files(path)

    assert _status(loaded) == ["no sale: Sales Order", None]
    assert any("1 row of Transaction Type 'Sales Order' (1,500.00 in all)" in note.en for note in loaded.bundle.notes)


def test_orders_without_invoices_count(write_text: Write, load_files: Load) -> None:
    text = "Date,Transaction Type,Num,Customer,Amount\n2024-01-05,Sales Order,1,A,1500.00\n2024-01-06,Return,2,A,-50\n"

    assert _status(load_files(write_text(text)))[0] != "no sale: Sales Order"
