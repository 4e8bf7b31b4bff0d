from __future__ import annotations

from decimal import Decimal

import polars as pl

from salesperf.sources.amounts.cost_meaning import Whose
from salesperf.sources.amounts.costs import COST_LESS_PROFIT, COST_OF_PIECES, with_cost
from salesperf.tables.schema import MONEY


def _frame(**columns: list[str | None]) -> pl.DataFrame:
    return pl.DataFrame({name: pl.Series(cells, dtype=pl.String).cast(MONEY) for name, cells in columns.items()})


def test_cost_is_quantity_times_the_cost_of_a_piece() -> None:
    derived = with_cost(_frame(amount=["50", "-20"], quantity=["5", "-2"], unit_cost=["6.10", "6.10"]))

    assert derived.frame["cost"].to_list() == [Decimal("30.5"), Decimal("-12.2")]
    assert derived.notes == (COST_OF_PIECES,)
    assert "unit_cost" not in derived.frame.columns


def test_cost_is_the_amount_less_the_profit() -> None:
    # A loss of 3.50 on a line of 10 cost 13.50.
    derived = with_cost(_frame(amount=["10", "10", "10"], profit=["4", "-3.50", None]))

    assert derived.frame["cost"].to_list() == [Decimal(6), Decimal("13.5"), None]
    assert derived.notes == (COST_LESS_PROFIT,)


def test_the_cost_of_a_piece_is_multiplied() -> None:
    derived = with_cost(_frame(amount=["50"], quantity=["5"], cost=["6.10"]), whose=Whose.PIECE)

    assert derived.frame["cost"].to_list() == [Decimal("30.5")]


def test_a_cost_in_the_export_stands() -> None:
    derived = with_cost(_frame(amount=["10"], quantity=["1"], unit_cost=["9"], profit=["4"], cost=["7"]))

    assert derived.frame["cost"].to_list() == [Decimal(7)]
    assert derived.notes == ()
