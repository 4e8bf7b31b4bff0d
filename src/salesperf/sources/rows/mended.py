"""Any delimited text as one that a scan can follow: clean lines stay as they are, every other is read and written anew.

What `records` gives of the text, at the price of a scan: a line with one cell per column is a record by itself, so only
the stretches between such lines are read record by record.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Sequence
from io import StringIO

import polars as pl
from msgspec import Struct

from salesperf.sources.no_data.row_kind import may_be_total, row_kind
from salesperf.sources.rows.column_looks import Look, looks_of
from salesperf.sources.rows.odd_row import Odd, OddRow, odd_row
from salesperf.sources.rows.records import STANDS_ALONE, Writing, records, strictly
from salesperf.sources.rows.regular import Source

_SPARE = ("\x1f", "\x1e", "\x1d", "\x1c")
"""Separators of their own right: to write with where the file's own delimiter is no single byte."""
_LEARNT = 2000
"""Clean rows from which the looks of columns are learnt."""
_WIDEST = 300
"""Columns up to which one expression describes a quoted line."""


class Mended(Struct, frozen=True):
    """Text below the header in which every row has one cell per column, and the odd rows by place (from 0)."""

    source: Source
    rows: int
    odd: dict[int, OddRow]

    @property
    def text(self) -> bytes:
        """The rows as written anew."""
        if not isinstance(self.source.text, bytes):
            raise TypeError("a mended text is in memory")
        return self.source.text

    def may_hold_no_data(self, header: Sequence[str]) -> bool:
        """Whether one of the odd rows is blank, or looks like no data in another way."""
        short = (row.cells for row in self.odd.values() if row.kind is Odd.SHORT)
        return any(row_kind(cells, header=header) is not None or may_be_total(cells) for cells in short)


def mended(body: str, writing: Writing, header: Sequence[str]) -> Mended:
    """The rows of a text under a header, all as wide as it."""
    width = len(header)
    end = "\n" if "\n" in body else "\r"
    lines = pl.Series("line", [body]).str.split(end).explode()
    if not lines.item(-1):
        lines = lines.head(-1)
    bare = lines.str.strip_suffix("\r") if end == "\n" else lines
    delimiter = _delimiter(writing, body)
    clean = _is_clean(bare, writing, width)
    if delimiter != writing.delimiter:
        clean &= ~bare.str.contains(delimiter, literal=True)
    looks, known = _learnt(bare.filter(clean), writing, header)
    odd: dict[int, OddRow] = {}
    new: list[tuple[int, str | None]] = []
    shift = 0
    for first, last in _stretches(clean, width):
        rows = [
            odd_row(record, header=header, looks=looks, rows=known, writing=writing)
            for record in records(end.join(lines[first:last]) + end, writing, width=width)
        ]
        odd |= {first + shift + at: row for at, row in enumerate(rows) if row.kind is not Odd.PLAIN}
        new.append((first, "\n".join(_written(row.cells, delimiter, writing.quote) for row in rows)))
        new += [(at, None) for at in range(first + 1, last)]
        shift += len(rows) - (last - first)
    if delimiter != writing.delimiter:
        bare = bare.str.replace_all(writing.delimiter, delimiter, literal=True)
    text = "".join(f"{rows}\n" for rows in _with(bare, new).str.join("\n") if lines.len()).encode()
    return Mended(
        Source(text, delimiter, "\n", writing.quote.encode() in text, writing.quote), lines.len() + shift, odd
    )


def _is_clean(lines: pl.Series, writing: Writing, width: int) -> pl.Series:
    """Whether a line by itself is a record with one cell per column."""
    clean = (lines.str.count_matches(writing.delimiter, literal=True) == width - 1) & ~lines.str.contains("\r")
    if writing.backslash:
        clean &= ~lines.str.contains("\\", literal=True)
    quoted = lines.str.contains(writing.quote, literal=True)
    if not quoted.any():
        return clean
    clean &= ~quoted
    if not (len(writing.delimiter) == 1 and writing.delimiter.isascii()) or width > _WIDEST:
        return clean
    places = quoted.arg_true()
    some = lines.gather(places)
    whole = some.str.contains(_whole_line(writing, width))
    if writing.backslash:
        whole &= ~some.str.contains("\\", literal=True)
    return clean.scatter(places.filter(whole), True)  # noqa: FBT003 -- a value of the column


def _whole_line(writing: Writing, width: int) -> str:
    """A line of cells that are quoted from end to end or not at all."""
    quote, delimiter = re.escape(writing.quote), f"\\x{{{ord(writing.delimiter):x}}}"
    cell = rf"(?:{quote}(?:[^{quote}\r]|{quote}{quote})*{quote}|[^{quote}{delimiter}\r]*)"
    return rf"^(?:{cell}{delimiter}){{{width - 1}}}{cell}$"


def _learnt(clean: pl.Series, writing: Writing, header: Sequence[str]) -> tuple[tuple[Look, ...], int]:
    """The looks of the columns over clean rows that are data, and how many were looked at."""
    some = clean.gather_every(max(1, clean.len() // _LEARNT))
    cells = (strictly(line, writing) or [] for line in some)
    rows = [row for row in cells if row and row_kind(row, header=header) is None and not may_be_total(row)]
    return looks_of(rows, len(header)), len(rows)


def _stretches(clean: pl.Series, width: int) -> Iterator[tuple[int, int]]:
    """Where lines stand that are no clean ones: the first of each stretch and the one behind it.

    In a narrow table a clean line may be a part of a quoted cell, so everything between is one stretch.
    """
    places = (~clean).arg_true().to_list()
    if places and width < STANDS_ALONE:
        yield places[0], places[-1] + 1
        return
    start = 0
    for at in range(1, len(places) + 1):
        if at == len(places) or places[at] != places[at - 1] + 1:
            yield places[start], places[at - 1] + 1
            start = at


def _delimiter(writing: Writing, body: str) -> str:
    """The delimiter to write with: the file's own where a scan knows it, else one that no cell holds."""
    if len(writing.delimiter) == 1 and writing.delimiter.isascii():
        return writing.delimiter
    return next((mark for mark in _SPARE if mark not in body), _SPARE[0])


def _written(cells: Sequence[str], delimiter: str, quote: str) -> str:
    if not any(cells):
        return delimiter * (len(cells) - 1)
    text = StringIO(newline="")
    csv.writer(text, delimiter=delimiter, quotechar=quote, lineterminator="\r\n").writerow(cells)
    return text.getvalue().removesuffix("\r\n")


def _with(lines: pl.Series, new: Sequence[tuple[int, str | None]]) -> pl.Series:
    """The lines with some of them replaced, or left out."""
    if not new:
        return lines
    texts = pl.Series([text for _, text in new], dtype=pl.String)
    return lines.scatter([at for at, _ in new], texts).drop_nulls()
