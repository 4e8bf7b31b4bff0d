"""Canonical tables written out as CSV text with canonical headers: what worked examples are made of."""

from __future__ import annotations

from collections.abc import Iterable
from io import StringIO

import polars as pl

from salesperf.tables.bundle import Bundle, Table
from salesperf.tables.catalog import TABLES
from salesperf.tables.schema import DAYS, Kind, TableSchema, conform

_FORWARD = frozenset(
    {"due_date", "expected_close_date", "next_activity_date", "due", "valid_to", "leave_date", "to", "start", "end"}
)
"""Dates that lie ahead by nature: they do not tell how far the data reach."""


def bundle_of(tables: Iterable[tuple[str, str]], *, currency: str | None = None) -> Bundle:
    """A bundle of tables given as (table name, CSV text); amounts with a point, dates as 2026-03-01.

    Moments are written as 2026-03-01 09:30, or as dates.
    Anything else in a cell is a programmer's mistake and raises.
    """
    made = {name: _table(TABLES[name], text) for name, text in tables}
    return Bundle(made, currency=currency)


def _table(schema: TableSchema, text: str) -> Table:
    cells = pl.read_csv(StringIO(text), infer_schema=False)
    typed = cells.select(_typed(schema, name) for name in cells.columns)
    frame = conform(typed, schema)
    dates = [column.name for column in schema.columns if column.kind in DAYS and column.name in frame.columns]
    reached = [frame[name].cast(pl.Date).max() for name in dates if name not in _FORWARD]
    through = max((day for day in reached if day is not None), default=None)
    return Table(schema.name, frame, frozenset(frame.columns), through)  # type: ignore[arg-type]


def _typed(schema: TableSchema, name: str) -> pl.Expr:
    column = schema.column(name)
    if column.kind is Kind.MOMENT:
        has_time = pl.col(name).str.contains(":", literal=True)
        whole = pl.when(has_time).then(pl.col(name)).otherwise(pl.col(name) + " 00:00")
        return whole.str.to_datetime("%Y-%m-%d %H:%M", time_unit="us").alias(name)
    if column.kind is Kind.DATE:
        return pl.col(name).str.to_date("%Y-%m-%d")
    if column.kind is Kind.FLAG:
        return pl.col(name) == "true"
    return pl.col(name).cast(column.dtype)
