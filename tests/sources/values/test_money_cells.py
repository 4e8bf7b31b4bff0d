from __future__ import annotations

from decimal import Decimal

import polars as pl
import pytest

from salesperf.sources.values.money_cells import money_of, money_sum, product_of


@pytest.mark.parametrize(
    "cells", [pl.Series(["1,200.50", "x", None]), pl.Series([1200.5, None]), pl.Series([Decimal("1200.5")])]
)
def test_cells_are_money_and_what_is_no_number_is_null(cells: pl.Series) -> None:
    assert money_sum(money_of(cells)) == Decimal("1200.5")
    assert money_of(cells).null_count() == cells.len() - 1


def test_what_holds_no_money_comes_to_zero() -> None:
    assert money_sum(money_of(pl.Series([True, False]))) == 0
    assert money_sum(money_of(pl.Series([], dtype=pl.String))) == 0


def test_products_are_exact_and_null_where_a_factor_is() -> None:
    product = product_of(pl.Series([Decimal(3), Decimal("0.1"), None]), pl.Series([Decimal("0.1")] * 3))

    assert product.to_list() == [Decimal("0.3"), Decimal("0.01"), None]
