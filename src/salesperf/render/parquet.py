"""Parquet: the records as typed columns; the only renderer that needs a frame library."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from io import BytesIO

import polars as pl

from salesperf.core.errors import OutputError
from salesperf.core.money import EXACT, exact
from salesperf.core.text import Text, printable
from salesperf.core.unit import DECIMAL_UNITS, Unit
from salesperf.report.exact import digits, spelled
from salesperf.report.model import Column, Report, Value
from salesperf.report.rows import column_of, total_of

_DIGITS = 38
_LEAST_DECIMALS = 6
_MOST_COUNT = 2**63
_PLAIN_TYPES: tuple[tuple[type, type[pl.DataType]], ...] = (
    (bool, pl.Boolean),
    (int, pl.Int64),
    (float, pl.Float64),
    (date, pl.Date),
)


def draw(report: Report, *, total: bool = False) -> bytes:
    """One column a key: amounts Decimal of 38 digits, counts Int64, ratios Float64, dates Date, text String.

    A column of amounts has six decimals, or as many as its values have: nothing is rounded, and an amount that does
    not fit is an `OutputError`. Figures of several units in one column, as report packs record them, are such a column
    too, or text with every digit where they do not fit.
    """
    records = report.records
    last = total_of(records, total=total)
    columns = [
        _series(column, [*column_of(records.rows, index), *(row[index] for row in last)])
        for index, column in enumerate(records.columns)
    ]
    target = BytesIO()
    pl.DataFrame(columns).write_parquet(target, metadata={"salesperf.schema": report.schema})
    return target.getvalue()


def _series(column: Column, values: list[Value]) -> pl.Series:
    dtype = _dtype(column, values)
    return pl.Series(column.key, [_fitted(value, dtype, column) for value in values], dtype=dtype)


def _dtype(column: Column, values: list[Value]) -> pl.DataType:
    known = [value for value in values if value is not None]
    if column.unit in DECIMAL_UNITS:
        return _amounts(known, column)
    if column.unit is Unit.COUNT:
        return pl.Int64()
    if column.unit is not None:
        return pl.Float64()
    if known and all(isinstance(value, Decimal) for value in known):
        return _decimals(known) or pl.String()
    for kind, dtype in _PLAIN_TYPES:
        if known and all(type(value) is kind for value in known):
            return dtype()
    return pl.String()


def _amounts(known: Sequence[Value], column: Column) -> pl.DataType:
    found = _decimals(known)
    if found is None:
        raise _too_large(max(map(_exact, known), key=lambda amount: amount.adjusted()), column)
    return found


def _decimals(known: Sequence[Value]) -> pl.DataType | None:
    """The type that holds every digit of these numbers; None where 38 are too few."""
    wholes, parts = 1, _LEAST_DECIMALS
    for value in known:
        whole, _, part = digits(_exact(value)).lstrip("-").partition(".")
        wholes, parts = max(wholes, len(whole)), max(parts, len(part))
    return pl.Decimal(_DIGITS, parts) if wholes + parts <= _DIGITS else None


def _fitted(value: Value, dtype: pl.DataType, column: Column) -> Value:
    if value is None:
        return None
    if dtype == pl.String:
        return printable(value) if isinstance(value, str) else spelled(value)
    if isinstance(value, (str, date, bool)):
        return value
    if isinstance(dtype, pl.Decimal):
        return _exact(value).quantize(Decimal(1).scaleb(-dtype.scale), context=EXACT)
    if dtype == pl.Int64:
        return _count(value, column)
    return float(value)


def _exact(value: Value) -> Decimal:
    if isinstance(value, (Decimal, int, float)):
        return exact(value)
    raise TypeError(f"an amount is {value!r}")


def _count(value: Decimal | float, column: Column) -> int:
    whole = int(value)
    if whole != value:
        raise ValueError(f"{column.key} counts whole things but holds {value}")
    if not -_MOST_COUNT <= whole < _MOST_COUNT:
        raise _too_large(Decimal(whole), column)
    return whole


def _too_large(value: Decimal, column: Column) -> OutputError:
    number = EXACT.create_decimal(value)
    message = Text(
        f"{column.key} {number} has more digits than a Parquet column can hold",
        f"{column.key} {number} 的位数超出 Parquet 列的容量",
    )
    return OutputError(message, Text("write json or csv: they keep every digit", "请写成 json 或 csv：可保留全部数位"))
