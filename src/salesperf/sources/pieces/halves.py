"""A file of order headers and a file of their lines become one table: every line with its order's date and customer."""

from __future__ import annotations

from collections.abc import Sequence

import polars as pl
from msgspec.structs import replace

from salesperf.core.codes import issue
from salesperf.core.errors import Issue, Where
from salesperf.core.text import Count, Text, in_quotes, listing
from salesperf.sources.amounts.order_discounts import carried_headers, header_money
from salesperf.sources.conform.row_places import PART
from salesperf.sources.pieces.head_refunds import head_refunds, refund_header, with_head_refunds
from salesperf.sources.pieces.one_read import Read
from salesperf.sources.pieces.order_heads import JOINED_BY, READ, TOP, Heads, heads_of, keyed_lines, told_apart
from salesperf.sources.pieces.piece import Piece, canonical, finished, heights, money
from salesperf.sources.pieces.validate import Orders, validated
from salesperf.sources.pieces.wish import Wish
from salesperf.sources.profile import kind_of, readable
from salesperf.sources.recognition.candidate import HEADER
from salesperf.tables.events import ORDERS
from salesperf.tables.schema import Kind

_OF_LINES = frozenset(column for column in readable(ORDERS) if kind_of(ORDERS, column) in {Kind.MONEY, Kind.QUANTITY})
"""What a line has of its own: taken from the header these would count once a line."""
_SHOWN = 10


def joined_halves(table: str, reads: Sequence[Read], *, wish: Wish) -> tuple[Piece, ...]:
    """The pieces of lines, each with its header's columns, and the header pieces, which only account for their rows."""
    headers = [read for read in reads if read.files[0].recognition.role == HEADER]
    lines = [read for read in reads if read.files[0].recognition.role != HEADER]
    halves = [_header_piece(table, read, place) for place, read in enumerate(headers)]
    pieces = [piece for piece, _ in halves]
    own = set.intersection(*(set(read.rows.frame.columns) for read in lines)) - {"order_id", PART}
    heads = heads_of(
        pl.concat([top.drop(own - {"order_date"}, strict=False) for _, top in halves], how="diagonal"), headers, lines
    )
    heads = replace(heads, rows=heads.rows.join(_money(headers), on=[READ, TOP], how="left", maintain_order="left"))
    found = frozenset(column for read in headers for column in read.found if column not in _OF_LINES)
    if heads.by is not None:
        for read in lines:
            read.rows.frame = read.rows.frame.with_columns(keyed_lines(read, heads.by))
    asked = pl.concat([read.rows.frame.select(heads.on) for read in lines]).unique()
    files = listing(dict.fromkeys(one.raw.file.name for read in headers for one in read.files))
    words = {name: header for read in headers for name, header in carried_headers(read.headers).items()}
    undated = {day: one for read in headers for day, one in read.missing.items() if day == "order_date"}
    for read in lines:
        read.order_money = words
        read.missing = {**undated, **read.missing}
    refund = (refund_header(headers), any(read.files[0].returned_by is not None for read in lines) or len(lines) > 1)
    matched = [_with_header(table, read, heads, found, files=files, wish=wish, refund=refund) for read in lines]
    raw = pieces[0].files[0].raw
    where = Where(raw.file.name, raw.sheet)
    faults = (*pieces[0].issues, *heads.findings(where), *_without_lines(heads, asked, where))
    return (*matched, replace(pieces[0], issues=faults), *pieces[1:])


def _money(headers: Sequence[Read]) -> pl.DataFrame:
    """What the header rows say of money, by the place of their read and row."""
    refunds = head_refunds(headers)
    frames = [
        pl.DataFrame([*header_money(read.rows.frame, read.headers), *([refunds[place]] if place in refunds else [])])
        .with_columns(pl.lit(place, pl.UInt32).alias(READ))
        .with_row_index(TOP)
        for place, read in enumerate(headers)
    ]
    return pl.concat(frames, how="diagonal")


