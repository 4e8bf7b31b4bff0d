"""Raw tables of one header become one canonical frame: parsed in one pass, looked at again where it is needed."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from contextlib import suppress
from typing import Literal

import polars as pl
from msgspec import Struct, field
from msgspec.structs import replace

from salesperf.sources.blanks import cleaned, holds_error
from salesperf.sources.cells import NUMBERS, TEXTS, CellReading, Rules, reading_of
from salesperf.sources.date_format import DateFormat
from salesperf.sources.hidden_rows import NO_DATA, odd_rows, refuse_hidden, says_total
from salesperf.sources.number_format import NumberFormat, has_more_decimals
from salesperf.sources.parse_id import IdForm, IdFormat, folded
from salesperf.sources.raw import RawTable
from salesperf.sources.regular import IN_MEMORY
from salesperf.tables.schema import DAYS

PART = "_part"
"""Which of several raw tables a row came from, by place."""
AT = "_at"
"""The place of a row in its raw table."""
CELL = "cell"
"""What an unreadable cell holds."""
HASH = "_hash"
LISTED = 10_000
"""Cells listed one by one, a column and file; the rest is counted."""
_SUSPECT = "?"


class BadCell(Struct, frozen=True):
    """A cell that holds something its column cannot read."""

    part: int
    at: int
    column: str
    header: str
    value: str
    is_told: bool = False
    """A finding about its file names the cell already."""


class Rows(Struct):
    """The rows of raw tables that share a header, canonical, one row a row of the files in their order.

    `frame` also has `PART` and `AT`. `readings` are how the columns were read in the end; `bad` the cells that
    were not, at most `LISTED` a column and part, all counted in `bad_counts` by (part, column); `unread` has all of
    them by column, as `PART`, `AT` and `CELL`. `rounded` counts cells with more decimals than money keeps; `repeated`
    rows equal to an earlier row of their part; `apart` has the readings by part of columns that no one format reads.
    """

    frame: pl.DataFrame
    readings: tuple[CellReading, ...]
    bad: list[BadCell] = field(default_factory=list)
    bad_counts: dict[tuple[int, str], int] = field(default_factory=dict)
    unread: dict[str, pl.DataFrame] = field(default_factory=dict)
    rounded: dict[str, int] = field(default_factory=dict)
    long_ids: dict[str, int] = field(default_factory=dict)
    repeated: dict[int, int] | None = None
    apart: dict[str, dict[int, CellReading]] = field(default_factory=dict)
    says_total: bool = False
    """Whether a column of few texts holds a total's word, in a large text."""

    def reading_in(self, part: int, column: str) -> CellReading:
        """How a column was read in one part."""
        own = self.apart.get(column, {}).get(part)
        return own or next(reading for reading in self.readings if reading.column == column)

    @property
    def by_month(self) -> frozenset[str]:
        """The columns of days that say months only, in some part at least."""
        every = [*self.readings, *(own for parts in self.apart.values() for own in parts.values())]
        return frozenset(one.column for one in every if isinstance(one.format, DateFormat) and one.format.is_by_month)

    def spoil(self, column: str, part: int, cells: Mapping[int, str]) -> None:
        """Add cells of one part, by place, to those that cannot be read."""
        spots = {PART: [part] * len(cells), AT: list(cells), CELL: list(cells.values())}
        more = pl.DataFrame(spots, schema={PART: pl.UInt32, AT: pl.UInt32, CELL: pl.String})
        known = self.unread.get(column)
        self.unread[column] = more if known is None else pl.concat([known, more])


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
        rows.frame = only(rows.frame, [name for name in rows.frame.columns if name != HASH])
    for reading in readings:
        flag = _SUSPECT + reading.column
        suspicious = flag in rows.frame.columns and bool(rows.frame[flag].any())
        if reading.kind in TEXTS:
            _settle_text(rows, raws, reading, suspicious=suspicious or reading.learnt.repeats)
        elif suspicious or not reading.is_quick or (reading.is_text and reading.learnt.is_unsure):
            _look_again(rows, raws, reading, rules=rules)
    if NO_DATA in rows.frame.columns:
        odd = range(len(raws)) if rows.says_total else rows.frame.filter(NO_DATA)[PART].unique()
        refuse_hidden([raws[part] for part in odd])
    _agree(rows, raws, rules)
    idle = {name for name in signs if name in rows.frame.columns and _is_never_below_zero(rows, name)}
    kept = [name for name in rows.frame.columns if name not in idle and not name.startswith(_SUSPECT)]
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
        flag.alias(_SUSPECT + reading.column)
        for reading in readings
        if (flag := looks.get(reading.column)) is not None or (flag := reading.suspect(is_ascii=is_ascii)) is not None
    ]
    odd = odd_rows(raws, readings)
    hashes = [pl.struct(pl.all()).hash().alias(HASH)] if count_repeats else []
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
    return (pl.concat(scans) if len(scans) > 1 else scans[0]).collect(engine=engine)


