"""Costs that lie across, and tables that look like them, seen from the door of reading."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest

from salesperf.sources.loaded import Loaded

Write = Callable[..., Path]
Load = Callable[..., Loaded]


def _costs(loaded: Loaded) -> list[tuple[str, str, Decimal]]:
    table = loaded.bundle.tables.get("costs")
    return [] if table is None else table.frame.select("period", "kind", "amount").rows()


def test_months_across_are_one_cost_a_row_and_a_total_of_them_is_left_out(write_text: Write, load_files: Load) -> None:
    path = write_text(
        "Cost Type,Jan,Feb,Total\nSales salaries,100,120,220\nAdvertising,,80,80\nTotal,100,200,300\n",
        name="Selling expenses 2026.csv",
    )

    loaded = load_files(path)

    assert _costs(loaded) == [
        ("2026-01", "Sales salaries", Decimal(100)),
        ("2026-02", "Sales salaries", Decimal(120)),
        ("2026-02", "Advertising", Decimal(80)),
    ]
    (account,) = loaded.accounts
    assert (account.rows, account.loaded, dict(account.dropped)) == (3, 2, {"total": 1})
    assert account.note is not None
    assert "2 rows hold 3 costs" in account.note.en
    assert "'Total' are sums of the others" in account.note.en


def test_a_total_that_is_none_is_told_with_what_lies_between(write_text: Write, load_files: Load) -> None:
    path = write_text("费用类型,2026年1月,2026年2月,合计\n广告费,100,200,350\n差旅费,10,20,30\n")

    loaded = load_files(path)

    assert len(_costs(loaded)) == 4
    assert any("合计相差 50.00" in note.zh for note in loaded.bundle.notes)


def test_quarters_beside_their_months_do_not_count_again(write_text: Write, load_files: Load) -> None:
    path = write_text("费用项目,1月,2月,3月,一季度\n广告费,1,2,3,6\n差旅费,4,5,6,15\n", name="2026年费用.csv")

    assert sum(amount for _, _, amount in _costs(load_files(path))) == 21


def test_kinds_across_are_one_cost_a_row(write_text: Write, load_files: Load) -> None:
    path = write_text("月份,广告费,差旅费,房租,合计\n2026-01,100,20,500,620\n2026-02,200,40,500,740\n", name="费用.csv")

    found = _costs(load_files(path))

    assert [(kind, amount) for period, kind, amount in found if period == "2026-02"] == [
        ("广告费", Decimal(200)),
        ("差旅费", Decimal(40)),
        ("房租", Decimal(500)),
    ]
    assert sum(amount for _, _, amount in found) == 1360


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("2026费用预算.csv", "费用类型,1月,2月\n广告费,1,2\n"),
        ("2026损益.csv", "项目,1月,2月\n销售收入,100,200\n销售费用,10,20\n"),
        ("费用.csv", "费用类型,1月,2月\n广告费,1,2\n"),
        ("Sales 2026.csv", "Region,Jan,Feb\nEast,1,2\nWest,3,4\n"),
        ("市场.csv", "月份,市场规模,最大竞争对手\n2026-01,100,10\n2026-02,100,10\n"),
        ("orders 2026.csv", "Order Date,Order No,Amount,Freight cost,Commission\n2026-01-05,1,10,1,1\n"),
    ],
)
def test_plans_profits_sales_and_years_nobody_names_are_no_costs(
    name: str, text: str, write_text: Write, load_files: Load
) -> None:
    assert "costs" not in load_files(write_text(text, name=name)).bundle.tables


@pytest.mark.parametrize(
    ("name", "text", "periods"),
    [
        ("costs 2024.csv", "Month,Salaries,Travel,Total\nJan,500,100,600\nFeb,500,150,650\n", ["2024-01", "2024-02"]),
        ("2024年费用.csv", "月份,工资,差旅费,费用合计\n1月,500,100,600\n2月,500,150,650\n", ["2024-01", "2024-02"]),
        (
            "costs.csv",
            "Quarter,Salaries,Travel,Total costs\nQ1 2024,500,100,600\nQ2 2024,500,150,650\n",
            ["Q1 2024", "Q2 2024"],
        ),
    ],
)
def test_kinds_across_have_the_periods_of_their_rows_and_no_total(
    name: str, text: str, periods: list[str], write_text: Write, load_files: Load
) -> None:
    found = _costs(load_files(write_text(text, name)))

    assert [(period, amount) for period, _, amount in found] == [
        *((periods[0], 500), (periods[0], 100)),
        *((periods[1], 500), (periods[1], 150)),
    ]


def test_kinds_that_nobody_knows_are_costs_where_a_total_proves_it(write_text: Write, load_files: Load) -> None:
    text = "Month,Salaries,Travel,Software,Total\n2024-01,500,100,50,650\n2024-02,500,150,50,700\n"

    found = _costs(load_files(write_text(text, "costs.csv")))

    assert sum(amount for _, kind, amount in found if kind == "Software") == 100
    assert sum(amount for _, _, amount in found) == 1350


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("costs.csv", "Month,Salaries,Travel,Headcount\n2024-01,500,100,8\n2024-02,500,150,9\n"),
        ("costs.csv", "Month,Salaries,Travel,Headcount,Total\n2024-01,500,100,8,600\n2024-02,500,150,9,650\n"),
        ("costs.csv", "Month,Salaries,Travel,Total\nJan,500,100,600\nFeb,500,150,650\n"),
        ("costs 2024.csv", "Month,Salaries,Travel\nJan,500,100\nFeb,500,150\nJan,510,100\n"),
    ],
)
def test_a_column_that_no_total_proves_and_months_of_no_year_are_no_costs(
    name: str, text: str, write_text: Write, load_files: Load
) -> None:
    assert _costs(load_files(write_text(text, name))) == []
