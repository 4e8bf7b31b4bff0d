"""The signs that follow a value (arrow, partial period, footnote) and the reasons that footnotes give."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal

from salesperf.core.money import exact
from salesperf.core.text import Text
from salesperf.core.unit import Unit
from salesperf.report import phrases
from salesperf.report.model import Cell, Report, Row, TableBlock, Value, sections_of

_LEAST_CHANGE = Decimal("0.0005")
"""A change below it rounds to zero, and goes nowhere."""

PARTIAL_KEY = "partial"
"""The key of a note that explains the partial sign; a report with such values and no such note gets a general one."""

Footnotes = Mapping[Text, str]
"""The mark of every reason."""


def rows_and_total(block: TableBlock) -> tuple[Row, ...]:
    """All rows of a table, its total last."""
    return (*block.rows, block.total) if block.total else block.rows


def cells_of(report: Report) -> Iterator[Cell]:
    """All cells in reading order: of tables, sentences and tiles, each section before those inside it."""
    yield from _cells(report.blocks)
    for section in sections_of(report):
        for sentence in section.sentences:
            yield from sentence.values.values()
        for tile in section.tiles:
            yield tile.cell
            yield from (beside.cell for beside in tile.beside)
        yield from _cells(section.blocks)


def reasons(report: Report) -> tuple[Text, ...]:
    """Why values are missing or what must be known of them, each reason once, in reading order."""
    return tuple(dict.fromkeys(cell.footnote for cell in cells_of(report) if cell.footnote))


def footnotes(report: Report) -> Footnotes:
    """The reasons of a report, numbered."""
    return {reason: superscript(number) for number, reason in enumerate(reasons(report), start=1)}


def has_partial(report: Report) -> bool:
    """Whether any value is of a period the data do not reach the end of."""
    return any(cell.partial and cell.value is not None for cell in cells_of(report))


def mark(cell: Cell, unit: Unit | None, *, notes: Footnotes) -> str:
    """What follows a value: why it is missing, which way it went, whether its period is complete."""
    told = notes[cell.footnote] if cell.footnote else ""
    if cell.value is None:
        return told
    return _arrow(cell.value, unit) + (phrases.PARTIAL if cell.partial else "") + told


def superscript(number: int) -> str:
    """A footnote's number as a mark.

    >>> superscript(12)
    '¹²'
    """
    return str(number).translate(str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹"))


def _arrow(value: Value, unit: Unit | None) -> str:
    if unit not in {Unit.GROWTH, Unit.POINTS} or not isinstance(value, (int, float, Decimal)) or not value:
        return ""
    if abs(exact(value)) < _LEAST_CHANGE:
        return ""
    return " " + (phrases.UP if value > 0 else phrases.DOWN)


def _cells(blocks: Iterable[TableBlock]) -> Iterator[Cell]:
    for block in blocks:
        for row in rows_and_total(block):
            yield from (cell for cell in row.cells if isinstance(cell, Cell))
