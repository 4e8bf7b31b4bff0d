"""The table of one file as standard CSV: as written, or without the rows that are no data."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping, Sequence
from io import StringIO
from pathlib import Path

import polars as pl
from msgspec import Struct
from msgspec.structs import replace

from salesperf.app.mapping import layout_lines
from salesperf.app.output import refuse_existing
from salesperf.app.workspace import Ask, Workspace, lang_of, workspace
from salesperf.core.codes import issue
from salesperf.core.errors import DataError, Issue, Severity, UsageError, Where
from salesperf.core.text import Count, Lang, Text, in_quotes
from salesperf.sources.files.discover import discover
from salesperf.sources.no_data.row_kind import KINDS, kinds_counted
from salesperf.sources.raw_files import RawFile, read_raw, read_tidy
from salesperf.sources.refused import Refused
from salesperf.sources.rows.raw import SourceFile
from salesperf.sources.texts.as_written import AsWritten, as_options_say, is_text

_RESULT = Text("{file}: {rows:row|rows} written", "{file}：写出 {rows} 行")
_LINE_OUT = Text("line {line}: {kind}, left out", "第 {line} 行：{kind}，未写出")
_LINE_KEPT = Text("line {line}: looks like {kind}, kept", "第 {line} 行：像是{kind}，已保留")
_ROWS_OUT = Text("{kind}: {rows:row|rows} left out", "{kind}：{rows} 行未写出")
_UNPIVOTED = Text(
    "periods stand across: each row is one target, --raw keeps the sheet",
    "期间横向排列：每行一个目标，--raw 可保留原表",
)
_NO_TABLE = Text("no sheet holds a table", "所有工作表都没有数据表")
_CLOSED = Text("the file cannot be opened: {why}", "文件无法打开：{why}")
UNREAD = Text("{file} cannot be read", "{file} 无法读取")
_CSV = ".csv"
_NO_CSV = Text("tidy writes CSV, not {file!r}", "tidy 只写 CSV，不能写「{file}」")
_NAME_CSV = Text("name a file that ends in .csv", "请指定以 .csv 结尾的文件")
_LEFT_OUT = Text("left out: {what}", "未写出：{what}")


class Tidied(Struct, frozen=True):
    """CSV in UTF-8 (commas, double quotes, line feeds), what became of the rows, and what was found."""

    content: bytes
    told: tuple[Text, ...]
    evidence: tuple[Text, ...]
    findings: tuple[Issue, ...]
    lang: Lang = Lang.EN


def tidy(ask: Ask, *, raw: bool = False) -> Tidied:
    """The one table of the one file that is asked for.

    A target sheet with its periods across becomes one row a target.
    With `raw` a text file's cells are the strings that stand in it: every row below the header is kept, with as many
    cells as it has. Without it rows that are no data are left out and every row is as wide as the header. Raises
    `DataError` when the file cannot be read and `UsageError` when there is not exactly one table.
    """
    space = workspace(ask)
    try:
        file = _only_file(space)
        tidied = _as_written(file, space) if raw and is_text(file) else _without_rows_of_no_data(space, raw=raw)
    except OSError as error:
        raise DataError(_CLOSED.fill(why=error.strerror or error)) from error
    return replace(tidied, lang=lang_of(space.configured))


def check_target(file: Path, *, overwrite: bool) -> None:
    """Say before the work why the table cannot become that file: its name says no CSV, or it is there already."""
    if file.suffix.lower() != _CSV:
        raise UsageError(_NO_CSV.fill(file=str(file)), _NAME_CSV)
    refuse_existing(file, overwrite=overwrite)


def _only_file(space: Workspace) -> SourceFile:
    files = discover(space.inputs, digests=False).files
    if len(files) != 1:
        raise UsageError(
            Text(f"tidy takes one file, not {len(files)}", f"tidy 只处理一个文件，不是 {len(files)} 个"),
            Text("name one file", "请指定一个文件"),
        )
    return files[0]


def _as_written(file: SourceFile, space: Workspace) -> Tidied:
    try:
        table = as_options_say(file, space.options)
    except Refused as refused:
        raise DataError(UNREAD.fill(file=file.name), issues=(refused.issue,)) from refused
    header = [] if table.header is None else [table.header]
    said = _told(file.name, len(table.rows), table.dropped)
    return Tidied(csv_of((*header, *table.rows)), said, _evidence(table), table.findings)


def _evidence(table: AsWritten) -> tuple[Text, ...]:
    """What was decided and why, with the rows that only look like no data."""
    said = [_LINE_OUT.fill(line=line, kind=KINDS[reason]) for line, reason in table.above]
    said += [
        _LINE_KEPT.fill(line=line, kind=KINDS[kind])
        for line, kind in zip(table.lines, table.kinds, strict=True)
        if kind is not None
    ]
    return (*table.evidence, *said)


def _without_rows_of_no_data(space: Workspace, *, raw: bool) -> Tidied:
    tables, findings = (read_raw if raw else read_tidy)(space.inputs[0], space.options)
    errors = tuple(issue for issue in findings if issue.severity is Severity.ERROR)
    if errors:
        raise DataError(UNREAD.fill(file=space.inputs[0]), issues=errors)
    if not tables:
        nothing = issue("R104", _NO_TABLE, Where(space.inputs[0]))
        raise DataError(UNREAD.fill(file=space.inputs[0]), issues=(nothing, *findings))
    if len(tables) != 1:
        sheets = in_quotes(table.sheet for table in tables[:10])
        raise UsageError(
            Text("the file has {count} tables: {sheets}", "文件中有 {count} 张表：{sheets}").fill(
                count=len(tables), sheets=sheets
            ),
            Text(
                "name one with --sheet, or its --header-row",
                "请用 --sheet 指定其中一张，或用 --header-row 指定其表头行",
            ),
        )
    (table,) = tables
    rows = table.rows.with_columns(pl.all().cast(pl.String)).iter_rows()
    content = csv_of((table.header, *(tuple(cell or "" for cell in row) for row in rows)))
    said = _told(table.file, table.rows.height, table.dropped)
    return Tidied(content, (*said, _UNPIVOTED) if table.is_unpivoted else said, _decided(table), findings)


def _decided(table: RawFile) -> tuple[Text, ...]:
    out = (_ROWS_OUT.fill(kind=KINDS[reason], rows=Count(count)) for reason, count in table.dropped.items())
    return (*layout_lines(table.layout), *out)


def _told(file: str, rows: int, left_out: Mapping[str, int]) -> tuple[Text, ...]:
    said = [_RESULT.fill(file=file, rows=Count(rows))]
    if left_out:
        said.append(_LEFT_OUT.fill(what=kinds_counted(left_out)))
    return tuple(said)


def csv_of(rows: Iterable[Sequence[str]]) -> bytes:
    r"""Rows as CSV: commas, double quotes where needed, line feeds, UTF-8.

    >>> csv_of([("a", "b"), ("1,5", "x")])
    b'a,b\n"1,5",x\n'
    """
    text = StringIO(newline="")
    csv.writer(text, lineterminator="\n").writerows(rows)
    return text.getvalue().encode()
