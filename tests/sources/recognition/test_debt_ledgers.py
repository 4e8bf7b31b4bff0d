"""Ledgers of receivables are what is owed, and no sales."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest

from salesperf.sources.loaded import Loaded
from salesperf.sources.options import ReadOptions, TableOptions

Write = Callable[..., Path]
Load = Callable[..., Loaded]
_LEDGER = (
    "客户名称,合同编号,开票日期,应收金额,已回款金额,未回款金额,应收日期\n"
    "宏远,HT01,2025-01-10,12,12,0,2025-02-09\n"
    "新城,HT02,2025-01-20,8,5,3,2025-02-19\n"
)
_SALES = "订单编号,下单日期,客户名称,金额\nA1,2025-01-10,宏远,12\nA2,2025-01-20,新城,8\n"


def _notes(loaded: Loaded) -> str:
    return "\n".join(note.en for note in loaded.bundle.notes)


@pytest.mark.parametrize("name", ["应收账款台账.csv", "台账.csv", "2025 receivables.csv"])
@pytest.mark.parametrize("beside", [True, False])
def test_a_ledger_is_owed_and_sold_nowhere(name: str, beside: bool, write_text: Write, load_files: Load) -> None:  # noqa: FBT001
    files = [write_text(_LEDGER, name=name), *([write_text(_SALES, name="销售订单.csv")] if beside else [])]

    loaded = load_files(*files)

    tables = loaded.bundle.tables
    assert tables["invoices"].owed_alone
    assert tables["invoices"].frame["balance"].sum() == 3
    assert ("orders" in tables) is beside
    assert not beside or tables["orders"].frame["amount"].sum() == 20
    assert "2 rows of a ledger of receivables (20.00 in all)" in _notes(loaded)
    assert [one.code for one in loaded.issues] == ["R215"]


def test_days_of_contracts_are_those_of_what_is_owed(write_text: Write, load_files: Load) -> None:
    text = "合同号,客户名称,签订日期,应收金额,已收金额,未收金额\nH1,宏远,2025-01-05,1000,400,600\n"

    found = load_files(write_text(text, "应收账款.csv")).bundle.tables["invoices"]

    assert found.owed_alone
    assert found.frame["invoice_id"].to_list() == ["H1"]


def test_the_unit_of_the_title_is_in_the_sum_that_is_told(write_book: Callable[..., Path], load_files: Load) -> None:
    rows = [["应收账款台账", "", "", "", "", "", "单位：万元"], *(line.split(",") for line in _LEDGER.splitlines())]

    loaded = load_files(write_book({"应收台账": rows}))

    assert "(200,000.00 in all)" in _notes(loaded)
    assert [(one.rows, one.loaded) for one in loaded.accounts] == [(3, 2)]


def test_the_user_says_that_a_ledger_is_of_sales(write_text: Write, load_files: Load) -> None:
    told = TableOptions("orders", files=("应收账款.csv",), counts_as="sales")

    tables = load_files(write_text(_LEDGER, "应收账款.csv"), options=ReadOptions(tables=(told,))).bundle.tables

    assert sum(tables["orders"].frame["total_amount"].to_list(), Decimal(0)) == 20
    assert not tables["invoices"].owed_alone


def test_the_user_says_that_a_list_of_invoices_is_owed_alone(write_text: Write, load_files: Load) -> None:
    text = "Invoice No,Customer,Invoice Date,Due Date,Amount,Balance\nI1,A,2025-01-10,2025-02-09,600,100\n"
    told = TableOptions("invoices", files=("list.csv",), counts_as="owed")

    loaded = load_files(write_text(text, "list.csv"), options=ReadOptions(tables=(told,)))

    assert loaded.bundle.tables["invoices"].owed_alone
    assert [one.code for one in loaded.issues] == []


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("invoices.csv", "Invoice No,Customer,Invoice Date,Due Date,Amount,Balance\nI1,A,2025-01-10,2025-02-09,6,1\n"),
        ("门店流水.csv", "单号,日期,门店,应收金额,实收金额\nX1,2025-01-10,东店,100,95\nX2,2025-01-11,东店,50,50\n"),
        ("应收明细.csv", "单号,日期,客户,产品,数量,应收金额,已收金额\nX1,2025-01-10,甲,漆,2,100,95\n"),
        ("应收款.csv", "单号,日期,客户,金额\nX1,2025-01-10,甲,100\n"),
    ],
)
def test_sales_that_look_alike_stay_sales(name: str, text: str, write_text: Write, load_files: Load) -> None:
    tables = load_files(write_text(text, name)).bundle.tables

    assert not any(table.owed_alone for table in tables.values())
    assert not {"orders", "invoices"}.isdisjoint(tables)


def test_a_ledger_of_payables_is_nothing_of_customers(write_text: Write, load_files: Load) -> None:
    text = "Bill No,Vendor,Bill Date,Due Date,Amount,Balance\nB1,Steel Co,2025-01-10,2025-02-09,600,100\n"

    tables = load_files(write_text(_SALES, "订单.csv"), write_text(text, "AP Aging.csv")).bundle.tables

    assert "invoices" not in tables


def test_beside_a_list_of_invoices_a_ledger_is_left_out(write_text: Write, load_files: Load) -> None:
    text = "发票号,客户,开票日期,到期日期,金额\nF1,宏远,2025-01-10,2025-02-09,12\n"

    loaded = load_files(write_text(text, "发票.csv"), write_text(_LEDGER, "应收账款台账.csv"))

    assert loaded.bundle.tables["invoices"].frame.height == 1
    assert not loaded.bundle.tables["invoices"].owed_alone
