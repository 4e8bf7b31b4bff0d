"""Rows that cannot be loaded and every reason of each: what a quarantine file is written from."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import polars as pl
from msgspec import Struct

from salesperf.sources.conform.row_places import AT, PART
from salesperf.sources.conform.rows_read import CELL
from salesperf.sources.rows.raw import RawTable

REASON, HEADER = "reason", "header"
SCHEMA = {PART: pl.UInt32, AT: pl.UInt32, REASON: pl.String, HEADER: pl.String, CELL: pl.String}
"""One row a fault: the row it spoils, why, under which header, and what the cell holds."""


class SetAside(Struct, frozen=True):
    """The rows of one raw table that were set aside: `faults` has `AT`, reason, header and cell, one row a fault."""

    raw: RawTable
    faults: pl.DataFrame


def faults(parts: Iterable[pl.DataFrame]) -> pl.DataFrame:
    """Faults under one another, in the order of the rows they spoil."""
    found = [part.select(pl.col(name).cast(dtype) for name, dtype in SCHEMA.items()) for part in parts]
    return pl.concat(found or [pl.DataFrame(schema=SCHEMA)]).sort(PART, AT, maintain_order=True)


def faults_of(spots: pl.DataFrame, reason: pl.Expr, header: str) -> pl.DataFrame:
    """Faults under one header, from the places (`PART`, `AT`) and, where there is any, the `CELL`."""
    cell = pl.col(CELL) if CELL in spots.columns else pl.lit(None, dtype=pl.String)
    return spots.select(PART, AT, reason.alias(REASON), pl.lit(header).alias(HEADER), cell.cast(pl.String).alias(CELL))


def set_aside(raws: Sequence[RawTable], found: pl.DataFrame) -> tuple[SetAside, ...]:
    """The faults by the raw table they are of."""
    return tuple(
        SetAside(raws[part], of_part.drop(PART))
        for part in found[PART].unique().sort().to_list()
        if (of_part := found.filter(pl.col(PART) == part)).height
    )
