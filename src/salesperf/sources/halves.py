"""A file of order headers and a file of their lines become one table: every line with its order's date and customer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import polars as pl
from rapidfuzz import process

from salesperf.core.codes import issue
from salesperf.core.errors import Issue, Where
from salesperf.core.text import counted
from salesperf.sources.conform import PART
from salesperf.sources.detect import HEADER
from salesperf.sources.piece import Piece, Read, Wish, canonical, finished, heights, money
from salesperf.sources.profile import EXTRA
from salesperf.sources.validate import validated
from salesperf.tables.schema import Kind

_OF_LINES = frozenset(
    {"amount", "list_amount", "discount", "tax", "total_amount", "refund", "cost", "quantity", "unit_price"}
    | {column for column, kind in EXTRA["orders"].items() if kind is Kind.MONEY}
)
"""What a line has of its own: taken from the header these would count once a line."""
_SHOWN = 10


def joined_halves(table: str, reads: Sequence[Read], *, wish: Wish) -> tuple[Piece, ...]:
    """The pieces of lines, each with its header's columns, and the header pieces, which only account for their rows."""
    headers = [read for read in reads if read.files[0].recognition.role == HEADER]
    lines = [read for read in reads if read.files[0].recognition.role != HEADER]
    pieces = [_header_piece(table, read) for read in headers]
    tops = pl.concat([piece.frame.drop(PART) for piece in pieces], how="diagonal")
    first = tops.filter(pl.col("order_id").is_not_null()).unique("order_id", keep="first", maintain_order=True)
    pieces[0] = replace(pieces[0], issues=(*pieces[0].issues, *_repeated(tops, first, pieces[0])))
    found = frozenset(column for read in headers for column in read.found if column not in _OF_LINES)
    matched = [_with_header(table, read, first, found, wish=wish) for read in lines]
    return (*matched, *_without_lines(pieces, first, [read.rows.frame for read in lines]))


def _repeated(tops: pl.DataFrame, first: pl.DataFrame, piece: Piece) -> list[Issue]:
    count = tops["order_id"].drop_nulls().len() - first.height
    raw = piece.files[0].raw
    message = f"{counted(count, 'row')} of orders that stand there already; the first row of each order is used"
    return [issue("R403", message, Where(raw.file.name, raw.sheet), count=count)] if count else []


def _header_piece(table: str, read: Read) -> Piece:
    raws = [one.raw for one in read.files]
    checked = validated("", read.rows.frame, read.rows, raws, asked={"order_date"})
    return Piece(
        files=read.files,
        frame=canonical(table, checked.frame.drop(_OF_LINES, strict=False)),
        mapped=read.found - _OF_LINES,
        quarantined=checked.quarantined,
        heights=heights(read.rows.frame, len(raws)),
        money=money(table, read.rows.frame, len(raws)),
        repeated=read.rows.repeated,
        is_header=True,
        issues=(*read.issues, *checked.issues),
    )


def _with_header(table: str, read: Read, first: pl.DataFrame, found: frozenset[str], *, wish: Wish) -> Piece:
    own = set(read.rows.frame.columns)
    top = first.select("order_id", *[column for column in first.columns if column not in own])
    read.rows.frame = read.rows.frame.join(top, on="order_id", how="left", maintain_order="left")
    orphans = read.rows.frame.join(first.select("order_id"), on="order_id", how="anti")
    if orphans.height:
        read.issues.append(_orphans(read, orphans, first["order_id"].to_list()))
    read.found |= found
    return finished(table, read, wish=wish)


def _orphans(read: Read, orphans: pl.DataFrame, known: Sequence[str]) -> Issue:
    raw = read.files[0].raw
    keys = orphans["order_id"].drop_nulls().unique(maintain_order=True).to_list()
    near = process.extractOne(keys[0], known) if keys and known else None
    hint = f"the nearest to {keys[0]!r} is {near[0]!r}" if near else ""
    message = f"{counted(orphans.height, 'line')} without an order: {_listed(keys)}"
    return issue("R403", message, Where(raw.file.name, raw.sheet), hint=hint, count=orphans.height)


def _without_lines(pieces: Sequence[Piece], first: pl.DataFrame, lines: Sequence[pl.DataFrame]) -> list[Piece]:
    asked = pl.concat([frame.select("order_id") for frame in lines]).unique()
    idle = first.join(asked, on="order_id", how="anti", maintain_order="left")["order_id"].to_list()
    if not idle:
        return list(pieces)
    raw = pieces[0].files[0].raw
    message = f"{counted(len(idle), 'order')} without lines, so without an amount: {_listed(idle)}"
    fault = issue("R403", message, Where(raw.file.name, raw.sheet), count=len(idle))
    return [replace(pieces[0], issues=(*pieces[0].issues, fault)), *pieces[1:]]


def _listed(keys: Sequence[str]) -> str:
    more = f" and {len(keys) - _SHOWN} more" if len(keys) > _SHOWN else ""
    return ", ".join(repr(key) for key in keys[:_SHOWN]) + more
