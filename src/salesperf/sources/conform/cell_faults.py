"""What a workbook's cells hold beside their values: errors that read as empty, and numbers shown in per cent.

Both are made unreadable cells where a number or a date is needed; refuses to judge ids, names and texts.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import polars as pl

from salesperf.sources.conform.row_places import part_start
from salesperf.sources.conform.rows_read import LISTED, BadCell, Rows
from salesperf.sources.rows.raw import RawTable
from salesperf.sources.values.cells import SHARES, TEXTS, CellReading
from salesperf.tables.schema import DTYPES, Kind

_SUMS = frozenset({Kind.MONEY, Kind.QUANTITY})


def with_cell_faults(rows: Rows, raws: Sequence[RawTable]) -> None:
    """Add the failed cells of numbers and dates to the unreadable ones, and shares among sums and quantities.

    A failed cell is empty in the frame already, and told by its file. A share is emptied here: half of something
    unsaid is no amount of money.
    """
    for reading in rows.readings:
        if reading.kind in TEXTS or reading.column not in rows.frame.columns:
            continue
        for part, raw in enumerate(raws):
            failed = raw.failed.get(reading.header, {})
            cells = {at: failed[row] for at, row in _places(raw, sorted(failed))}
            rows.bad += [
                BadCell(part, at, reading.column, reading.header, cell, is_told=True) for at, cell in cells.items()
            ]
            if cells:
                rows.spoil(reading.column, part, cells)
            shares = raw.percents.get(reading.header, ())
            if shares and reading.kind in _SUMS and reading.column not in SHARES:
                _empty(rows, reading, part, [at for at, _ in _places(raw, shares)])


def _places(raw: RawTable, numbers: Iterable[int]) -> Iterator[tuple[int, int]]:
    """The places in the table of rows by the number the spreadsheet shows; rows that are no data have none."""
    if raw.row_numbers is not None:
        known = {number: at for at, number in enumerate(raw.row_numbers)}
        return ((known[number], number) for number in numbers if number in known)
    first, last = raw.layout.first_row, raw.layout.first_row + (raw.rows or 0)
    return ((number - first, number) for number in numbers if first <= number < last)


def _empty(rows: Rows, reading: CellReading, part: int, places: Sequence[int]) -> None:
    """Take the shares of one part out of a column, and list them."""
    start = part_start(rows.frame, part)
    cells = rows.frame[reading.column]
    found = pl.DataFrame({"at": places, "cell": cells.gather([start + at for at in places])}).drop_nulls()
    if found.is_empty():
        return
    nothing = pl.Series([None], dtype=DTYPES[reading.kind])
    rows.frame = rows.frame.with_columns(cells.scatter((found["at"] + start).to_list(), nothing).alias(cells.name))
    shown = {at: f"{(cell * 100).normalize():f}%" for at, cell in found.iter_rows()}
    rows.spoil(reading.column, part, shown)
    rows.bad += [BadCell(part, at, reading.column, reading.header, cell) for at, cell in list(shown.items())[:LISTED]]
    key = (part, reading.column)
    rows.bad_counts[key] = rows.bad_counts.get(key, 0) + found.height
