"""What is known of a table that a file's table could be."""

from __future__ import annotations

from salesperf.core.text import same
from salesperf.sources.recognition.candidate import Candidate

ORDERS = Candidate("orders", "generic", {}, 0.5, (), certain=2)
"""An order line needs an id, a date and an amount."""


def test_a_table_is_possible_where_nothing_is_missing_and_nothing_speaks_against_it() -> None:
    assert ORDERS.is_possible
    assert not Candidate("orders", "generic", {}, 0.5, ("amount",)).is_possible
    assert not Candidate("orders", "generic", {}, 0.5, (), objection=same("a price list")).is_possible


def test_certainty_is_the_share_of_needed_columns() -> None:
    assert ORDERS.certainty == 2 / 3


def test_sales_whose_price_is_of_words_are_unread_and_a_list_of_customers_is_not() -> None:
    prices = Candidate("orders", "generic", {}, 0.5, ("amount",), unread={"unit_price": "Price"})

    assert prices.unread_for("amount") == ("unit_price",)
    assert prices.is_unread
    assert not Candidate("orders", "generic", {}, 0.5, ("amount",)).is_unread
    assert not Candidate("customers", "generic", {}, 0.5, ("customer_id",), unread={"customer_id": "No"}).is_unread