def _repeats(frame: pl.DataFrame) -> dict[int, int]:
    counted = frame.group_by(PART).agg(pl.len() - pl.col(HASH).n_unique())
    return dict(counted.iter_rows())


def _settle_text(rows: Rows, raws: Sequence[RawTable], reading: CellReading, *, suspicious: bool) -> None:
    """Fold ids and names where a cell asks for it; take back `.0` where not every cell has it."""
    form = reading.format.form if isinstance(reading.format, IdFormat) else IdForm.TEXT
    if form is IdForm.FLOAT and suspicious:
        rows.long_ids[reading.column] = int(rows.frame[_SUSPECT + reading.column].sum())
    if form is IdForm.POINT_ZERO and suspicious:
        cells = _cells(raws, reading.header)
        whole = reading_of(reading.header, reading.column, reading.kind, cells.unique(), Rules())
        _replace_reading(rows, whole)
        rows.frame = rows.frame.with_columns(cells.to_frame(reading.header).select(whole.parsed()).to_series())
    if suspicious and reading.dtype == pl.String:
        texts = rows.frame[reading.column]
        distinct = texts.unique()
        if NO_DATA in rows.frame.columns and reading.learnt.repeats:
            rows.says_total |= says_total(distinct)
        rows.frame = rows.frame.with_columns(folded(texts, distinct))


def _look_again(rows: Rows, raws: Sequence[RawTable], reading: CellReading, *, rules: Rules) -> None:
    """Decide a number or date column over all its cells and list what still cannot be read."""
    is_at_hand = rows.frame.schema.get(reading.column) == pl.String
    cells = rows.frame[reading.column] if is_at_hand else _cells(raws, reading.header)
    whole = reading_of(reading.header, reading.column, reading.kind, cells.unique(), rules)
    parsed = whole.read(cells)
    if whole.learnt.bad and len(raws) > 1:
        apart, by_part = _by_part(rows.frame, cells, whole, rules=rules)
        if apart.null_count() < parsed.null_count() or _are_sure(whole, by_part.values()):
            parsed, rows.apart[reading.column] = apart, by_part
    _replace_reading(rows, whole)
    rows.frame = rows.frame.with_columns(parsed)
    check = pl.DataFrame({CELL: cells, "parsed": parsed, PART: rows.frame[PART]}).with_columns(
        pl.int_range(pl.len(), dtype=pl.UInt32).over(PART).alias(AT)
    )
    rows.bad = [cell for cell in rows.bad if cell.column != reading.column]
    rows.bad_counts = {key: count for key, count in rows.bad_counts.items() if key[1] != reading.column}
    says_something = cleaned(pl.col(CELL)).is_not_null() | holds_error(pl.col(CELL))
    unread = check.filter(says_something & pl.col("parsed").is_null())
    for part, count in unread.group_by(PART).len().iter_rows():
        rows.bad_counts[part, reading.column] = count
    rows.unread[reading.column] = unread.select(PART, AT, CELL)
    listed = unread.group_by(PART, maintain_order=True).head(LISTED)
    rows.bad += [
        BadCell(part, at, reading.column, reading.header, cell)
        for part, at, cell in listed.select(PART, AT, CELL).iter_rows()
    ]
    if reading.kind in NUMBERS:
        long = check.select((has_more_decimals(pl.col(CELL)) & pl.col("parsed").is_not_null()).sum()).item()
        if long:
            rows.rounded[reading.column] = long


