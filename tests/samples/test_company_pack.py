from __future__ import annotations

from decimal import Decimal

from salesperf.report.figure import FigureKind
from salesperf.report.model import Cell, Report, TableBlock, sections_of, tables_of


def _amount(block: TableBlock, row: int, column: int) -> Decimal:
    cell = (*block.rows, block.total)[row].cells[column]  # type: ignore[union-attr]
    assert isinstance(cell, Cell)
    assert isinstance(cell.value, Decimal)
    return cell.value


def test_columns_that_add_up_do(pack_report: Report) -> None:
    for block in tables_of(pack_report):
        for index, column in enumerate(block.columns):
            if column.adds_up and block.total and isinstance(block.total.cells[index].value, Decimal):  # type: ignore[union-attr]
                rows = len(block.rows)
                assert sum(_amount(block, row, index) for row in range(rows)) == _amount(block, rows, index)


def test_the_pack_has_every_kind_of_figure_and_every_link_has_its_section(pack_report: Report) -> None:
    kinds = {figure.kind for block in tables_of(pack_report) for figure in block.figures}
    keys = [section.key for section in sections_of(pack_report)]
    linked = {row.section for block in tables_of(pack_report) for row in block.rows if row.section}

    assert kinds == set(FigureKind)
    assert len(set(keys)) == len(keys)
    assert linked <= set(keys)


def test_hostile_names_change_the_names_alone(pack_report: Report, hostile_pack_report: Report) -> None:
    def shape(report: Report) -> list[tuple[str, int, int]]:
        return [(block.key, len(block.columns), len(block.rows)) for block in tables_of(report)]

    assert shape(hostile_pack_report) == shape(pack_report)
    assert "<script>" in str(hostile_pack_report)
    assert "Northwind" not in str(hostile_pack_report)
