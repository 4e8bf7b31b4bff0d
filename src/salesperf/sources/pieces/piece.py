"""A piece of a canonical table: rows of files that share a header, derived, validated and accounted for."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from decimal import Decimal

import polars as pl
from msgspec import Struct, field

from salesperf.core.errors import Issue
from salesperf.core.text import Text
from salesperf.sources.amounts.column_sources import derivable, sources_of
from salesperf.sources.conform.row_places import PART
from salesperf.sources.conform.rows_read import only
from salesperf.sources.conform.set_aside import SetAside
from salesperf.sources.conform.written import written
from salesperf.sources.known import Known
from salesperf.sources.overlap.reach import EVENTS
from salesperf.sources.pieces.missing_values import may_lack, told_of
from salesperf.sources.pieces.one_read import Read
from salesperf.sources.pieces.own_customers import own_customers
from salesperf.sources.pieces.provenance import with_provenance
from salesperf.sources.pieces.validate import MUST, validated, without_torn_numbers
from salesperf.sources.pieces.wish import Wish
from salesperf.sources.pieces.worked_out import worked_out
from salesperf.sources.profile import LINE_FLAGS, PARTS
from salesperf.sources.recognition.blank_below import blank_below
from salesperf.sources.recognition.objections import LOOKUPS
from salesperf.sources.recognition.taken_back import taken_back
from salesperf.sources.recognition.unused_columns import unused_columns
from salesperf.tables.catalog import TABLES
from salesperf.tables.schema import PROVENANCE, Kind, conform

NAMED_BY = {**LOOKUPS, "campaigns": ("campaign", "name")}
"""Tables whose key may be a name, with both."""
_PRICES = frozenset({"unit_price", "list_price"})


class Piece(Struct, frozen=True):
    """The rows of files that share a header, canonical, with `PART` as the place in `files`."""

    files: tuple[Known, ...]
    frame: pl.DataFrame
    mapped: frozenset[str]
    quarantined: Mapping[int, int]
    heights: Mapping[int, int]
    money: Mapping[int, Mapping[str, Decimal]]
    repeated: Mapping[int, int] | None
    codes: frozenset[str] = frozenset()
    amount_codes: frozenset[str] = frozenset()
    """The currencies the amount column names in its header and cells."""
    has_unclear_yen: bool = False
    is_header: bool = False
    """The rows were joined to their lines and stand in another piece."""
    issues: tuple[Issue, ...] = ()
    notes: tuple[Text, ...] = ()
    aside: tuple[SetAside, ...] = ()
    """The rows that cannot be loaded, with their reasons."""
    written: Mapping[tuple[int, str], str] = field(default_factory=dict)
    """How a part writes a column, where it is certain: the order of dates, the decimal mark."""
    taken_off: frozenset[str] = frozenset()
    """The charges (tax, freight) that the amounts of the files held and do not hold here."""
    by_month: Mapping[str, int] = field(default_factory=dict)
    """The columns of days that say whole months, quarters or years, with the months of one."""
    empty_words: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """The texts of a column of names that were taken for no name."""


def finished(table: str, read: Read, *, wish: Wish) -> Piece:
    """Derive, validate and account for the rows of one read."""
    rows, raws = read.rows, [one.raw for one in read.files]
    frame, used = worked_out(table, read, _with_names(table, without_torn_numbers(rows.frame, raws)))
    returned = taken_back(table, frame, read.files)
    frame = returned.frame
    read.notes += returned.notes
    read.issues += returned.issues
    unused = unused_columns(table, frame, read.files)
    read.notes += (*unused.notes, *own_customers(table, frame, read.files))
    read.issues += unused.issues
    read.issues += blank_below(table, frame, read.files[0]) if len(read.files) == 1 else ()
    mapped = mapped_columns(table, read.found)
    extents = heights(rows.frame, len(raws))
    if wish.provenance:
        frame = with_provenance(frame, raws, extents)
    asked = _asked(table, read.found, wish) | used
    checked = validated(table, frame, rows, raws, asked=asked, orders=read.orders, may_lack=may_lack(read))
    missing = told_of(read.missing, checked.frame, table=table)
    read.notes += missing.notes
    read.issues += missing.issues
    named = frozenset({"currency"} & set(frame.columns))
    return Piece(
        files=read.files,
        frame=canonical(table, checked.frame),
        mapped=mapped | named,
        quarantined=checked.quarantined,
        heights=extents,
        money=money(table, frame, len(raws)),
        repeated=rows.repeated,
        codes=read.codes,
        amount_codes=read.amount_codes,
        has_unclear_yen=read.has_unclear_yen,
        issues=(*read.issues, *checked.issues),
        notes=tuple(read.notes),
        aside=checked.aside,
        written=written(rows, len(raws)),
        taken_off=used,
        by_month=rows.by_month,
        empty_words={column: names.empty for column, names in rows.folded_names.items() if names.empty},
    )


def mapped_columns(table: str, found: Collection[str]) -> frozenset[str]:
    """The canonical columns a file has or gives by derivation."""
    has = {column for column in found if column in TABLES[table].names}
    if set(PARTS) <= set(found):
        has.add("rep_name")
    if table in NAMED_BY and NAMED_BY[table][1] in has:
        has.add(NAMED_BY[table][0])
    if table == "orders":
        has |= derivable(found)
    return frozenset(has)


def canonical(table: str, frame: pl.DataFrame) -> pl.DataFrame:
    """The canonical columns of a frame, checked, and `PART`."""
    schema = TABLES[table]
    known = [name for name in frame.columns if name in schema.names or name in PROVENANCE]
    conform(frame.clear().select(known), schema)
    return only(frame, [*(name for name in (*schema.names, *PROVENANCE) if name in known), PART])


def heights(frame: pl.DataFrame, parts: int) -> dict[int, int]:
    """Rows of each part."""
    if parts == 1:
        return {0: frame.height}
    return dict.fromkeys(range(parts), 0) | dict(frame.group_by(PART).len().iter_rows())


def money(table: str, frame: pl.DataFrame, parts: int) -> dict[int, dict[str, Decimal]]:
    """The sum of every money column of each part, prices apart: their sum says nothing."""
    names = (column.name for column in TABLES[table].columns if column.kind is Kind.MONEY)
    columns = [name for name in names if name in frame.columns and name not in _PRICES]
    if not columns:
        return {}
    if parts == 1:
        return {0: frame.select(pl.col(columns).sum()).row(0, named=True)}
    sums = frame.group_by(PART).agg(pl.col(columns).sum())
    return {row.pop(PART): row for row in sums.iter_rows(named=True)}


def _with_names(table: str, frame: pl.DataFrame) -> pl.DataFrame:
    """A name from its parts, and the name as the id of a lookup table that has no other."""
    if set(PARTS) <= set(frame.columns):
        if "rep_name" not in frame.columns:
            whole = pl.concat_str(PARTS, separator=" ", ignore_nulls=True).str.strip_chars()
            frame = frame.with_columns(pl.when(whole != "").then(whole).alias("rep_name"))
        frame = frame.drop(PARTS)
    if table in NAMED_BY:
        key, name = NAMED_BY[table]
        if key not in frame.columns and name in frame.columns:
            frame = frame.with_columns(pl.col(name).alias(key))
    return frame


def _asked(table: str, found: Collection[str], wish: Wish) -> frozenset[str]:
    """The columns of the file in which an unreadable cell spoils the row: those wanted, and what they come from."""
    wanted = wish.with_signs_read().columns
    if wanted is None:
        wanted = frozenset() if table in LOOKUPS else frozenset({"amount", *EVENTS.get(table, ())})
    # A mark that nobody can read decides whether the line is revenue.
    wanted |= frozenset(MUST.get(table, ())) | set(LINE_FLAGS)
    return sources_of(wanted, found) if table == "orders" else wanted
