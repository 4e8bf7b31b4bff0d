"""One amount out of several columns of money."""

from __future__ import annotations

from decimal import Decimal

import polars as pl

from salesperf.sources.across.columns_together import money_of, sum_of


def test_cells_are_read_as_money_and_empty_ones_are_nothing() -> None:
    found = money_of(pl.DataFrame({"现金": ["1,200.50", None, "￥3"]}), "现金")

    assert found is not None
    assert found.to_list() == [Decimal("1200.5"), None, Decimal(3)]


def test_a_cell_that_is_no_number_spoils_the_column() -> None:
    assert money_of(pl.DataFrame({"现金": ["1200", "两百"]}), "现金") is None


def test_rows_are_added_up_to_the_cent_and_empty_ones_stay_empty() -> None:
    first = pl.Series([Decimal("0.1"), None, None])
    second = pl.Series([Decimal("0.2"), Decimal(5), None])

    assert sum_of([first, second]).to_list() == [Decimal("0.3"), Decimal(5), None]
