"""Lists of records in full: a page shows the first of many and a row for the others, a workbook has them all."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

from msgspec.structs import replace

from salesperf.report.model import Report, Row, Section, TableBlock

MOST_BEYOND = 2_000
"""Rows that a list may have beyond those of the page: one of more stays as the page has it."""
T = TypeVar("T")


def rows_beyond(rest: Sequence[T], row: Callable[[T], Row]) -> tuple[Row, ...]:
    """The rows that one row for the others stands for; none where these are too many to carry along."""
    return tuple(map(row, rest)) if len(rest) <= MOST_BEYOND else ()


def with_whole_lists(report: Report) -> Report:
    """The report with every record of its lists in the place of the row that stands for them."""
    return replace(report, sections=tuple(map(_section, report.sections)))


def _section(section: Section) -> Section:
    return replace(section, blocks=tuple(map(_whole, section.blocks)), sections=tuple(map(_section, section.sections)))


def _whole(block: TableBlock) -> TableBlock:
    return replace(block, rows=(*block.rows[:-1], *block.beyond), beyond=()) if block.beyond else block
