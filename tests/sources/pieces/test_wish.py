"""What is read of a table, for somebody who wants some of it."""

from __future__ import annotations

from salesperf.sources.pieces.wish import Wish


def test_every_column_is_wanted_where_none_is_named() -> None:
    assert "amount" in Wish(None)
    assert "amount" in Wish(frozenset({"amount"}))
    assert "cost" not in Wish(frozenset({"amount"}))


def test_columns_wanted_for_their_sign_are_wanted_in_any_case_or_not_at_all() -> None:
    wish = Wish(frozenset({"amount"}), provenance=True, signs=frozenset({"quantity"}))

    assert wish.with_signs_read() == Wish(frozenset({"amount", "quantity"}), provenance=True)
    assert wish.without_signs() == Wish(frozenset({"amount"}), provenance=True)
    assert Wish(None, signs=frozenset({"quantity"})).with_signs_read() == Wish(None)
