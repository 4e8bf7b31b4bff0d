"""Every figure of a report under the name that its cell has in a workbook, so that a template can ask for it."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from salesperf.core.unit import Unit
from salesperf.report.grid import is_number
from salesperf.report.listing import listings
from salesperf.report.model import Beside, Cell, Report, Row, Section, TableBlock, Tile
from salesperf.report.names import Taken, defined_name

VALUE = "value"
"""The column of a table with a row a metric that the metric's own name stands for."""


class Named(Struct, frozen=True):
    """One value, or the rows of a table, under a name; every cell has its unit."""

    name: str
    cell: Cell | None = None
    rows: tuple[tuple[Cell, ...], ...] = ()


def named(report: Report) -> tuple[Named, ...]:
    """All of them, in the order in which a workbook gives its names away.

    Tiles: `net_revenue`, `net_revenue_target`; rows of metrics: `orders`, `orders_prev`; totals:
    `teams_total_net_revenue`; the rows of a table: `teams_table`.
    """
    taken = Taken()
    if report.sections:
        answers = [Section(block.key, block.title, blocks=(block,)) for block in report.blocks]
    else:
        whole = (replace(one.block, rows=tuple(one.rows())) for one in listings(report))
        answers = [Section(block.key, block.title, blocks=(block,)) for block in whole]
    sections = (*answers, *report.sections)
    return tuple(one for section in sections for one in _of_section(section, taken))


def beside_name(tile: Tile, beside: Beside) -> str:
    """`net_revenue_target`: the English label is the same in every language of the report."""
    return f"{tile.key}_{beside.label.en.lower()}"


def metric_name(row: Row, key: str) -> str:
    """The name of one value of a metric's row."""
    return str(row.key) if key == VALUE else f"{row.key}_{key}"


def _of_section(section: Section, taken: Taken) -> Iterator[Named]:
    labels = tuple(dict.fromkeys(one.label for tile in section.tiles for one in tile.beside))
    for tile in section.tiles:
        yield Named(defined_name(tile.key, taken, within=section.key), tile.cell)
        beside = {one.label: one for one in tile.beside}
        for label in (one for one in labels if one in beside):
            wanted = beside_name(tile, beside[label])
            yield Named(defined_name(wanted, taken, within=section.key), beside[label].cell)
    for block in section.blocks:
        if block.rows and block.columns:
            yield from _of_table(block, section.key, taken)
    for inner in section.sections:
        yield from _of_section(inner, taken)


def _of_table(block: TableBlock, within: str, taken: Taken) -> Iterator[Named]:
    units = [column.unit for column in block.columns]
    rows = tuple(_with_units(row, units) for row in block.rows)
    yield Named(defined_name(f"{block.key}_table", taken, within=within), rows=rows)
    for row in block.rows:
        for column, cell in zip(block.columns, row.cells, strict=True):
            if row.key is not None and isinstance(cell, Cell) and is_number(cell.value):
                name = defined_name(metric_name(row, column.key), taken, within=within)
                yield Named(name, replace(cell, unit=cell.unit or column.unit))
    for column, cell in zip(block.columns, block.total.cells if block.total else (), strict=False):
        if isinstance(cell, Cell) and is_number(cell.value):
            name = defined_name(f"{block.key}_total_{column.key}", taken, within=within)
            yield Named(name, replace(cell, unit=cell.unit or column.unit))


def _with_units(row: Row, units: list[Unit | None]) -> tuple[Cell, ...]:
    """The cells, each with its unit; a line drawn in a cell is empty here."""
    return tuple(
        replace(cell, unit=cell.unit or unit) if isinstance(cell, Cell) else Cell(None)
        for cell, unit in zip(row.cells, units, strict=True)
    )
