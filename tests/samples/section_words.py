"""What a section says, for tests: the values of its tables and its sentences in words."""

from __future__ import annotations

from salesperf.core.text import Lang
from salesperf.report.grid import formatted
from salesperf.report.model import Cell, Section, TableBlock, Value


def table(section: Section, key: str) -> TableBlock:
    """One table of a section by key."""
    return next(block for block in section.blocks if block.key == key)


def rows(section: Section, key: str, *columns: str) -> list[tuple[Value, ...]]:
    """The values of a table's rows, of the columns named or all."""
    block = table(section, key)
    places = [place for place, column in enumerate(block.columns) if not columns or column.key in columns]
    return [tuple(_value(row.cells[place]) for place in places) for row in block.rows]


def beyond(section: Section, key: str, column: str) -> list[Value]:
    """The values of a column in the rows that the last one of a table stands for."""
    block = table(section, key)
    place = [one.key for one in block.columns].index(column)
    return [_value(row.cells[place]) for row in block.beyond]


def total(section: Section, key: str) -> dict[str, Value]:
    """The values of a table's total by column."""
    block = table(section, key)
    assert block.total is not None
    return {column.key: _value(cell) for column, cell in zip(block.columns, block.total.cells, strict=True)}


def said(section: Section, lang: Lang = Lang.EN) -> list[str]:
    """The sentences of a section with their figures."""
    found = []
    for sentence in section.sentences:
        values = {name: formatted(cell.value, cell.unit, lang=lang) for name, cell in sentence.values.items()}
        found.append(sentence.words.say(lang).format(**values))
    return found


def _value(cell: object) -> Value:
    assert isinstance(cell, Cell)
    return cell.value
