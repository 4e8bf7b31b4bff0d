from __future__ import annotations

from decimal import Decimal

import polars as pl

from salesperf.engine import Frame, Match, joined, small
from salesperf.facts.lookup import repeated, unmatched
from salesperf.tables.schema import MONEY

KNOWN = small({"name": ["GTX Pro", "MG Special"]}, {"name": pl.String()})


def _lines(keys: list[str]) -> Frame:
    nets = [Decimal(place + 1) for place in range(len(keys))]
    return small({"product_name": keys, "net": nets}, {"product_name": pl.String(), "net": MONEY})


def _match(lines: Frame) -> Match:
    return joined(lines, KNOWN, on="product_name", right_on="name")[1]


def test_a_lookup_without_faults_has_no_findings() -> None:
    lines = _lines(["GTX Pro", "MG Special"])
    match = _match(lines)

    assert unmatched(match, lines, KNOWN, on="product_name", right_on="name", table="products") == ()
    assert repeated(match, table="products", key="product_id") == ()


def test_an_unmatched_key_is_told_with_its_lines_its_money_and_what_it_may_mean() -> None:
    lines = _lines(["GTXPro", "MG Special", "GTXPro", "Zeta 9"])
    (found,) = unmatched(_match(lines), lines, KNOWN, on="product_name", right_on="name", table="products")

    assert (found.code, found.count, found.where.column) == ("F506", 3, "product_name")
    # GTXPro: 1 + 3; Zeta 9: 4, told by its key as the money is the same
    assert found.message == (
        "2 keys are not in the products table: 'GTXPro' (2 rows, 4; nearest 'GTX Pro'), 'Zeta 9' (1 row, 4)"
    )


def test_of_many_unmatched_keys_the_ten_heaviest_are_named() -> None:
    lines = _lines([f"{letter * 9}" for letter in "abcdefghijkl"])
    (found,) = unmatched(_match(lines), lines, KNOWN, on="product_name", right_on="name", table="products")

    assert found.count == 12
    assert found.message.startswith("12 keys are not in the products table: 'lllllllll' (1 row, 12), 'kkkkkkkkk'")
    assert found.message.endswith(" and 2 more")


def test_repeated_keys_are_counted() -> None:
    match = Match(unmatched_left=0, unmatched_left_keys=(), duplicate_right=3, unmatched_right=0)

    (found,) = repeated(match, table="customers", key="customer_id")

    assert (found.code, found.count, found.where.column) == ("F507", 3, "customer_id")
