"""Why rows are no sales."""

from __future__ import annotations

import polars as pl

from salesperf.sources.recognition.no_sales import lack_of_sales, why_no_sale
from salesperf.sources.recognition.sample import Sample


def _sample(**columns: list[str]) -> Sample:
    names = {name.replace("_", " "): cells for name, cells in columns.items()}
    return Sample(tuple(names), pl.DataFrame(names))


_IDS = ["1", "2", "3"]
_CELLS = ["5", "6", "7"]


def _why(*headers: str, **own: list[str]) -> str | None:
    sample = _sample(**{**dict.fromkeys(headers, _CELLS), **own})
    why = why_no_sale(sample)
    return None if why is None else why.en


def test_goods_with_links_ratings_and_days_of_crawling_are_a_list_of_products() -> None:
    said = _why("crawl_timestamp", "product_url", "product_name", "retail_price", "image")

    assert said == "a list of products by 'crawl timestamp', 'product url', 'retail price': no row is a sale"
    assert _why("update_time", "id", "title", "price", "sale_count", "comment_count", "店名") is not None
    assert _why("标题", "价格", "月销", "评论数", "店铺") is not None


def test_orders_with_brands_and_links_are_sales_all_the_same() -> None:
    assert _why("order_id", "product_url", "product_name", "image", "rating", "price") is None
    assert _why("商品", "店铺", "图片", "评价", "数量", "金额") is None
    assert _why("product", "brand", "description", "customer", "rating", "amount") is None


def test_one_row_a_customer_is_no_sale() -> None:
    said = _why("Gender", "Age", "Total Spend", ID=_IDS)

    assert said == "one row a customer ('ID', 'Gender', 'Age'): no row is a sale"


def test_customers_that_come_again_or_what_they_bought_are_sales() -> None:
    assert _why("Gender", "Age", "Purchase", User_ID=["1", "1", "2"]) is None
    assert _why("Gender", "Age", "Product", "Purchase", Customer_ID=_IDS) is None
    assert _why("Gender", "Amount", Customer_ID=_IDS) is None


def test_what_is_lacking_is_said_in_words() -> None:
    assert lack_of_sales({"order_date", "amount"}) is None
    assert lack_of_sales({"order_date", "quantity", "unit_price"}) is None
    lacks = [lack_of_sales(has) for has in ({"order_date"}, {"amount"}, set[str]())]
    assert [one.en for one in lacks if one] == [
        "no column of money",
        "no column of days",
        "no column of days, no column of money",
    ]
