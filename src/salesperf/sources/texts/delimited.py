"""Text files become raw tables: a clean file as a lazy scan that nobody has parsed yet, any other record by record."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Mapping, MutableMapping, Sequence
from io import StringIO

import polars as pl
from msgspec import Struct
from msgspec.structs import replace

from salesperf.core.errors import Issue, Where
from salesperf.sources.headers.blocks import Block
from salesperf.sources.no_data.rows_of_no_data import without_rows_of_no_data
from salesperf.sources.no_data.total_words import may_say_total
from salesperf.sources.rows.mended import Mended, mended
from salesperf.sources.rows.ragged import Placed, left, odd_issues, torn_of
from salesperf.sources.rows.raw import RawTable, SourceFile
from salesperf.sources.rows.regular import IN_MEMORY, Counts, Scan, Source, counts, has_loose_quotes
from salesperf.sources.texts.block_tables import text_tables
from salesperf.sources.texts.text_file import SAMPLE, TextFile, open_text
from salesperf.sources.texts.text_plan import TextPlan, plan_of

SAMPLE_ROWS = 200

Plans = MutableMapping[str, TextPlan]
"""Plans by the first line of the text, for files that begin alike."""


def read_text(
    file: SourceFile,
    *,
    encoding: str | None = None,
    delimiter: str | None = None,
    header_row: int | None = None,
    plans: Plans | None = None,
) -> tuple[RawTable, ...]:
    """The tables of a text file, one unless several stand in it. Refuses what holds none.

    A plan known from another file with the same first line is tried first; it holds when the counts prove it.
    """
    text = open_text(file, encoding=encoding, in_memory=IN_MEMORY)
    known = {} if plans is None or delimiter is not None or header_row is not None else plans
    first_line = text.head[: text.head.find("\n") + 1]
    plan = known.get(first_line)
    if plan is not None and (table := _Reading(file, text, plan).scanned()) is not None:
        return _parted(file, text, plan, table)
    plan = plan_of(text, file, delimiter=delimiter, header_row=header_row)
    if plan.head.header == 0 and plan.head.body == 1 and first_line:
        known[first_line] = plan
    reading = _Reading(file, text, plan)
    table = reading.scanned() or reading.by_record()
    return (table,) if header_row is not None else _parted(file, text, plan, table)


def _parted(file: SourceFile, text: TextFile, plan: TextPlan, whole: RawTable) -> tuple[RawTable, ...]:
    """The tables of a text that was read as one; a large one is not looked through for others."""

    def read(part: TextFile, block: Block) -> RawTable:
        own = plan_of(part, file, delimiter=delimiter, header_row=block.header_row, first=block.top + 1)
        reading = _Reading(file, part, own)
        return reading.scanned() or reading.by_record()

    # The text of a part is written anew, with commas where a scan does not know the delimiter of the file.
    delimiter = plan.writing.delimiter if plan.is_plain else ","
    has_gap = plan.head.header is not None and "" in plan.header
    if text.size() > IN_MEMORY:
        return (whole,)
    return text_tables(text, whole, read, has_gap=has_gap, writing=plan.writing, delimiter=delimiter)


class _Tail(Struct, frozen=True):
    """The last rows of a text, which are no data, by reason; `is_torn` is whether such rows stand among data too.

    So it is where a row may be a total of rows that the end does not hold.
    """

    rows: list[list[str]]
    dropped: dict[str, int]
    is_torn: bool


class _Reading(Struct, frozen=True):
    """One text on its way to a table."""

    file: SourceFile
    text: TextFile
    plan: TextPlan
    looks_through: bool = False
    """Whether a large text is read into memory and looked through, whatever its ends hold."""

    def scanned(self) -> RawTable | None:
        """The table as a scan; None when some row below the header has not one cell per column."""
        plan = self.plan
        if not plan.is_plain:
            return None
        source = Source(self.text.source, plan.writing.delimiter, plan.line_end, self.text.quoted)
        unread = Scan(source, plan.names, plan.lines)
        try:
            if self.text.size() <= IN_MEMORY:
                rows = unread.frame().collect(engine="in-memory")
                return self._looked_through(rows) if self._is_regular(rows, source) else None
            tail = self._tail(source, self.text.tail())
            body = None if tail is None else self._fits(counts(source, len(plan.names)), tail.rows)
            return None if tail is None or body is None else self._left_lazy(unread, tail, body.records)
        except pl.exceptions.PolarsError:
            # A row with more cells than columns, or a quote the scan cannot follow.
            return None

    def by_record(self) -> RawTable:
        """The table of a text that a scan cannot follow as it is: its odd rows are read record by record."""
        plan = self.plan
        found = mended(self.text.content().decode("utf-8-sig")[len(plan.above) :], plan.writing, plan.header)
        unread = Scan(found.source, plan.names, 0)
        is_large = len(found.text) > IN_MEMORY and not found.may_hold_no_data(plan.header)
        tail = self._tail(found.source, found.text[-SAMPLE:]) if is_large else None
        if tail is None:
            return self._looked_through(unread.frame().collect(engine="in-memory"), found)
        return self._left_lazy(unread, tail, found.rows - len(tail.rows), found)

    def _is_regular(self, rows: pl.DataFrame, source: Source) -> bool:
        """Whether each row of a text in memory has one cell per column, and no quote is in a wrong place."""
        if source.quoted and has_loose_quotes(self.text.content(), source.delimiter, rows.width):
            return False
        # A row that lacks cells has none in the last column, and one with more has made the scan raise.
        is_full = rows.width > 1 and not rows.to_series(-1).null_count()
        return is_full or self._fits(counts(source, rows.width), []) is not None

    def _fits(self, counted: Counts | None, tail: list[list[str]]) -> Counts | None:
        """The counts of the data rows alone; None unless each of them can have one cell per column."""
        if counted is None:
            return None
        outside = self.plan.separators + sum(len(row) - 1 for row in tail if row)
        body = Counts(counted.records - self.plan.head.body - len(tail), counted.separators - outside)
        return body if body.records >= 0 and body.fit(len(self.plan.names)) else None

    def _looked_through(self, rows: pl.DataFrame, found: Mended | None = None) -> RawTable:
        """The table of rows that are small enough to look at each for totals, blanks and repeated headers."""
        first = self.plan.head.body + 1
        text = self.text
        says_total = found is not None or not text.ascii or text.size() > IN_MEMORY or may_say_total(text.content())
        cleaned = without_rows_of_no_data(rows, header=self.plan.header, first_row=first, says_total=says_total)
        return self._table(
            cleaned.rows.lazy(),
            cleaned.rows.head(SAMPLE_ROWS),
            rows=cleaned.rows.height,
            dropped=cleaned.dropped,
            row_numbers=cleaned.row_numbers,
            issues=cleaned.findings(Where(self.file.name), range(first, first + rows.height)),
            odd=left(found.odd, cleaned.places) if found else (),
            totals={first + place: cells for place, cells in cleaned.totals.items()},
        )

    def _left_lazy(self, unread: Scan, tail: _Tail, records: int, found: Mended | None = None) -> RawTable:
        """The table of a large text, unread but for its ends; looked through where these hold rows of no data."""
        ending = replace(unread, rows=records) if tail.rows else unread
        sample = ending.sample(min(SAMPLE_ROWS, records), head="" if found else self.text.head)
        if (
            self.looks_through
            or tail.is_torn
            or without_rows_of_no_data(sample, header=self.plan.header, first_row=1).places
        ):
            return self._looked_through(unread.frame().collect(engine="in-memory"), found)
        odd = left(found.odd, range(records, records + len(tail.rows))) if found else ()
        table = self._table(ending.frame(), sample, rows=records, dropped=tail.dropped, odd=odd)
        return replace(table, scan=ending)

    def _tail(self, source: Source, content: bytes) -> _Tail | None:
        """The end of the text; None when it cannot be read by itself."""
        cut = content.find(source.line_end.encode()) + 1
        text = StringIO(content[cut:].decode(errors="replace"), newline="")
        rows = list(csv.reader(text, delimiter=source.delimiter, quotechar=source.mark))
        width = len(self.plan.names)
        fitted = [[*row[:width], *[""] * (width - len(row))] for row in rows]
        frame = pl.DataFrame(fitted, schema=dict.fromkeys(self.plan.names, pl.String), orient="row")
        out = without_rows_of_no_data(frame, header=self.plan.header, first_row=1)
        kinds = dict(zip(out.places, out.kinds, strict=True))
        end = len(rows)
        while end and end - 1 in kinds:
            end -= 1
        if not end or any(len(row) != width for row in rows[max(0, end - 20) : end]):
            return None
        dropped = Counter(kind for place, kind in kinds.items() if place >= end)
        is_torn = any(place < end for place in kinds) or any(one.is_kept for one in out.odd)
        return _Tail(rows[end:], dict(dropped), is_torn)

    def _table(
        self,
        frame: pl.LazyFrame,
        sample: pl.DataFrame,
        *,
        rows: int,
        dropped: dict[str, int],
        row_numbers: tuple[int, ...] | None = None,
        issues: tuple[Issue, ...] = (),
        odd: Sequence[Placed] = (),
        totals: Mapping[int, tuple[str, ...]] | None = None,
    ) -> RawTable:
        plan = self.plan
        of_rows = odd_issues(
            odd, first_row=plan.head.body + 1, width=len(plan.names), file=self.file.name, guessed=plan.guessed
        )
        return RawTable(
            self.file,
            None,
            self.plan.names,
            frame,
            sample,
            self.plan.layout(self.text, dropped),
            rows,
            self.plan.findings(self.text, self.file) + issues + of_rows,
            row_numbers,
            ascii=self.text.ascii,
            torn=torn_of(odd),
            totals=totals or {},
        )


def reread(table: RawTable) -> RawTable:
    """The same table read record by record, for a lazy frame that raised: a row the counts could not tell of."""
    return _again(table, _anew(table).by_record())


def looked_through(table: RawTable) -> RawTable:
    """The same table with its rows of no data left out, for a large text that holds some."""
    reading = replace(_anew(table), looks_through=True)
    return _again(table, reading.scanned() or reading.by_record())


def _anew(table: RawTable) -> _Reading:
    text = open_text(table.file, encoding=table.layout.encoding)
    plan = plan_of(text, table.file, delimiter=table.layout.delimiter, header_row=table.layout.header_row)
    return _Reading(table.file, text, replace(plan, is_named=table.layout.guessed is None))


def _again(table: RawTable, read: RawTable) -> RawTable:
    return replace(read, layout=replace(read.layout, first_row=table.layout.first_row))
