from __future__ import annotations

from salesperf.facts.needed import columns_needed


def test_a_plain_question_needs_what_says_when_how_much_and_of_which_kind() -> None:
    wanted = columns_needed(measures=["net"], dimensions=[])

    assert set(wanted) == {"orders", "invoices", "deals"}
    assert {"order_id", "order_date", "amount", "status", "refund", "total_amount", "paid_date"} <= wanted["orders"]
    assert {"customer_id", "cost", "discount", "product_id"} & wanted["orders"] == set()


def test_a_measure_brings_the_columns_it_is_made_of() -> None:
    wanted = columns_needed(measures=["customer", "cost_of_net", "list_value"], dimensions=[])["orders"]

    assert {"customer_id", "customer_name", "cost", "product_id", "product_name", "list_amount", "discount"} <= wanted


def test_a_measure_in_a_condition_brings_its_columns_too() -> None:
    assert "cost" in columns_needed(measures=[], dimensions=[], columns=["cost_of_net"])["orders"]


def test_a_dimension_brings_its_own_columns_and_the_keys_of_its_lookups() -> None:
    wanted = columns_needed(measures=[], dimensions=["region", "category"], columns=["unit_price"])["orders"]

    assert {"region", "category", "unit_price"} <= wanted
    assert {"rep_id", "rep_name", "customer_id", "customer_name", "product_id", "product_name"} <= wanted
