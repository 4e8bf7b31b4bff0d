"""The rows of a table in a range: under the headings that stand there, else in the table's own order."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence

from msgspec import Struct

from salesperf.core.text import Text, folded
from salesperf.render.template.areas import Area
from salesperf.render.template.faults import Fault
from salesperf.report.model import Cell, Sparkline, TableBlock, Value

_UNIT = re.compile(r"\s*[(（][^()（）]*[)）]$")
_TOO_MANY_ROWS = Text(
    "{name} has {rows:,} rows, its range {area} takes {room:,}",
    "{name} 有 {rows:,} 行，其区域 {area} 只能容纳 {room:,} 行",
)
_TOO_MANY_COLUMNS = Text(
    "{name} has {columns:,} columns, its range {area} takes {room:,}",
    "{name} 有 {columns:,} 列，其区域 {area} 只能容纳 {room:,} 列",
)
_LARGER = Text(
    "make the range larger in Excel, or ask for less with --limit or --columns",
    "请在 Excel 中扩大该区域，或用 --limit、--columns 减少内容",
)
_TWICE = Text("two columns of {name} are called {heading!r}", "{name} 有两列都叫「{heading}」")
_BY_KEY = Text("write the column's key over it: {keys}", "请改写列的键名：{keys}")
_AND = ", "


class Filling(Struct, frozen=True):
    """What goes into a range: its values by row and column, and the headings that no column answers to."""

    values: Mapping[tuple[int, int], Value]
    unknown: tuple[str, ...] = ()
    has_headings: bool = False


def filling_of(
    name: str, block: TableBlock, area: Area, *, first_row: Sequence[str | None], rows: Collection[int]
) -> Filling | Fault:
    """The rows of a table for a range whose first row shows these texts (None: no text).

    Where one of them is the key or label of a column they are headings: they stay, and the columns stand under them.
    Rows to spare are emptied, of those that are there (`rows`); columns to spare are somebody else's.
    """
    columns = [at for at in range(len(block.columns)) if not _is_drawn(block, at)]
    called = _called(block, columns)
    known = {at: found for at, text in enumerate(first_row) if text and (found := _columns_called(text, called))}
    for at, found in known.items():
        if len(found) > 1:
            keys = _AND.join(block.columns[one].key for one in found)
            return Fault(_TWICE.fill(name=name, heading=first_row[at]), _BY_KEY.fill(keys=keys))
    top = area.first_row + bool(known)
    room = area.last_row - top + 1
    if len(block.rows) > room:
        return Fault(_TOO_MANY_ROWS.fill(name=name, rows=len(block.rows), area=area, room=room), _LARGER)
    if not known and len(columns) > area.columns:
        return Fault(_TOO_MANY_COLUMNS.fill(name=name, columns=len(columns), area=area, room=area.columns), _LARGER)
    places = {at: found[0] for at, found in known.items()} or dict(enumerate(columns))
    values = {
        (top + line, area.first_column + at): _value(block, line, column)
        for line in range(room)
        if line < len(block.rows) or top + line in rows
        for at, column in places.items()
    }
    unknown = tuple(text for at, text in enumerate(first_row) if text and known and at not in known)
    return Filling(values, unknown, has_headings=bool(known))


def _is_drawn(block: TableBlock, at: int) -> bool:
    """Whether a column is only drawn, as a trend is."""
    return bool(block.rows) and all(isinstance(row.cells[at], Sparkline) for row in block.rows)


def _called(block: TableBlock, columns: Sequence[int]) -> dict[str, list[int]]:
    """The columns by what they may be called: their key, else their label in any language, with or without a unit."""
    called: dict[str, list[int]] = {}
    for at in columns:
        label = block.columns[at].label
        for text in dict.fromkeys((label.en, label.zh, f"{label.zh} / {label.en}")):
            for word in dict.fromkeys((text, _UNIT.sub("", text))):
                found = called.setdefault(folded(word).casefold(), [])
                found += [at] if at not in found else []
    return {**called, **{block.columns[at].key.casefold(): [at] for at in columns}}


def _columns_called(heading: str, called: Mapping[str, list[int]]) -> list[int]:
    """The columns that a heading means: `Net revenue (USD)` means `Net revenue`."""
    plain = folded(heading).casefold()
    return called.get(plain) or called.get(folded(_UNIT.sub("", plain))) or []


def _value(block: TableBlock, line: int, column: int) -> Value:
    if line >= len(block.rows):
        return None
    cell = block.rows[line].cells[column]
    return cell.value if isinstance(cell, Cell) else None
