"""The pieces of one canonical table become the table: overlaps settled, every file accounted for, its reach found."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal

import polars as pl
from msgspec import Struct
from msgspec.structs import replace

from salesperf.core.errors import Issue
from salesperf.core.period import last_day
from salesperf.core.text import Text
from salesperf.sources.conform.row_places import PART
from salesperf.sources.conform.rows_read import longest, only
from salesperf.sources.conform.set_aside import SetAside
from salesperf.sources.known import Known
from salesperf.sources.loaded import OWED, Account
from salesperf.sources.overlap.contradictions import contradictions
from salesperf.sources.overlap.identities import identity_findings
from salesperf.sources.overlap.one_number import with_one_number
from salesperf.sources.overlap.reach import EVENTS, Reach, reach
from salesperf.sources.overlap.spellings import spelling_findings
from salesperf.sources.overlap.stack import LOOKUPS, FileRows, Stacked, stacked, twins
from salesperf.sources.overlap.stack_findings import TWIN, about_dates, about_files
from salesperf.sources.pieces.currency_of_targets import SaidUnit
from salesperf.sources.pieces.piece import Piece, money
from salesperf.sources.pieces.returns_of_orders import with_what_orders_say
from salesperf.sources.titles.as_of_title import OF_BALANCES, day_of_title
from salesperf.tables.bundle import Table
from salesperf.tables.catalog import TABLES

_JOINED = Text("joined to its lines", "已与订单明细合并")


class Settled(Struct, frozen=True):
    """A finished table with its files' accounts (by place), findings, notes and the currencies it names."""

    table: Table
    accounts: Mapping[int, Account]
    issues: tuple[Issue, ...]
    notes: tuple[Text, ...]
    codes: frozenset[str]
    has_unclear_yen: bool
    aside: tuple[SetAside, ...] = ()
    units: tuple[SaidUnit, ...] = ()
    """What sheets of targets say their amounts are in."""


def settle(table: str, pieces: Sequence[Piece], places: Mapping[int, int]) -> Settled:
    """Stack the pieces of a table; `places` are the places of its files among all, by identity of `Known`."""
    placed = [_placed(piece, [places[id(one)] for one in piece.files]) for piece in pieces]
    rows = [piece for piece in placed if not piece.piece.is_header]
    files = [file for piece in rows for file in _files(table, piece)]
    same = twins(files)
    numbered = with_one_number(table, _with_currencies(table, rows))
    frames = [frame.filter(~pl.col(PART).is_in(list(same))) if same else frame for frame in numbered.frames]
    whole = stacked(table, frames, [file for file in files if file.place not in same])
    whole = _with_what_orders_say(table, whole, rows)
    reached = reach(table, whole.frame)
    names = {place: one for piece in placed for place, one in _known(piece)}
    is_whole = not same and not whole.superseded and not any(piece.quarantined for piece in pieces)
    loaded = {} if is_whole else _sums(table, whole.frame)
    accounts = {
        place: _account(piece, part, place, whole=whole, same=same, loaded=None if is_whole else loaded, names=names)
        for piece in placed
        for part, place in enumerate(piece.at)
    }
    issues = (
        *(fault for piece in pieces for fault in piece.issues),
        *numbered.issues,
        *about_files(whole, files, same),
        *about_dates(table, reached),
        *identity_findings(table, whole.frame),
        *spelling_findings(table, whole.frame),
        *contradictions(table, whole.frame),
    )
    mapped = frozenset(column for piece in pieces for column in piece.mapped)
    mapped |= {"currency"} & set(whole.frame.columns)
    rest = only(whole.frame, [name for name in whole.frame.columns if name != PART])
    return Settled(
        _table(table, rest, mapped, pieces, reached),
        accounts,
        issues,
        (*(note for piece in pieces for note in piece.notes), *numbered.notes, *whole.notes),
        _codes(table, pieces, whole.frame),
        any(piece.has_unclear_yen for piece in pieces),
        tuple(one for piece in pieces for one in piece.aside),
    )


def _with_what_orders_say(table: str, whole: Stacked, placed: Sequence[_Placed]) -> Stacked:
    """The rows of all files, those of returns with what their orders say of them."""
    came_back = {place for piece in placed for place, one in _known(piece) if one.returned_by is not None}
    returned = with_what_orders_say(table, whole.frame, returns=came_back)
    return replace(whole, frame=returned.frame, notes=(*whole.notes, *returned.notes))


def _through(reached: Reach, by_month: Mapping[str, int]) -> date | None:
    """The last day of a table; of periods that stand on their first day, the last day of the last one."""
    if not by_month or reached.last is None:
        return reached.last
    return last_day(reached.last, months=max(by_month.values()))


def _table(name: str, frame: pl.DataFrame, mapped: frozenset[str], pieces: Sequence[Piece], reached: Reach) -> Table:
    """The table with the days it reaches, and the day that a list of what is owed says it is of."""
    by_month = longest(found for piece in pieces for found in piece.by_month.items())
    raws = (one.raw for piece in pieces for one in piece.files)
    as_of = day_of_title(raws, last=reached.last) if name in OF_BALANCES else None
    owed = [one.recognition.counts_as == OWED for piece in pieces for one in piece.files]
    words: dict[str, tuple[str, ...]] = {}
    for column, own in (pair for piece in pieces for pair in piece.empty_words.items()):
        words[column] = tuple(sorted({*words.get(column, ()), *own}))
    through = _through(reached, by_month)
    return Table(name, frame, mapped, through, reached.first, by_month, as_of, owed_alone=all(owed), empty_words=words)


