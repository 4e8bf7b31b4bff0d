"""The names of a report's parts as headings: their English begins with a capital, names of the data never change.

The words themselves stay as the analyses say them; this is how one form of the report spells them.
"""

from __future__ import annotations

import re

from msgspec.structs import replace

from salesperf.core.text import Text
from salesperf.report.model import Column, Report, Row, Section, TableBlock, Tile

_FIRST_WORD = re.compile(r"[^\W_]+")


def with_capitals(report: Report) -> Report:
    """The report with the English of its titles, tiles, columns, groups, pictures and terms begun with a capital.

    Cells, sentences, notes and what stands beside a tile's value are left as they are.
    """
    return replace(
        report,
        title=capital(report.title),
        blocks=tuple(map(_block, report.blocks)),
        sections=tuple(map(_section, report.sections)),
        definitions=tuple(replace(one, label=capital(one.label)) for one in report.definitions),
    )


def capital(text: Text) -> Text:
    """The phrase begun with a capital in English.

    A phrase that reads the same in both languages is a name, and so is a first word that the Chinese has too.

    >>> capital(Text("net revenue", "销售净额")).en, capital(Text("acme by month", "acme 按月")).en
    ('Net revenue', 'acme by month')
    """
    first = _FIRST_WORD.match(text.en)
    if first is None or first[0] in text.zh:
        return text
    return Text(text.en[0].upper() + text.en[1:], text.zh)


def _section(section: Section) -> Section:
    return replace(
        section,
        title=capital(section.title),
        tiles=tuple(map(_tile, section.tiles)),
        blocks=tuple(map(_block, section.blocks)),
        sections=tuple(map(_section, section.sections)),
    )


def _tile(tile: Tile) -> Tile:
    return replace(tile, label=capital(tile.label))


def _block(block: TableBlock) -> TableBlock:
    return replace(
        block,
        title=capital(block.title),
        columns=tuple(map(_column, block.columns)),
        rows=tuple(map(_row, block.rows)),
        figures=tuple(replace(figure, title=capital(figure.title)) for figure in block.figures),
    )


def _column(column: Column) -> Column:
    return replace(column, label=capital(column.label))


def _row(row: Row) -> Row:
    return replace(row, heading=capital(row.heading)) if row.heading else row
