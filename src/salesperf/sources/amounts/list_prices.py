"""Prices on the tag (吊牌价, 指导价): worth of goods where nothing better is said, and nothing beside an amount."""

from __future__ import annotations

import re

from salesperf.sources.known import Known, with_found

_LIST_PRICE = re.compile(
    r"(?i)\b(?:list|retail|original|regular|full)[ _]?price\b|\bmsrp\b|\brrp\b"
    r"|原价|原单价|(?<![中投招])标价|吊牌价|牌价|零售价|指导价|市场价|划线价"
)
_ON_TAG = re.compile(r"(?i)吊牌价|指导价|零售价|\b(?:list|retail|recommended)[ _]?price\b|\bmsrp\b|\brrp\b")
"""The price on the tag, which a line of sales may have for information."""
_AMOUNTS = frozenset({"amount", "total_amount", "list_amount"})


def is_list_price(header: str) -> bool:
    """Whether a header is of prices before discounts, beside which another price is the one after them.

    >>> is_list_price("吊牌价"), is_list_price("List Price"), is_list_price("成交价")
    (True, True, False)
    """
    return _LIST_PRICE.search(header) is not None


def without_tag_prices(one: Known) -> Known:
    """The table without a price on the tag as its unit price, where an amount says what was paid."""
    price = one.found.get("unit_price")
    has_amount = one.table == "orders" and not _AMOUNTS.isdisjoint(one.found)
    if price is None or price.how == "config" or not has_amount or not _ON_TAG.search(price.header):
        return one
    found = {column: mapped for column, mapped in one.found.items() if column != "unit_price"}
    return with_found(one, found)
