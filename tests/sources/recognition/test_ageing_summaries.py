"""Summaries of what customers owe by age."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from salesperf.sources.loaded import Loaded

Write = Callable[..., Path]
Load = Callable[..., Loaded]
_SALES = "Order ID,Order Date,Customer,Amount\n1,2025-01-03,A,100\n2,2025-01-04,B,200\n"


def _told(loaded: Loaded) -> str:
    return "\n".join(one.message for one in loaded.issues)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("AR.csv", "Customer,Current,1 - 30,31 - 60,91 and over,Total\nA,100,80,20,0,200\nB,0,30,0,40,70\n"),
        ("账龄.csv", "客户名称,应收余额,未到期,1-30天,31-60天,90天以上\n甲,200,100,80,20,0\n乙,70,0,30,0,40\n"),
        ("余额.csv", "日期,客户,金额,未到期,逾期1-30天,逾期31～60天,90天以上\n2025-03-31,甲,270,100,110,20,40\n"),
    ],
)
def test_it_is_no_sale_and_what_it_says_is_told(name: str, text: str, write_text: Write, load_files: Load) -> None:
    """100 of 270 is not due: 170 is overdue, 63.0 %."""
    loaded = load_files(write_text(_SALES, "orders.csv"), write_text(text, name).parent)

    assert loaded.bundle.tables.keys() == {"orders"}
    assert loaded.bundle.tables["orders"].frame["amount"].sum() == 300
    assert ", and no sales: 270.00 owed, of it 170.00 overdue (63.0%)" in _told(loaded)


@pytest.mark.parametrize(
    ("name", "header"),
    [("sales.csv", "Date,Customer,Amount,0-10,10-20,20-30"), ("by age.csv", "Date,Shop,Amount,18-25,26-60,60+")],
)
def test_sizes_and_ages_of_people_are_left_alone(name: str, header: str, write_text: Write, load_files: Load) -> None:
    loaded = load_files(write_text(_SALES, "orders.csv"), write_text(f"{header}\n2025-01-05,A,60,10,20,30\n", name))

    assert "a summary of what customers owe" not in _told(loaded)


def test_invoices_that_say_their_ages_are_invoices(write_text: Write, load_files: Load) -> None:
    text = "Invoice No,Customer,Invoice Date,Due Date,Amount,Balance,Current,1-30,31-60\n"

    loaded = load_files(write_text(f"{text}I1,A,2025-01-05,2025-02-04,100,100,0,100,0\n", "invoices.csv"))

    assert "invoices" in loaded.bundle.tables


_AGES = "客户名称,业务员,应收余额,未到期,1-30天,31-60天,90天以上\n甲,王磊,200,100,80,20,0\n乙,李娜,70,0,30,0,40\n"


def test_a_summary_with_who_serves_each_customer_is_one_too(write_text: Write, load_files: Load) -> None:
    loaded = load_files(write_text(_AGES, "账龄分析表.csv").parent)

    assert "customers" not in loaded.bundle.tables
    assert "270.00 owed, of it 170.00 overdue (63.0%)" in _told(loaded)


def test_beside_sales_it_still_says_who_serves_each_customer(write_text: Write, load_files: Load) -> None:
    loaded = load_files(write_text(_SALES, "orders.csv"), write_text(_AGES, "账龄分析表.csv").parent)

    assert loaded.bundle.tables["customers"].frame.height == 2
