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


def test_a_table_may_say_its_decimal_mark(write_text: Callable[..., Path], load_files: Callable[..., Loaded]) -> None:
    lines = {"a.csv": "1;2026-01-05;1.250", "b.csv": "2;2026-01-05;1.250"}
    files = [write_text(f"order id;order date;amount\n{line}\n", name) for name, line in lines.items()]
    told = ReadOptions(tables=(TableOptions("orders", ("b.csv",), decimal=","),))

    loaded = load_files(*files, options=told, provenance=True)

    amounts = loaded.bundle.tables["orders"].frame.select(pl.col("_file").cast(pl.String), "amount").rows()
    assert dict(amounts) == {"a.csv": Decimal("1.25"), "b.csv": Decimal(1250)}
