"""Customers for the tests of scores."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

import polars as pl
from hypothesis import strategies as st

from salesperf.analyses.rfm.axes import Axis
from salesperf.analyses.rfm.presets import PRESETS

Row = tuple[str, int, int, str]
SCHEMA = {
    "customer": pl.String(),
    "recency": pl.Int64(),
    "frequency": pl.Int64(),
    "monetary": pl.Decimal(38, 6),
}
ROWS = st.lists(
    st.tuples(
        st.integers(0, 40), st.integers(1, 6), st.decimals(-50, 50, places=2, allow_nan=False, allow_infinity=False)
    ),
    min_size=1,
    max_size=25,
).map(lambda rows: [(f"C{at:02}", days, orders, str(amount)) for at, (days, orders, amount) in enumerate(rows)])


def customers(rows: Sequence[Row]) -> pl.DataFrame:
    """A row a customer: its name, days since the last purchase, purchases, amount."""
    return pl.DataFrame([(*row[:3], Decimal(row[3])) for row in rows], schema=SCHEMA, orient="row")


def bins_of(preset: str) -> dict[Axis, int]:
    """As many bins an axis as a preset has."""
    return dict.fromkeys(Axis, PRESETS.find(preset).bins)
