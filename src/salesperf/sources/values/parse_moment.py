"""Moments: the day of a cell, as dates are read, and the time of day beside it, as the clock on the wall showed it."""

from __future__ import annotations

import polars as pl
from msgspec.structs import replace

from salesperf.sources.values.blanks import cleaned
from salesperf.sources.values.date_format import EARLIEST, DateFormat
from salesperf.sources.values.date_shapes import PATTERNS, TIME, Shape

_CLOCK = r"(\d{1,2})[:时](\d{1,2})(?:[:分](\d{1,2})(?:[.,](\d+))?)?"
_BEFORE_NOON, _AFTER_NOON = r"(?i)a\.?m\.?|上午", r"(?i)p\.?m\.?|下午"
_NOON, _HOURS, _MINUTES, _SECONDS = 12, 24, 60, 60
_DAY = _HOURS * _MINUTES * _SECONDS
_MICROSECONDS = 1_000_000


def moment(column: pl.Expr, how: DateFormat) -> pl.Expr:
    """A text column as moments without a zone; midnight where a cell has no time, null where its day cannot be read.

    A cell with an offset keeps the clock it was written by, unless the format names a time zone to convert to.
    """
    text = cleaned(column)
    clock = text.str.extract(f"({TIME})")
    local = replace(how, timezone=None).parsed(column).cast(pl.Datetime("us")) + _time_of(text, clock)
    return local if how.timezone is None else pl.coalesce(_in_zone(local, clock, how.timezone), local)


def typed_moment(column: pl.Expr, dtype: pl.DataType) -> pl.Expr:
    """Days and moments of a workbook or Parquet file as moments without a zone."""
    naive = column.dt.replace_time_zone(None) if isinstance(dtype, pl.Datetime) and dtype.time_zone else column
    found = naive.cast(pl.Datetime("us"))
    return pl.when(found.dt.date() >= EARLIEST).then(found)


def _time_of(text: pl.Expr, clock: pl.Expr) -> pl.Expr:
    """The time of day of a cell as a duration: of its clock, or of the fraction of a serial number."""
    hour, minute, second = (
        clock.str.extract(_CLOCK, part).cast(pl.Int64, strict=False).fill_null(0) for part in (1, 2, 3)
    )
    behind = clock.str.extract(_CLOCK, 4).str.slice(0, 6).str.pad_end(6, "0")
    afternoon = clock.str.contains(_AFTER_NOON) & (hour < _NOON)
    midnight = clock.str.contains(_BEFORE_NOON) & (hour == _NOON)
    shifted = pl.when(afternoon).then(hour + _NOON).when(midnight).then(0).otherwise(hour)
    fraction = pl.when(text.str.contains(PATTERNS[Shape.SERIAL])).then(text).cast(pl.Float64, strict=False)
    of_serial = ((fraction - fraction.floor()) * _DAY).round(0).cast(pl.Int64)
    seconds = pl.when(clock.is_not_null()).then(shifted * _MINUTES * _SECONDS + minute * _SECONDS + second)
    micros = behind.cast(pl.Int64, strict=False).fill_null(0)
    return pl.duration(microseconds=pl.coalesce(seconds, of_serial, 0) * _MICROSECONDS + micros)


def _in_zone(local: pl.Expr, clock: pl.Expr, timezone: str) -> pl.Expr:
    """The moments of cells that have an offset, by the clock of another zone; null for cells without one."""
    offset = clock.str.extract(r"(Z|UTC|GMT|[-+]\d{2}:?\d{2})(?: *\([^()]*\))?$")
    hours, minutes = offset.str.extract(r"^[-+](\d{2})").cast(pl.Int64), offset.str.extract(r"(\d{2})$").cast(pl.Int64)
    away = pl.when(offset.str.starts_with("-")).then(-1).otherwise(1) * (hours * _MINUTES + minutes).fill_null(0)
    universal = (local - pl.duration(minutes=away)).dt.replace_time_zone("UTC")
    moved = universal.dt.convert_time_zone(timezone).dt.replace_time_zone(None)
    return pl.when(offset.is_not_null()).then(moved)
