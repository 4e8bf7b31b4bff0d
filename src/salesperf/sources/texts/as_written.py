"""A text file's table with every cell as written: no row below the header is lost, no width is forced on a row."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from msgspec import Struct

from salesperf.core.codes import issue
from salesperf.core.errors import Issue, Where
from salesperf.core.text import Count, Text
from salesperf.sources.headers.layout import Head, head_of, two_row_header
from salesperf.sources.no_data.row_kind import BLANK, FOOTER, TITLE, TOTAL, may_be_total, row_kind
from salesperf.sources.options import ReadOptions, told
from salesperf.sources.rows.raw import SourceFile
from salesperf.sources.rows.records import Record, records
from salesperf.sources.texts.text_file import TextFile, open_text
from salesperf.sources.texts.text_plan import ENCODING, NO_TEXT
from salesperf.sources.texts.writing import Fit, writing_of
from salesperf.sources.values.cell_shape import is_blank

_LOOK = 100
"""Records looked at for the header."""
_NAMED = 100
"""Rows that get a finding of their own, per kind; the rest are counted in one more."""
_TABLE = 3
"""Rows of another width in a row from which they are a table of their own."""

_NO_TEXT = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"PAR1")
"""How workbooks and Parquet files begin."""

Cells = tuple[str, ...]
_FURTHER = Text("{rows:further row is|further rows are} so", "另有 {rows} 行同样如此")
_DOUBLED = Text("quote: {quote}; a quote inside is doubled", "引号：{quote}；单元格内的引号写两遍")
_BACKSLASHED = Text("quote: {quote}; a quote inside is behind a backslash", "引号：{quote}；单元格内的引号前有反斜杠")
_REPAIRED = Text(
    "a {what} of the row breaks the rules of the file; read as {cells:cell|cells}",
    "该行的引号不符合文件的规则；已读作 {cells} 个单元格",
)
_LINE_ENDS = Text("line ends: {seen}", "换行符：{seen}")
_NO_ENDS = Text("none", "无")


class AsWritten(Struct, frozen=True):
    """Header and rows as the file has them; a row may be shorter or longer than the header.

    `header` is None when the file has none. `lines` are the numbers of the rows' first lines in the file, `kinds`
    says which of the rows are recognised as no data (totals, footers, repeated headers); `above` are the lines over
    the header by reason, `blank` counts the lines without any cell text below it.
    """

    header: Cells | None
    rows: tuple[Cells, ...]
    lines: tuple[int, ...]
    kinds: tuple[str | None, ...]
    above: tuple[tuple[int, str], ...]
    blank: int
    findings: tuple[Issue, ...]
    evidence: tuple[Text, ...]

    @property
    def dropped(self) -> dict[str, int]:
        """The lines that are not among header and rows, by reason."""
        counts = Counter(reason for _, reason in self.above)
        counts[BLANK] += self.blank
        return {reason: count for reason, count in sorted(counts.items()) if count}


def is_text(file: SourceFile) -> bool:
    """Whether the file does not begin as a workbook or a Parquet file does; raises `OSError`."""
    if file.content is not None or file.path is None:
        return not (file.content or b"").startswith(_NO_TEXT)
    with file.path.open("rb") as stream:
        return not stream.read(8).startswith(_NO_TEXT)


def as_options_say(file: SourceFile, options: ReadOptions) -> AsWritten:
    """The table of a text file, read as the flags and the settings of that file say."""
    said = told(file.name, options)
    return as_written(
        file,
        encoding=options.encoding or (said.encoding if said else None),
        delimiter=options.delimiter or (said.delimiter if said else None),
        header_row=options.header_row or (said.header_row if said else None),
    )


def as_written(
    file: SourceFile, *, encoding: str | None = None, delimiter: str | None = None, header_row: int | None = None
) -> AsWritten:
    """The table of a text file. Refuses what is no text; a file without any cell gives no rows and a finding."""
    text = open_text(file, encoding=encoding)
    fit = writing_of(text.head, delimiter=delimiter)
    content = text.content().decode("utf-8-sig")
    found = list(records(content, fit.writing))
    if all(is_blank(record.cells) for record in found):
        nothing = issue("R129", NO_TEXT, Where(file.name))
        return AsWritten(None, (), (), (), (), len(found), (nothing,), _evidence(text, fit, content))
    head, header = _head(found, header_row)
    kept = [record for record in found[head.body :] if not is_blank(record.cells)]
    names = header if header is not None else ("",) * fit.width
    kinds = tuple(_kind(record.cells, names) for record in kept)
    above = tuple(
        (record.line, BLANK if is_blank(record.cells) else TITLE)
        for record in (found[: head.header] if head.header is not None else [])
    )
    return AsWritten(
        header,
        tuple(record.cells for record in kept),
        tuple(record.line for record in kept),
        kinds,
        above,
        len(found) - head.body - len(kept),
        (*text.findings(file.name), *_of_records(kept, len(names), file), *_tables(kept, len(names), file)),
        (*_evidence(text, fit, content), *head.evidence),
    )


def _head(found: Sequence[Record], header_row: int | None) -> tuple[Head, Cells | None]:
    """Where the header is, and its cells; without a header every row from the top is data."""
    grid = [record.cells for record in found[:_LOOK]]
    at = None
    if header_row is not None:
        at = next((place for place, record in enumerate(found[:_LOOK], start=1) if record.line >= header_row), 1)
    head = head_of(grid, header_row=at)
    if head.header is None:
        return Head(None, 0, {}, head.evidence), None
    head, cells = two_row_header(grid, head)
    return head, tuple(cells)


def _kind(cells: Cells, header: Cells) -> str | None:
    if len(cells) == 1 and len(header) > 1 and row_kind(cells, header=header) == FOOTER:
        return FOOTER
    return row_kind(cells, header=header) or (TOTAL if may_be_total(cells) else None)


def _evidence(text: TextFile, fit: Fit, content: str) -> tuple[Text, ...]:
    writing = fit.writing
    ends = Counter({"CRLF": content.count("\r\n")})
    ends["LF"] = content.count("\n") - ends["CRLF"]
    ends["CR"] = content.count("\r") - ends["CRLF"]
    seen = ", ".join(f"{name} {count:,}" for name, count in ends.items() if count)
    return (
        ENCODING.fill(name=text.encoding, why=text.evidence),
        Text("delimiter: {why}", "分隔符：{why}").fill(why=fit.evidence),
        (_BACKSLASHED if writing.backslash else _DOUBLED).fill(quote=writing.quote),
        _LINE_ENDS.fill(seen=seen or _NO_ENDS),
    )


def _of_records(kept: Sequence[Record], width: int, file: SourceFile) -> tuple[Issue, ...]:
    """Rows that are ragged, and rows whose marks had to be repaired."""
    found: list[Issue] = []
    short = [one for one in kept if len(one.cells) < width]
    long = [one for one in kept if len(one.cells) > width]
    repaired = [one for one in kept if one.repair]
    for code, rows in (("R111", short), ("R117", long), ("R118", repaired)):
        for one in rows[:_NAMED]:
            message = Text(
                f"the row has {len(one.cells)} cells, the header {width}",
                f"该行有 {len(one.cells)} 个单元格，表头有 {width} 个",
            )
            if code == "R118":
                message = _REPAIRED.fill(what=one.repair, cells=Count(len(one.cells)))
            found.append(issue(code, message, Where(file.name, row=one.line)))
        if len(rows) > _NAMED:
            more = len(rows) - _NAMED
            found.append(issue(code, _FURTHER.fill(rows=Count(more)), Where(file.name), count=more))
    return tuple(found)


def _tables(kept: Sequence[Record], width: int, file: SourceFile) -> tuple[Issue, ...]:
    """Runs of rows of one other width: most likely another table in the same file."""
    found: list[Issue] = []
    at = 0
    while at < len(kept):
        wide = len(kept[at].cells)
        end = at + 1
        while end < len(kept) and len(kept[end].cells) == wide:
            end += 1
        if wide not in {1, width} and end - at >= _TABLE:
            message = Text(
                f"{end - at} rows of {wide} cells in a row: perhaps another table begins here",
                f"连续 {end - at} 行都是 {wide} 个单元格：此处可能是另一张表的开头",
            )
            found.append(issue("R119", message, Where(file.name, row=kept[at].line)))
        at = end
    return tuple(found)
