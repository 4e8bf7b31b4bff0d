from __future__ import annotations

from salesperf.engine import Match
from salesperf.facts.lookup import repeated, unmatched


def test_a_lookup_without_faults_has_no_findings() -> None:
    match = Match(unmatched_left=0, unmatched_left_keys=(), duplicate_right=0, unmatched_right=9)

    assert unmatched(match, table="products", line_key="product_id") == ()
    assert repeated(match, table="products", key="product_id") == ()


def test_unmatched_keys_are_counted_in_lines_and_ten_are_named() -> None:
    match = Match(unmatched_left=40, unmatched_left_keys=tuple("abcdefghijkl"), duplicate_right=0, unmatched_right=0)

    (found,) = unmatched(match, table="products", line_key="product_id")

    assert (found.code, found.count, found.where.column) == ("F506", 40, "product_id")
    assert found.message == (
        "12 keys are not in the products table: 'a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j' and 2 more"
    )


def test_repeated_keys_are_counted() -> None:
    match = Match(unmatched_left=0, unmatched_left_keys=(), duplicate_right=3, unmatched_right=0)

    (found,) = repeated(match, table="customers", key="customer_id")

    assert (found.code, found.count, found.where.column) == ("F507", 3, "customer_id")