def _agree(rows: Rows, raws: Sequence[RawTable], rules: Rules) -> None:
    """What one column of a file shows beyond doubt holds for its others: the day order, the decimal comma."""
    formats = [reading.format for reading in rows.readings if not reading.learnt.is_unsure]
    orders = {how.order for how in formats if isinstance(how, DateFormat)} - {None}
    comma = any(isinstance(how, NumberFormat) and how.decimal == "," for how in formats)
    for reading in rows.readings:
        if reading.kind in DAYS and reading.learnt.is_ambiguous and len(orders) == 1:
            _read_in_order(rows, raws, reading, replace(rules, date_order=next(iter(orders))))
        elif comma and reading.is_text and isinstance(reading.format, NumberFormat) and reading.format.decimal == ".":
            _read_with_comma(rows, raws, reading, replace(rules, decimal=","))


def _read_in_order(rows: Rows, raws: Sequence[RawTable], reading: CellReading, rules: Rules) -> None:
    """Another column's order holds where it reads no cell less: years of four digits never come first so."""
    cells = _cells(raws, reading.header)
    if reading_of(reading.header, reading.column, reading.kind, cells.unique(), rules).learnt.bad <= reading.learnt.bad:
        _look_again(rows, raws, reading, rules=rules)


def _read_with_comma(rows: Rows, raws: Sequence[RawTable], reading: CellReading, rules: Rules) -> None:
    """1.234 is a thousand and more where the file writes decimals with a comma, unless a cell says otherwise."""
    cells = _cells(raws, reading.header)
    if not reading_of(reading.header, reading.column, reading.kind, cells.unique(), rules).learnt.bad:
        _look_again(rows, raws, reading, rules=rules)


def _by_part(
    frame: pl.DataFrame, cells: pl.Series, whole: CellReading, *, rules: Rules
) -> tuple[pl.Series, dict[int, CellReading]]:
    """Files may be written differently: each by its own format."""
    pieces: list[pl.Series] = []
    readings: dict[int, CellReading] = {}
    for part in pl.DataFrame({PART: frame[PART], whole.header: cells}).partition_by(PART, maintain_order=True):
        own = reading_of(whole.header, whole.column, whole.kind, part[whole.header].unique(), rules)
        readings[part[PART][0]] = own
        pieces.append(own.read(part[whole.header]))
    return pl.concat(pieces), readings


def _are_sure(whole: CellReading, parts: Iterable[CellReading]) -> bool:
    """Whether dates that are mixed over all files are in one order within each."""
    return whole.learnt.is_mixed and not any(part.learnt.is_mixed or part.learnt.bad for part in parts)


def _cells(raws: Sequence[RawTable], header: str) -> pl.Series:
    return pl.concat([raw.frame.select(header) for raw in raws]).collect().to_series()


def _replace_reading(rows: Rows, reading: CellReading) -> None:
    rows.readings = tuple(reading if one.column == reading.column else one for one in rows.readings)


def only(frame: pl.DataFrame, columns: Iterable[str]) -> pl.DataFrame:
    """Some columns of a frame, taken as they are: a query for it would copy millions of rows."""
    return pl.DataFrame([frame[column] for column in columns])


def places(frame: pl.DataFrame) -> pl.DataFrame:
    """The frame with `AT`, the place of each row in its part."""
    return frame.with_columns(pl.int_range(pl.len(), dtype=pl.UInt32).over(PART).alias(AT))


def part_start(frame: pl.DataFrame, part: int) -> int:
    """The place of the first row of a part; parts stand in their order."""
    return int((frame[PART] < part).sum()) if part else 0


def row_number(raw: RawTable, at: int) -> int:
    """The number the spreadsheet shows for a row of a raw table."""
    return raw.row_numbers[at] if raw.row_numbers is not None else raw.layout.first_row + at
