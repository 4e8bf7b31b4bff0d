"""Columns of a report's sections that have nothing to say: no row has a value, and none tells why."""

from __future__ import annotations

from msgspec.structs import replace

from salesperf.report.marks import rows_and_total
from salesperf.report.model import Cell, Report, Row, Section, TableBlock


def without_blank_columns(report: Report) -> Report:
    """The report as people read it, without the blank columns of its sections; records keep them.

    A column that gives a reason or a light stays, for its emptiness is news, and so do the first column, those drawn
    by a figure and all of an answer's own tables, whose columns somebody chose.
    """
    return replace(report, sections=tuple(map(_section, report.sections)))


def _section(section: Section) -> Section:
    return replace(section, blocks=tuple(map(_block, section.blocks)), sections=tuple(map(_section, section.sections)))


def _block(block: TableBlock) -> TableBlock:
    kept = tuple(index for index in range(len(block.columns)) if not _is_blank(block, index))
    if not block.rows or len(kept) == len(block.columns):
        return block
    return replace(
        block,
        columns=tuple(block.columns[index] for index in kept),
        rows=tuple(_row(row, kept) for row in block.rows),
        total=_row(block.total, kept) if block.total is not None else None,
    )


def _row(row: Row, kept: tuple[int, ...]) -> Row:
    return replace(row, cells=tuple(row.cells[index] for index in kept))


def _is_blank(block: TableBlock, index: int) -> bool:
    drawn = {key for figure in block.figures for key in (figure.label, figure.target, *figure.values)}
    if index == 0 or block.columns[index].key in drawn:
        return False
    cells = (row.cells[index] for row in rows_and_total(block))
    return all(
        isinstance(cell, Cell) and cell.value is None and cell.reason is None and cell.status is None for cell in cells
    )
