"""Sales whose only day stands under a header that no list knows."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest

from salesperf.sources.loaded import Loaded

Write = Callable[..., Path]
Load = Callable[..., Loaded]


def test_the_only_day_of_what_was_sold_is_the_day_of_the_sale_and_told(write_text: Write, load_files: Load) -> None:
    path = write_text(
        "购药时间,社保卡号,商品编码,商品名称,销售数量,应收金额,实收金额\n"
        "2018-01-01 星期一,1616528,236701,强力VC银翘片,6,82.8,69\n"
        "2018-01-02 星期二,1616529,236701,强力VC银翘片,-1,-13.8,-11.5\n"
    )

    loaded = load_files(path)

    orders = loaded.bundle.tables["orders"].frame
    assert orders["amount"].to_list() == [Decimal(69), Decimal("-11.5")]
    assert [str(day) for day in orders["order_date"]] == ["2018-01-01", "2018-01-02"]
    assert "orders.csv：以「购药时间」作为销售日期，该表没有其他日期列" in [note.zh for note in loaded.bundle.notes]


def test_lines_of_orders_whose_moment_no_list_knows_are_sales(write_text: Write, load_files: Load) -> None:
    path = write_text(
        "event_time,order_id,product_id,brand,price\n"
        "2020-04-24 11:50:39 UTC,229,15,samsung,162.01\n2020-04-25 11:50:39 UTC,230,16,lg,50\n"
    )

    loaded = load_files(path)

    assert loaded.bundle.tables["orders"].frame["amount"].to_list() == [Decimal("162.01"), Decimal(50)]


@pytest.mark.parametrize("header", ["入库时间", "生产日期", "due date", "Registration date", "Stock time"])
def test_a_day_of_something_else_is_left_to_the_user(header: str, write_text: Write, load_files: Load) -> None:
    path = write_text(f"{header},商品编码,商品名称,数量,金额\n2025-01-01,P1,茶,2,10\n2025-01-02,P2,米,1,20\n")

    loaded = load_files(path)

    assert "orders" not in loaded.bundle.tables


def test_of_two_days_none_is_taken(write_text: Write, load_files: Load) -> None:
    path = write_text(
        "购药时间,取药时间,商品编码,商品名称,数量,实收金额\n2025-01-01,2025-01-03,P1,茶,2,10\n2025-01-02,2025-01-04,P2,米,1,20\n"
    )

    assert "orders" not in load_files(path).bundle.tables


def test_beside_sales_with_days_nothing_is_taken(write_text: Write, load_files: Load) -> None:
    sales = write_text("订单编号,订单日期,客户,金额\nD1,2025-01-05,甲,100\n", "in/订单.csv")
    write_text("取药时间,商品编码,商品名称,数量,实收金额\n2025-01-01,P1,茶,2,10\n", "in/其他.csv")

    assert load_files(sales.parent).bundle.tables["orders"].frame["amount"].to_list() == [Decimal(100)]
