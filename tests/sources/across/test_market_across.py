"""Market sizes that lie across, and tables that look like them, seen from the door of reading."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest

from salesperf.sources.loaded import Loaded

Write = Callable[..., Path]
WriteBook = Callable[..., Path]
Load = Callable[..., Loaded]


def _sizes(loaded: Loaded, column: str = "scope") -> list[tuple[str, str, Decimal]]:
    table = loaded.bundle.tables.get("market")
    return [] if table is None else table.frame.select("period", column, "market_size").rows()


@pytest.mark.parametrize(
    ("name", "text", "whose", "unit"),
    [
        ("market 2024.csv", "Market,Jan,Feb,Total\nAll,100,110,210\n", "All", 1),
        ("sizes.csv", "Market Size (k),2024-01,2024-02\nChina,100,110\n", "China", 1000),
        ("市场.csv", "市场规模(万元),2024年1月,2024年2月\n全国,100,110\n", "全国", 10000),
        ("行业销售额2024.csv", "市场,1月,2月\n全国,100,110\n", "全国", 1),
        ("m.csv", "Metric,2024-01,2024-02\nMarket size,100,110\nOur sales,4,5\nShare,4%,4.5%\n", "Market size", 1),
    ],
)
def test_months_across_are_one_size_a_row(
    name: str, text: str, whose: str, unit: int, *, write_text: Write, load_files: Load
) -> None:
    found = _sizes(load_files(write_text(text, name)))

    assert found == [("2024-01", whose, 100 * unit), ("2024-02", whose, 110 * unit)]


def test_the_row_of_their_total_is_the_whole_market(write_text: Write, load_files: Load) -> None:
    text = "Region,Jan,Feb,Total\nEast,50,60,110\nWest,30,30,60\nTotal,80,90,170\n"

    loaded = load_files(write_text(text, "market size 2024.csv"))

    assert _sizes(loaded, "region") == [
        *(("2024-01", "East", 50), ("2024-02", "East", 60), ("2024-01", "West", 30), ("2024-02", "West", 30)),
        *(("2024-01", "Total", 80), ("2024-02", "Total", 90)),
    ]
    (account,) = loaded.accounts
    assert (account.rows, account.loaded, dict(account.dropped)) == (3, 3, {})
    assert not loaded.issues


def test_a_total_alone_is_the_whole_market(write_text: Write, load_files: Load) -> None:
    loaded = load_files(write_text("Market,Q1,Q2\nTotal,300,310\n", "market data 2024.csv"))

    assert _sizes(loaded) == [("2024-Q1", "Total", 300), ("2024-Q2", "Total", 310)]
    assert not loaded.issues


def test_a_total_of_periods_that_is_none_is_told(write_text: Write, load_files: Load) -> None:
    loaded = load_files(write_text("区域,2024年1月,2024年2月,合计\n华东,50,60,111\n", "市场规模.csv"))

    assert len(_sizes(loaded, "region")) == 2
    assert any("合计相差 1.00" in note.zh for note in loaded.bundle.notes)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("sales by market 2024.csv", "Market,Jan,Feb\nEast,500,600\nWest,300,300\n"),
        ("Marketing 2024.csv", "Market,Jan,Feb\nEast,500,600\nWest,300,300\n"),
        ("market share 2024.csv", "Market,Jan,Feb\nEast,5%,6%\nWest,3%,3%\n"),
        ("市场费用2024.csv", "市场,1月,2月\n华东,500,600\n华南,300,300\n"),
        ("market 2024.csv", "Market,Jan Target,Feb Target\nEast,500,600\nWest,300,300\n"),
    ],
)
def test_sales_spending_shares_and_targets_are_no_sizes(
    name: str, text: str, write_text: Write, load_files: Load
) -> None:
    assert _sizes(load_files(write_text(text, name))) == []


def test_sizes_of_a_workbook_keep_the_unit_of_their_title(write_book: WriteBook, load_files: Load) -> None:
    rows = [["市场规模表（单位：万元）"], ["市场", "1月", "2月", "合计"], ["全国", 10, 11, 21]]

    loaded = load_files(write_book({"2024": rows}, "市场规模2024.xlsx"))

    assert _sizes(loaded) == [("2024-01", "全国", 100_000), ("2024-02", "全国", 110_000)]
