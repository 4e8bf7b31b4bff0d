"""Several files of one table become one: what occurs in two of them is taken whole from the later, and counted.

Orders need more than a number to be the same in two files, see `same_sale`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from pathlib import PurePath

import polars as pl
from msgspec import Struct, field
from msgspec.structs import replace

from salesperf.core.text import Text
from salesperf.sources.conform.row_places import PART
from salesperf.sources.overlap.other_dates import OtherDates
from salesperf.sources.overlap.same_rows import DATED, rows_without_ids, same_rows
from salesperf.sources.overlap.same_sale import AT, RANK, overlap, told_apart_by
from salesperf.sources.overlap.sameness import Sameness

KEYS: Mapping[str, tuple[str, ...]] = {
    "orders": ("order_id", "line_id"),
    "invoices": ("invoice_id",),
    "payments": ("payment_id",),
    "deals": ("deal_id",),
    "leads": ("lead_id",),
    "activities": ("activity_id",),
    "customers": ("customer_id",),
    "products": ("product_id",),
    "people": ("rep_id",),
    "customer_summary": ("customer_id",),
}
"""What identifies a row of a table across files; the first column must be there, the others count where they are."""
LOOKUPS = frozenset({"customers", "products", "people"})
VERSIONED: Mapping[str, str] = {"deals": "snapshot_date", "people": "valid_from"}
"""Tables in which the same key stands once a version, when they have this column."""


class FileRows(Struct, frozen=True):
    """One file's part of a table: where it comes from, its height, its last date, and the sums of its money columns."""

    place: int
    name: str
    sheet: str | None
    columns: frozenset[str]
    height: int
    last: date | None = None
    money: Mapping[str, Decimal] = field(default_factory=dict)


class Stacked(Struct, frozen=True):
    """The rows of all files, and how many of each file (by place) were taken from a later one instead.

    `different` are order ids that stood for orders of several customers, `dates` tells of those that files date
    differently; `notes` say how replaced rows changed money; `same` is what files without ids have in common.
    """

    frame: pl.DataFrame
    superseded: Mapping[int, int]
    different: tuple[str, ...] = ()
    dates: OtherDates | None = None
    notes: tuple[Text, ...] = ()
    same: Sameness = field(default_factory=Sameness)


def twins(files: Sequence[FileRows]) -> dict[int, int]:
    """Files that are the same table in another format (orders.csv, orders.xlsx), by place, and the one that counts."""
    seen: dict[object, int] = {}
    same: dict[int, int] = {}
    for file in files:
        stem = PurePath(file.name).stem
        key = (stem, file.columns, file.height, tuple(sorted(file.money.items())), file.last)
        first = seen.setdefault(key, file.place)
        other = next(one for one in files if one.place == first)
        if first != file.place and PurePath(other.name).suffix != PurePath(file.name).suffix:
            same[file.place] = first
    return same


def stacked(table: str, pieces: Sequence[pl.DataFrame], files: Sequence[FileRows]) -> Stacked:
    """Put conformed pieces (with `PART`, the place of their file) under one another and settle overlaps."""
    frame = pl.concat(pieces, how="diagonal") if len(pieces) > 1 else pieces[0]
    key = _key(table, frame)
    if len(files) < 2:  # noqa: PLR2004 -- two files overlap, one does not
        return Stacked(frame, {})
    if not key:
        return _without_copies(table, frame, files)
    whole = _settled(table, frame, pieces, files, key)
    day = DATED.get(table)
    if day not in frame.columns or not frame[key[0]].null_count():
        return whole
    same = rows_without_ids(whole.frame, key[0], day=day, columns={file.place: file.columns for file in files})
    return replace(whole, notes=(*whole.notes, *same.notes(names_of(files))), same=same)


