"""Which table a file is, with the user's word first."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from salesperf.core.errors import Severity
from salesperf.sources.loaded import Loaded
from salesperf.sources.options import ReadOptions, TableOptions

Write = Callable[..., Path]
Load = Callable[..., Loaded]


def _column(loaded: Loaded, column: str, table: str = "orders") -> list[Any]:
    return loaded.bundle.tables[table].frame[column].to_list()


def _codes(loaded: Loaded, *, errors_only: bool = False) -> list[str]:
    return [one.code for one in loaded.issues if not errors_only or one.severity is Severity.ERROR]


def test_the_configuration_goes_before_evidence(write_text: Write, load_files: Load) -> None:
    path = write_text("nr,tag,wert\n1,05.01.2026,10\n", "verkauf.csv")
    table = TableOptions("orders", ("verkauf*.csv",), columns={"order_id": "nr", "order_date": "tag", "amount": "wert"})

    loaded = load_files(path, options=ReadOptions(tables=(table,), date_order="dmy"))

    assert _column(loaded, "amount") == [Decimal(10)]
    assert {mapped.how for mapped in loaded.recognitions[0].mapped} == {"config"}


def test_the_word_of_the_user_decides_the_table(write_text: Write, load_files: Load) -> None:
    path = write_text(
        "order no,order date,invoice no,invoice date,customer id,amount,status\n1,2026-01-05,7,2026-01-06,C,5,paid\n"
    )

    assert [one.code for one in load_files(path).issues] == ["R203"]
    assert list(load_files(path, options=ReadOptions(as_table="invoices")).bundle.tables) == ["invoices"]


def test_a_sheet_of_notes_beside_the_orders_is_no_fault(write_book: Write, load_files: Load) -> None:
    orders = [("Order ID", "Order Date", "Customer", "Amount"), ("1", "2026-01-05", "Acme", 10)]
    path = write_book({"Orders": orders, "说明": [("如有疑问请联系财务部",), ("v1",)]})

    loaded = load_files(path)

    assert _column(loaded, "amount") == [Decimal(10)]
    assert _codes(loaded, errors_only=True) == []
    assert "R202" in _codes(loaded)


@pytest.mark.parametrize(
    "rows", [["C1,甲,华东", "C2,乙,华南", "C1,甲公司,华东"], [f"C{n % 9},甲{n},华东" for n in range(10)]]
)
def test_a_list_of_customers_may_hold_a_key_twice(write_text: Write, load_files: Load, rows: list[str]) -> None:
    path = write_text("\n".join(["客户编号,客户名称,区域", *rows]) + "\n", "客户.csv")

    loaded = load_files(path)

    assert loaded.recognitions[0].table == "customers"
    assert loaded.bundle.tables["customers"].frame.height == len(rows)


@pytest.mark.parametrize(
    "head",
    [
        "Task,Responsible,Due,Status",
        "Action,Owner,Due Date,Created",
        "待办,负责人,截止日期,状态",
        "事项,责任人,截止,进度",
    ],
)
def test_a_list_of_what_is_to_be_done_needs_no_day_on_which_it_was_raised(
    write_text: Write, load_files: Load, head: str
) -> None:
    last = "2026-04-01" if head.endswith("Created") else "open"

    loaded = load_files(write_text(f"{head}\nCall Alder,Ann,2026-05-05,{last}\n", "list.csv"))

    assert [one.table for one in loaded.recognitions] == ["actions"]
    assert loaded.bundle.tables["actions"].frame["text"].to_list() == ["Call Alder"]
