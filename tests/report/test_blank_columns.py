from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from salesperf.core.status import Status
from salesperf.core.text import Lang, Text, same
from salesperf.core.unit import Unit
from salesperf.report.blank_columns import without_blank_columns
from salesperf.report.figure import Figure, FigureKind
from salesperf.report.model import Cell, Column, Records, Report, Row, Section, Sparkline, TableBlock

KEYS = ("name", "actual", "required", "why", "trend", "light")
COLUMNS = tuple(Column(key, same(key), Unit.MONEY if key == "required" else None) for key in KEYS)
WHY = Text("no target", "无目标")


def block(*, last: Cell, figures: tuple[Figure, ...] = ()) -> TableBlock:
    """Two rows: `required` has no value in the first and `last` in the second."""
    light = Cell(None, status=Status.RED)
    first = (Cell(None), Cell(1), Cell(None), Cell(None, reason=WHY), Sparkline((1.0,)), light)
    second = (Cell(None), Cell(2), last, Cell(None), Sparkline(()), Cell(None))
    return TableBlock("own", same("Own"), COLUMNS, (Row(first), Row(second)), total=Row(first), figures=figures)


def report(*tables: TableBlock) -> Report:
    section = Section("inner", same("Inner"), blocks=tables)
    return Report(
        "salesperf.report/1",
        same("Page"),
        Lang.EN,
        tables,
        Records((), ()),
        sections=(Section("outer", same("Outer"), sections=(section,)),),
    )


def shown(*tables: TableBlock) -> Sequence[str]:
    (inner,) = without_blank_columns(report(*tables)).sections[0].sections
    (found,) = inner.blocks
    assert all(len(row.cells) == len(found.columns) for row in (*found.rows, found.total) if row)
    return [column.key for column in found.columns]


def test_a_column_without_a_value_or_a_reason_is_left_out() -> None:
    assert shown(block(last=Cell(None))) == ["name", "actual", "why", "trend", "light"]


def test_one_value_keeps_its_column() -> None:
    assert shown(block(last=Cell(0))) == list(KEYS)


def test_a_column_that_a_figure_draws_stays() -> None:
    figure = Figure(FigureKind.BULLET, "own", same("Own"), "name", ("actual",), target="required")

    assert shown(block(last=Cell(None), figures=(figure,))) == list(KEYS)


def test_a_table_without_rows_and_the_tables_of_an_answer_stay_as_they_are() -> None:
    empty = replace(block(last=Cell(None)), rows=(), total=None)

    assert shown(empty) == list(KEYS)
    assert without_blank_columns(report(block(last=Cell(None)))).blocks == (block(last=Cell(None)),)
