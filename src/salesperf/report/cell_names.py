"""What the figures and tables of a report are called in a workbook: every name legal in Excel, and no two the same.

A workbook that is made and a company's own that is filled call the same figure the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct

from salesperf.report.grid import is_number
from salesperf.report.model import Cell, Column, Records, Report, Row, Section, Sentence, TableBlock, Tile, sections_of
from salesperf.report.names import Taken, legal

TOTAL = "total"
"""The row of a place that is the total of its table."""
SENTENCE, TILE, RECORD, ABOUT = "sentence", "tile", "record", "report"
"""The table of a place that is in none."""

Place = tuple[str, str, str, str]
"""Section, table, row and column of a figure; a whole table has neither row nor column, an answer no section."""

_VALUE = "value"
"""The column that a metric's own name stands for."""
_Item = tuple[Place, str, Cell | TableBlock]
"""A figure or table with the name it would like to have."""


class Names(Struct, frozen=True):
    """The names of a report.

    `cells` and `tables` hold every name; a figure of a section has its full one (`summary_net_revenue`), and the first
    that wants it in reading order the short one too (`net_revenue`): not one of a section inside another, which is of
    one team or rep. `shown` is the shortest name of each place; figures of the same name and value in one section share
    it.
    """

    cells: Mapping[str, Cell]
    tables: Mapping[str, TableBlock]
    shown: Mapping[Place, str]


def names_of(report: Report) -> Names:
    """The names of everything in a report that a cell or a range can hold."""
    taken, items = Taken(), list(_kept(_items(report)))
    of_all = {section.key for section in report.sections}
    full = [taken.numbered(legal(f"{place[0]}_{wanted}" if place[0] else wanted)) for place, wanted, _, _ in items]
    cells: dict[str, Cell] = {}
    tables: dict[str, TableBlock] = {}
    shown: dict[Place, str] = {}
    for name, (place, wanted, what, sharing) in zip(full, items, strict=True):
        short = legal(wanted)
        names = (short, name) if place[0] in of_all and taken.take(short) else (name,)
        for one in names:
            if isinstance(what, Cell):
                cells[one] = what
            else:
                tables[one] = what
        for alike in (place, *sharing):
            shown.setdefault(alike, names[0])
    return Names(cells, tables, shown)


def _kept(items: Iterable[_Item]) -> Iterator[tuple[Place, str, Cell | TableBlock, list[Place]]]:
    """The items, each with the places of others in its section that are called alike and hold the same value."""
    held: dict[tuple[str, str, object], list[Place]] = {}
    for place, wanted, what in items:
        key = (place[0], legal(wanted).casefold(), what.value if isinstance(what, Cell) else what.key)
        if isinstance(what, Cell) and key in held:
            held[key].append(place)
            continue
        sharing = held[key] = []
        yield place, wanted, what, sharing


def _items(report: Report) -> Iterator[_Item]:
    yield from _of_records(report.records, is_answer=not report.sections)
    yield from _of_tables("", report.blocks)
    for section in sections_of(report):
        yield from _of_section(section)
    yield from _about(report)


def _about(report: Report) -> Iterator[_Item]:
    """What a report is about: title, period, day, currency and whose it is."""
    meta = report.meta
    first, last = meta.span or (None, None)
    told = {
        "title": report.title.say(report.lang),
        "subtitle": report.subtitle.say(report.lang) if report.subtitle else None,
        "organisation": meta.organisation,
        "from": first,
        "to": last,
        "as_of": meta.as_of,
        "through": meta.through,
        "currency": meta.currency,
    }
    for key, value in told.items():
        yield ("", ABOUT, "", key), f"{ABOUT}_{key}", Cell(value)


def _of_records(records: Records, *, is_answer: bool) -> Iterator[_Item]:
    """The answer of a command that is one record names its columns."""
    if not is_answer or len(records.rows) != 1:
        return
    for column, value in zip(records.columns, records.rows[0], strict=True):
        yield ("", RECORD, "", column.key), column.key, Cell(value, column.unit)


def _of_section(section: Section) -> Iterator[_Item]:
    for tile in section.tiles:
        yield from _of_tile(section.key, tile)
    yield from _of_tables(section.key, section.blocks)
    for number, sentence in enumerate(section.sentences, start=1):
        yield from _of_sentence(section.key, number, sentence)


def _of_tile(section: str, tile: Tile) -> Iterator[_Item]:
    yield (section, TILE, tile.key, ""), tile.key, tile.cell
    for beside in tile.beside:
        yield (section, TILE, tile.key, beside.key), f"{tile.key}_{beside.key}", beside.cell


def _of_sentence(section: str, number: int, sentence: Sentence) -> Iterator[_Item]:
    for name, cell in sentence.values.items():
        yield (section, SENTENCE, str(number), name), name, cell


def _of_tables(section: str, blocks: tuple[TableBlock, ...]) -> Iterator[_Item]:
    """Each table, the metrics that are its rows, and its total."""
    for block in blocks:
        yield (section, block.key, "", ""), block.key, block
        for row in block.rows:
            if row.key is not None:
                for column, cell in _figures(block, row):
                    wanted = row.key if column.key == _VALUE else f"{row.key}_{column.key}"
                    yield (section, block.key, row.key, column.key), wanted, cell
        if block.total is not None:
            for column, cell in _figures(block, block.total):
                yield (section, block.key, TOTAL, column.key), f"{block.key}_{TOTAL}_{column.key}", cell


def _figures(block: TableBlock, row: Row) -> Iterator[tuple[Column, Cell]]:
    """The cells that hold numbers, or would if there were one: a name must not come and go with its value."""
    for column, cell in zip(block.columns, row.cells, strict=True):
        if isinstance(cell, Cell) and (cell.unit or column.unit or is_number(cell.value)):
            yield column, cell