def _codes(table: str, pieces: Sequence[Piece], frame: pl.DataFrame) -> frozenset[str]:
    """The currencies of a table; those of lookup tables say nothing about sales."""
    if table in LOOKUPS:
        return frozenset()
    return frozenset(code for piece in pieces for code in piece.codes) | _codes_in(frame)


class _Placed(Struct, frozen=True):
    """A piece whose `PART` is the place of the file among all files."""

    piece: Piece
    at: tuple[int, ...]
    frame: pl.DataFrame


def _known(placed: _Placed) -> Iterator[tuple[int, Known]]:
    """The files of a piece with their places."""
    return zip(placed.at, placed.piece.files, strict=True)


def _placed(piece: Piece, at: Sequence[int]) -> _Placed:
    if at == [0]:
        frame = piece.frame
    elif len(at) == 1:
        frame = piece.frame.with_columns(pl.lit(at[0], dtype=pl.UInt32).alias(PART))
    else:
        frame = piece.frame.with_columns(
            pl.col(PART).replace_strict(list(range(len(at))), list(at), return_dtype=pl.UInt32)
        )
    return _Placed(piece, tuple(at), frame)


def _files(table: str, placed: _Placed) -> list[FileRows]:
    lasts = _lasts(table, placed)
    return [
        FileRows(
            place,
            one.raw.file.name,
            one.raw.sheet,
            # The same row under two names is the same row, so what names say compares nothing.
            frozenset(placed.frame.columns) - {column for column, mapped in one.found.items() if mapped.is_of_name},
            placed.piece.heights[part],
            lasts.get(place),
            placed.piece.money.get(part, {}),
        )
        for part, (place, one) in enumerate(zip(placed.at, placed.piece.files, strict=True))
    ]


def _lasts(table: str, placed: _Placed) -> dict[int, date | None]:
    columns = [column for column in EVENTS.get(table, ()) if column in placed.frame.columns]
    if not columns:
        return {}
    last = pl.max_horizontal(pl.col(columns).cast(pl.Date)).max()
    if len(placed.at) == 1:
        return {placed.at[0]: placed.frame.select(last).item()}
    return dict(placed.frame.group_by(PART).agg(last).iter_rows())


def _sums(table: str, frame: pl.DataFrame) -> dict[int, dict[str, Decimal]]:
    return money(table, frame, 0)


def _account(
    placed: _Placed,
    part: int,
    place: int,
    *,
    whole: Stacked,
    same: Mapping[int, int],
    loaded: Mapping[int, Mapping[str, Decimal]] | None,
    names: Mapping[int, Known],
) -> Account:
    piece, raw = placed.piece, placed.piece.files[part].raw
    dropped = dict(raw.layout.dropped)
    height, quarantined = piece.heights[part], piece.quarantined.get(part, 0)
    superseded = height - quarantined if place in same else whole.superseded.get(place, 0)
    if raw.held is not None:
        height, quarantined = raw.held.rows, min(quarantined, raw.held.rows)
        superseded = height - quarantined if superseded else 0
    before = piece.money.get(part, {})
    after = before if loaded is None else loaded.get(place, dict.fromkeys(before, Decimal(0)))
    note = TWIN.fill(file=names[same[place]].raw.file.name) if place in same else None
    if raw.held is not None and note is None:
        note = raw.held.told
    if piece.is_header:
        note, after = _JOINED, {}
    return Account(
        file=raw.file.name,
        sheet=raw.sheet,
        sha256=raw.file.sha256,
        table=placed.piece.files[part].table,
        rows=height + sum(dropped.values()),
        loaded=height - quarantined - superseded,
        quarantined=quarantined,
        superseded=superseded,
        dropped=dropped,
        repeated=piece.repeated.get(part, 0) if piece.repeated is not None else None,
        money=before,
        money_loaded=after,
        note=note,
    )


def _with_currencies(table: str, pieces: Sequence[_Placed]) -> list[pl.DataFrame]:
    """The rows of each piece, with the currency its amounts are in where the pieces name several."""
    frames = [placed.frame for placed in pieces]
    if "currency" not in TABLES[table].names:
        return frames
    codes = [placed.piece.amount_codes for placed in pieces]
    if len(frozenset().union(*codes, *map(_codes_in, frames))) < 2:  # noqa: PLR2004 -- several
        return frames
    return [_in_currency(frame, own) for frame, own in zip(frames, codes, strict=True)]


def _in_currency(frame: pl.DataFrame, codes: frozenset[str]) -> pl.DataFrame:
    if len(codes) != 1:
        return frame
    code = pl.lit(next(iter(codes)), dtype=pl.String)
    said = pl.col("currency").fill_null(code) if "currency" in frame.columns else code
    return frame.with_columns(said.alias("currency"))


def _codes_in(frame: pl.DataFrame) -> frozenset[str]:
    if "currency" not in frame.columns or "amount" not in frame.columns:
        return frozenset()
    return frozenset(frame["currency"].drop_nulls().unique().to_list())
