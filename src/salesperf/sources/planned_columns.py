"""A column of any name all of whose cells say actual or planned: the type of its rows."""

from __future__ import annotations

from dataclasses import replace

import polars as pl

from salesperf.core.text import Text
from salesperf.sources.known import Known
from salesperf.sources.loaded import Mapped
from salesperf.sources.profile import LINE_TYPE
from salesperf.tables.line_words import ACTUAL, PLANNED, word_key

_TABLES = frozenset({"orders", "invoices"})
_ALL_SAY = Text("all cells say actual or planned", "单元格全部为实际或计划")
_ACTUAL, _PLANNED = frozenset(map(word_key, ACTUAL)), frozenset(map(word_key, PLANNED))
_EITHER = _ACTUAL | _PLANNED
_MOST_WORDS = 12
"""Different cells beyond which a column is of something else."""


def with_planned_column(one: Known) -> Known:
    """The table with such a column as the type of its rows, where no other column is; what the user mapped stays.

    Both kinds of words must stand in it: `Plan` alone may be what was sold.
    """
    if one.table not in _TABLES or "status" in one.found or LINE_TYPE in one.found:
        return one
    header = next((header for header in one.raw.header if _tells_plan(one, header)), None)
    if header is None:
        return one
    found = {column: mapped for column, mapped in one.found.items() if mapped.header != header}
    found[LINE_TYPE] = Mapped(header, LINE_TYPE, "value", _ALL_SAY)
    unmapped = tuple(other for other in one.recognition.unmapped if other != header)
    return replace(
        one, found=found, recognition=replace(one.recognition, mapped=tuple(found.values()), unmapped=unmapped)
    )


def _tells_plan(one: Known, header: str) -> bool:
    cells = one.raw.sample[header]
    if cells.dtype != pl.String or cells.is_empty() or _is_of_something_else(cells[0]):
        return False
    if any(mapped.header == header and mapped.how == "config" for mapped in one.found.values()):
        return False
    words = cells.drop_nulls().unique().to_list()
    if len(words) > _MOST_WORDS:
        return False
    keys = {word_key(word) for word in words if word.strip()}
    return keys <= _EITHER and not keys.isdisjoint(_ACTUAL) and not keys.isdisjoint(_PLANNED)


def _is_of_something_else(cell: str | None) -> bool:
    """Whether one cell shows already that not all say actual or planned: most columns of many files end here."""
    return cell is not None and cell.strip() != "" and word_key(cell) not in _EITHER
