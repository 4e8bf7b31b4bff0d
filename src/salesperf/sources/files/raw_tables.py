"""From the words of a command to raw tables: one fault never hides the tables or faults of the other files."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import PurePath

from msgspec.structs import replace

from salesperf.core.codes import issue
from salesperf.core.errors import Issue, Where
from salesperf.core.text import Text, listing, same
from salesperf.sources.files.discover import PARQUET_SUFFIXES, SUPPORTED, TEXT_SUFFIXES, discover
from salesperf.sources.files.parquet import read_parquet
from salesperf.sources.no_data.row_kind import kinds_counted
from salesperf.sources.options import Progress, ReadOptions, only_sheet, told
from salesperf.sources.refused import Refused
from salesperf.sources.rows.raw import LeftOut, RawTable, SourceFile
from salesperf.sources.rows.regular import IN_MEMORY
from salesperf.sources.texts.delimited import Plans, looked_through, read_text, reread
from salesperf.sources.texts.text_plan import TextPlan

Read = tuple[tuple[RawTable, ...], tuple[Issue, ...], tuple[LeftOut, ...]]
_CLOSED = Text("the file cannot be opened: {why}", "文件无法打开：{why}")
_NO_PARQUET = Text("the file does not start like a Parquet file", "文件开头不是 Parquet 格式")
_OTHER_TYPE = Text("files of type {suffix} are not read", "不支持读取 {suffix} 类型的文件")
_MISNAMED = Text(
    "the file is named {suffix} but holds {kind}; it was read as that",
    "文件名为 {suffix}，内容却是{kind}；已按{kind}读取",
)
_NO_ROWS = Text("the table has a header and no rows", "表中只有表头，没有数据行")
_NO_DATA = Text("rows that are no data: {rows}", "非数据行：{rows}")
_OF_PROSE = frozenset({"R108", "R109"})
_ZIP, _OLE, _PARQUET = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"PAR1"


def raw_tables(
    inputs: Sequence[str],
    *,
    options: ReadOptions,
    digests: bool = True,
    progress: Progress | None = None,
    stdin: bytes | None = None,
) -> Read:
    """Every table of the inputs in an order that does not depend on theirs, issues of no table, and what was left out.

    The issues of a table are the table's own (`RawTable.issues`); those of files and sheets that gave none are here.

    Only wrong words (a file that does not exist) raise; what is wrong with a file is an issue.
    """
    found = discover(inputs, digests=digests, stdin=stdin)
    tables: list[RawTable] = []
    issues = list(found.issues)
    left_out = list(found.left_out)
    plans: dict[str, TextPlan] = {}
    for done, file in enumerate(found.files):
        if progress is not None:
            progress(file.name, done, len(found.files))
        try:
            more, faults, left = _read(file, options, plans)
        except Refused as refused:
            fault = _as_brought_along(file, refused.issue)
            more, faults, left = (), (fault,), (_unreadable(file, refused.issue),)
        except OSError as error:
            fault = issue("R128", _CLOSED.fill(why=error.strerror or error), Where(file.name))
            more, faults, left = (), (fault,), (_unreadable(file, fault),)
        tables += [_with_findings(table) for table in more]
        issues += faults
        left_out += left
    if progress is not None:
        progress("", len(found.files), len(found.files))
    return tuple(tables), tuple(issues), tuple(left_out)


def read_anew(tables: Sequence[RawTable]) -> tuple[RawTable, ...]:
    """The tables again, those that were left unread record by record: in one of them a row does not fit its header."""
    return tuple(
        _with_findings(reread(table)) if table.layout.delimiter and table.file.size > IN_MEMORY else table
        for table in tables
    )


def without_no_data(tables: Sequence[RawTable], odd: Sequence[RawTable]) -> tuple[RawTable, ...]:
    """The tables again, those that are `odd` looked through for rows of no data."""
    named = {(table.file.name, table.sheet) for table in odd}
    return tuple(
        _with_findings(looked_through(table)) if (table.file.name, table.sheet) in named else table for table in tables
    )


def is_perhaps_prose(file: SourceFile) -> bool:
    """Whether nobody named the file and its suffix serves letters as well as tables."""
    return not file.named and PurePath(file.name).suffix.lower() == ".txt"


def _as_brought_along(file: SourceFile, fault: Issue) -> Issue:
    """A letter or an empty file that a folder or a glob brought along is worth a word, and no reason to stop."""
    if is_perhaps_prose(file):
        return _as_prose(fault)
    return fault if file.named or fault.code != "R104" else issue("R129", fault.text, fault.where)


def _as_prose(fault: Issue) -> Issue:
    """What makes text no table is no fault of a letter; characters that cannot be read may still be an export."""
    return issue("R202", fault.text, fault.where) if fault.code in _OF_PROSE else fault


def _unreadable(file: SourceFile, fault: Issue) -> LeftOut:
    reason = "empty" if fault.code == "R104" else "unreadable"
    return LeftOut(file, fault.where.sheet, reason, fault.text)


def _read(file: SourceFile, options: ReadOptions, plans: Plans) -> Read:
    if file.size == 0:
        raise Refused(issue("R104", Text("the file is empty", "文件为空"), Where(file.name)))
    start = _start(file)
    suffix = PurePath(file.name).suffix.lower()
    said = told(file.name, options)
    if start.startswith(_PARQUET):
        return (read_parquet(file),), _other_type(file, suffix, PARQUET_SUFFIXES, same("Parquet")), ()
    if start.startswith((_ZIP, _OLE)):
        from salesperf.sources.workbooks.excel import read_workbook  # noqa: PLC0415 -- text needs no workbook readers

        book = read_workbook(file, sheet=only_sheet(file.name, options), options=options)
        foreign = _other_type(file, suffix, SUPPORTED - TEXT_SUFFIXES - PARQUET_SUFFIXES, Text("a workbook", "工作簿"))
        return book[0], foreign + book[1], book[2]
    if suffix in PARQUET_SUFFIXES:
        raise Refused(issue("R127", _NO_PARQUET, Where(file.name)))
    if file.path is not None and suffix not in SUPPORTED and suffix:
        hint = Text("read are {kinds}", "可读取的类型：{kinds}").fill(kinds=listing(sorted(SUPPORTED)))
        raise Refused(issue("R101", _OTHER_TYPE.fill(suffix=suffix), Where(file.name), hint=hint))
    encoding = options.encoding or (said.encoding if said else None)
    delimiter = options.delimiter or (said.delimiter if said else None)
    header_row = options.header_row or (said.header_row if said else None)
    tables = read_text(file, encoding=encoding, delimiter=delimiter, header_row=header_row, plans=plans)
    return tables, _other_type(file, suffix, TEXT_SUFFIXES, Text("text", "文本")), ()


def _start(file: SourceFile) -> bytes:
    if file.content is not None:
        return file.content[:8]
    if file.path is None:
        raise ValueError("a file has a path or content")
    with file.path.open("rb") as stream:
        return stream.read(8)


def _other_type(file: SourceFile, suffix: str, expected: frozenset[str], kind: Text) -> tuple[Issue, ...]:
    if file.path is None or suffix in expected or not suffix:
        return ()
    return (issue("R110", _MISNAMED.fill(suffix=suffix, kind=kind), Where(file.name)),)


def _with_findings(table: RawTable) -> RawTable:
    """The table with what is to be said of any table, whatever it was read from."""
    where = Where(table.file.name, table.sheet)
    found = list(table.issues)
    if table.rows == 0:
        found.append(issue("R105", _NO_ROWS, where))
    if table.layout.dropped:
        said = _NO_DATA.fill(rows=kinds_counted(table.layout.dropped))
        found.append(issue("R114", said, where, count=sum(table.layout.dropped.values())))
    return replace(table, issues=tuple(found))
