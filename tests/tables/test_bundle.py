from __future__ import annotations

from datetime import date

import polars as pl

from salesperf.tables.bundle import Bundle, Table

ORDERS = Table("orders", pl.DataFrame({"order_id": ["1"]}), frozenset({"order_id", "amount"}), date(2024, 3, 31))
PEOPLE = Table("people", pl.DataFrame({"rep_id": ["1"]}), frozenset({"rep_id"}))


def test_a_table_has_what_its_files_have_even_when_it_was_not_read() -> None:
    assert ORDERS.has("amount")
    assert not ORDERS.has("cost")


def test_tables_are_found_by_name() -> None:
    bundle = Bundle({"orders": ORDERS})

    assert bundle.get("orders") is ORDERS
    assert bundle.get("deals") is None
    assert "orders" in bundle
    assert "deals" not in bundle


def test_the_data_reach_as_far_as_the_table_that_reaches_farthest() -> None:
    deals = Table("deals", pl.DataFrame(), frozenset(), date(2024, 4, 2))

    assert Bundle({"orders": ORDERS, "deals": deals, "people": PEOPLE}).data_through == date(2024, 4, 2)


def test_tables_without_dates_reach_nowhere() -> None:
    assert Bundle({"people": PEOPLE}).data_through is None
