"""Tables of expenses under headers that sales have too."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from salesperf.sources.loaded import Loaded

Write = Callable[..., Path]
Load = Callable[..., Loaded]
_SALES = "Order ID,Order Date,Customer,Amount\n1,2025-01-03,A,100\n2,2025-01-04,B,200\n"
_SPENT = "Date,Employee,Category,Customer,Amount\n2025-01-10,Ann,Hotel,A,30\n2025-02-10,Bob,Flight,B,50\n"
_ZH = "日期,业务员,客户,金额\n2025-01-10,张三,甲,30\n"


def _notes(loaded: Loaded) -> str:
    return "\n".join(note.en for note in loaded.bundle.notes)


@pytest.mark.parametrize("name", ["Travel expenses.csv", "Expense report 2025.csv", "Expenses Q1.csv"])
def test_what_was_spent_and_on_what_is_a_cost(name: str, write_text: Write, load_files: Load) -> None:
    loaded = load_files(write_text(_SALES, "orders.csv"), write_text(_SPENT, name))

    assert loaded.bundle.tables["orders"].frame["amount"].sum() == 300
    assert loaded.bundle.tables["costs"].frame["amount"].sum() == 80
    assert "2 rows read as costs (80.00 in all), and no sales" in _notes(loaded)
    assert f'\nfiles = ["{name}"]\ncounts_as = "sales"' in _notes(loaded)


@pytest.mark.parametrize("name", ["差旅费.csv", "业务招待费2025.csv", "报销明细.csv"])
def test_what_does_not_say_what_for_is_left_out_and_told(name: str, write_text: Write, load_files: Load) -> None:
    loaded = load_files(write_text(_SALES, "orders.csv"), write_text(_ZH, name))

    assert loaded.bundle.tables["orders"].frame["amount"].sum() == 300
    assert "costs" not in loaded.bundle.tables
    assert "1 row left out (30.00 in all), taken for expenses" in _notes(loaded)


def test_alone_it_may_be_what_was_sold(write_text: Write, load_files: Load) -> None:
    loaded = load_files(write_text(_SALES, "Travel expenses.csv"))

    assert loaded.bundle.tables["orders"].frame["amount"].sum() == 300
    assert "2 rows count as sales (300.00 in all), though they may be expenses" in _notes(loaded)


def test_categories_of_goods_are_no_costs(write_text: Write, load_files: Load) -> None:
    goods = "Date,Customer,Category,Amount\n2025-01-10,A,Chairs,30\n"

    loaded = load_files(write_text(_SALES, "orders.csv"), write_text(goods, "Expenses.csv"))

    assert "costs" not in loaded.bundle.tables
