from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal
from itertools import permutations
from pathlib import Path

import polars as pl
import pytest

from salesperf.core.text import Text
from salesperf.sources.loaded import Loaded
from salesperf.sources.overlap.same_sale import told_apart_by

Write = Callable[..., Path]
Load = Callable[..., Loaded]
HEADER = ["订单号", "日期", "客户", "产品", "金额"]
Rows = Sequence[Sequence[str]]


@pytest.fixture
def orders_of(write_text: Write, load_files: Load) -> Callable[[dict[str, Rows]], Loaded]:
    """Files of orders by name, read together."""

    def read(files: dict[str, Rows]) -> Loaded:
        return load_files(*[write_text([HEADER, *rows], name) for name, rows in files.items()])

    return read


Orders = Callable[[dict[str, Rows]], Loaded]


def _frame(loaded: Loaded) -> pl.DataFrame:
    return loaded.bundle.tables["orders"].frame


def _codes(loaded: Loaded) -> list[str]:
    return [fault.code for fault in loaded.issues]


def test_numbering_that_restarts_each_month_erases_no_month(orders_of: Orders) -> None:
    # 20 orders of 1,050 each month: 3 × 21,000 = 63,000; the customers of every month are others.
    months = {
        f"{month}月.csv": [
            [f"XS-{number:03}", f"2026-{month:02}-{number:02}", f"客户{month}-{number}", "水泥", "1050"]
            for number in range(1, 21)
        ]
        for month in (1, 2, 3)
    }

    loaded = orders_of(months)

    frame = _frame(loaded)
    assert frame["amount"].sum() == Decimal(63000)
    assert frame["order_id"].n_unique() == 60
    assert {"XS-001", "XS-001 (2月.csv)", "XS-001 (3月.csv)"} <= set(frame["order_id"])
    (fault,) = [fault for fault in loaded.issues if fault.code == "R405"]
    assert fault.count == 20
    assert fault.message == (
        "20 order ids occur in several files with other dates and customers: kept as different orders"
    )
    assert "R401" not in _codes(loaded)


def test_sheets_numbered_from_one_are_different_orders(write_book: Write, load_files: Load) -> None:
    path = write_book(
        {
            "1月": [HEADER, ["1", "2026-01-05", "甲", "水泥", "10"], ["2", "2026-01-06", "乙", "水泥", "20"]],
            "2月": [HEADER, ["1", "2026-02-05", "丙", "水泥", "40"], ["2", "2026-02-06", "丁", "水泥", "80"]],
        }
    )

    frame = _frame(load_files(path))

    assert frame["amount"].sum() == Decimal(150)
    assert sorted(frame["order_id"]) == ["1", "1 (2月)", "2", "2 (2月)"]


def test_regions_with_their_own_numbering_keep_all_their_orders(orders_of: Orders) -> None:
    east = [["A1", "2026-01-05", "甲", "水泥", "100"], ["A2", "2026-01-06", "乙", "水泥", "200"]]
    south = [["A1", "2026-01-05", "丙", "水泥", "300"], ["A2", "2026-01-06", "丁", "水泥", "400"]]

    loaded = orders_of({"华东.csv": east, "华南.csv": south})

    assert _frame(loaded)["amount"].sum() == Decimal(1000)
    assert _frame(loaded)["order_id"].n_unique() == 4
    assert "R405" in _codes(loaded)


@pytest.mark.parametrize("day", ["2026-01-06", "2026-02-03"])
def test_a_file_of_returns_completes_the_sale(orders_of: Orders, day: str) -> None:
    sales = [["A1", "2026-01-05", "甲", "水泥", "100"], ["A2", "2026-01-06", "乙", "水泥", "200"]]
    returns = [["A2", day, "乙", "水泥", "-200"]]

    loaded = orders_of({"销售.csv": sales, "退货.csv": returns})

    assert _frame(loaded)["amount"].sum() == Decimal(100)
    assert sorted(_frame(loaded)["order_id"]) == ["A1", "A2", "A2"]
    assert loaded.issues == ()


def test_returns_that_the_sales_file_tells_already_count_once(orders_of: Orders) -> None:
    every = [["A2", "2026-01-06", "乙", "水泥", "200"], ["A2", "2026-01-08", "乙", "水泥", "-50"]]
    returns = [["A2", "2026-01-08", "乙", "水泥", "-50"]]

    loaded = orders_of({"全部.csv": every, "退货.csv": returns})

    assert _frame(loaded)["amount"].sum() == Decimal(150)
    assert _codes(loaded) == ["R401"]


