"""Why a cell or row cannot be read: one word for each reason, and what is said of it and can be done."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

import polars as pl

from salesperf.core.text import Text, same
from salesperf.sources.rows.ragged import TORN, UNCLEAR
from salesperf.sources.rows.raw import NO_RESULT
from salesperf.sources.values.blanks import holds_error
from salesperf.sources.values.cells import CellReading
from salesperf.sources.values.date_format import DateFormat
from salesperf.sources.values.date_order import in_another_order
from salesperf.sources.values.date_shapes import Order
from salesperf.tables.schema import Kind

_LIKE_THE_OTHERS = Text(
    "write it like the other dates of the column, or name --date-order",
    "请按该列其他日期的写法填写，或用 --date-order 指定日期顺序",
)
_HINTS = {
    Kind.DATE: _LIKE_THE_OTHERS,
    Kind.MOMENT: _LIKE_THE_OTHERS,
    Kind.MONEY: Text("write a plain number such as 1234.50", "请写成普通数字，如 1234.50"),
    Kind.QUANTITY: Text("write a plain number such as 12", "请写成普通数字，如 12"),
    Kind.RATE: Text("write a plain number such as 0.25", "请写成普通数字，如 0.25"),
    Kind.FLAG: Text("write yes or no", "请写「是」或「否」"),
}
_IN_RANGE = Text(
    "days from 1900 on are read: an earlier one is nearly always a slip or a filler",
    "只读取1900年及以后的日期：更早的日期几乎都是笔误或占位值",
)
_EARLY = r"^\s*1[0-8]\d{2}[-/.]\d{1,2}[-/.]\d{1,2}(\D.*)?$"
"""A day of the years 1000 to 1899, year first: no other order can mean it."""
_CORRECT = Text(
    "correct the formula, save the workbook in Excel and export again", "请改正公式，在 Excel 中保存工作簿后重新导出"
)
_SHARE = Text(
    "write the number itself, or give the cell a number format if it is one",
    "请填写数字本身；若本来就是数字，请将单元格改为数值格式",
)
_FIRST = {Order.DMY: Text("day", "日"), Order.MDY: Text("month", "月"), Order.YMD: Text("year", "年")}
_EITHER_WAY = Text("{cell!r} could be day first or month first", "「{cell}」可能日在前，也可能月在前")
_IN_ORDER = Text("{cell!r} is not a date with the {part} first", "「{cell}」不是{part}在前的日期")


class Reason(StrEnum):
    """Why a row is set aside; each names the issue code that tells it."""

    NO_DATE = "no_date"
    NO_NUMBER = "no_number"
    NO_FLAG = "no_flag"
    TOO_EARLY = "too_early"
    OTHER_ORDER = "other_order"
    SHARE = "share"
    FAILED = "failed"
    NO_RESULT = "no_result"
    EMPTY = "empty"
    NO_ORDER = "no_order"
    UNDATED = "undated"
    TORN = "torn"
    NO_PERIOD = "no_period"
    UNCLEAR = "unclear"

    @property
    def code(self) -> str:
        """The issue code."""
        codes = {
            Reason.EMPTY: "R303",
            Reason.NO_ORDER: "R303",
            Reason.UNDATED: "R303",
            Reason.TORN: TORN,
            Reason.UNCLEAR: UNCLEAR,
            Reason.NO_PERIOD: "R601",
        }
        return codes.get(self, "R301")


_SAID = {
    Reason.NO_DATE: Text("{cell!r} is not a date", "「{cell}」不是日期"),
    Reason.TOO_EARLY: Text("{cell!r} is before 1900", "「{cell}」早于1900年"),
    Reason.NO_NUMBER: Text("{cell!r} is not a number", "「{cell}」不是数字"),
    Reason.NO_FLAG: Text("{cell!r} is neither yes nor no", "「{cell}」既不是「是」也不是「否」"),
    Reason.SHARE: Text("{cell!r} is a share, not a number", "「{cell}」是百分比，不是数字"),
    Reason.FAILED: Text("the cell holds the Excel error {cell}", "单元格为 Excel 错误值 {cell}"),
    Reason.NO_RESULT: Text("the cell holds {cell}", "单元格是未计算的公式"),
}
_CURES = {Reason.TOO_EARLY: _IN_RANGE, Reason.SHARE: _SHARE, Reason.FAILED: _CORRECT, Reason.NO_RESULT: _CORRECT}


def reasons_of(cells: pl.Series, reading: CellReading) -> Mapping[str, Reason]:
    """The reason of each distinct unreadable cell of a column."""
    values = cells.drop_nulls().unique()
    if values.is_empty():
        return {}
    usual = {Kind.DATE: Reason.NO_DATE, Kind.MOMENT: Reason.NO_DATE, Kind.FLAG: Reason.NO_FLAG}.get(
        reading.kind, Reason.NO_NUMBER
    )
    found = dict.fromkeys(values, usual)
    if reading.kind in {Kind.DATE, Kind.MOMENT}:
        found |= dict.fromkeys(values.filter(values.str.contains(_EARLY)), Reason.TOO_EARLY)
    if isinstance(reading.format, DateFormat):
        found |= dict.fromkeys(values.filter(in_another_order(values, reading.format)), Reason.OTHER_ORDER)
    if reading.kind in {Kind.MONEY, Kind.QUANTITY}:
        found |= dict.fromkeys(values.filter(values.str.ends_with("%")), Reason.SHARE)
    found |= dict.fromkeys(values.filter(holds_error(values)), Reason.FAILED)
    return found | {NO_RESULT: Reason.NO_RESULT}


def told(cell: str, reason: Reason, reading: CellReading) -> tuple[Text, Text]:
    """What is to be said of an unreadable cell, and what can be done."""
    if reason is Reason.OTHER_ORDER:
        order = getattr(reading.format, "order", None)
        said = _EITHER_WAY.fill(cell=cell) if order is None else _IN_ORDER.fill(cell=cell, part=_FIRST[order])
        return said, _LIKE_THE_OTHERS
    return _SAID[reason].fill(cell=cell), _CURES.get(reason, _HINTS.get(reading.kind, same("")))
