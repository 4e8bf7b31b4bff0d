"""Who shares an event, as the splits table says: every claim with a whole weight, or what is wrong with it and where.

A rep may be written by id or by name; a third is 1/3. What a row says beside the whole, an overlay, is kept apart.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from fractions import Fraction
from math import lcm
from typing import Any

import narwhals as nw
from msgspec import Struct

from salesperf.core.codes import issue
from salesperf.core.errors import DataError, Issue, Where
from salesperf.core.text import Text, folded, in_quotes
from salesperf.engine import Frame, collect, kept, looked_up, ranked_within, scan, small
from salesperf.facts.doubled_keys import whence
from salesperf.facts.rep_names import RepKeys
from salesperf.facts.shares import share_of
from salesperf.tables.bundle import Table
from salesperf.tables.schema import DTYPES, FILE, ROW, SHEET, Kind

OVERLAY_WORDS = frozenset({"overlay", "overlay credit", "shadow", "shadow credit", "叠加", "叠加业绩", "影子业绩"})
_SPLIT_WORDS = frozenset({"", "split", "direct", "拆分", "分摊", "分成", "直接", "业绩拆分"})
_TEXT = DTYPES[Kind.TEXT]
_HUNDRED = 100
_FINEST = 9 * 10**16
"""The most parts that an event has, per cent of which are numbers of 64 bits."""
_FAULTY = Text("the splits cannot be used", "业绩分摊表不能使用")
_SEE = Text("correct the rows listed", "请更正所列各行")
_NOT_WHOLE = Text("the shares of {event!r} add up to {total}", "「{event}」的份额合计为 {total}")
_UNREADABLE = Text("{event!r}: {what}", "「{event}」：{what}")
_NO_SHARE = Text("{share!r} is no share", "「{share}」不是份额")
_NO_PART = Text(
    "{share!r} is no part of a whole, or has more digits than can be shared out",
    "「{share}」超过整体，或位数过多无法分摊",
)
_NO_KIND = Text("{kind!r} is neither a split nor an overlay", "「{kind}」既不是拆分也不是叠加")
_NO_REP = Text("no rep is named", "未写销售员")
_SEVERAL = Text("{rep!r} is the name of several: {ids}", "「{rep}」对应多个编号：{ids}")
_TWICE = Text("{event!r} names {rep!r} twice", "「{event}」两次列出「{rep}」")
_UNKNOWN = Text("{event!r} is not among the {source}", "{source}中没有「{event}」")
_NO_EVENT = Text("no event is named", "未写事件编号")


class Claims(Struct, frozen=True):
    """Who claims how much of which event; one row an event and participant.

    `event`, `participant`, `weight` of `whole`, `place` of the participant among the `people` of the event, by name.
    `overlays` have no place: they are beside the whole. `sizes` are the numbers of people that share an event;
    `largest` is the largest whole.
    """

    splits: Frame
    overlays: Frame
    sizes: tuple[int, ...]
    has_overlays: bool
    largest: int


def claims_of(table: Table, *, reps: RepKeys, events: Frame | None, source: Text) -> Claims:
    """Read the claims; raises `DataError` with every row at fault.

    `events` has every event there is, as `event` (None: they have no ids); `source` says what they are. Shares of an
    event must add up to 1, or to 100 where they are per cent; an overlay above 1 is per cent.
    """
    columns = table.frame.columns
    rows = scan(table).select(
        event=nw.col("event_id"),
        said=nw.col("rep_id"),
        share=nw.col("share"),
        kind=nw.col("kind") if "kind" in columns else nw.lit(""),
        **{name: nw.col(name) for name in whence(table)},
    )
    rows = rows.with_columns(nw.col("kind").fill_null(""), nw.col("share").fill_null(""))
    read, factor = _read(rows, reps)
    faults = [*_unreadable(read, reps), *_twice(read), *_unknown(read, events, source), *_not_whole(read, factor)]
    if faults:
        raise DataError(_FAULTY, _SEE, tuple(faults))
    return _claims(read, factor)


def _read(rows: Frame, reps: RepKeys) -> tuple[Frame, int]:
    """The rows with `participant`, `overlay` and `weight` (null where it is no share), and the weight of a whole."""
    shares = {text: share_of(text) for text in _distinct(rows, "share")}
    known, factor = _with_one_denominator({text: share for text, share in shares.items() if share is not None})
    kinds = {text: str(folded(text).casefold() in OVERLAY_WORDS) for text in _distinct(rows, "kind")}
    weights = {text: str(int(share * factor)) for text, share in known.items()}
    found = looked_up(rows, _pairs("share", "weight", weights), on="share")
    found = looked_up(found, _pairs("said", "participant", reps.of(_distinct(rows, "said"))), on="said")
    found = looked_up(found, _pairs("kind", "overlay", kinds), on="kind")
    weight = nw.col("weight").cast(nw.Int64)
    return kept(found.with_columns(weight, overlay=nw.col("overlay") == nw.lit("True"))), factor


def _with_one_denominator(shares: Mapping[str, Fraction]) -> tuple[Mapping[str, Fraction], int]:
    """The shares that are parts of something, and their common denominator; without those whose digits are too many."""
    known: dict[str, Fraction] = {}
    factor = 1
    for text in sorted(shares, key=lambda one: (shares[one].denominator, one)):
        larger = lcm(factor, shares[text].denominator)
        if shares[text] <= _HUNDRED and larger <= _FINEST:
            known[text], factor = shares[text], larger
    return known, factor


def _pairs(key: str, name: str, values: Mapping[str, str]) -> Frame:
    return small({key: list(values), name: list(values.values())}, {key: _TEXT, name: _TEXT})


def _distinct(rows: Frame, column: str) -> list[str]:
    return sorted(collect(rows.select(column).unique())[column].drop_nulls().to_list())


def _claims(read: Frame, factor: int) -> Claims:
    splits = read.filter(~nw.col("overlay"))
    by_event = splits.group_by("event").agg(whole=nw.col("weight").sum(), people=nw.len().cast(nw.Int64))
    placed = ranked_within(splits.select("event", "participant", "weight"), "event", "participant", "place")
    sizes = collect(by_event.select("people", "whole").unique())
    # An overlay of 50 is one of 50 %, and one of 0.5 is that too.
    whole = nw.when(nw.col("weight") > factor).then(nw.lit(_HUNDRED * factor)).otherwise(nw.lit(factor))
    overlays = read.filter(nw.col("overlay")).select("event", "participant", "weight", whole=whole)
    return Claims(
        kept(placed.join(by_event, on="event", how="inner")),
        kept(overlays),
        tuple(sorted(set(sizes["people"].to_list()))),
        not collect(overlays.head(1)).is_empty(),
        max([*sizes["whole"].to_list(), _HUNDRED * factor]),
    )


def _unreadable(read: Frame, reps: RepKeys) -> Iterator[Issue]:
    kinds = OVERLAY_WORDS | _SPLIT_WORDS
    strange = [text for text in _distinct(read, "kind") if folded(text).casefold() not in kinds]
    missing = nw.any_horizontal(
        *(nw.col(name).is_null() for name in ("event", "participant", "weight")), ignore_nulls=False
    )
    for row in _in_order(read.filter(missing | nw.col("kind").is_in(strange))):
        yield issue("F602", _UNREADABLE.fill(event=row["event"] or "", what=_what(row, reps, strange)), _where(row))


def _what(row: Mapping[str, Any], reps: RepKeys, strange: Collection[str]) -> Text:
    if row["event"] is None:
        return _NO_EVENT
    if row["said"] is None:
        return _NO_REP
    if row["said"] in reps.several:
        return _SEVERAL.fill(rep=row["said"], ids=in_quotes(reps.several[row["said"]]))
    if row["kind"] in strange:
        return _NO_KIND.fill(kind=row["kind"])
    words = _NO_SHARE if share_of(row["share"]) is None else _NO_PART
    return words.fill(share=row["share"])


def _twice(read: Frame) -> Iterator[Issue]:
    keys = ["event", "participant", "overlay"]
    counts = read.drop_nulls(["event", "participant"]).group_by(keys).agg(nw.len().alias("rows"))
    doubled = counts.filter(nw.col("rows") > 1).select(keys)
    for row in _in_order(read.join(doubled, on=keys, how="semi")):
        yield issue("F603", _TWICE.fill(event=row["event"], rep=row["said"]), _where(row), value=row["event"])


def _unknown(read: Frame, events: Frame | None, source: Text) -> Iterator[Issue]:
    named = read.filter(~nw.col("event").is_null())
    if events is not None:
        # There are more events than claims: what claims name is looked for first.
        there = events.join(named.select("event").unique(), on="event", how="semi").unique()
        named = named.join(there, on="event", how="anti")
    for row in _in_order(named):
        yield issue("F604", _UNKNOWN.fill(event=row["event"], source=source), _where(row), value=row["event"])


def _not_whole(read: Frame, factor: int) -> Iterator[Issue]:
    """The events whose shares make no whole, each at its first row; a row that cannot be read is told already."""
    splits = read.filter(~nw.col("overlay"), ~nw.col("event").is_null())
    sums = splits.group_by("event").agg(
        total=nw.col("weight").cast(nw.Int128).sum(), unread=nw.col("weight").null_count()
    )
    off = sums.filter(nw.col("unread") == 0, ~nw.col("total").is_in([factor, _HUNDRED * factor]))
    seen: set[str] = set()
    for row in _in_order(splits.join(off, on="event", how="inner")):
        if row["event"] not in seen:
            total = Fraction(row["total"], factor)
            yield issue(
                "F601", _NOT_WHOLE.fill(event=row["event"], total=_said(total)), _where(row), value=row["event"]
            )
        seen.add(row["event"])


def _said(total: Fraction) -> str:
    """A total as people write it: 0.9999, or 5/6 where no decimal says it."""
    places = next((places for places in range(7) if not (total * 10**places).denominator - 1), None)
    if places is None:
        return str(total)
    whole, rest = divmod(int(total * 10**places), 10**places)
    return f"{whole}.{rest:0{places}}" if places else str(whole)


def _in_order(rows: Frame) -> list[dict[str, Any]]:
    found = collect(rows)
    order = [name for name in (FILE, SHEET, ROW, "event", "said", "share") if name in found.columns]
    return found.sort(order, nulls_last=True).rows(named=True)


def _where(row: Mapping[str, Any]) -> Where:
    return Where(row.get(FILE), row.get(SHEET), row.get(ROW))
