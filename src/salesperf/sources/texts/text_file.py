"""A text file opened: its encoding decided, its lines ready for a scan, its head and tail as text."""

from __future__ import annotations

import codecs
from pathlib import Path

from msgspec import Struct

from salesperf.core.codes import issue
from salesperf.core.errors import Issue, UsageError, Where
from salesperf.core.text import Count, Text
from salesperf.sources.encodings.encoding import Decision, Survey, decide, decide_by_chance, mark, survey
from salesperf.sources.encodings.encoding_words import EVERY_BYTE
from salesperf.sources.refused import Refused
from salesperf.sources.rows.raw import SourceFile
from salesperf.sources.texts.framed_text import is_framed, unframed

SAMPLE = 1 << 16
_CONTROLS = bytes(code for code in range(32) if code not in b"\t\n\f\r")
_NOT_TEXT = 0.1
"""Share of control characters above which bytes are no text."""
_NUL = b"\0"
_PAGE_STARTS = (b"<!doctype html", b"<html", b"<table", b"<meta")
"""How web pages begin, which some systems hand out as workbooks."""

_ZEROS = Text("{count:zero byte stands|zero bytes stand} in the text", "文本中有 {count} 个零字节")
_AGAIN = Text(
    "export the file again: a transfer or a broken disk may have damaged the cells",
    "请重新导出文件：传输或磁盘故障可能已损坏单元格",
)
_PADDING = Text("{count:zero byte|zero bytes} behind the last line left out", "末行之后的 {count} 个零字节已忽略")
_ENCODINGS = Text(
    "known are utf-8, gb18030, big5, cp932, cp949, cp1250, cp1251, cp1252, cp1253, cp1254, mac_roman, utf-16 and all "
    "that Python knows",
    "可用的有 utf-8、gb18030、big5、cp932、cp949、cp1250、cp1251、cp1252、cp1253、cp1254、mac_roman、utf-16 "
    "以及 Python 支持的其他编码",
)
_NOT_UTF8 = Text("{place} holds bytes that are not UTF-8; {evidence}", "{place} 含有不是 UTF-8 的字节；{evidence}")
_CORRECT_LINE = Text(
    "correct that line, or name the encoding of the whole file with --encoding",
    "请改正该行，或用 --encoding 指定整个文件的编码",
)
_AS_NAMED, _BYTE_ORDER = Text("as named", "按指定"), Text("byte-order mark", "字节顺序标记")
_UNCLEAR = Text("the character encoding is not clear", "无法确定字符编码")
_NAME_IT = Text("name it with --encoding (tried: {tried})", "请用 --encoding 指定编码（已尝试：{tried}）")
_SAVE_AS = Text("open it in Excel and save it as .xlsx", "请用 Excel 打开并另存为 .xlsx")


class TextFile(Struct, frozen=True):
    """Text in UTF-8: the path itself where the file is UTF-8 already, else its bytes transcoded.

    `quoted` is whether a double quote is in it, `ascii` whether every byte is a character of its own. `head` and
    `tail` are up to 64 KB from the start and the end, cut at line ends; `whole` says that the head is all there is.
    `padding` counts the zero bytes behind the last line, which are left out.
    """

    source: Path | bytes
    encoding: str
    evidence: Text
    doubt: Text
    quoted: bool
    ascii: bool
    head: str
    whole: bool
    padding: int = 0

    def content(self) -> bytes:
        """All the bytes, in UTF-8."""
        return self.source if isinstance(self.source, bytes) else self.source.read_bytes()

    def findings(self, file: str) -> tuple[Issue, ...]:
        """What is worth telling of the bytes."""
        found = [issue("R107", self.doubt, Where(file))] if self.doubt else []
        if self.padding:
            said = _PADDING.fill(count=Count(self.padding))
            found.append(issue("R134", said, Where(file), count=self.padding))
        return tuple(found)

    def size(self) -> int:
        """Bytes in UTF-8."""
        return len(self.source) if isinstance(self.source, bytes) else self.source.stat().st_size

    def tail(self, size: int = SAMPLE) -> bytes:
        """The last bytes, from the start of a line on."""
        if isinstance(self.source, bytes):
            return self.source[-size:]
        with self.source.open("rb") as stream:
            stream.seek(max(0, self.size() - size))
            return stream.read()


def open_text(file: SourceFile, *, encoding: str | None = None, in_memory: int = 0) -> TextFile:
    """The file as text; `encoding` overrules what the bytes say; up to `in_memory` bytes are read at once.

    Refuses bytes that are no text and text whose encoding is not clear; raises `OSError` when the file cannot be
    opened.
    """
    source = file.content if file.content is not None else file.path
    if source is None:
        raise ValueError("a file has a path or content")
    if isinstance(source, Path) and file.size <= in_memory:
        source = source.read_bytes()
    start = source[:SAMPLE] if isinstance(source, bytes) else _start(source)
    surveyed = survey(source)
    decision = _decision(source, start, encoding=encoding, surveyed=surveyed)
    if decision.name is None:
        raise Refused(_not_clear(file, decision))
    if not (surveyed.utf8 and decision.name in {"utf-8", "utf-8-sig"}):
        source = _transcoded(source, decision.name, file)
        surveyed = survey(source)
        start = source[:SAMPLE]
    if _is_binary(start):
        raise Refused(
            issue("R108", Text("the file holds binary data, not text", "文件是二进制数据，不是文本"), Where(file.name))
        )
    padding = 0
    if surveyed.has_nul:
        source, padding = _without_padding(source, file)
        start = source[:SAMPLE]
    if _lead(start).startswith(_PAGE_STARTS):
        source = _table_of_page(source, file)
        surveyed, start = survey(source), source[:SAMPLE]
    _refuse_markup(start, file)
    if is_framed(start.decode("utf-8-sig", errors="ignore")):
        source = _without_frames(source)
        surveyed, start = survey(source), source[:SAMPLE]
    return _opened(source, decision, surveyed, start, padding=padding)


