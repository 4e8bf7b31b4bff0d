"""Whether a scan may be trusted with a text file, decided by counting instead of parsing, and the scan itself.

Polars fills short rows with nulls and says nothing. A table is regular when separators = rows x (columns - 1): then a
short row would need a long one to make up for it, and a long one makes the scan raise. So nothing is ever silent.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from functools import cache
from pathlib import Path

import polars as pl
from msgspec import Struct
from msgspec.structs import replace

from salesperf.sources.rows.records import STANDS_ALONE

CHUNK = 1 << 22
IN_MEMORY = 16_000_000
"""Bytes up to which text is counted in memory: exact for line ends in quoted cells too."""
_QUOTED = re.compile(rb'"[^"]*"')
_NOWHERE = "\x01"
"""A separator that text does not hold: then only the line end is looked for."""


class Source(Struct, frozen=True):
    """UTF-8 text as a scan takes it. `quoted` is whether any quote (`mark`) is in it."""

    text: Path | bytes
    delimiter: str
    line_end: str
    quoted: bool
    mark: str = '"'

    @property
    def quote(self) -> str | None:
        """The quote character, when the text has any: without one the scan is faster and cannot be fooled."""
        return self.mark if self.quoted else None


class Scan(Struct, frozen=True):
    """The rows of a text below its first lines, not read yet; `rows` is where they end, if before the text does."""

    source: Source
    names: tuple[str, ...]
    skip_lines: int
    rows: int | None = None

    def frame(self, *, whole: Collection[str] = ()) -> pl.LazyFrame:
        """The rows with every column as text, but those of `whole` numbers as such: any other cell there raises."""
        lazy = pl.scan_csv(
            self.source.text,
            has_header=False,
            schema={name: pl.Int64() if name in whole else pl.String() for name in self.names},
            infer_schema=False,
            separator=self.source.delimiter,
            eol_char=self.source.line_end,
            quote_char=self.source.quote,
            skip_lines=self.skip_lines,
            glob=False,
        )
        return lazy if self.rows is None else lazy.head(self.rows)

    def sample(self, rows: int, *, head: str) -> pl.DataFrame:
        """The first rows, from the head of the text where it holds them: a scan parses far beyond what is asked."""
        if not self.source.quoted:
            lines = head[: head.rfind(self.source.line_end) + 1].encode()
            first = (
                replace(self, source=replace(self.source, text=lines)).frame().head(rows).collect(engine="in-memory")
            )
            if first.height == rows:
                return first
        return self.frame().head(rows).collect(engine="in-memory")

    def first(self, rows: int, columns: Sequence[str]) -> pl.DataFrame:
        """Some columns of the first rows; those of a text without quotes are parsed out of its first bytes alone."""
        if not self.source.quoted and isinstance(self.source.text, Path):
            with self.source.text.open("rb") as stream:
                head = stream.read(CHUNK)
            lines = head[: head.rfind(self.source.line_end.encode()) + 1]
            found = replace(self, source=replace(self.source, text=lines)).frame().select(columns).head(rows)
            first = found.collect(engine="in-memory")
            if first.height == rows:
                return first
        return self.frame().select(columns).head(rows).collect(engine="in-memory")


class Counts(Struct, frozen=True):
    """Records and separators of a whole file, quotes obeyed."""

    records: int
    separators: int

    def fit(self, columns: int) -> bool:
        """Whether every record can have one cell per column."""
        return self.separators == self.records * (columns - 1)


def counts(source: Source, columns: int) -> Counts | None:
    """The counts; None when quotes are used in a way that readers disagree about."""
    if isinstance(source.text, bytes) and len(source.text) <= IN_MEMORY:
        return _counts_in_memory(source.text, source)
    return _counts_by_scan(source, columns)


def has_loose_quotes(text: bytes, delimiter: str, columns: int) -> bool:
    """Whether a quote stands elsewhere than around a whole cell, stays open, or would swallow rows."""
    bare = _without_quoted(text, delimiter.encode())
    return bare is None or (bare.count(b"\n") != text.count(b"\n") and _swallows(text, delimiter.encode(), columns))


def _swallows(text: bytes, delimiter: bytes, columns: int) -> bool:
    """Whether a line in a quoted piece is as wide as the table: two lost quotes are more likely than such a cell."""
    if columns < STANDS_ALONE:
        return False
    pieces = (piece.group() for piece in _QUOTED.finditer(text))
    return any(
        line.count(delimiter) == columns - 1 for piece in pieces if b"\n" in piece for line in piece.split(b"\n")[1:-1]
    )


def _without_quoted(text: bytes, delimiter: bytes) -> bytes | None:
    """The text with a zero byte for each quoted piece; None when one of them is not the whole of a cell."""
    bare = _QUOTED.sub(b"\x00", text)
    return None if b'"' in bare or _loose_quote(delimiter).search(bare) else bare


def _counts_in_memory(text: bytes, source: Source) -> Counts | None:
    delimiter, line_end = source.delimiter.encode(), source.line_end.encode()
    bare = _without_quoted(text, delimiter) if source.quoted else text
    if bare is None:
        return None
    records = bare.count(line_end) + (not bare.endswith(line_end) and bool(bare))
    return Counts(records, bare.count(delimiter))


@cache
def _loose_quote(delimiter: bytes) -> re.Pattern[bytes]:
    """A quoted piece that is not the whole of a cell; begins with a fixed byte, so it is searched for at full speed."""
    plain = rb"[^\x00\r\n" + re.escape(delimiter) + rb"]"
    return re.compile(rb"\x00(?:" + plain + rb"|(?<=" + plain + rb"\x00))")


def _counts_by_scan(source: Source, columns: int) -> Counts | None:
    """Counted at about 0.1 s a gigabyte, more with quotes."""
    records = _pieces(source, source.line_end, quote=source.quote)
    if source.quoted and records != _pieces(source, source.line_end, quote=None):
        # Line ends in cells, or quotes that stay open: only the text as a whole tells.
        whole = source.text if isinstance(source.text, bytes) else source.text.read_bytes()
        return None if has_loose_quotes(whole, source.delimiter, columns) else _counts_in_memory(whole, source)
    if source.quoted and _has_odd_quotes(source):
        return None
    pieces = _pieces(source, source.delimiter, quote=source.quote)
    return Counts(records, pieces - (0 if _last_byte(source.text) == source.delimiter.encode() else 1))


def _pieces(source: Source, end: str, *, quote: str | None) -> int:
    """How many pieces the text falls into at a character; counting lines is the fastest thing a scan can do."""
    lines = pl.scan_csv(
        source.text,
        has_header=False,
        schema={"line": pl.String()},
        infer_schema=False,
        separator=_NOWHERE,
        eol_char=end,
        quote_char=quote,
        glob=False,
    )
    return int(lines.select(pl.len()).collect().item())


def _has_odd_quotes(source: Source) -> bool:
    """Whether a quote stands between ordinary characters (`5" pipe`, `"ab" c`): readers disagree about those."""
    plain = rf"[^\r\n\x22{_escaped(source.delimiter)}]"
    pattern = f'{plain}"{plain}'
    return any(
        pl.Series([chunk], dtype=pl.Binary).cast(pl.String).str.contains(pattern).item()
        for chunk in _line_chunks(source.text)
    )


def _escaped(delimiter: str) -> str:
    return rf"\x{ord(delimiter):02x}"


def _line_chunks(text: Path | bytes) -> Iterator[bytes]:
    """The text in pieces that end at a line end, so that no character or cell is cut apart."""
    if isinstance(text, bytes):
        yield text
        return
    with text.open("rb") as stream:
        while chunk := stream.read(CHUNK):
            yield chunk + stream.readline()


def _last_byte(text: Path | bytes) -> bytes:
    if isinstance(text, bytes):
        return text[-1:]
    with text.open("rb") as stream:
        stream.seek(-1, 2)
        return stream.read(1)
