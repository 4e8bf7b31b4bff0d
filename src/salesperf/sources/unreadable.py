"""Why a cell or row cannot be read: one word for each reason, and what is said of it and can be done."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

import polars as pl

from salesperf.sources.blanks import holds_error
from salesperf.sources.cells import CellReading
from salesperf.sources.date_shapes import Order
from salesperf.sources.parse_date import DateFormat, in_another_order
from salesperf.sources.ragged import TORN, UNCLEAR
from salesperf.sources.raw import NO_RESULT
from salesperf.tables.schema import Kind

_HINTS = {
    Kind.DATE: "write it like the other dates of the column, or name --date-order",
    Kind.MONEY: "write a plain number such as 1234.50",
    Kind.QUANTITY: "write a plain number such as 12",
    Kind.RATE: "write a plain number such as 0.25",
    Kind.FLAG: "write yes or no",
}
_CORRECT = "correct the formula, save the workbook in Excel and export again"
_SHARE = "write the number itself, or give the cell a number format if it is one"
_FIRST = {Order.DMY: "day", Order.MDY: "month", Order.YMD: "year"}


class Reason(StrEnum):
    """Why a row is set aside; each names the issue code that tells it."""

    NO_DATE = "no_date"
    NO_NUMBER = "no_number"
    NO_FLAG = "no_flag"
    OTHER_ORDER = "other_order"
    SHARE = "share"
    FAILED = "failed"
    NO_RESULT = "no_result"
    EMPTY = "empty"
    TORN = "torn"
    NO_PERIOD = "no_period"
    UNCLEAR = "unclear"

    @property
    def code(self) -> str:
        """The issue code."""
        codes = {Reason.EMPTY: "R303", Reason.TORN: TORN, Reason.UNCLEAR: UNCLEAR, Reason.NO_PERIOD: "R601"}
        return codes.get(self, "R301")


_SAID = {
    Reason.NO_DATE: "{0} is not a date",
    Reason.NO_NUMBER: "{0} is not a number",
    Reason.NO_FLAG: "{0} is neither yes nor no",
    Reason.SHARE: "{0} is a share, not a number",
    Reason.FAILED: "the cell holds the Excel error {1}",
    Reason.NO_RESULT: "the cell holds {1}",
}
_CURES = {Reason.SHARE: _SHARE, Reason.FAILED: _CORRECT, Reason.NO_RESULT: _CORRECT}


def reasons_of(cells: pl.Series, reading: CellReading) -> Mapping[str, Reason]:
    """The reason of each distinct unreadable cell of a column."""
    values = cells.drop_nulls().unique()
    if values.is_empty():
        return {}
    usual = {Kind.DATE: Reason.NO_DATE, Kind.FLAG: Reason.NO_FLAG}.get(reading.kind, Reason.NO_NUMBER)
    found = dict.fromkeys(values, usual)
    if isinstance(reading.format, DateFormat):
        found |= dict.fromkeys(values.filter(in_another_order(values, reading.format)), Reason.OTHER_ORDER)
    if reading.kind in {Kind.MONEY, Kind.QUANTITY}:
        found |= dict.fromkeys(values.filter(values.str.ends_with("%")), Reason.SHARE)
    found |= dict.fromkeys(values.filter(holds_error(values)), Reason.FAILED)
    return found | {NO_RESULT: Reason.NO_RESULT}


def told(cell: str, reason: Reason, reading: CellReading) -> tuple[str, str]:
    """What is to be said of an unreadable cell, and what can be done."""
    if reason is Reason.OTHER_ORDER:
        order = getattr(reading.format, "order", None)
        doubt = "could be day first or month first"
        return f"{cell!r} {doubt if order is None else f'is not a date with the {_FIRST[order]} first'}", _HINTS[
            Kind.DATE
        ]
    return _SAID[reason].format(repr(cell), cell), _CURES.get(reason, _HINTS.get(reading.kind, ""))
