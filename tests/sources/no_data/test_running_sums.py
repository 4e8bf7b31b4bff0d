from __future__ import annotations

from decimal import Decimal

import polars as pl

from salesperf.sources.no_data.running_sums import Sums
from salesperf.sources.no_data.total_claim import Claim
from salesperf.sources.values.money_cells import money_of

ROWS = pl.DataFrame({"rep": ["Bob", "Ann", "Total", "Bob", "East Total"], "amount": ["100", "200", "300", "50", "50"]})


def _claim(place: int, group: str = "") -> Claim:
    cells = tuple(map(str, ROWS.row(place)))
    return Claim(place, cells, 0, {1: Decimal(cells[1])}, group, ("Bob", "1"))


def test_a_figure_adds_up_the_rows_between_two_edges() -> None:
    sums = Sums.of(ROWS, [1], without={2, 4})

    assert sums.above(2, 1) == 300
    assert sums.block_of(_claim(2)) == 2
    assert sums.block_of(_claim(4)) == 1


def test_a_figure_adds_up_the_rows_of_its_group_anywhere() -> None:
    sums = Sums.of(ROWS, [1], without={2, 4})
    of_bob = Claim(4, ("Bob Total", "150"), 0, {1: Decimal(150)}, "Bob", ("Bob", "50"))

    assert sums.has("Bob")
    assert sums.block_of(of_bob) == 2


def test_money_is_null_where_a_cell_is_no_number() -> None:
    assert money_of(pl.Series(["1,000.50", "n/a"])).to_list() == [Decimal("1000.5"), None]
