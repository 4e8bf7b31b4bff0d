"""The sales lines behind a number, with the file and row each came from."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import polars as pl

from salesperf.analyses.explain import phrases
from salesperf.core.text import Text
from salesperf.core.unit import Unit
from salesperf.engine import collect
from salesperf.facts.subject import Subject
from salesperf.metrics.atoms import ATOMS, column_needed
from salesperf.metrics.behind import lines_behind
from salesperf.metrics.model import Metric
from salesperf.metrics.parts import atoms_under
from salesperf.metrics.scope import Scope
from salesperf.report.model import Cell, Column, Row, TableBlock
from salesperf.report.rows import FrameRows, Record

SHOWN = 20
"""Rows on the page; the records have all of them."""

_COLUMNS: tuple[tuple[str, Column], ...] = (
    ("_file", Column("file", Text("file", "文件"))),
    ("_sheet", Column("sheet", Text("sheet", "工作表"))),
    ("_row", Column("row", Text("row", "行号"))),
    ("date", Column("date", Text("date", "日期"))),
    ("order", Column("order", Text("order", "订单"))),
    ("customer", Column("customer", Text("customer", "客户"))),
    ("rep", Column("rep", Text("rep", "销售员"))),
    ("gross", Column("gross", Text("gross", "总额"), Unit.MONEY, adds_up=True)),
    ("returned", Column("returned", Text("returned", "退货"), Unit.MONEY, adds_up=True)),
    ("net", Column("net", Text("net", "净额"), Unit.MONEY, adds_up=True)),
    ("units", Column("units", Text("units", "数量"), Unit.QUANTITY, adds_up=True)),
    ("cost_of_net", Column("cost", Text("cost", "成本"), Unit.MONEY, adds_up=True)),
    ("list_value", Column("list_value", Text("list value", "标价金额"), Unit.MONEY, adds_up=True)),
)
_MEASURES = {"units", "cost_of_net", "list_value"}
_WHENCE = ("_file", "_sheet", "_row", "date", "customer", "rep")
"""The columns that rows of every subject have, as far as the files do."""
_SUBJECT = Column("subject", Text("kind", "类别"))


def rows_behind(scope: Scope, metric: Metric) -> tuple[tuple[Column, ...], Sequence[Record]]:
    """The lines that the number adds up or counts, largest first; equal ones in the order of the files.

    A metric of several subjects has the lines of each, one subject after the other, told apart in the first column.
    """
    subjects = dict.fromkeys(lens.subject for lens in atoms_under([metric], scope.measure.catalog))
    found = [_of_subject(scope, metric, subject) for subject in subjects]
    if len(found) == 1:
        columns, frame = found[0]
        return columns, FrameRows(frame)
    columns = tuple(dict.fromkeys(column for listed, _ in found for column in listed))
    named = [
        frame.rename({name: column.key for name, column in zip(frame.columns, listed, strict=True)}).select(
            pl.lit(subject.value).alias(_SUBJECT.key), pl.all()
        )
        for subject, (listed, frame) in zip(subjects, found, strict=True)
    ]
    together = pl.concat(named, how="diagonal_relaxed").select(_SUBJECT.key, *(column.key for column in columns))
    return (_SUBJECT, *columns), FrameRows(together)


def _of_subject(scope: Scope, metric: Metric, subject: Subject) -> tuple[tuple[Column, ...], pl.DataFrame]:
    """The lines of one subject, with the columns that people see of them."""
    inside = lines_behind(scope, metric, subject, scope.whole, undated=scope.is_all)
    there = set(inside.collect_schema().names())
    kept = [(name, column) for name, column in _columns(scope, metric, subject) if name in there]
    frame = collect(inside.select(*(name for name, _ in kept)))
    frame = frame.with_columns(pl.col(pl.Categorical).cast(pl.String))
    places = [name for name in ("_file", "_sheet", "_row", "order") if name in frame.columns]
    measured = ["net"] if "net" in frame.columns else [name for name in frame.columns if frame[name].dtype.is_decimal()]
    size = pl.col(measured[0]).abs() if measured else pl.lit(0)
    ordered = frame.with_columns(size.alias("size")).sort(
        ["size", *places], descending=[True, *([False] * len(places))], nulls_last=True
    )
    return tuple(column for _, column in kept), ordered.drop("size")


def _columns(scope: Scope, metric: Metric, subject: Subject) -> Iterator[tuple[str, Column]]:
    atoms = [
        atom
        for lens, listed in atoms_under([metric], scope.measure.catalog).items()
        for atom in listed
        if lens.subject is subject
    ]
    wanted = {column_needed(atom) for atom in atoms}
    if subject is Subject.SALES:
        yield from ((name, column) for name, column in _COLUMNS if name not in _MEASURES or name in wanted)
        return
    yield from ((name, column) for name, column in _COLUMNS if name in _WHENCE)
    for atom in dict.fromkeys(ATOMS[key] for key in atoms):
        yield atom.column, Column(atom.key, atom.meaning, atom.unit)


def rows_block(columns: Sequence[Column], rows: Sequence[Record]) -> TableBlock:
    """The first rows as a page shows them."""
    shown = tuple(Row(tuple(Cell(value) for value in row)) for row in rows[:SHOWN])
    return TableBlock("rows", phrases.ROWS, tuple(columns), shown)
