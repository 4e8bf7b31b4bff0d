"""The cost of a line, derived where an export has the cost of a piece or the profit instead."""

from __future__ import annotations

import polars as pl

from salesperf.core.text import Text
from salesperf.sources.amounts.amounts import Derived
from salesperf.sources.amounts.cost_meaning import Whose
from salesperf.tables.schema import MONEY

COST_OF_PIECES = Text("cost = quantity × unit cost", "成本＝数量×单位成本")
COST_LESS_PROFIT = Text("cost = amount - profit", "成本＝金额－利润")


def with_cost(frame: pl.DataFrame, *, whose: Whose = Whose.LINE) -> Derived:
    """Derive `cost` (a line total) from `unit_cost`, else from `profit`; both columns are used up.

    A `cost` that is that of a piece is multiplied.
    """
    if whose is Whose.PIECE:
        frame = frame.with_columns((pl.col("quantity") * pl.col("cost")).cast(MONEY).alias("cost"))
    columns = set(frame.columns)
    cost, note = None, None
    if "cost" not in columns and {"quantity", "unit_cost"} <= columns:
        cost, note = pl.col("quantity") * pl.col("unit_cost"), COST_OF_PIECES
    elif "cost" not in columns and {"amount", "profit"} <= columns:
        cost, note = pl.col("amount") - pl.col("profit"), COST_LESS_PROFIT
    if cost is not None:
        frame = frame.with_columns(cost.cast(MONEY).alias("cost"))
    spent = [name for name in ("unit_cost", "profit") if name in columns]
    return Derived(frame.drop(spent) if spent else frame, (note,) if note is not None else ())
