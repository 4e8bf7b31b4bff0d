"""The account of sales with debit and credit, and accounts that look like it, seen from the door of reading."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest

from salesperf.sources.loaded import Loaded

Write = Callable[..., Path]
Load = Callable[..., Loaded]
_ROWS = (
    "Date,Reference,Customer,Description,Debit,Credit\n2024-01-03,INV-1,Ann,Goods,,1000.00\n"
    "2024-01-11,INV-2,Bob,Goods,,400.10\n2024-01-15,CN-1,Ann,Return,150.00,\n"
)


def _amounts(loaded: Loaded) -> list[Decimal]:
    table = loaded.bundle.tables.get("orders")
    return [] if table is None else table.frame["amount"].to_list()


def test_credits_less_debits_are_the_amount(write_text: Write, load_files: Load) -> None:
    loaded = load_files(write_text(_ROWS, name="sales ledger 4000.csv"))

    assert _amounts(loaded) == [Decimal(1000), Decimal("400.10"), Decimal(-150)]
    assert any("'Credit' (1,400.10 in all) less 'Debit' (150.00)" in note.en for note in loaded.bundle.notes)


def test_a_chinese_account_of_revenue(write_book: Write, load_files: Load) -> None:
    rows = [["科目：6001 主营业务收入"], ["日期", "凭证字号", "客户", "摘要", "借方金额", "贷方金额"]]
    rows += [["2025-01-05", "记-3", "甲", "销售A产品", None, 1000], ["2025-01-15", "记-9", "乙", "冲销", 200, None]]

    assert _amounts(load_files(write_book({"明细账": rows}, name="明细账.xlsx"))) == [Decimal(1000), Decimal(-200)]


@pytest.mark.parametrize(
    ("name", "rows"),
    [
        ("customer statement.csv", _ROWS),
        ("sales ledger.csv", _ROWS.replace("Return", "Payment received")),
        ("sales ledger.csv", _ROWS.replace("Debit,Credit", "Credit,Debit")),
        ("sales ledger.csv", _ROWS.replace("Customer", "Account")),
        ("sales ledger.csv", _ROWS.replace("Goods,,400.10", "Balance b/f,,400.10")),
        ("sales ledger.csv", _ROWS.replace("150.00", "n/k")),
    ],
)
def test_other_accounts_have_no_sales_worked_out(name: str, rows: str, write_text: Write, load_files: Load) -> None:
    assert _amounts(load_files(write_text(rows, name=name))) == []
