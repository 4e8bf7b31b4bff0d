"""How the table lies in a text file: delimiter, header, names, and where the data begin, judged from its head."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from io import StringIO
from itertools import islice

from salesperf.core.codes import issue
from salesperf.core.errors import Issue, Where
from salesperf.sources.dialect import Dialect, dialect_of
from salesperf.sources.grouped_header import with_groups
from salesperf.sources.layout import Head, head_of, two_row_header, unique_names
from salesperf.sources.raw import Layout, SourceFile
from salesperf.sources.refused import Refused
from salesperf.sources.text_file import TextFile

_ROWS = 100
"""Records looked at for the layout."""


@dataclass(frozen=True, slots=True)
class TextPlan:
    """`header` are the header cells as written, `names` the column names made of them.

    `lines` counts the lines, and `separators` the delimiters outside quotes, of the records above the data.
    """

    dialect: Dialect
    head: Head
    header: tuple[str, ...]
    names: tuple[str, ...]
    renamed: tuple[str, ...]
    lines: int
    separators: int

    def layout(self, text: TextFile, dropped: dict[str, int]) -> Layout:
        """For people: where the table was found, and why."""
        above = self.head.dropped
        return Layout(
            None if self.head.header is None else self.head.header + 1,
            self.head.body + 1,
            text.encoding,
            self.dialect.delimiter,
            dropped={reason: above.get(reason, 0) + dropped.get(reason, 0) for reason in {**above, **dropped}},
            evidence=(f"encoding {text.encoding}: {text.evidence}", self.dialect.evidence, *self.head.evidence),
            unit=self.head.unit,
            titles=self.head.titles,
        )

    def findings(self, text: TextFile, file: SourceFile) -> tuple[Issue, ...]:
        """What is worth telling of encoding and header."""
        where = Where(file.name)
        found = list(text.findings(file.name))
        if self.head.header is None:
            found.append(issue("R116", f"no header row: {self.head.evidence[0]}; the columns are numbered", where))
        elif self.renamed:
            words = f"header cells renamed: {', '.join(self.renamed[:10])}"
            found.append(issue("R115", words, where, count=len(self.renamed)))
        return tuple(found)


def plan_of(
    text: TextFile, file: SourceFile, *, delimiter: str | None, header_row: int | None, first: int = 1
) -> TextPlan:
    """The plan of a text whose first record is row `first` of its file. Refuses one without any cell."""
    sample = text.head if text.whole else text.head[: max(text.head.rfind("\n"), text.head.rfind("\r")) + 1]
    dialect = dialect_of(sample, delimiter=delimiter)
    grid = list(islice(csv.reader(StringIO(sample, newline=""), delimiter=dialect.delimiter), _ROWS))
    if not any(cell.strip() for row in grid for cell in row):
        raise Refused(issue("R104", "the file holds no text", Where(file.name)))
    head = head_of(grid, header_row=header_row, first=first)
    if head.header is None:
        header = [""] * max(len(row) for row in grid[head.body :])
    else:
        head, header = with_groups(grid, *two_row_header(grid, head))
        header = _as_wide_as_rows(header, grid[head.body :])
    names, renamed = unique_names(header)
    lines = _lines_of_first(sample, dialect.line_end, head.body)
    separators = sum(len(row) - 1 for row in grid[: head.body] if row)
    return TextPlan(dialect, head, tuple(header), names, renamed, lines, separators)


def _as_wide_as_rows(header: list[str], body: list[list[str]]) -> list[str]:
    """The header without trailing empty cells that no row has, or with empty ones for cells that every row has."""
    widths = [len(row) for row in body if row]
    if not widths:
        return header
    while len(header) > max(widths) and not header[-1].strip():
        header = header[:-1]
    return header + [""] * (min(widths) - len(header))


def _lines_of_first(sample: str, line_end: str, records: int) -> int:
    """The lines that the first records take up; a line end between quotes ends no record."""
    quoted, seen, lines = False, 0, 0
    for char in sample:
        if seen == records:
            break
        if char == '"':
            quoted = not quoted
        elif char == line_end:
            lines += 1
            seen += not quoted
    return lines if seen == records else lines + 1
