"""How each file writes its dates and numbers, where that is certain: what changes from month to month is told."""

from __future__ import annotations

from salesperf.sources.conform.rows_read import Rows
from salesperf.sources.values.cells import CellReading
from salesperf.sources.values.date_format import DateFormat
from salesperf.sources.values.date_shapes import Order
from salesperf.sources.values.number_format import NumberFormat

_ORDERS = {Order.DMY: "day first", Order.MDY: "month first"}


def written(rows: Rows, parts: int) -> dict[tuple[int, str], str]:
    """The way of each part and canonical column, in words; what says nothing is left out."""
    ways = {
        (part, reading.column): _way(rows.reading_in(part, reading.column))
        for reading in rows.readings
        for part in range(parts)
    }
    return {key: way for key, way in ways.items() if way}


def _way(reading: CellReading) -> str:
    """The order of days and months, or the decimal mark, in words; empty where it says nothing or is not certain."""
    how = reading.format
    if not reading.is_text or reading.learnt.is_unsure or reading.learnt.is_mixed:
        return ""
    if isinstance(how, DateFormat):
        return "" if how.order is None else _ORDERS.get(how.order, "")
    if isinstance(how, NumberFormat) and not how.whole:
        return "decimal comma" if how.decimal == "," else "decimal point"
    return ""