def _opened(source: Path | bytes, decision: Decision, surveyed: Survey, start: bytes, *, padding: int) -> TextFile:
    return TextFile(
        source,
        decision.name or "",
        decision.evidence,
        decision.doubt,
        surveyed.quoted,
        surveyed.ascii,
        start.decode("utf-8-sig", errors="ignore"),
        len(start) < SAMPLE,
        padding,
    )


def _without_frames(source: Path | bytes) -> bytes:
    content = source if isinstance(source, bytes) else source.read_bytes()
    return unframed(content.decode("utf-8-sig", errors="replace")).encode()


def _start(path: Path) -> bytes:
    with path.open("rb") as stream:
        return stream.read(SAMPLE)


def _decision(source: Path | bytes, start: bytes, *, encoding: str | None, surveyed: Survey) -> Decision:
    if encoding is not None:
        return Decision(_known(encoding), _AS_NAMED)
    if (marked := mark(start)) is not None:
        return Decision(marked, _BYTE_ORDER)
    has_few_nuls = _NUL in start and start.rstrip(_NUL).count(_NUL) <= _NOT_TEXT * len(start)
    is_utf8 = surveyed.utf8 and (has_few_nuls or _NUL not in start)
    if is_utf8 and not surveyed.by_chance:
        return Decision("utf-8", EVERY_BYTE)
    content = source if isinstance(source, bytes) else source.read_bytes()
    decision = decide_by_chance(content) if is_utf8 else decide(content)
    return decide(content.replace(_NUL, b"")) if decision.name is None and has_few_nuls else decision


def _without_padding(source: Path | bytes, file: SourceFile) -> tuple[bytes, int]:
    """The text without zero bytes behind its last line, and their number; refuses text with zero bytes inside."""
    content = source if isinstance(source, bytes) else source.read_bytes()
    text = content.rstrip(_NUL)
    place = text.find(_NUL)
    if place < 0:
        return text, len(content) - len(text)
    before = text[:place]
    row = max(before.count(b"\n"), before.count(b"\r")) + 1
    said = _ZEROS.fill(count=Count(text.count(_NUL)))
    raise Refused(issue("R133", said, Where(file.name, row=row), hint=_AGAIN, count=text.count(_NUL)))


def _known(encoding: str) -> str:
    try:
        return codecs.lookup(encoding).name
    except LookupError as error:
        told = Text(f"unknown encoding {encoding!r}", f"未知的编码「{encoding}」")
        raise UsageError(told, _ENCODINGS) from error


def _not_clear(file: SourceFile, decision: Decision) -> Issue:
    if decision.place:
        message = _NOT_UTF8.fill(place=decision.place, evidence=decision.evidence)
        return issue("R106", message, Where(file.name), hint=_CORRECT_LINE)
    hint = _NAME_IT.fill(tried=decision.evidence)
    return issue("R106", _UNCLEAR, Where(file.name), hint=hint)


def _transcoded(source: Path | bytes, encoding: str, file: SourceFile) -> bytes:
    content = source if isinstance(source, bytes) else source.read_bytes()
    try:
        return content.decode(encoding).encode()
    except UnicodeDecodeError as error:
        message = Text(
            f"byte {error.start + 1} of the file does not fit {encoding}",
            f"文件的第 {error.start + 1} 个字节不符合 {encoding} 编码",
        )
        hint = Text("name another --encoding", "请用 --encoding 指定其他编码")
        raise Refused(issue("R106", message, Where(file.name), hint=hint)) from error


def _table_of_page(source: Path | bytes, file: SourceFile) -> bytes:
    """The table of a web page, as systems hand out pages named .xls."""
    from salesperf.sources.texts.page_table import table_as_text  # noqa: PLC0415 -- a parser that few files need

    content = source if isinstance(source, bytes) else source.read_bytes()
    table = table_as_text(content.decode("utf-8-sig", errors="replace"))
    if table is None:
        message = Text("the file holds a web page without a table", "文件是网页，其中没有表格")
        raise Refused(issue("R109", message, Where(file.name), hint=_SAVE_AS))
    return table.encode()


def _refuse_markup(start: bytes, file: SourceFile) -> None:
    if _lead(start).startswith((b"<?xml", b"mime-version:")):
        message = Text(
            "the file holds XML or a web archive, not a table of text", "文件是 XML 或网页存档，不是文本表格"
        )
        raise Refused(issue("R109", message, Where(file.name), hint=_SAVE_AS))


def _lead(start: bytes) -> bytes:
    """The first characters, in lower case, without a byte-order mark and blanks before them."""
    return start[:1024].lstrip(b"\xef\xbb\xbf \t\r\n").lower()


def _is_binary(start: bytes) -> bool:
    if not start:
        return False
    controls = len(start) - len(start.translate(None, _CONTROLS))
    padding = len(start) - len(start.rstrip(_NUL))
    return controls - padding > _NOT_TEXT * len(start)
