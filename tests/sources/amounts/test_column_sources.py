from __future__ import annotations

from salesperf.sources.amounts.column_sources import evidence_of, sources_of


def test_only_what_the_derivation_needs_is_read() -> None:
    has = {"order_id", "quantity", "unit_price", "discount", "total_amount", "tax", "cost"}

    assert sources_of({"amount", "cost"}, has) == {"cost", "total_amount", "tax"}
    assert sources_of({"amount"}, has - {"tax"}) == {"quantity", "unit_price", "discount"}
    assert sources_of({"amount"}, has | {"amount"}) == {"amount"}
    assert sources_of({"amount"}, has | {"freight"}) == {"total_amount", "tax", "freight"}
    assert sources_of({"amount"}, {"total_amount", "list_amount", "discount"}) == {"list_amount", "discount"}


def test_what_shows_whether_an_amount_holds_freight_is_read_beside_it() -> None:
    has = {"amount", "freight", "total_amount", "quantity", "cost"}

    assert evidence_of({"amount"}, has) == {"freight", "total_amount", "quantity"}
    assert evidence_of({"cost"}, has) == frozenset()
    assert evidence_of({"amount"}, has - {"freight"}) == frozenset()


def test_cost_is_read_from_what_it_is_derived_from() -> None:
    assert sources_of({"cost"}, {"quantity", "unit_cost", "profit", "amount"}) == {"quantity", "unit_cost"}
    assert sources_of({"cost"}, {"quantity", "unit_price", "profit"}) == {"profit", "quantity", "unit_price"}
