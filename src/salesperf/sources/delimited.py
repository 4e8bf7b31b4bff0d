"""Text files become raw tables: a clean file as a lazy scan that nobody has parsed yet, any other record by record."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import polars as pl

from salesperf.core.codes import issue
from salesperf.core.errors import Issue, Where
from salesperf.sources.dialect import Dialect, dialect_of, rows_of
from salesperf.sources.layout import Head, head_of, row_kind, unique_names
from salesperf.sources.ragged import records_of
from salesperf.sources.raw import Layout, RawTable, SourceFile
from salesperf.sources.refused import Refused
from salesperf.sources.regular import Source, counts, scan
from salesperf.sources.rows_of_no_data import without_rows_of_no_data
from salesperf.sources.text_file import TextFile, open_text

EAGER = 16_000_000
"""Up to this size every row is looked at for totals and blanks; beyond it only those near the top and the end."""
SAMPLE_ROWS = 200


@dataclass(frozen=True, slots=True)
class _Plan:
    """How the table lies in the text; `consumed` is the header and all above it, as text."""

    text: TextFile
    dialect: Dialect
    head: Head
    names: tuple[str, ...]
    consumed: str
    grid: tuple[tuple[str, ...], ...]
    issues: tuple[Issue, ...]


def read_text(
    file: SourceFile, *, encoding: str | None = None, delimiter: str | None = None, header_row: int | None = None
) -> RawTable:
    """The table of a text file. Refuses what holds none."""
    text = open_text(file, encoding=encoding)
    plan = _plan(text, file, delimiter, header_row)
    return _scanned(plan, file) or _carefully(plan, file)


def _plan(text: TextFile, file: SourceFile, delimiter: str | None, header_row: int | None) -> _Plan:
    sample = text.head if text.whole else text.head[: _last_line_end(text.head)]
    dialect = dialect_of(sample, delimiter=delimiter)
    grid = rows_of(sample, dialect.delimiter)
    if not any(cell.strip() for row in grid for cell in row):
        raise Refused(issue("R104", "the file holds no text", Where(file.name)))
    head = head_of(grid, header_row=header_row)
    header = [] if head.header is None else _as_wide_as_rows(grid[head.header], grid[head.body :])
    if head.header is None:
        header = [""] * max(len(row) for row in grid)
    names, changes = unique_names(header)
    issues = _findings(text, head, changes, file)
    consumed = _text_of_first(sample, dialect, head.body)
    return _Plan(text, dialect, head, names, consumed, tuple(tuple(row) for row in grid), issues)


def _last_line_end(text: str) -> int:
    return max(text.rfind("\n"), text.rfind("\r")) + 1 or len(text)


def _as_wide_as_rows(header: list[str], body: list[list[str]]) -> list[str]:
    """The header without trailing empty cells that no row has, or with empty ones for cells every row has."""
    widths = [len(row) for row in body[:SAMPLE_ROWS] if row]
    if not widths:
        return header
    usual = max(set(widths), key=widths.count)
    while len(header) > usual and not header[-1].strip():
        header = header[:-1]
    return header + [""] * (usual - len(header)) if widths.count(usual) == len(widths) else header


def _findings(text: TextFile, head: Head, changes: tuple[str, ...], file: SourceFile) -> tuple[Issue, ...]:
    where = Where(file.name)
    found = []
    if text.doubt:
        found.append(issue("R107", text.doubt, where))
    if head.header is None:
        found.append(issue("R116", f"no header row: {head.evidence[0]}; the columns are numbered", where))
    elif changes:
        found.append(issue("R115", f"header cells renamed: {', '.join(changes[:10])}", where, count=len(changes)))
    return tuple(found)


def _text_of_first(sample: str, dialect: Dialect, records: int) -> str:
    """The text that the first records take up, line ends included; a line end between quotes ends no record."""
    start, quoted, seen = 0, False, 0
    for at, char in enumerate(sample):
        if seen == records:
            break
        if char == '"':
            quoted = not quoted
        elif char == dialect.line_end and not quoted:
            seen, start = seen + 1, at + 1
    return sample[:start] if seen == records else sample


def _scanned(plan: _Plan, file: SourceFile) -> RawTable | None:
    """The table as a scan; None when some row below the header has not one cell per column."""
    if len(plan.dialect.delimiter) != 1 or not plan.dialect.delimiter.isascii():
        return None
    source = Source(plan.text.source, plan.dialect.delimiter, plan.dialect.line_end, plan.text.quoted)
    counted = counts(source)
    if counted is None:
        return None
    separators = counted.separators - _separators(plan.grid[: plan.head.body])
    records = counted.records - plan.head.body
    lazy = scan(source, plan.names, skip_lines=plan.consumed.count(plan.dialect.line_end))
    if plan.text.size() <= EAGER:
        if separators != records * (len(plan.names) - 1):
            return None
        return _looked_through(plan, file, lazy.collect())
    tail = _tail(plan)
    if tail is None or separators - _separators(tail) != (records - len(tail)) * (len(plan.names) - 1):
        return None
    rows = records - len(tail)
    return _table(plan, file, lazy.head(rows) if tail else lazy, rows=rows, dropped=_reasons(tail, plan.names))


def _separators(rows: Sequence[Sequence[str]]) -> int:
    return sum(len(row) - 1 for row in rows if row)


def _tail(plan: _Plan) -> list[list[str]] | None:
    """The last rows of a large file that are no data; None when its end cannot be read by itself."""
    content = plan.text.tail()
    cut = content.find(plan.dialect.line_end.encode()) + 1
    rows = rows_of(content[cut:].decode(errors="replace"), plan.dialect.delimiter)
    out: list[list[str]] = []
    while rows and row_kind(rows[-1], header=plan.names) is not None:
        out.append(rows.pop())
    return out if rows and all(len(row) == len(plan.names) for row in rows[-20:]) else None


def _reasons(rows: list[list[str]], names: tuple[str, ...]) -> dict[str, int]:
    return dict(Counter(kind for row in rows if (kind := row_kind(row, header=names)) is not None))


def _looked_through(plan: _Plan, file: SourceFile, rows: pl.DataFrame) -> RawTable:
    cleaned = without_rows_of_no_data(rows, header=plan.names, first_row=plan.head.body + 1)
    return _table(
        plan,
        file,
        cleaned.rows.lazy(),
        rows=cleaned.rows.height,
        dropped=cleaned.dropped,
        row_numbers=cleaned.row_numbers,
    )


def _table(
    plan: _Plan,
    file: SourceFile,
    frame: pl.LazyFrame,
    *,
    rows: int,
    dropped: dict[str, int],
    row_numbers: tuple[int, ...] | None = None,
    issues: tuple[Issue, ...] = (),
) -> RawTable:
    return RawTable(
        file,
        None,
        plan.names,
        frame,
        frame.head(SAMPLE_ROWS).collect(),
        _layout(plan, dropped),
        rows,
        plan.issues + issues,
        row_numbers,
    )


def _carefully(plan: _Plan, file: SourceFile) -> RawTable:
    text = plan.text.content().decode("utf-8-sig")
    found = records_of(text, delimiter=plan.dialect.delimiter, names=plan.names, body=plan.head.body, file=file.name)
    counts_on = found.row_numbers == tuple(range(plan.head.body + 1, plan.head.body + 1 + found.rows.height))
    return _table(
        plan,
        file,
        found.rows.lazy(),
        rows=found.rows.height,
        dropped=found.dropped,
        row_numbers=None if counts_on else found.row_numbers,
        issues=found.issues,
    )


def _layout(plan: _Plan, dropped: dict[str, int]) -> Layout:
    head = plan.head
    return Layout(
        None if head.header is None else head.header + 1,
        head.body + 1,
        plan.text.encoding,
        plan.dialect.delimiter,
        dropped={
            reason: head.dropped.get(reason, 0) + dropped.get(reason, 0) for reason in {**head.dropped, **dropped}
        },
        evidence=(f"encoding {plan.text.encoding}: {plan.text.evidence}", plan.dialect.evidence, *head.evidence),
    )
