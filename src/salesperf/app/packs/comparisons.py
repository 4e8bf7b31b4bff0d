"""Comparisons that nothing in a table or row of tiles has: left out of it, and told once with their reason."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypeVar

from msgspec.structs import replace

from salesperf.core.text import Text, listing
from salesperf.core.unit import Unit
from salesperf.report.model import Cell, Column, Note, Row, Section, Sparkline, TableBlock, Tile

_CHANGES = frozenset({Unit.GROWTH, Unit.POINTS})
_LEFT_OUT = Text("left out where nothing has it: {comparisons}", "无可比数据，相应表格与指标卡未列出：{comparisons}")
_ONE = Text("{label} in {places} ({reason})", "{places}的{label}（{reason}）")
_AND_MORE = Text("{names} and {count} more", "{names}等，另有{count}处")
_MOST_PLACES = 3
_SEMICOLON = Text("; ", "；")
_UNKNOWN = Text("nothing to compare with", "没有可比数据")
T = TypeVar("T")
Missing = tuple[Text, Text]
"""What a comparison is called, and why there is none."""


def without_empty(sections: tuple[Section, ...]) -> tuple[tuple[Section, ...], tuple[Note, ...]]:
    """The sections without the comparisons that nothing in them has, and the one note that says why."""
    reasons: dict[Text, Text] = {}
    places: dict[Text, dict[Text, None]] = {}
    for section in sections:
        for label, reason in _missing(section):
            reasons.setdefault(label, reason)
            places.setdefault(label, {}).setdefault(section.title)
    told = [
        _ONE.fill(label=label, places=_named(tuple(places[label])), reason=reason) for label, reason in reasons.items()
    ]
    notes = (Note("no_comparison", _LEFT_OUT.fill(comparisons=listing(told, _SEMICOLON))),) if told else ()
    return tuple(_told(section) for section in sections), notes


def _named(titles: Sequence[Text]) -> Text:
    """The sections, or the first of many."""
    more = len(titles) - _MOST_PLACES
    shown = listing(Text(f"'{title.en}'", f"「{title.zh}」") for title in titles[:_MOST_PLACES])
    return _AND_MORE.fill(names=shown, count=more) if more > 0 else shown


def _told(section: Section) -> Section:
    empty = {label for label, _ in _of_tiles(section.tiles)}
    return replace(
        section,
        tiles=tuple(
            replace(tile, beside=tuple(one for one in tile.beside if one.label not in empty)) for tile in section.tiles
        ),
        blocks=tuple(_narrowed(block) for block in section.blocks),
        sections=tuple(_told(one) for one in section.sections),
    )


def _missing(section: Section) -> Iterator[Missing]:
    yield from _of_tiles(section.tiles)
    for block in section.blocks:
        for at in _empty_columns(block):
            yield block.columns[at].label, _reason(cell for cell in _cells(block, at))
    for one in section.sections:
        yield from _missing(one)


def _of_tiles(tiles: Sequence[Tile]) -> Iterator[Missing]:
    """The comparisons that no tile of a section has."""
    beside = [one for tile in tiles for one in tile.beside if one.cell.unit in _CHANGES]
    for label in dict.fromkeys(one.label for one in beside):
        cells = [one.cell for one in beside if one.label == label]
        if all(cell.value is None for cell in cells):
            yield label, _reason(cells)


def _empty_columns(block: TableBlock) -> tuple[int, ...]:
    """The places of the columns of changes in which every cell is empty; none that a figure draws."""
    drawn = {key for figure in block.figures for key in figure.values}
    places = (at for at, column in enumerate(block.columns) if column.key not in drawn)
    return tuple(at for at in places if block.rows and _is_empty(block.columns[at], list(_cells(block, at))))


def _is_empty(column: Column, cells: Sequence[Cell]) -> bool:
    return all(cell.value is None and (cell.unit or column.unit) in _CHANGES for cell in cells)


def _cells(block: TableBlock, at: int) -> Iterator[Cell]:
    for row in (*block.rows, *((block.total,) if block.total is not None else ())):
        cell = row.cells[at]
        yield Cell("drawn") if isinstance(cell, Sparkline) else cell


def _reason(cells: Sequence[Cell] | Iterator[Cell]) -> Text:
    return next((cell.reason for cell in cells if cell.reason is not None), _UNKNOWN)


def _narrowed(block: TableBlock) -> TableBlock:
    empty = _empty_columns(block)
    if not empty:
        return block
    return replace(
        block,
        columns=_kept(block.columns, empty),
        rows=tuple(_row(row, empty) for row in block.rows),
        beyond=tuple(_row(row, empty) for row in block.beyond),
        total=_row(block.total, empty) if block.total is not None else None,
    )


def _row(row: Row, empty: tuple[int, ...]) -> Row:
    return replace(row, cells=_kept(row.cells, empty))


def _kept(values: tuple[T, ...], empty: tuple[int, ...]) -> tuple[T, ...]:
    return tuple(value for at, value in enumerate(values) if at not in empty)
