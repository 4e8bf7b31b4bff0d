"""The tables of a report with all their rows: a screen may show the first of many records, a file carries them all."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from operator import itemgetter

from msgspec import Struct
from msgspec.structs import replace

from salesperf.report.model import Cell, Report, Row, Sparkline, TableBlock, Value
from salesperf.report.record_tables import has_metric_rows, shows_records
from salesperf.report.rows import Record, column_of


class Listing(Struct, frozen=True):
    """One table: the rows it shows, and the records that go on from there, with the places of their columns.

    Records stay plain values, for there may be millions.
    """

    block: TableBlock
    rest: Sequence[Record] = ()
    picks: tuple[int, ...] = ()

    @property
    def count(self) -> int:
        """How many rows there are."""
        return len(self.block.rows) + len(self.rest)

    def rows(self) -> Iterator[Row]:
        """All rows, those of the records made as they are asked for."""
        yield from self.block.rows
        for record in self.rest:
            yield Row(tuple(Cell(record[at]) for at in self.picks))

    def values(self) -> Iterator[tuple[Value, ...]]:
        """The values of all rows; a drawn-only cell has none."""
        for row in self.block.rows:
            yield tuple(cell.value if isinstance(cell, Cell) else None for cell in row.cells)
        if self.picks == tuple(range(len(self.rest[0]) if self.rest else 0)):
            yield from self.rest
        elif len(self.picks) > 1:
            yield from map(itemgetter(*self.picks), self.rest)
        else:
            yield from ((record[self.picks[0]],) for record in self.rest)

    def column(self, at: int) -> Iterator[Value]:
        """The values of one column in all rows, without those of the others."""
        for row in self.block.rows:
            cell = row.cells[at]
            yield cell.value if isinstance(cell, Cell) else None
        if self.rest:
            yield from column_of(self.rest, self.picks[at])


def listings(report: Report) -> tuple[Listing, ...]:
    """The tables of an answer, each with all its records.

    Tables that show the records between them are whole. Where no table shows them, they make one of their own
    under the key `records`.
    """
    records = report.records
    main = [block for block in report.blocks if shows_records(block, report.records)]
    if not main:
        own = TableBlock("records", report.title, records.columns, ())
        alone = (Listing(own, records.rows, tuple(range(len(records.columns)))),) if records.rows else ()
        return (*(Listing(block) for block in report.blocks), *alone)
    is_part = sum(len(block.rows) for block in main) < len(records.rows)
    return tuple(
        _whole(block, report) if is_part and block in main and not has_metric_rows(block) else Listing(block)
        for block in report.blocks
    )


def _whole(block: TableBlock, report: Report) -> Listing:
    """The table, going on with the records behind those it shows; from the first where it shows others."""
    records = report.records
    known = {column.key: at for at, column in enumerate(records.columns)}
    kept = [at for at, column in enumerate(block.columns) if column.key in known]
    picks = tuple(known[block.columns[at].key] for at in kept)
    rows = tuple(replace(row, cells=tuple(row.cells[at] for at in kept)) for row in block.rows)
    total = replace(block.total, cells=tuple(block.total.cells[at] for at in kept)) if block.total else None
    is_start = all(
        [_value(cell) for cell in row.cells] == [record[at] for at in picks]
        for row, record in zip(rows, records.rows, strict=False)
    )
    shown = replace(block, columns=tuple(block.columns[at] for at in kept), rows=rows if is_start else (), total=total)
    return Listing(shown, records.rows[len(shown.rows) :], picks)


def _value(cell: Cell | Sparkline) -> Value:
    return cell.value if isinstance(cell, Cell) else None
