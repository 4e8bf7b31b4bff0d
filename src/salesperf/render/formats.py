"""Every way a report can be drawn, in one list."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from importlib.util import find_spec
from pathlib import PurePath

from msgspec import Struct

from salesperf.core.errors import OutputError, UsageError
from salesperf.core.registry import Registry
from salesperf.core.text import Text, listing
from salesperf.render import csv, json, markdown, parquet
from salesperf.report.model import Report

UTF_8 = "utf-8"
UTF_8_BOM = "utf-8-sig"


_NO_LIBRARY = Text(
    "format {format!r} needs {library}, which is not installed", "格式「{format}」需要 {library}，当前未安装"
)
_INSTALL_EXTRA = Text("pip install 'salesperf[{extra}]'", "请运行 pip install 'salesperf[{extra}]'")
_NO_SYSTEM_LIBRARY = Text(
    "PDFs need a library of the system that is not here: {why}", "生成 PDF 所需的系统组件缺失：{why}"
)
_INSTALL_PANGO = Text(
    "install Pango, or write html and print it from a browser", "请安装 Pango，或写成 html 后用浏览器打印"
)

_OTHER_NAME = Text(
    "the file name {file!r} says {said}, and {format} would be written",
    "文件名「{file}」表示 {said} 格式，而将写出的是 {format} 格式",
)
_NAME_IT = Text("name a file that ends in {suffix}", "请指定以 {suffix} 结尾的文件")


class DrawOptions(Struct, frozen=True):
    """How a report is drawn; a format reads what concerns it.

    `color` and `width` (None: do not wrap) are for people's eyes; `total` adds the total to csv, tsv, jsonl and
    parquet (json has it apart from the rows, and what people read always shows it); `csv_safe` keeps spreadsheets from
    running text as formulas; `encoding` is one of the format's `encodings`; `made` is the moment that files which
    hold one say they were made at.
    """

    color: bool = False
    width: int | None = None
    total: bool = False
    csv_safe: bool = False
    encoding: str = UTF_8
    made: datetime | None = None


class Extra(Struct, frozen=True):
    """A library that `pip install salesperf[KEY]` brings."""

    key: str
    library: str


class Format(Struct, frozen=True):
    """One output format; a file whose name ends in one of `suffixes` is written in it."""

    key: str
    suffixes: tuple[str, ...]
    render: Callable[[Report, DrawOptions], bytes]
    binary: bool = False
    encodings: tuple[str, ...] = (UTF_8,)
    bare_records: bool = False
    """Records alone: the total is among them only when asked for."""
    tells_manifest: bool = False
    """What the answer was made from stands in it."""
    has_pages: bool = False
    """It has room for lists that a screen has not."""
    extra: Extra | None = None
    """What has to be installed beside salesperf for it."""


def _table(report: Report, options: DrawOptions) -> bytes:
    # Drawing for a terminal loads rich, which no other format needs.
    from salesperf.render import terminal  # noqa: PLC0415 -- see above

    return terminal.draw(report, color=options.color, width=options.width)


def _json(report: Report, _options: DrawOptions) -> bytes:
    return json.draw(report)


def _jsonl(report: Report, options: DrawOptions) -> bytes:
    return json.draw_lines(report, total=options.total)


def _csv(report: Report, options: DrawOptions) -> bytes:
    return csv.draw(report, total=options.total, csv_safe=options.csv_safe, encoding=options.encoding)


def _tsv(report: Report, options: DrawOptions) -> bytes:
    return csv.draw(report, delimiter="\t", total=options.total, csv_safe=options.csv_safe, encoding=options.encoding)


def _markdown(report: Report, _options: DrawOptions) -> bytes:
    return markdown.draw(report)


def _parquet(report: Report, options: DrawOptions) -> bytes:
    return parquet.draw(report, total=options.total)


def _xlsx(report: Report, options: DrawOptions) -> bytes:
    # The writer of workbooks is loaded for workbooks only.
    from salesperf.render import xlsx  # noqa: PLC0415 -- see above

    return xlsx.draw(report, made=options.made)


def _html(report: Report, _options: DrawOptions) -> bytes:
    # Templates are loaded for pages only.
    from salesperf.render import html  # noqa: PLC0415 -- see above

    return html.draw(report)


def _pdf(report: Report, _options: DrawOptions) -> bytes:
    # The library is an extra, and it loads a library of the system.
    try:
        from salesperf.render import pdf  # noqa: PLC0415 -- see above
    except OSError as fault:
        raise OutputError(_NO_SYSTEM_LIBRARY.fill(why=str(fault).splitlines()[0]), _INSTALL_PANGO) from fault
    from salesperf.render import html  # noqa: PLC0415 -- loaded for pages only

    return pdf.draw(html.draw(report, for_phones=False))


_TEXT = ".txt"
_SPREADSHEET_ENCODINGS = (UTF_8, UTF_8_BOM, "gb18030")

FORMATS: Registry[Format] = Registry(
    "format",
    (
        Format("table", (".txt",), _table),
        Format("json", (".json",), _json, tells_manifest=True),
        Format("jsonl", (".jsonl", ".ndjson"), _jsonl, bare_records=True),
        Format("csv", (".csv",), _csv, encodings=_SPREADSHEET_ENCODINGS, bare_records=True),
        Format("tsv", (".tsv",), _tsv, encodings=_SPREADSHEET_ENCODINGS, bare_records=True),
        Format("md", (".md", ".markdown"), _markdown),
        Format("html", (".html", ".htm"), _html, tells_manifest=True, has_pages=True),
        Format(
            "pdf", (".pdf",), _pdf, binary=True, tells_manifest=True, has_pages=True, extra=Extra("pdf", "weasyprint")
        ),
        Format("parquet", (".parquet",), _parquet, binary=True, bare_records=True),
        Format("xlsx", (".xlsx",), _xlsx, binary=True, tells_manifest=True, has_pages=True),
    ),
)


def draw(report: Report, *, format: str, options: DrawOptions | None = None) -> bytes:  # noqa: A002 - the flag's name
    """The report in one format; an unknown format or an encoding it does not have is a `UsageError`."""
    chosen = find_format(format)
    options = options or DrawOptions()
    if options.encoding not in chosen.encodings and not chosen.binary:
        hint = Text("its encodings: {names}", "可用的编码：{names}").fill(names=listing(chosen.encodings))
        raise UsageError(not_in_encoding(format, options.encoding), hint)
    check_installed(chosen)
    return chosen.render(report, options)


def check_installed(chosen: Format) -> None:
    """Say which extra is missing, where the format needs one: a `UsageError`."""
    extra = chosen.extra
    if extra and find_spec(extra.library) is None:
        told = _NO_LIBRARY.fill(format=chosen.key, library=extra.library)
        raise UsageError(told, _INSTALL_EXTRA.fill(extra=extra.key))


def find_format(key: str) -> Format:
    """The format of this name."""
    return FORMATS.find(key)


def format_of(file_name: str) -> Format:
    """The format a file's name asks for by its suffix."""
    suffix = PurePath(file_name).suffix.lower()
    for one in FORMATS:
        if suffix in one.suffixes:
            return one
    known = listing(suffix for one in FORMATS for suffix in one.suffixes)
    hint = Text("known: {known}; or give --format", "可用的后缀：{known}；或用 --format 指定格式").fill(known=known)
    told = Text(f"no format is known for the file name {file_name!r}", f"无法由文件名「{file_name}」判断格式")
    raise UsageError(told, hint)


def check_name(file_name: str, chosen: Format) -> None:
    """Raise `UsageError` for a name that says another format than is written; any format but a binary one is text."""
    suffix = PurePath(file_name).suffix.lower()
    said = next((one for one in FORMATS if suffix in one.suffixes), chosen)
    if said.key == chosen.key or (suffix == _TEXT and not chosen.binary):
        return
    told = _OTHER_NAME.fill(file=file_name, said=said.key, format=chosen.key)
    raise UsageError(told, _NAME_IT.fill(suffix=chosen.suffixes[0]))


def not_in_encoding(format: str, encoding: str) -> Text:  # noqa: A002 - the flag's name
    """That a format cannot be written in an encoding."""
    return Text(f"format {format!r} cannot be written as {encoding!r}", f"格式「{format}」不能以「{encoding}」编码写出")