def test_returns_by_status_complete_the_sale_too(write_text: Write, load_files: Load) -> None:
    header = [*HEADER, "状态"]
    sales = write_text([header, ["A2", "2026-01-06", "乙", "水泥", "200", "已完成"]], "销售.csv")
    returns = write_text([header, ["A2", "2026-01-06", "乙", "水泥", "200", "已退货"]], "退货.csv")

    loaded = load_files(sales, returns)

    assert sorted(_frame(loaded)["status"]) == ["已完成", "已退货"]
    assert loaded.issues == ()


def test_lines_of_an_order_in_two_monthly_files_are_one_order(orders_of: Orders) -> None:
    january = [["B1", "2026-01-31", "甲", "水泥", "100"], ["B2", "2026-01-31", "乙", "水泥", "70"]]
    february = [["B1", "2026-02-01", "甲", "瓷砖", "200"]]

    loaded = orders_of({"1月.csv": january, "2月.csv": february})

    assert _frame(loaded)["amount"].sum() == Decimal(370)
    assert _frame(loaded)["order_id"].n_unique() == 2
    assert _codes(loaded) == ["R407"]


def test_a_corrected_export_counts_and_the_change_of_money_is_told(orders_of: Orders) -> None:
    first = [["C1", "2026-01-05", "甲", "水泥", "100"], ["C1", "2026-01-05", "甲", "瓷砖", "50"]]
    second = [["C1", "2026-01-05", "甲", "水泥", "130"], ["C2", "2026-02-01", "乙", "水泥", "10"]]

    loaded = orders_of({"一.csv": first, "二.csv": second})

    assert _frame(loaded)["amount"].sum() == Decimal(140)
    assert [account.superseded for account in loaded.accounts if account.file == "一.csv"] == [2]
    assert (
        Text(
            "2 rows of 1 order stand in a later file with other amounts, which count: 150.00 became 130.00",
            "1笔订单（2行）在较晚的文件中金额不同，以较晚的文件为准：由 150.00 变为 130.00",
        )
        in loaded.bundle.notes
    )


def test_an_export_again_with_the_same_money_needs_no_note(orders_of: Orders) -> None:
    january = [["C1", "2026-01-05", "甲", "水泥", "100"]]
    both = [*january, ["C2", "2026-02-01", "乙", "水泥", "10"]]

    loaded = orders_of({"一.csv": january, "二.csv": both})

    assert _frame(loaded)["amount"].sum() == Decimal(110)
    assert _codes(loaded) == ["R401"]
    assert not any("later file" in note.en for note in loaded.bundle.notes)


def test_the_order_of_the_files_changes_nothing(write_text: Write, load_files: Load) -> None:
    files = {
        "a.csv": [["A1", "2026-01-05", "甲", "水泥", "1"], ["A2", "2026-01-05", "乙", "水泥", "2"]],
        "b.csv": [["A1", "2026-02-05", "丙", "水泥", "4"], ["A2", "2026-01-05", "乙", "水泥", "8"]],
        "c.csv": [["A1", "2026-01-09", "甲", "水泥", "-1"], ["A2", "2026-03-05", "丁", "水泥", "16"]],
    }
    paths = [write_text([HEADER, *rows], name) for name, rows in files.items()]

    results = [sorted(_frame(load_files(*some)).select("order_id", "amount").rows()) for some in permutations(paths)]

    # By last day a, b, c: A2 of b replaces that of a; A1 of b and A2 of c are other customers' orders.
    expected = [("A1", -1), ("A1", 1), ("A1 (b.csv)", 4), ("A2", 8), ("A2 (c.csv)", 16)]
    assert results == [[(key, Decimal(amount)) for key, amount in expected]] * 6


def test_customers_that_are_not_asked_for_tell_orders_apart_nevertheless(write_text: Write, load_files: Load) -> None:
    paths = [
        write_text([HEADER, ["A1", "2026-01-05", customer, "水泥", "100"]], name)
        for name, customer in (("x.csv", "甲"), ("y.csv", "乙"))
    ]

    loaded = load_files(*paths, needs={"orders": frozenset({"amount", "order_date"})})

    assert _frame(loaded)["amount"].sum() == Decimal(200)


def test_a_customer_column_all_files_have_goes_before_one_of_some() -> None:
    assert told_apart_by([{"customer_id", "customer_name"}, {"customer_name", "line_id"}]) == ("customer_name", None)
    assert told_apart_by([{"customer_id", "customer_name", "line_id"}] * 2) == ("customer_id", "line_id")
    assert told_apart_by([{"amount"}, {"amount"}]) == (None, None)
