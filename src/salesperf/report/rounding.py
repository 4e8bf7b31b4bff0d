"""The note that amounts are shown rounded: where a table has fractions of the currency's smallest coin."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from salesperf.core.text import Count, Text
from salesperf.core.unit import Unit
from salesperf.report.grid import is_number, places_of
from salesperf.report.locales import minor_places
from salesperf.report.marks import rows_and_total
from salesperf.report.model import Cell, Note, Report, TableBlock, tables_of

ROUNDING_KEY = "rounding"
_ROUNDED = Text(
    "amounts are shown to {places:decimal|decimals}; totals are of the exact amounts, so shown rows may miss a shown"
    " total by the last digit (CSV, JSON, Parquet and the cells of a workbook hold the exact amounts)",
    "金额显示到小数点后 {places} 位；合计按精确金额计算，因此各行显示值之和与合计的末位可能略有出入"
    "（CSV、JSON、Parquet 和工作簿单元格中为精确金额）",
)


def rounding_note(report: Report) -> Note | None:
    """The note that explains shown amounts; None where every amount of every table is shown to its last digit."""
    shown = minor_places(report.meta.currency)
    if any(places_of(amount) > shown for block in tables_of(report) for amount in _amounts(block)):
        return Note(ROUNDING_KEY, _ROUNDED.fill(places=Count(shown)))
    return None


def _amounts(block: TableBlock) -> Iterator[Decimal | float]:
    for row in rows_and_total(block):
        for cell, column in zip(row.cells, block.columns, strict=True):
            if isinstance(cell, Cell) and (cell.unit or column.unit) is Unit.MONEY and is_number(cell.value):
                yield cell.value
