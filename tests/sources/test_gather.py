"""How the columns of one table are read together."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import polars as pl

from salesperf.core.errors import Severity
from salesperf.core.text import Lang
from salesperf.sources.loaded import Loaded
from salesperf.sources.options import ReadOptions, TableOptions

Write = Callable[..., Path]
Load = Callable[..., Loaded]


def _column(loaded: Loaded, column: str, table: str = "orders") -> list[Any]:
    return loaded.bundle.tables[table].frame[column].to_list()


def _codes(loaded: Loaded, *, errors_only: bool = False) -> list[str]:
    return [one.code for one in loaded.issues if not errors_only or one.severity is Severity.ERROR]


def _messy(write_text: Write) -> Path:
    good = [[f"{number:03}", f"{number}/03/2024", "Acme", "1,234.50", "1"] for number in range(13, 25)]
    return write_text(
        "Order ID,Order Date,Customer,Amount,Qty\n"
        + "".join(f'{a},{b},{c},"{d}",{e}\n' for a, b, c, d, e in good)
        + "901,05/01/2024,ＡＣＭＥ ,(1000),x\n"
        + "902,05/02/2024,Zed,abc,3\n"
        + "903,2024-02-30,Zed,5,1\n"
        + "904,,Zed,12,1\n"
        + "905,02/03/2024,Zed,,1\n"
    )


def test_only_wanted_columns_are_kept(write_text: Write, load_files: Load) -> None:
    loaded = load_files(_messy(write_text), needs={"orders": frozenset({"amount"})})

    table = loaded.bundle.tables["orders"]
    assert set(table.frame.columns) == {"order_id", "order_date", "amount"}
    assert table.has("quantity")


def test_an_order_of_day_and_month_nobody_can_know_is_told(write_text: Write, load_files: Load) -> None:
    path = write_text("order id,order date,amount\n1,1/2/2026,5\n2,3/4/2026,5\n")

    assert "R305" in _codes(load_files(path))
    told = load_files(path, options=ReadOptions(date_order="dmy"))
    assert _column(told, "order_date") == [date(2026, 2, 1), date(2026, 4, 3)]
    assert told.issues == ()


def test_two_offsets_need_a_time_zone(write_text: Write, load_files: Load) -> None:
    path = write_text("order id,order date,amount\n1,2026-01-05T23:00:00Z,5\n2,2026-01-05T23:00:00+08:00,5\n")

    assert _codes(load_files(path), errors_only=True) == ["R206"]
    told = load_files(path, options=ReadOptions(timezone="Asia/Shanghai"))
    assert told.issues == ()
    assert _column(told, "order_date") == [date(2026, 1, 6), date(2026, 1, 5)]


def test_a_workbook_in_ten_thousands_of_yuan_is_read_in_yuan(write_book: Write, load_files: Load) -> None:
    path = write_book({"1月": [["订单编号", "下单日期", "金额（万元）"], ["D1", date(2026, 1, 5), 1.25]]}, "订单.xlsx")

    loaded = load_files(path)

    assert _column(loaded, "amount") == [Decimal(12500)]
    assert loaded.bundle.lang is Lang.ZH


def test_several_currencies_stay_in_their_column(write_text: Write, load_files: Load) -> None:
    loaded = load_files(write_text("order id,order date,amount,currency\n1,2026-01-05,5,usd\n2,2026-01-06,6,€\n"))

    assert _column(loaded, "currency") == ["USD", "EUR"]
    assert loaded.bundle.currency is None


def test_marks_in_cells_name_the_currency(write_text: Write, load_files: Load) -> None:
    one = load_files(write_text("order id,order date,amount\n1,2026-01-05,$5\n2,2026-01-06,$6\n"))
    two = load_files(write_text("order id,order date,amount\n1,2026-01-05,$5\n2,2026-01-06,€6\n"))

    assert one.bundle.currency == "USD"
    assert "currency" not in one.bundle.tables["orders"].frame.columns
    assert two.bundle.currency is None
    assert _column(two, "currency") == ["USD", "EUR"]


def test_a_share_in_a_column_of_money_is_a_bad_cell_and_in_a_discount_is_none(
    write_text: Write, load_files: Load
) -> None:
    path = write_text("order id,order date,amount,discount\n1,2026-01-05,50%,10%\n2,2026-01-06,7,20%\n")

    faults = load_files(path).issues

    assert [(fault.code, fault.where.row, fault.value) for fault in faults] == [("R301", 2, "50%")]


def test_a_mark_that_may_part_thousands_or_decimals_is_told(write_text: Write, load_files: Load) -> None:
    torn = write_text("order id;order date;amount\n1;2026-01-05;1,234\n2;2026-01-06;99,5\n", "torn.csv")
    points = write_text("order id,order date,amount\n1,2026-01-05,1.200\n2,2026-01-06,2.500\n", "points.csv")
    sure = write_text("order id,order date,amount,qty\n1,2026-01-05,1.200,1.5\n2,2026-01-06,2.500,2\n", "sure.csv")

    assert [fault.code for fault in load_files(torn).issues] == ["R306"]
    assert [fault.code for fault in load_files(points).issues] == ["R306"]
    assert load_files(sure).issues == ()


def test_ids_that_a_spreadsheet_shortened_are_told(write_text: Write, load_files: Load) -> None:
    path = write_text("order id,order date,amount\n2.02601E+17,2026-01-05,5\n2.02601E+17,2026-01-06,7\n")

    assert [(fault.code, fault.count) for fault in load_files(path).issues] == [("R308", 2)]


def test_what_was_chosen_for_a_column_stands_in_the_notes(write_text: Write, load_files: Load) -> None:
    path = write_text("订单编号,下单日期,不含税金额(万元),价税合计(万元)\n1,26/01/05,5,5.65\n2,26/01/06,7,7.91\n")

    notes = [note.zh for note in load_files(path).bundle.notes]

    assert notes == [
        "「下单日期」的日期顺序无法判断，按 ymd 读取（可用 --date-order 指定）",
        "「不含税金额(万元)」的数值已按 1 = 10,000 换算",
        "「价税合计(万元)」的数值已按 1 = 10,000 换算",
        "金额取自「不含税金额(万元)」，旁边的「价税合计(万元)」不计入",
    ]


def test_dates_of_both_orders_are_told_with_what_became_of_the_rest(write_text: Write, load_files: Load) -> None:
    days = ("13/01/2024", "14/01/2024", "15/01/2024", "01/16/2024", "03/04/2024")
    path = write_text("order id,order date,amount\n" + "".join(f"{at},{day},5\n" for at, day in enumerate(days)))

    (told,) = [one for one in load_files(path).issues if one.code == "R305"]

    assert told.message == "some dates are day first, others month first; those that fit both ways were read as dmy"


def test_a_table_may_say_its_decimal_mark(write_text: Callable[..., Path], load_files: Callable[..., Loaded]) -> None:
    lines = {"a.csv": "1;2026-01-05;1.250", "b.csv": "2;2026-01-05;1.250"}
    files = [write_text(f"order id;order date;amount\n{line}\n", name) for name, line in lines.items()]
    told = ReadOptions(tables=(TableOptions("orders", ("b.csv",), decimal=","),))

    loaded = load_files(*files, options=told, provenance=True)

    amounts = loaded.bundle.tables["orders"].frame.select(pl.col("_file").cast(pl.String), "amount").rows()
    assert dict(amounts) == {"a.csv": Decimal("1.25"), "b.csv": Decimal(1250)}
