"""Headers of one key."""

from __future__ import annotations

import pytest

from salesperf.sources.pieces.near_headers import are_near, base_words


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("TerritoryKey", "SalesTerritoryKey"),
        ("Store", "StoreID"),
        ("Store Name", "store_code"),
        ("CustKey", "CustomerKey"),
        ("门店编码", "门店编号"),
        ("所属区域编码", "区域编码"),
    ],
)
def test_headers_that_differ_by_a_word_or_an_ending_are_near(one: str, other: str) -> None:
    assert are_near(base_words(one), base_words(other))


@pytest.mark.parametrize(
    ("one", "other"),
    [("Order ID", "Order Type"), ("Ship Territory Key", "Sales Territory Key"), ("Key", "ID"), ("Store", "Region ID")],
)
def test_headers_of_other_things_are_not(one: str, other: str) -> None:
    assert not are_near(base_words(one), base_words(other))