def _settled(
    table: str, frame: pl.DataFrame, pieces: Sequence[pl.DataFrame], files: Sequence[FileRows], key: Sequence[str]
) -> Stacked:
    """The rows of all files with what occurs in two of them under one key taken from the later."""
    ranks = {file.place: rank for rank, file in enumerate(sorted(files, key=lambda file: _lateness(table, file)))}
    ranked = frame.with_columns(
        pl.col(PART).replace_strict(list(ranks), list(ranks.values()), return_dtype=pl.UInt32).alias(RANK)
    )
    if table == "orders":
        names = {ranks[place]: name for place, name in names_of(files).items()}
        return _stacked_orders(ranked, pieces, names=names)
    known = ranked.filter(pl.col(key[0]).is_not_null())
    twice = (
        known.group_by(key)
        .agg(pl.col(RANK).min().alias("_first"), pl.col(RANK).max().alias("_latest"))
        .filter(pl.col("_first") != pl.col("_latest"))
    )
    if twice.is_empty():
        return Stacked(frame, {})
    marked = ranked.join(twice.drop("_first"), on=key, how="left", nulls_equal=True, maintain_order="left")
    is_old = (pl.col(RANK) < pl.col("_latest")).fill_null(value=False)
    superseded = dict(marked.filter(is_old).group_by(PART).len().iter_rows())
    return Stacked(marked.filter(~is_old).drop(RANK, "_latest"), superseded)


def _without_copies(table: str, frame: pl.DataFrame, files: Sequence[FileRows]) -> Stacked:
    names = names_of(files)
    same = same_rows(table, frame, {file.place: file.columns for file in files}, names=names)
    superseded = {one.place: one.rows for one in same.copies}
    kept = frame.filter(~pl.col(PART).is_in(list(superseded))) if superseded else frame
    return Stacked(kept, superseded, notes=same.notes(names), same=same)


def _stacked_orders(ranked: pl.DataFrame, pieces: Sequence[pl.DataFrame], *, names: Mapping[int, str]) -> Stacked:
    customer, line = told_apart_by([piece.columns for piece in pieces])
    found = overlap(ranked, customer=customer, line=line, names=names)
    if found is None:
        return Stacked(ranked.drop(RANK), {})
    marked = ranked.with_row_index(AT)
    superseded = dict(marked.join(found.replaced, on=AT, how="semi").group_by(PART).len().iter_rows())
    kept = marked.join(found.replaced, on=AT, how="anti", maintain_order="left") if superseded else marked
    if found.different:
        kept = kept.join(found.renamed, on=AT, how="left", suffix="_new", maintain_order="left")
        kept = kept.with_columns(pl.coalesce("order_id_new", "order_id").alias("order_id")).drop("order_id_new")
    notes = (*((found.corrected,) if found.corrected else ()), *(found.dates.notes() if found.dates else ()))
    return Stacked(kept.drop(RANK, AT), superseded, found.different, found.dates, notes)


def names_of(files: Sequence[FileRows]) -> dict[int, str]:
    """What people call each file, by place: its sheet in a single workbook, its name without the folder if unique."""
    if len({file.name for file in files}) == 1:
        return {file.place: file.sheet or file.name for file in files}
    short = [PurePath(file.name).name for file in files]
    books = [file.name for file in files]
    return {
        file.place: (file.name if short.count(name) > books.count(file.name) else name)
        + (f" {file.sheet}" if file.sheet and books.count(file.name) > 1 else "")
        for file, name in zip(files, short, strict=True)
    }


def _key(table: str, frame: pl.DataFrame) -> list[str]:
    columns = KEYS.get(table, ())
    if not columns or columns[0] not in frame.columns or VERSIONED.get(table) in frame.columns:
        return []
    return [column for column in columns if column in frame.columns]


def _lateness(table: str, file: FileRows) -> tuple[int, date, str, str]:
    """Later max date, then name; of lookup tables the one that knows more columns first."""
    width = len(file.columns) if table in LOOKUPS else 0
    return (width, file.last or date.min, file.name, file.sheet or "")
