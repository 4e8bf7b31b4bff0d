"""Choose from a report what is wanted: columns, order, number of rows; the numbers themselves do not change."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from decimal import Decimal
from operator import itemgetter
from typing import TypeVar

from msgspec import Struct
from msgspec.structs import replace

from salesperf.core.errors import UsageError
from salesperf.core.money import exact
from salesperf.core.suggest import did_you_mean
from salesperf.core.text import Text, listing
from salesperf.report import phrases
from salesperf.report.figure import FigureKind
from salesperf.report.model import Cell, Column, Note, Records, Report, Row, Sparkline, TableBlock, Value
from salesperf.report.record_tables import has_metric_rows, names_of, shows_records

LIMIT_KEY = "limit"
"""The key of the note that says how many rows the limit left out."""
NOT_DRAWN_KEY = "not_drawn"
"""The key of the note that names the pictures that a sorted table has no more."""
_NOT_DRAWN = Text(
    "not drawn, for the rows are sorted by something other than their own order (leave out --sort): {titles}",
    "未绘出（各行已另行排序；去掉 --sort 即可绘出）：{titles}",
)
_SEMICOLON = Text("; ", "；")

T = TypeVar("T")
_Order = tuple[int, Decimal | str]
_IN_THEIR_ORDER = frozenset({FigureKind.LINE, FigureKind.SPARKLINE, FigureKind.WATERFALL, FigureKind.FUNNEL})
"""Pictures of rows that follow each other: sorted by anything else they would tell a story that is not."""


class _Wish(Struct, frozen=True):
    key: str
    descending: bool


def selected(
    report: Report, *, columns: Sequence[str] = (), sort: Sequence[str] = (), limit: int | None = None
) -> Report:
    """The report with only these columns, sorted, and at most `limit` rows.

    `sort` names columns, `-net_revenue` for falling order; nulls come last either way and rows that tie keep
    their order. The tables that show the records follow; one that showed only the first of them is filled from
    the records first. A table with a row for each metric (`Row.key`) has nothing to sort or limit; of it,
    `columns` keeps the rows of that name. Other tables stay as they are, and go when columns are chosen. When no
    table shows what is asked for, one table of the records does.
    Unknown columns and a limit below one are a `UsageError`.
    """
    wishes = tuple(_Wish(key.removeprefix("-"), key.startswith("-")) for key in sort)
    if limit is not None and limit < 1:
        told = Text(f"a limit of {limit} shows nothing", f"上限为 {limit} 时不显示任何内容")
        raise UsageError(told, Text("give a number from 1", "请给出不小于 1 的数字"))
    asked = [*columns, *(wish.key for wish in wishes)]
    _check_known(asked, report)
    if not asked and limit is None:
        return report
    shown = replace(report, blocks=_blocks_for(asked, report, has_columns=bool(columns)))
    shown = _limited(_sorted(shown, wishes), limit)
    return _projected(shown, tuple(dict.fromkeys(columns))) if columns else shown


def _check_known(asked: Iterable[str], report: Report) -> None:
    known = dict.fromkeys(column.key for column in report.records.columns)
    for key in asked:
        if key not in known:
            hint = did_you_mean(key, known) or Text("columns: {names}", "可用的列：{names}").fill(names=listing(known))
            raise UsageError(Text(f"this answer has no column {key!r}", f"结果中没有「{key}」列"), hint)


def _blocks_for(asked: Sequence[str], report: Report, *, has_columns: bool) -> tuple[TableBlock, ...]:
    main = tuple(block for block in report.blocks if shows_records(block, report.records))
    shown = {key for block in main for key in names_of(block)}
    if not main or not shown.issuperset(asked):
        return (_filled(TableBlock("records", report.title, report.records.columns, ()), report.records),)
    kept = main if has_columns else report.blocks
    if sum(len(block.rows) for block in main) >= len(report.records.rows):
        # Several tables show the records between them, as those of each metric and period do.
        return kept
    return tuple(_whole(block, report.records) if block in main else block for block in kept)


def _whole(block: TableBlock, records: Records) -> TableBlock:
    """The table with all the records, where it showed only the first of them."""
    is_part = not has_metric_rows(block) and len(block.rows) < len(records.rows)
    return _filled(block, records) if is_part else block


def _filled(block: TableBlock, records: Records) -> TableBlock:
    known = {column.key for column in records.columns}
    columns = tuple(column for column in block.columns if column.key in known)
    picks = [_index(records.columns, column.key) for column in columns]
    rows = tuple(_row(_picked(values, picks)) for values in records.rows)
    total = _row(_picked(records.total, picks)) if records.total is not None else None
    return replace(block, columns=columns, rows=rows, total=total)


def _row(values: Iterable[Value]) -> Row:
    return Row(tuple(Cell(value) for value in values))


def _sorted(report: Report, wishes: Sequence[_Wish]) -> Report:
    records = report.records
    rows = records.rows
    blocks = report.blocks
    for wish in reversed(wishes):
        index = _index(records.columns, wish.key)
        rows = _ordered(rows, itemgetter(index), descending=wish.descending)
        blocks = tuple(_sorted_block(block, wish) if shows_records(block, records) else block for block in blocks)
    notes = (*report.notes, *_not_drawn(report.blocks, blocks))
    return replace(report, records=replace(records, rows=rows), blocks=blocks, notes=notes)


def _not_drawn(before: Sequence[TableBlock], after: Sequence[TableBlock]) -> Iterable[Note]:
    """What is said of pictures that the new order of their rows left without sense."""
    kept = {figure.key for block in after for figure in block.figures}
    titles = [figure.title for block in before for figure in block.figures if figure.key not in kept]
    if titles:
        yield Note(NOT_DRAWN_KEY, _NOT_DRAWN.fill(titles=listing(titles, _SEMICOLON)))


def _sorted_block(block: TableBlock, wish: _Wish) -> TableBlock:
    if has_metric_rows(block) or wish.key not in names_of(block):
        return block
    index = _index(block.columns, wish.key)
    rows: list[Row] = []
    for group in _groups(block.rows):
        heading = group[0].heading
        ordered = _ordered(
            tuple(replace(row, heading=None) for row in group),
            lambda row: _value(row.cells[index]),
            descending=wish.descending,
        )
        rows += [replace(ordered[0], heading=heading), *ordered[1:]]
    if tuple(rows) == block.rows:
        return block
    figures = tuple(figure for figure in block.figures if figure.kind not in _IN_THEIR_ORDER)
    return replace(block, rows=tuple(rows), figures=figures)


def _groups(rows: Sequence[Row]) -> list[list[Row]]:
    """The rows under each heading; sorting does not mix groups."""
    groups: list[list[Row]] = []
    for row in rows:
        if row.heading is not None or not groups:
            groups.append([])
        groups[-1].append(row)
    return groups


def _ordered(rows: Sequence[T], value_of: Callable[[T], Value], *, descending: bool) -> tuple[T, ...]:
    known = [row for row in rows if value_of(row) is not None]
    null = [row for row in rows if value_of(row) is None]
    return (*sorted(known, key=lambda row: _order(value_of(row)), reverse=descending), *null)


def _order(value: Value) -> _Order:
    """Numbers before words; words by code point, so that the order is the same everywhere."""
    if isinstance(value, date):
        return (1, value.isoformat())
    if isinstance(value, str):
        return (1, value)
    # A float passes by its shortest spelling: 0.1 is then equal to Decimal("0.1").
    return (0, exact(value) if isinstance(value, float) else Decimal(value or 0))


def _value(cell: Cell | Sparkline) -> Value:
    return cell.value if isinstance(cell, Cell) else None


def _limited(report: Report, limit: int | None) -> Report:
    rows = len(report.records.rows)
    if limit is None or rows <= limit:
        return report
    text = phrases.MORE_ROWS.fill(shown=limit, rows=rows, more=rows - limit)
    if report.records.total is not None:
        text = Text(text.en + phrases.TOTAL_OF_ALL.en, text.zh + phrases.TOTAL_OF_ALL.zh)
    return replace(
        report,
        records=replace(report.records, rows=report.records.rows[:limit]),
        blocks=tuple(_limited_block(block, report.records, limit) for block in report.blocks),
        notes=(*report.notes, Note(LIMIT_KEY, text)),
    )


def _limited_block(block: TableBlock, records: Records, limit: int) -> TableBlock:
    if has_metric_rows(block) or not shows_records(block, records):
        return block
    return replace(block, rows=block.rows[:limit])


def _projected(report: Report, keys: tuple[str, ...]) -> Report:
    records = report.records
    picks = [_index(records.columns, key) for key in keys]
    total = _picked(records.total, picks) if records.total is not None else None
    return replace(
        report,
        records=Records(_picked(records.columns, picks), tuple(_picked(row, picks) for row in records.rows), total),
        blocks=tuple(_projected_block(block, keys) for block in report.blocks if names_of(block) & set(keys)),
    )


def _projected_block(block: TableBlock, keys: tuple[str, ...]) -> TableBlock:
    if has_metric_rows(block):
        return replace(block, rows=_kept_rows(block.rows, keys))
    picks = [_index(block.columns, key) for key in keys if key in names_of(block)]
    rows = tuple(replace(row, cells=_picked(row.cells, picks)) for row in block.rows)
    total = replace(block.total, cells=_picked(block.total.cells, picks)) if block.total else None
    return replace(block, columns=_picked(block.columns, picks), rows=rows, total=total)


def _kept_rows(rows: Sequence[Row], keys: tuple[str, ...]) -> tuple[Row, ...]:
    """The rows of these metrics; a heading moves to the first row that its group keeps."""
    kept: list[Row] = []
    for group in _groups(rows):
        wanted = [replace(row, heading=None) for row in group if row.key in keys]
        if wanted:
            kept += [replace(wanted[0], heading=group[0].heading), *wanted[1:]]
    return tuple(kept)


def _index(columns: Sequence[Column], key: str) -> int:
    return next(index for index, column in enumerate(columns) if column.key == key)


def _picked(values: Sequence[T], picks: Sequence[int]) -> tuple[T, ...]:
    return tuple(values[index] for index in picks)
