"""Where a report comes from, in words: what it is about, what became of every row read, and what proves it."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from salesperf.core.text import Count, Lang, Text, listing
from salesperf.core.unit import Unit
from salesperf.report.escape import on_one_line
from salesperf.report.grid import formatted
from salesperf.report.model import Cell, Column, Report, Row, TableBlock
from salesperf.report.table_words import grid_of
from salesperf.report.words import Grid

_PERIOD = Text("Period", "期间")
_SPAN = Text("{start} – {end}", "{start} 至 {end}")
ONLY = Text("Only", "仅含")
_THROUGH = Text("Data through", "数据截至")
_AS_OF = Text("As of", "统计日期")
_CURRENCY = Text("Currency", "币种")
_SOURCES = Text("Sources", "数据来源")
_MORE_FILES = Text("{names} and {count} more", "{names}等{count}个文件")
_MOST_FILES = 3

_ROWS = Text("What became of the rows", "数据行去向")
_FILE = Column("file", Text("File", "文件"))
_SHEET = Column("sheet", Text("Sheet", "工作表"))
_TABLE = Column("table", Text("Read as", "识别为"))
_COUNTS = (
    Column("rows", Text("Rows in", "读入行数"), Unit.COUNT, adds_up=True),
    Column("loaded", Text("Loaded", "载入"), Unit.COUNT, adds_up=True),
    Column("quarantined", Text("Set aside", "隔离"), Unit.COUNT, adds_up=True),
    Column("dropped", Text("No data", "非数据行"), Unit.COUNT, adds_up=True),
    Column("superseded", Text("Taken from another file", "取自其他文件"), Unit.COUNT, adds_up=True),
)
_DIGEST = Column("digest", Text("SHA-256 (start)", "SHA-256（前 12 位）"))
_ALWAYS = frozenset({"rows", "loaded", "quarantined", "dropped"})
_SHORT = 12
_TOTAL = Text("Total", "合计")
_ACCOUNT = Text(
    "{rows:row|rows} in = {loaded} loaded + {quarantined} set aside + {dropped} without data"
    " + {superseded} taken from another file",
    "读入 {rows} 行 = 载入 {loaded} + 隔离 {quarantined} + 非数据 {dropped} + 取自其他文件 {superseded}",
)
_DIGESTS = {
    "config_sha256": Text("Settings", "配置"),
    "metrics_sha256": Text("Definitions", "指标定义"),
    "result_sha256": Text("Result", "结果"),
}

_Json = Mapping[str, object]


class Fact(Struct, frozen=True):
    """One thing told of a report: its name and what it is."""

    label: str
    text: str


class Provenance(Struct, frozen=True):
    """What a report is about and comes from, in words; `record` is the whole manifest as JSON, empty without one."""

    facts: tuple[Fact, ...]
    rows: Grid | None = None
    account: str = ""
    left_out: tuple[Fact, ...] = ()
    digests: tuple[Fact, ...] = ()
    versions: tuple[Fact, ...] = ()
    record: str = ""


def provenance(report: Report) -> Provenance:
    """What the header and the last pages of a report say of it; without a manifest only what it is about."""
    manifest = report.meta.manifest
    inputs = _items(manifest.get("inputs"))
    return Provenance(
        facts=tuple(_facts(report, inputs)),
        rows=grid_of(_rows(inputs, report), report, notes={}) if inputs else None,
        account=_account(inputs, report.lang) if inputs else "",
        left_out=tuple(
            Fact(_text(one.get("file")), _in_words(one.get("reason"), report))
            for one in _items(manifest.get("left_out"))
        ),
        digests=tuple(_digests(manifest, inputs, report.lang)),
        versions=tuple(Fact(name, _text(number)) for name, number in _mapping(manifest.get("versions")).items()),
        record=_record(manifest) if manifest else "",
    )


def _facts(report: Report, inputs: Sequence[_Json]) -> Iterator[Fact]:
    meta, lang = report.meta, report.lang
    if meta.span:
        start, end = (formatted(day, None, lang=lang) for day in meta.span)
        span = _SPAN.zh if lang is Lang.ZH else _SPAN.en
        yield Fact(_PERIOD.say(lang), span.format(start=start, end=end))
    if meta.only:
        yield Fact(ONLY.say(lang), on_one_line(meta.only.say(lang)))
    if meta.through:
        yield Fact(_THROUGH.say(lang), formatted(meta.through, None, lang=lang))
    if meta.as_of:
        yield Fact(_AS_OF.say(lang), formatted(meta.as_of, None, lang=lang))
    if meta.currency:
        yield Fact(_CURRENCY.say(lang), on_one_line(meta.currency))
    order = list(meta.tables)
    weighty = sorted(inputs, key=lambda one: order.index(table) if (table := one.get("table")) in order else len(order))
    names = tuple(dict.fromkeys(_text(one.get("file")) for one in weighty))
    if names:
        yield Fact(_SOURCES.say(lang), _listed(names).say(lang))


def _listed(names: Sequence[str]) -> Text:
    """The first files and how many more there are in English, how many in all in Chinese."""
    if len(names) <= _MOST_FILES:
        return listing(names)
    more, every = str(len(names) - _MOST_FILES), str(len(names))
    return _MORE_FILES.fill(names=listing(names[:_MOST_FILES]), count=Text(more, every))


def _rows(inputs: Sequence[_Json], report: Report) -> TableBlock:
    """A row for each table read, with the total; columns that hold nothing are left out."""
    lang = report.lang
    counts = tuple(column for column in _COUNTS if column.key in _ALWAYS or any(_count(one, column) for one in inputs))
    has_sheets = any(one.get("sheet") for one in inputs)
    names = (_FILE, *((_SHEET,) if has_sheets else ()), _TABLE)
    rows = tuple(
        Row(
            (
                *(Cell(_name(one, column, report) or None) for column in names),
                *(Cell(_count(one, column)) for column in counts),
                Cell(_text(one.get("sha256"))[:_SHORT] or None),
            )
        )
        for one in inputs
    )
    sums = (Cell(sum(_count(one, column) for one in inputs)) for column in counts)
    blank = (Cell(None),) * (len(names) - 1)
    total = Row((Cell(_TOTAL.say(lang)), *blank, *sums, Cell(None)))
    return TableBlock("sources", _ROWS, (*names, *counts, _DIGEST), rows, total)


def _name(one: _Json, column: Column, report: Report) -> str:
    """A file, a sheet, or a table as people call it."""
    name = _text(one.get(column.key))
    words = report.meta.tables.get(name) if column is _TABLE else None
    return words.say(report.lang) if words else name


def _in_words(value: object, report: Report) -> str:
    """A word of the manifest as people say it in the language of the report."""
    words = report.meta.words.get(str(value))
    return on_one_line(words.say(report.lang)) if words else _text(value)


def _account(inputs: Sequence[_Json], lang: Lang) -> str:
    sums = {column.key: sum(_count(one, column) for one in inputs) for column in _COUNTS}
    shown = {key: f"{number:,}" for key, number in sums.items()}
    said = _ACCOUNT.fill(**{**shown, "rows": Count(sums["rows"])})
    if not sums["superseded"]:
        said = Text(said.en.rpartition(" + ")[0], said.zh.rpartition(" + ")[0])
    return said.say(lang)


def _digests(manifest: _Json, inputs: Sequence[_Json], lang: Lang) -> Iterator[Fact]:
    """The whole digests: of each file once, of the settings, the definitions and the result."""
    seen = dict.fromkeys((_text(one.get("file")), _text(one.get("sha256"))) for one in inputs)
    yield from (Fact(name, digest) for name, digest in seen if digest)
    for one in _items(manifest.get("corrections")):
        yield Fact(_text(one.get("file")), _text(one.get("sha256")))
    for key, label in _DIGESTS.items():
        if manifest.get(key):
            yield Fact(label.say(lang), _text(manifest[key]))


def _count(one: _Json, column: Column) -> int:
    found = one.get(column.key)
    if isinstance(found, Mapping):
        return sum(number for number in found.values() if isinstance(number, int))
    return found if isinstance(found, int) else 0


def _record(manifest: _Json) -> str:
    """The manifest as JSON; characters that cannot be seen are spelled out, for file names are data too."""
    text = json.dumps(manifest, ensure_ascii=False, indent=2, default=str)
    return "".join(char if char.isprintable() or char == "\n" else json.dumps(char)[1:-1] for char in text)


def _text(value: object) -> str:
    return on_one_line(str(value)) if value is not None else ""


def _items(value: object) -> tuple[_Json, ...]:
    return tuple(one for one in value if isinstance(one, Mapping)) if isinstance(value, (list, tuple)) else ()


def _mapping(value: object) -> _Json:
    return value if isinstance(value, Mapping) else {}
