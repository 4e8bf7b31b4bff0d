"""Targets as `check` shows them."""

from __future__ import annotations

from decimal import Decimal

import polars as pl

from salesperf.app.target_block import targets_block
from salesperf.tables.bundle import Table


def test_scopes_are_never_added_to_each_other() -> None:
    frame = pl.DataFrame(
        {
            "scope": ["team", "rep", "rep"],
            "scope_id": ["North", "Ann", "Bob"],
            "metric": ["net_revenue"] * 3,
            "period": ["2024-01", "2024-01", "2024-02"],
            "amount": [Decimal(5), Decimal(2), Decimal(3)],
        }
    )

    block = targets_block(Table("targets", frame, frozenset(frame.columns)))

    assert [[cell.value for cell in row.cells] for row in block.rows] == [
        ["team", "net_revenue", 1, 1, "2024-01", "2024-01", Decimal(5)],
        ["rep", "net_revenue", 2, 2, "2024-01", "2024-02", Decimal(5)],
    ]
