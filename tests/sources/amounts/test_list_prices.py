"""Prices on the tag: goods are worth them where nothing better is said, and beside an amount they say nothing."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest

from salesperf.sources.amounts.list_prices import is_list_price
from salesperf.sources.loaded import Loaded

Write = Callable[..., Path]
Load = Callable[..., Loaded]


@pytest.mark.parametrize(
    ("header", "says"),
    [("指导价", True), ("MSRP", True), ("建议零售价", True), ("中标价", False), ("Unit price", False)],
)
def test_headers_of_list_prices(header: str, says: bool) -> None:  # noqa: FBT001 -- the expected verdict
    assert is_list_price(header) is says


def test_a_price_on_the_tag_is_the_price_where_nothing_says_what_was_paid(write_text: Write, load_files: Load) -> None:
    path = write_text("日期,单号,客户,数量,吊牌价\n2025-01-03,D1,甲,2,100\n2025-01-04,D2,乙,1,300\n")

    assert load_files(path).bundle.tables["orders"].frame["amount"].to_list() == [200, 300]


def test_beside_an_amount_it_is_no_price_of_the_line(write_text: Write, load_files: Load) -> None:
    path = write_text("日期,单号,客户,数量,吊牌价,金额\n2025-01-03,D1,甲,2,100,170\n2025-01-04,D2,乙,1,300,240\n")

    (one,) = load_files(path).recognitions

    assert ("吊牌价" in one.unmapped, "unit_price" in {mapped.column for mapped in one.mapped}) == (True, False)


def test_a_price_that_the_user_named_stays(write_text: Write, load_files: Load) -> None:
    path = write_text("日期,单号,客户,数量,成交价,吊牌价\n2025-01-03,D1,甲,2,90,100\n2025-01-04,D2,乙,1,250,300\n")

    assert load_files(path).bundle.tables["orders"].frame["amount"].to_list() == [180, 250]


def test_english_order_items_are_worth_their_list_price_less_the_discount(write_text: Write, load_files: Load) -> None:
    path = write_text(
        "order_id,order_date,item_id,quantity,list_price,discount\n1,2016-01-01,1,2,599.99,0.20\n2,2016-01-02,1,1,100,0.05\n"
    )

    # 2 x 599.99 x 0.8, 1 x 100 x 0.95
    assert load_files(path).bundle.tables["orders"].frame["amount"].to_list() == [Decimal("959.984"), Decimal(95)]


def test_beside_an_english_amount_the_list_price_is_no_price_of_the_line(write_text: Write, load_files: Load) -> None:
    path = write_text("Date,Order ID,Qty,List Price,Amount\n2025-01-03,D1,2,100,170\n2025-01-04,D2,1,300,240\n")

    (one,) = load_files(path).recognitions

    assert ("List Price" in one.unmapped, "unit_price" in {mapped.column for mapped in one.mapped}) == (True, False)
