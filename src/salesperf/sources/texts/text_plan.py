"""How the table lies in a text file: delimiter, header, names, and where the data begin, judged from its head."""

from __future__ import annotations

from itertools import islice

from msgspec import Struct

from salesperf.core.codes import CODES, issue
from salesperf.core.errors import Issue, Where
from salesperf.core.text import Count, Text, listing
from salesperf.sources.headers.grouped_header import with_groups
from salesperf.sources.headers.layout import Head, head_of, two_row_header, unique_names
from salesperf.sources.no_data.row_kind import row_kind
from salesperf.sources.refused import Refused
from salesperf.sources.rows.ragged import or_other_delimiter
from salesperf.sources.rows.raw import Layout, SourceFile
from salesperf.sources.rows.records import Writing, lines_of, records
from salesperf.sources.texts.text_file import TextFile
from salesperf.sources.texts.writing import writing_of

_ROWS = 100
"""Records looked at for the layout."""
_SEVERAL = 3
"""Rows that all have another width than the header, from which the fault is the header's."""

NO_HEADER = Text("no header row: {why}; the columns are numbered", "没有表头行；列已按序号命名")
RENAMED = Text("header cells renamed: {names}", "表头单元格已重命名：{names}")
NO_TEXT = Text("the file holds no text", "文件中没有文字")
ENCODING = Text("encoding {name}: {why}", "编码 {name}：{why}")
_AS_NAMED = Text("delimiter {delimiter!r} as named", "分隔符 {delimiter!r}：按指定")
_NARROW = Text(
    "the header has {written:cell|cells}, every row {width}", "表头有 {written} 个单元格，每行却有 {width} 个"
)


class TextPlan(Struct, frozen=True):
    """`header` are the header cells as written, `names` the column names made of them.

    `line_end` is what ends most lines (a carriage return only where no line feed is). `above` is the text above the
    data, `separators` the delimiters outside quotes in it.
    """

    writing: Writing
    line_end: str
    head: Head
    header: tuple[str, ...]
    names: tuple[str, ...]
    renamed: tuple[str, ...]
    above: str
    separators: int
    evidence: Text
    written: int
    """The cells of the header in the file."""
    other_width: int
    """The cells every row has, where that is another number than the header's and no trailing blanks explain it."""
    is_named: bool
    """Whether the user named the delimiter."""

    @property
    def guessed(self) -> str | None:
        """The delimiter, where it was guessed."""
        return None if self.is_named else self.writing.delimiter

    @property
    def is_plain(self) -> bool:
        """Whether a scan can follow the writing."""
        delimiter = self.writing.delimiter
        return self.writing == Writing(delimiter) and len(delimiter) == 1 and delimiter.isascii()

    @property
    def lines(self) -> int:
        """The lines above the data."""
        is_open = bool(self.above) and not self.above.endswith(self.line_end)
        return self.above.count(self.line_end) + is_open

    def layout(self, text: TextFile, dropped: dict[str, int]) -> Layout:
        """For people: where the table was found, and why."""
        above = self.head.dropped
        return Layout(
            None if self.head.header is None else self.head.header + 1,
            self.head.body + 1,
            text.encoding,
            self.writing.delimiter,
            dropped={reason: above.get(reason, 0) + dropped.get(reason, 0) for reason in {**above, **dropped}},
            evidence=(ENCODING.fill(name=text.encoding, why=text.evidence), self.evidence, *self.head.evidence),
            unit=self.head.unit,
            titles=self.head.titles,
            guessed=self.guessed,
        )

    def findings(self, text: TextFile, file: SourceFile) -> tuple[Issue, ...]:
        """What is worth telling of encoding and header."""
        where = Where(file.name)
        found = list(text.findings(file.name))
        if self.head.header is None:
            found.append(issue("R116", NO_HEADER.fill(why=self.head.evidence[0]), where))
        elif self.renamed:
            words = RENAMED.fill(names=listing(self.renamed[:10]))
            found.append(issue("R115", words, where, count=len(self.renamed)))
        if self.other_width:
            message = _NARROW.fill(written=Count(self.written), width=self.other_width)
            row = None if self.head.header is None else self.head.header + 1
            hint = or_other_delimiter(CODES["R137"].cure, self.guessed)
            found.append(issue("R137", message, Where(file.name, row=row), hint=hint))
        return tuple(found)


def plan_of(
    text: TextFile, file: SourceFile, *, delimiter: str | None, header_row: int | None, first: int = 1
) -> TextPlan:
    """The plan of a text whose first record is row `first` of its file. Refuses one without any cell."""
    sample = text.head if text.whole else text.head[: max(text.head.rfind("\n"), text.head.rfind("\r")) + 1]
    fit = writing_of(sample, delimiter=delimiter)
    found = list(islice(records(sample, fit.writing), _ROWS + 1))
    grid = [list(record.cells) for record in found[:_ROWS]]
    if not any(cell.strip() for row in grid for cell in row):
        raise Refused(issue("R104", NO_TEXT, Where(file.name)))
    head = head_of(grid, header_row=header_row, first=first)
    written = other = 0
    if head.header is None:
        header = [""] * max(len(row) for row in grid[head.body :])
    else:
        head, header = with_groups(grid, *two_row_header(grid, head))
        written = len(header)
        header, other = _as_wide_as_rows(header, grid[head.body :])
    names, renamed = unique_names(header)
    end = found[head.body].line - 1 if head.body < len(found) else None
    above = "".join(lines_of(sample)[:end])
    separators = sum(len(row) - 1 for row in grid[: head.body] if row)
    line_end = "\n" if "\n" in sample or "\r" not in sample else "\r"
    said = fit.evidence if delimiter is None else _AS_NAMED.fill(delimiter=delimiter)
    return TextPlan(
        fit.writing,
        line_end,
        head,
        tuple(header),
        names,
        renamed,
        above,
        separators,
        said,
        written,
        other,
        delimiter is not None,
    )


def _as_wide_as_rows(header: list[str], body: list[list[str]]) -> tuple[list[str], int]:
    """The header with as many cells as the rows have, and their number where nobody can tell which name is whose.

    Trailing empty cells of either mean nothing. A name or a cell that all rows lack, or have too many, moves every
    name behind it by one column.
    """
    rows = [row for row in body if row and row_kind(row, header=header) is None]
    widths = {len(row) for row in rows}
    if not widths:
        return header, 0
    while len(header) > max(widths) and not header[-1].strip():
        header = header[:-1]
    if len(header) > max(widths):
        return header, max(widths) if len(rows) >= _SEVERAL and len(widths) == 1 else 0
    beyond = any(cell.strip() for row in rows for cell in row[len(header) :])
    wide = min(widths)
    return header + [""] * (wide - len(header)), wide if beyond and wide > len(header) else 0
