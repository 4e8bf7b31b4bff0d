from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal
from pathlib import Path

import polars as pl
import pytest

from salesperf.core.text import Text
from salesperf.sources.loaded import Loaded

Write = Callable[..., Path]
Load = Callable[..., Loaded]
HEADER = ["订单号", "日期", "客户", "产品", "金额"]
Rows = Sequence[Sequence[str]]


@pytest.fixture
def orders_of(write_text: Write, load_files: Load) -> Callable[..., Loaded]:
    """Files of orders by name, read together."""

    def read(files: dict[str, Rows], header: Sequence[str] = HEADER) -> Loaded:
        return load_files(*[write_text([header, *rows], name) for name, rows in files.items()])

    return read


Orders = Callable[..., Loaded]


def _frame(loaded: Loaded) -> pl.DataFrame:
    return loaded.bundle.tables["orders"].frame


def _codes(loaded: Loaded) -> list[str]:
    return [fault.code for fault in loaded.issues]


def _of(month: int, days: Sequence[int], *, amount: str = "100") -> list[list[str]]:
    return [
        [f"A{number}", f"2026-{month:02}-{day:02}", f"客户{number}", "水泥", amount] for number, day in enumerate(days)
    ]


def test_an_order_whose_date_a_later_export_corrects_counts_once(orders_of: Orders) -> None:
    first = _of(1, [5, 6, 7])
    again = _of(1, [5, 9, 7])

    loaded = orders_of({"一月.csv": first, "一月更正.csv": again})

    assert _frame(loaded)["amount"].sum() == Decimal(300)
    assert str(_frame(loaded).filter(pl.col("order_id") == "A1")["order_date"].item()) == "2026-01-09"
    (fault,) = [fault for fault in loaded.issues if fault.code == "R407"]
    assert (fault.message, fault.value) == ("1 order stands in a later export with another date, which counts", "A1")
    assert loaded.accounts[0].superseded == 3


def test_a_number_with_another_date_in_another_month_counts_and_is_told(orders_of: Orders) -> None:
    header = ["订单号", "日期", "金额"]
    months = {
        f"{month}月.csv": [[f"XS-{number}", f"2026-{month:02}-{number + 1:02}", "10"] for number in range(20)]
        for month in (1, 2)
    }

    loaded = orders_of(months, header)

    # 2 × 20 × 10; the 200 of January would be counted twice if February corrected it.
    assert _frame(loaded)["amount"].sum() == Decimal(400)
    (fault,) = [fault for fault in loaded.issues if fault.code == "R407"]
    assert fault.count == 20
    assert fault.message == (
        "20 order ids stand in several files with other dates, and all their rows count; if a later file corrects an "
        "earlier one, 200.00 is counted twice"
    )
    assert (
        Text(
            fault.message,
            "20个订单号在多个文件中日期不同，各行均计入；如较晚的文件是对较早文件的更正，则有 200.00 被重复计算",
        )
        in loaded.bundle.notes
    )


def test_shops_that_number_alike_without_customers_keep_their_sales(orders_of: Orders) -> None:
    header = ["订单号", "日期", "金额"]
    east = [[str(number), f"2026-01-{number + 1:02}", "10"] for number in range(20)]
    south = [[str(number), f"2026-01-{20 - number:02}", "10"] for number in range(20)]

    loaded = orders_of({"华东.csv": east, "华南.csv": south}, header)

    assert _frame(loaded)["amount"].sum() == Decimal(400)
    assert _codes(loaded) == ["R407"]


def test_a_contract_that_is_billed_each_month_counts_each_month(orders_of: Orders) -> None:
    # February's export begins on 25 January again: of January's ten orders it has two.
    january = _of(1, [5, 6, 7, 8, 9, 10, 11, 12, 27, 28])
    february = [january[8], january[9], ["A0", "2026-02-05", "客户0", "水泥", "100"]]

    loaded = orders_of({"1月.csv": january, "2月.csv": february})

    # 10 of January, 1 of February.
    assert _frame(loaded)["amount"].sum() == Decimal(1100)
    assert sorted(set(_codes(loaded))) == ["R401", "R407"]


def test_a_line_of_its_own_number_on_another_day_needs_no_word(orders_of: Orders) -> None:
    header = ["订单号", "行号", "日期", "金额"]

    loaded = orders_of(
        {"1月.csv": [["A1", "1", "2026-01-31", "10"]], "2月.csv": [["A1", "2", "2026-02-01", "20"]]}, header
    )

    assert _frame(loaded)["amount"].sum() == Decimal(30)
    assert loaded.issues == ()


def test_one_order_alone_with_another_date_proves_nothing(orders_of: Orders) -> None:
    loaded = orders_of({"a.csv": _of(1, [5]), "b.csv": _of(1, [6])})

    assert _frame(loaded)["amount"].sum() == Decimal(200)
    assert _codes(loaded) == ["R407"]
