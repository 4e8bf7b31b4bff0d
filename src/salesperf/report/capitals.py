"""The names of a report's parts as headings: their English begins with a capital, names of the data never change.

The words themselves stay as the analyses say them; this is how one form of the report spells them.
"""

from __future__ import annotations

import re

from msgspec.structs import replace

from salesperf.core.text import Lang, Text
from salesperf.report.model import Cell, Column, Report, Row, Section, Sparkline, TableBlock, Tile

_TOTAL = Text("total", "合计")
_FIRST_WORD = re.compile(r"[^\W_]+")


def with_capitals(report: Report) -> Report:
    """The report with the English of all that begins something begun with a capital: titles, columns, sentences.

    Of cells, those that hold words of ours (`said`) and the name of a total; notes and what stands beside a tile's
    value are left as they are.
    """
    lang = report.lang
    return replace(
        report,
        title=capital(report.title),
        blocks=tuple(_block(one, lang) for one in report.blocks),
        sections=tuple(_section(one, lang) for one in report.sections),
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


def said(text: Text, lang: Lang) -> Cell:
    """A cell of words of ours, which a page begins with a capital."""
    words, begun = text.say(lang), capital(text).say(lang)
    return Cell(words, begun=begun if begun != words else None)


def _section(section: Section, lang: Lang) -> Section:
    return replace(
        section,
        title=capital(section.title),
        sentences=tuple(replace(one, words=capital(one.words)) for one in section.sentences),
        empty=capital(section.empty) if section.empty else None,
        tiles=tuple(map(_tile, section.tiles)),
        blocks=tuple(_block(one, lang) for one in section.blocks),
        sections=tuple(_section(one, lang) for one in section.sections),
    )


def _tile(tile: Tile) -> Tile:
    return replace(tile, label=capital(tile.label))


def _block(block: TableBlock, lang: Lang) -> TableBlock:
    return replace(
        block,
        title=capital(block.title),
        columns=tuple(map(_column, block.columns)),
        rows=tuple(map(_row, block.rows)),
        total=_total(block.total, lang) if block.total is not None else None,
        empty=capital(block.empty),
        figures=tuple(replace(figure, title=capital(figure.title)) for figure in block.figures),
    )


def _column(column: Column) -> Column:
    return replace(column, label=capital(column.label))


def _row(row: Row) -> Row:
    heading = capital(row.heading) if row.heading else None
    return replace(row, heading=heading, cells=tuple(map(_begun, row.cells)))


def _begun(cell: Cell | Sparkline) -> Cell | Sparkline:
    return replace(cell, value=cell.begun) if isinstance(cell, Cell) and cell.begun is not None else cell


def _total(row: Row, lang: Lang) -> Row:
    """The total, called by our word or not called at all."""
    first, *others = row.cells
    if isinstance(first, Cell) and first.value == _TOTAL.say(lang):
        first = replace(first, value=capital(_TOTAL).say(lang))
    return replace(row, cells=(first, *others))
