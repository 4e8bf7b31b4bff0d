"""A unit that only the total column of a sheet names: it holds for the periods beside it where these add up to it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from decimal import Decimal

from msgspec.structs import replace

from salesperf.sources.options import ReadOptions
from salesperf.sources.targets.roles import ValueColumn
from salesperf.sources.targets.sheet import TargetSheet
from salesperf.sources.targets.units import in_brackets, unit_of
from salesperf.sources.targets.unpivot import numbers_of, texts_of
from salesperf.sources.values.blanks import clean
from salesperf.sources.values.money_unit import NOTHING

_SLACK = Decimal("0.01")
"""What two decimals may hide in each part of a sum."""
_Row = Sequence[Decimal | None]


def with_unit_of_total(sheet: TargetSheet, options: ReadOptions) -> TargetSheet:
    """The sheet in the unit of its total column (`全年目标（万元）,一季度,二季度,...`), else as it is.

    The periods must name no unit themselves, be of one metric, and come in every filled row to the very number of the
    total, as it is written. A unit that the user, a title or a column of units says is never changed.
    """
    if sheet.unit != NOTHING or {"unit", "metric"} & sheet.roles.labels.keys():
        return sheet
    columns = [column for column in sheet.roles.values if column.period is not None]
    united = [column for column in columns if unit_of(in_brackets(column.header) or "-")]
    parts = [column for column in columns if column not in united]
    if len(united) != 1 or not parts or len({column.words for column in parts}) > 1:
        return sheet
    total = united[0]
    if not all(_is_over(total, part) for part in parts):
        return sheet
    words = in_brackets(total.header)
    unit = unit_of(words)
    if unit is None or unit.scale is None or any(in_brackets(column.header) for column in parts):
        return sheet
    if not _adds_up(sheet, total, parts, options):
        return sheet
    return replace(sheet, unit=unit, unit_words=words, unit_from=total.header)


def _is_over(total: ValueColumn, part: ValueColumn) -> bool:
    """Whether a column is a sum (合计), or of a longer period than another (全年 over 一季度)."""
    if total.period is None or part.period is None or part.period.is_sum:
        return False
    return total.period.is_sum or total.period.months > part.period.months


def _adds_up(sheet: TargetSheet, total: ValueColumn, parts: Sequence[ValueColumn], options: ReadOptions) -> bool:
    """Whether periods of one length come to the total in every row that has both, of which there is one."""
    headers = [column.header for column in (total, *parts)]
    frame = sheet.raw.frame.select(headers).collect()
    texts = {name: texts_of(frame[name]) for name in headers}
    numbers, _ = numbers_of(list(texts.values()), options.decimal, is_open=sheet.raw.layout.delimiter == ";")
    read = {name: [numbers.get(clean(cell) or "") if cell else None for cell in cells] for name, cells in texts.items()}
    by_length: dict[int, list[_Row]] = defaultdict(list)
    for column in parts:
        if column.period is not None:
            by_length[column.period.months].append(read[column.header])
    return any(_all_rows_add_up(read[total.header], of) for of in by_length.values())


def _all_rows_add_up(totals: _Row, parts: Sequence[_Row]) -> bool:
    filled = [
        (whole, [value for value in row if value is not None])
        for whole, row in zip(totals, zip(*parts, strict=True), strict=True)
        if whole
    ]
    with_parts = [(whole, row) for whole, row in filled if row]
    return bool(with_parts) and all(abs(sum(row) - whole) <= _SLACK * len(row) for whole, row in with_parts)
