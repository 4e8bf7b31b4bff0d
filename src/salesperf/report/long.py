"""Every figure of a report's sections as one flat record each, so that what people read machines can read too."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from salesperf.core.money import exact
from salesperf.core.text import Lang, Text
from salesperf.core.unit import Unit
from salesperf.report.grid import is_number
from salesperf.report.model import Cell, Column, Records, Row, Section, Tile, Value

SENTENCES, TILES, TOTAL = "sentences", "tiles", "total"
"""What stands in `table` for figures of no table, and in `row` for the total of one."""
_COLUMNS = (
    Column("section", Text("section", "章节")),
    Column("table", Text("table", "表格")),
    Column("number", Text("row number", "行号"), Unit.COUNT),
    Column("row", Text("row", "行")),
    Column("metric", Text("metric", "指标")),
    Column("value", Text("value", "数值"), Unit.QUANTITY),
    Column("text", Text("text", "文字")),
    Column("unit", Text("unit", "单位")),
    Column("status", Text("status", "状态")),
    Column("partial", Text("partial", "未满期")),
    Column("reason", Text("reason", "原因")),
)

Record = tuple[Value, ...]
_Place = tuple[str, str, int | None, str | None]
"""Section, table, number of the row, and what it is called."""


def long_records(sections: tuple[Section, ...], *, lang: Lang) -> Records:
    """One record a figure, in reading order.

    `value` holds numbers of every unit as exact decimals, `text` words and dates; `number` counts the rows of a table
    from 1, its total has none. What a row is called stands in its first cell; a row of a metric is called by its key.
    """
    return Records(_COLUMNS, tuple(record for section in sections for record in _of_section(section, lang)))


def _of_section(section: Section, lang: Lang) -> Iterator[Record]:
    for number, sentence in enumerate(section.sentences, start=1):
        for name, cell in sentence.values.items():
            yield _record((section.key, SENTENCES, number, str(number)), name, cell, lang=lang)
    for number, tile in enumerate(section.tiles, start=1):
        yield from _of_tile((section.key, TILES, number, tile.key), tile, lang)
    for block in section.blocks:
        for number, row in enumerate(block.rows, start=1):
            yield from _of_row((section.key, block.key, number, None), block.columns, row, lang)
        if block.total is not None:
            yield from _of_row((section.key, block.key, None, TOTAL), block.columns, block.total, lang)
    for inner in section.sections:
        yield from _of_section(inner, lang)


def _of_tile(place: _Place, tile: Tile, lang: Lang) -> Iterator[Record]:
    yield _record(place, "value", tile.cell, lang=lang)
    for beside in tile.beside:
        yield _record(place, beside.key, beside.cell, lang=lang)
    for at, value in enumerate(tile.trend, start=1):
        yield _record(place, f"trend {at}", Cell(value, unit=tile.cell.unit), lang=lang)


def _of_row(place: _Place, columns: tuple[Column, ...], row: Row, lang: Lang) -> Iterator[Record]:
    cells = [(column, cell) for column, cell in zip(columns, row.cells, strict=True) if isinstance(cell, Cell)]
    section, table, number, name = place
    name = name or row.key or _said(cells[0][1].value)
    for column, cell in cells:
        yield _record((section, table, number, name), column.key, cell, unit=column.unit, lang=lang)


def _record(place: _Place, metric: str, cell: Cell, *, unit: Unit | None = None, lang: Lang) -> Record:
    value, own = _number(cell.value), cell.unit or unit
    return (
        *place,
        metric,
        value,
        None if value is not None else _said(cell.value),
        own.value if own is not None else None,
        cell.status.value if cell.status is not None else None,
        cell.partial,
        cell.footnote.say(lang) if cell.footnote is not None else None,
    )


def _number(value: Value) -> Decimal | None:
    return exact(value) if is_number(value) else None


def _said(value: Value) -> str | None:
    if value is None or value == "":
        return None
    return value.isoformat() if isinstance(value, date) else str(value)
