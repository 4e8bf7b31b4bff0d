"""The rows of a table in a range: under the headings that stand there, else in the table's own order."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence

from babel.numbers import is_currency
from msgspec import Struct

from salesperf.core.text import Text, folded
from salesperf.core.unit import AMOUNTS
from salesperf.render.template.areas import Area
from salesperf.render.template.faults import Fault
from salesperf.render.template.ours import Ours
from salesperf.report.model import Cell, Column, Sparkline, TableBlock, Value

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
_OTHER_CURRENCY = Text(
    "{name}: the heading {heading!r} says {theirs}, the report is in {ours}",
    "{name}：表头「{heading}」的货币为 {theirs}，而报告的货币为 {ours}",
)
_WRITE_CURRENCY = Text("write the report's currency in the heading, or none", "请在表头写上报告的货币，或不写货币")
_OTHER_SCALE = Text(
    "{name}: the heading {heading!r} says {theirs}, the report has whole amounts",
    "{name}：表头「{heading}」的单位为「{theirs}」，而报告中的金额未经缩放",
)
_WRITE_NONE = Text(
    "take the scale out of the heading, and give the cells a number format that shows it",
    "请去掉表头中的缩放单位，改用单元格的数字格式显示",
)
_IN_BRACKETS = re.compile(r"[(（]\s*([^()（）]*?)\s*[)）]$")
_CODE = re.compile(r"[A-Z]{3}")
_SIGNS = {
    "元": "CNY", "人民币": "CNY", "人民币元": "CNY", "RMB": "CNY", "美元": "USD", "US$": "USD", "欧元": "EUR",
    "€": "EUR", "£": "GBP", "英镑": "GBP", "港元": "HKD", "港币": "HKD", "HK$": "HKD", "日元": "JPY",
    "usd": "USD", "eur": "EUR", "gbp": "GBP", "cny": "CNY", "rmb": "CNY",
}  # fmt: skip
"""Signs and words that mean one currency alone: neither $ nor ¥ does."""
_SCALES = re.compile(
    r"(?:in )?(?:[A-Z]{3} ?|[$€£¥] ?)?(?:k|m|mn|bn|millions?|thousands?|'?000s?|[千万亿]+)(?: ?[A-Z]{3}|元|美元|欧元)?",
    re.IGNORECASE,
)


class Headed(Struct, frozen=True):
    """A range: its name and area, the texts of its first row (None: no text), the rows that are there.

    `currency` is the report's; `ours` tells the headings that are figures of the product, in this answer or not.
    """

    name: str
    area: Area
    first_row: Sequence[str | None]
    rows: Collection[int]
    currency: str | None = None
    ours: Ours = Ours()


class Filling(Struct, frozen=True):
    """What goes into a range: its values by row and column, and the headings that no column answers to."""

    values: Mapping[tuple[int, int], Value]
    unknown: tuple[str, ...] = ()
    emptied: tuple[str, ...] = ()
    """Headings of the product's figures that this answer does not have."""
    has_headings: bool = False


def filling_of(block: TableBlock, asked: Headed) -> Filling | Fault:
    """The rows of a table for a range.

    Where one of them is the key or label of a column they are headings: they stay, and the columns stand under them.
    Rows to spare are emptied, of those that are there (`rows`); columns to spare are somebody else's.
    """
    name, area, first_row = asked.name, asked.area, asked.first_row
    columns = [at for at in range(len(block.columns)) if not _is_drawn(block, at)]
    called = _called(block, columns, asked.ours)
    known = {at: found for at, text in enumerate(first_row) if text and (found := _columns_called(text, called))}
    for at, found in known.items():
        if len(found) > 1:
            keys = _AND.join(block.columns[one].key for one in found)
            return Fault(_TWICE.fill(name=name, heading=first_row[at]), _BY_KEY.fill(keys=keys))
        if (fault := _of_other_money(asked, first_row[at] or "", block.columns[found[0]])) is not None:
            return fault
    top = area.first_row + bool(known)
    room = area.last_row - top + 1
    if len(block.rows) > room:
        return Fault(_TOO_MANY_ROWS.fill(name=name, rows=len(block.rows), area=area, room=room), _LARGER)
    if not known and len(columns) > area.columns:
        return Fault(_TOO_MANY_COLUMNS.fill(name=name, columns=len(columns), area=area, room=area.columns), _LARGER)
    places = {at: found[0] for at, found in known.items()} or dict(enumerate(columns))
    others = {at: text for at, text in enumerate(first_row) if text and known and at not in known}
    absent = {at: text for at, text in others.items() if asked.ours.metric_called(_UNIT.sub("", text)) is not None}
    values = {
        (top + line, area.first_column + at): _value(block, line, column)
        for line in range(room)
        if line < len(block.rows) or top + line in asked.rows
        for at, column in [*places.items(), *((at, None) for at in absent)]
    }
    unknown = tuple(text for at, text in others.items() if at not in absent)
    return Filling(values, unknown, tuple(absent.values()), has_headings=bool(known))


def _of_other_money(asked: Headed, heading: str, column: Column) -> Fault | None:
    """Why amounts of the report must not stand under a heading: it says another currency, or thousands of them."""
    found = _IN_BRACKETS.search(heading.strip())
    if found is None or column.unit not in AMOUNTS:
        return None
    said = found[1]
    if _SCALES.fullmatch(said):
        return Fault(_OTHER_SCALE.fill(name=asked.name, heading=heading, theirs=said), _WRITE_NONE)
    theirs = _SIGNS.get(said) or (said if _CODE.fullmatch(said) and is_currency(said) else None)
    if theirs is None or asked.currency is None or theirs == asked.currency:
        return None
    told = _OTHER_CURRENCY.fill(name=asked.name, heading=heading, theirs=theirs, ours=asked.currency)
    return Fault(told, _WRITE_CURRENCY)


def _is_drawn(block: TableBlock, at: int) -> bool:
    """Whether a column is only drawn, as a trend is."""
    return bool(block.rows) and all(isinstance(row.cells[at], Sparkline) for row in block.rows)


def _called(block: TableBlock, columns: Sequence[int], ours: Ours) -> dict[str, list[int]]:
    """The columns by what they may be called: their key, else their label in any language, with or without a unit.

    Of a metric other words for it count too, where they are no other column's label.
    """
    called: dict[str, list[int]] = {}
    for at in columns:
        label = block.columns[at].label
        for text in dict.fromkeys((label.en, label.zh, f"{label.zh} / {label.en}")):
            for word in dict.fromkeys((text, _UNIT.sub("", text))):
                found = called.setdefault(folded(word).casefold(), [])
                found += [at] if at not in found else []
    words: dict[str, list[int]] = {}
    for at in columns:
        for word in ours.metrics.get(block.columns[at].key, ()):
            words.setdefault(folded(word).casefold(), [at])
    return {**words, **called, **{block.columns[at].key.casefold(): [at] for at in columns}}


def _columns_called(heading: str, called: Mapping[str, list[int]]) -> list[int]:
    """The columns that a heading means: `Net revenue (USD)` means `Net revenue`."""
    plain = folded(heading).casefold()
    return called.get(plain) or called.get(folded(_UNIT.sub("", plain))) or []


def _value(block: TableBlock, line: int, column: int | None) -> Value:
    if column is None or line >= len(block.rows):
        return None
    cell = block.rows[line].cells[column]
    return cell.value if isinstance(cell, Cell) else None
