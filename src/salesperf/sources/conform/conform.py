"""Raw tables of one header become one canonical frame: parsed in one pass, looked at again where it is needed."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from contextlib import suppress
from typing import Literal

import polars as pl

from salesperf.sources.conform.hidden_rows import NO_DATA, odd_rows, refuse_hidden
from salesperf.sources.conform.row_places import PART
from salesperf.sources.conform.rows_read import Rows, only
from salesperf.sources.conform.second_look import SUSPECT, agree, look_again, settle_text
from salesperf.sources.rows.raw import RawTable
from salesperf.sources.rows.regular import IN_MEMORY
from salesperf.sources.values.cells import TEXTS, CellReading, Rules

_HASH = "_hash"


def rows_of(
    raws: Sequence[RawTable],
    readings: Sequence[CellReading],
    *,
    rules: Rules,
    signs: Collection[str] = (),
    count_repeats: bool = False,
) -> Rows:
    """Read the mapped columns of all these raw tables, which have one header and one set of dtypes.

    Columns of `signs` are left out where all their cells can be read and none is below zero.
    """
    read = _read(raws, readings, signs=signs, count_repeats=count_repeats)
    rows = Rows(read, tuple(readings))
    if count_repeats:
        rows.repeated = _repeats(read)
        rows.frame = only(rows.frame, [name for name in rows.frame.columns if name != _HASH])
    for reading in readings:
        flag = SUSPECT + reading.column
        suspicious = flag in rows.frame.columns and bool(rows.frame[flag].any())
        if reading.kind in TEXTS:
            settle_text(rows, raws, reading, suspicious=suspicious or reading.learnt.repeats)
        elif suspicious or not reading.is_quick or (reading.is_text and reading.learnt.is_unsure):
            look_again(rows, raws, reading, rules=rules)
    if NO_DATA in rows.frame.columns:
        odd = range(len(raws)) if rows.says_total else rows.frame.filter(NO_DATA)[PART].unique()
        refuse_hidden([raws[part] for part in odd])
    agree(rows, raws, rules)
    idle = {name for name in signs if name in rows.frame.columns and _is_never_below_zero(rows, name)}
    kept = [name for name in rows.frame.columns if name not in idle and not name.startswith(SUSPECT)]
    rows.frame = only(rows.frame, kept)
    return rows


def _is_never_below_zero(rows: Rows, column: str) -> bool:
    has_unread = any(of == column for _, of in rows.bad_counts)
    return not has_unread and not (rows.frame[column] < 0).any()


def _read(
    raws: Sequence[RawTable], readings: Sequence[CellReading], *, signs: Collection[str], count_repeats: bool
) -> pl.DataFrame:
    whole = {reading.header for reading in readings if reading.column in signs and reading.is_whole}
    if whole and not count_repeats and all(raw.scan is not None for raw in raws):
        with suppress(pl.exceptions.PolarsError):
            # A cell that is no whole number raises; read as text it is looked at.
            return _pass(raws, readings, signs=signs, whole=whole)
    return _pass(raws, readings, signs=signs, count_repeats=count_repeats)


def _pass(
    raws: Sequence[RawTable],
    readings: Sequence[CellReading],
    *,
    signs: Collection[str],
    whole: Collection[str] = (),
    count_repeats: bool = False,
) -> pl.DataFrame:
    """One pass over the rows: the columns, and a flag for each that says which cells need a second look."""
    is_ascii = all(raw.ascii for raw in raws)
    looks = {
        reading.column: reading.may_be_below_zero(as_whole=reading.header in whole)
        for reading in readings
        if reading.column in signs
    }
    columns = [reading.at_once() for reading in readings if looks.get(reading.column) is None]
    flags = [
        flag.alias(SUSPECT + reading.column)
        for reading in readings
        if (flag := looks.get(reading.column)) is not None or (flag := reading.suspect(is_ascii=is_ascii)) is not None
    ]
    odd = odd_rows(raws, readings)
    hashes = [pl.struct(pl.all()).hash().alias(_HASH)] if count_repeats else []
    scans = [
        (raw.scan.frame(whole=whole) if raw.scan and whole else raw.frame).select(
            *columns,
            *flags,
            *hashes,
            *odd[part],
            pl.lit(part, dtype=pl.UInt32).alias(PART),
        )
        for part, raw in enumerate(raws)
    ]
    # Small files are in memory already; a large one is parsed in batches, so that its text never is.
    engine: Literal["streaming", "in-memory"] = (
        "streaming" if any(raw.file.size > IN_MEMORY for raw in raws) else "in-memory"
    )
    return _of_one_piece((pl.concat(scans) if len(scans) > 1 else scans[0]).collect(engine=engine))


def _of_one_piece(frame: pl.DataFrame) -> pl.DataFrame:
    """The frame with each column in one piece, a column after the other.

    Whatever groups or sorts by a column puts its pieces together, and holds every column it asks for twice then.
    Done here each column is let go before the next one is copied (`docs/decisions.md`, 94).
    """
    if frame.n_chunks() > 1:
        for name in frame.columns:
            frame = frame.with_columns(frame[name].rechunk())
    return frame


def _repeats(frame: pl.DataFrame) -> dict[int, int]:
    counted = frame.group_by(PART).agg(pl.len() - pl.col(_HASH).n_unique())
    return dict(counted.iter_rows())
