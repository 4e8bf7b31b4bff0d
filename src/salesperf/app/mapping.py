"""What files and headers were taken for, and why: shown by `init` and `check`.

Files that were understood in the same way are shown once; the records list every file.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence

from salesperf.app.sheets import block
from salesperf.core.text import Lang, Text, printable
from salesperf.report.model import Column, Records, TableBlock
from salesperf.sources.loaded import Recognition
from salesperf.sources.rows.raw import Layout
from salesperf.sources.values.money_unit import unit_named
from salesperf.tables.labels import column_words, table_words

_FILE = Column("file", Text("file", "文件"))
_SHEET = Column("sheet", Text("sheet", "工作表"))
_TABLE = Column("table", Text("taken for", "识别为"))
_COLUMNS = (
    _FILE,
    _SHEET,
    _TABLE,
    Column("header", Text("header", "表头")),
    Column("column", Text("column", "字段")),
    Column("how", Text("how", "方式")),
    Column("evidence", Text("evidence", "依据")),
)
_LAYOUT = (_FILE, _SHEET, Column("evidence", Text("evidence", "依据")))
_HEADER_IN = Text("header in row {row}, data from row {first} on", "表头在第 {row} 行，数据自第 {first} 行起")
_NO_HEADER = Text("no header, data from row {first} on", "没有表头，数据自第 {first} 行起")
_IN_UNIT = Text("amounts in {unit}, as the titles say", "标题注明金额单位为{unit}")
_FROM_1904 = Text("dates count from 1904", "日期自 1904 年起算")
_NOT_USED = Text("not used", "未使用")
_HOW = {
    "alias": Text("alias", "表头匹配"),
    "config": Text("config", "配置指定"),
    "value": Text("value", "按取值判断"),
}

_Line = tuple[str | None, ...]


def mapping_block(recognitions: Sequence[Recognition], *, lang: Lang) -> TableBlock:
    """One row per header of each kind of file: what it was taken for, how, and on what evidence."""
    rows: list[_Line] = []
    for group in _alike((one for one in recognitions if one.table is not None), _headers_of):
        rows += [(_named(group, lang), *_in_words(line, lang)) for line in _lines(group[0], lang)]
    return block("mapping", Text("Columns", "列识别"), _COLUMNS, rows)


def mapping_records(recognitions: Sequence[Recognition], *, lang: Lang) -> Records:
    """One row per header of every file."""
    rows = [(one.file, *line) for one in recognitions if one.table for line in _lines(one, lang)]
    return Records(_COLUMNS, tuple(tuple(text and printable(text) for text in row) for row in rows))


def layout_block(recognitions: Sequence[Recognition], *, lang: Lang) -> TableBlock:
    """How the table lies in each kind of file, and what says so: encoding, delimiter, header row."""
    rows: list[_Line] = []
    for group in _alike(recognitions, lambda one: (one.sheet, layout_lines(one.layout))):
        lines = layout_lines(group[0].layout)
        rows += [(_named(group, lang), group[0].sheet, sentence.say(lang)) for sentence in lines]
    return block("layout", Text("How the files lie", "文件结构"), _LAYOUT, rows)


def layout_lines(layout: Layout) -> tuple[Text, ...]:
    """What was decided about where a table lies and how it is written, each with its reason."""
    place = _NO_HEADER if layout.header_row is None else _HEADER_IN
    said = [*layout.evidence, place.fill(row=layout.header_row, first=layout.first_row)]
    if layout.unit:
        said.append(_IN_UNIT.fill(unit=unit_named(layout.unit)))
    if layout.date1904:
        said.append(_FROM_1904)
    return tuple(said)


def _alike(
    recognitions: Iterable[Recognition], key: Callable[[Recognition], Hashable]
) -> tuple[tuple[Recognition, ...], ...]:
    """Files with the same key, in the order of their first."""
    groups: dict[Hashable, list[Recognition]] = {}
    for one in recognitions:
        groups.setdefault(key(one), []).append(one)
    return tuple(tuple(group) for group in groups.values())


def _headers_of(one: Recognition) -> Hashable:
    return one.sheet, one.table, one.mapped, one.unmapped


def _lines(one: Recognition, lang: Lang) -> Iterable[_Line]:
    for mapped in one.mapped:
        yield one.sheet, one.table, mapped.header, mapped.column, mapped.how, mapped.evidence.say(lang)
    for header in one.unmapped:
        yield one.sheet, one.table, header, None, _NOT_USED.say(lang), None


def _in_words(line: _Line, lang: Lang) -> _Line:
    """A line as people read it: the table and how a header was understood in words, not as their codes."""
    sheet, table, header, column, how, evidence = line
    in_words = table and table_words(table).say(lang)
    field = column and column_words(column, table=table).say(lang)
    return (sheet, in_words, header, field, _HOW[how].say(lang) if how in _HOW else how, evidence)


def _named(group: Sequence[Recognition], lang: Lang) -> str:
    first = group[0].file
    if len(group) == 1:
        return first
    return Text(f"{first} and {len(group) - 1} more", f"{first}等{len(group)}个文件").say(lang)
