"""Deals whose days of losing stand apart from those of winning: both are days on which they were closed."""

from __future__ import annotations

import polars as pl

LOST = "lost_date"
"""A column of the days on which deals were lost."""
_CLOSED, _STATES = "closed_date", ("status", "stage")
_IS_LOST = r"(?i)lost|输|丢|败|流失|失单"


def with_days_lost(frame: pl.DataFrame) -> pl.DataFrame:
    """The deals with the day they were lost as that of closing, where they are lost or were never won; without `LOST`.

    A deal that was won before keeps that day unless its words say that it is lost.
    """
    if _CLOSED not in frame.columns:
        return frame.rename({LOST: _CLOSED})
    states = [pl.col(name).str.contains(_IS_LOST).fill_null(value=False) for name in _STATES if name in frame.columns]
    is_lost = pl.any_horizontal(states) if states else pl.lit(value=False)
    lost = pl.when(is_lost & pl.col(LOST).is_not_null()).then(LOST).otherwise(pl.coalesce(_CLOSED, LOST))
    return frame.with_columns(lost.alias(_CLOSED)).drop(LOST)