def _header_piece(table: str, read: Read, place: int) -> tuple[Piece, pl.DataFrame]:
    """The piece that accounts for header rows, and what their lines take of them."""
    raws = [one.raw for one in read.files]
    checked = validated("", read.rows.frame.with_row_index(TOP), read.rows, raws, asked={"order_date"})
    frame = checked.frame.drop(_OF_LINES, strict=False)
    piece = Piece(
        files=read.files,
        frame=canonical(table, frame),
        mapped=read.found - _OF_LINES,
        quarantined=checked.quarantined,
        heights=heights(read.rows.frame, len(raws)),
        money=money(table, read.rows.frame, len(raws)),
        repeated=read.rows.repeated,
        is_header=True,
        issues=(*read.issues, *checked.issues),
        aside=checked.aside,
    )
    taken = piece.frame.with_columns(frame[TOP], pl.lit(place, pl.UInt32).alias(READ))
    return piece, taken


def _with_header(
    table: str,
    read: Read,
    heads: Heads,
    found: frozenset[str],
    *,
    files: Text,
    wish: Wish,
    refund: tuple[str, bool],
) -> Piece:
    """The lines with what their order says; `refund` is the header of its refunds, and whether lines tell theirs."""
    own = set(read.rows.frame.columns)
    top = heads.rows.select(
        *heads.on, *[name for name in heads.rows.columns if name not in {*own, *heads.on, READ, TOP}]
    )
    lines = read.rows.frame.join(top, on=heads.on, how="left", maintain_order="left")
    orphans = lines.join(top.select(heads.on), on=heads.on, how="anti")
    if orphans.height:
        read.issues.append(_orphans(read, orphans, heads.rows["order_id"].to_list(), files))
    if heads.by is not None:
        lines = told_apart(lines, heads.torn)
        read.notes.append(JOINED_BY.fill(order=read.files[0].found["order_id"].header, by=heads.by))
    header, is_told_beside = refund
    read.rows.frame = with_head_refunds(lines, read, header, is_told_beside=is_told_beside)
    read.found |= found
    read.orders = Orders(files, heads.rows["order_id"].drop_nulls(), read.files[0].found["order_id"].header)
    return finished(table, read, wish=wish)


def _orphans(read: Read, orphans: pl.DataFrame, known: Sequence[str], files: Text) -> Issue:
    raw = read.files[0].raw
    from rapidfuzz import process  # noqa: PLC0415 -- most files have no orphans

    keys = orphans["order_id"].drop_nulls().unique(maintain_order=True).to_list()
    near = process.extractOne(keys[0], known) if keys and known else None
    nearest = Text("the nearest to {key!r} is {near!r}", "与「{key}」最接近的是「{near}」")
    hint = nearest.fill(key=keys[0], near=near[0]) if near else ""
    phrase = Text(
        "{lines:line|lines} without an order in {files}: {keys}", "{lines} 行明细在 {files} 中没有对应的订单：{keys}"
    )
    message = phrase.fill(lines=Count(orphans.height), files=files, keys=_listed(keys))
    return issue("R403", message, Where(raw.file.name, raw.sheet), hint=hint, count=orphans.height)


def _without_lines(heads: Heads, asked: pl.DataFrame, where: Where) -> list[Issue]:
    idle = heads.rows.join(asked, on=heads.on, how="anti", maintain_order="left")["order_id"].to_list()
    if not idle:
        return []
    phrase = Text(
        "{orders:order|orders} without lines, so without an amount: {keys}",
        "{orders} 个订单没有明细，因而没有金额：{keys}",
    )
    message = phrase.fill(orders=Count(len(idle)), keys=_listed(idle))
    return [issue("R403", message, where, count=len(idle))]


def _listed(keys: Sequence[str]) -> Text:
    more = len(keys) - _SHOWN
    named = in_quotes(keys[:_SHOWN])
    return (
        Text("{named} and {more} more", "{named} 等，另有 {more} 个").fill(named=named, more=more)
        if more > 0
        else named
    )
