"""Workbooks become raw tables: one a sheet, with the types the cells hold, after `preflight` has let them through."""

from __future__ import annotations

from pathlib import Path

from salesperf.core.codes import issue
from salesperf.core.errors import Issue, UsageError, Where
from salesperf.core.suggest import did_you_mean
from salesperf.core.text import Text, listing
from salesperf.sources.options import ReadOptions
from salesperf.sources.refused import Refused
from salesperf.sources.rows.raw import LeftOut, RawTable, SourceFile
from salesperf.sources.workbooks.biff import facts_in, refuse_overlapping
from salesperf.sources.workbooks.compound import has_macros, refuse_circular, refuse_encrypted
from salesperf.sources.workbooks.preflight import Preflight, Sheet, preflight
from salesperf.sources.workbooks.probe import refuse_deadly
from salesperf.sources.workbooks.sheet_grid import Workbook
from salesperf.sources.workbooks.sheet_table import tables_of_sheet

_ZIP = b"PK\x03\x04"

_EMPTY = Text("the sheet is empty", "工作表为空")
_OTHER = Text("another sheet was asked for", "已指定其他工作表")
_HIDDEN = Text("the sheet is hidden or a chart", "工作表已隐藏或为图表")

Book = tuple[tuple[RawTable, ...], tuple[Issue, ...], tuple[LeftOut, ...]]

_MACROS = Text("the macros of the workbook are not run", "不运行工作簿中的宏")
_LEFT_OUT = Text("{why}; it was left out", "{why}；未读取")


def read_workbook(file: SourceFile, *, sheet: str | None, options: ReadOptions) -> Book:
    """The tables of the visible sheets, or of the one sheet named; refuses a workbook that cannot be read."""
    source = file.content if file.content is not None else file.path
    if source is None:
        raise ValueError("a file has a path or content")
    before = _before(source, file, sheet, options)
    book = Workbook(source, file)
    if sheet is not None and sheet not in book.names:
        sheets = Text("its sheets: {names}", "现有工作表：{names}").fill(names=listing(book.names))
        told = Text(f"{file.name} has no sheet {sheet!r}", f"{file.name} 中没有工作表「{sheet}」")
        raise UsageError(told, did_you_mean(sheet, book.names) or sheets)
    hidden = frozenset(one.name for one in before.sheets.values() if one.hidden) if before.is_seen else book.hidden()
    tables: list[RawTable] = []
    issues = [issue("R132", _MACROS, Where(file.name))] if before.has_macros else []
    left_out: list[LeftOut] = []
    for name in book.names:
        reason = _reason_to_skip(name, sheet, hidden)
        found: tuple[RawTable, ...] = ()
        if reason is None:
            try:
                found = tables_of_sheet(book, file, name, before=before, options=options)
                reason = None if found else ("empty", _EMPTY)
            except Refused as refused:
                issues.append(refused.issue)
                left_out.append(LeftOut(file, name, "unreadable", refused.issue.text))
                continue
        tables += found
        if reason is not None:
            left_out.append(LeftOut(file, name, *reason))
            issues.append(issue("R126", _LEFT_OUT.fill(why=reason[1]), Where(file.name, name)))
    return tuple(tables), tuple(issues), tuple(left_out)


def _before(source: Path | bytes, file: SourceFile, sheet: str | None, options: ReadOptions) -> Preflight:
    start = source[:4] if isinstance(source, bytes) else _start(source)
    before = Preflight()
    if start == _ZIP:
        before = preflight(source, name=file.name, limits=options.limits, only=sheet)
    else:
        refuse_encrypted(source, name=file.name)
        refuse_circular(source, name=file.name)
        refuse_overlapping(source, name=file.name)
    if not before.is_seen:
        # No XML tells how far the cells of .xls, .xlsb and .ods reach.
        refuse_deadly(source, name=file.name, limits=options.limits)
    if start != _ZIP:
        before = Preflight(
            sheets={name: Sheet(name, hidden=False, facts=facts) for name, facts in facts_in(source).items()},
            has_macros=has_macros(source),
        )
    return before


def _start(path: Path) -> bytes:
    with path.open("rb") as stream:
        return stream.read(4)


def _reason_to_skip(name: str, wanted: str | None, hidden: frozenset[str]) -> tuple[str, Text] | None:
    if wanted is not None:
        return None if name == wanted else ("other_sheet", _OTHER)
    return ("hidden", _HIDDEN) if name in hidden else None
