"""What falls due and what was received for it: lines on the due day, known from the day the money came."""

from __future__ import annotations

from datetime import date

import narwhals as nw

from salesperf.engine import Frame, kept
from salesperf.facts.events import columns_of
from salesperf.facts.owed import WHOSE
from salesperf.facts.settlements import Settlements

_NO_DAY = nw.lit(None).cast(nw.Date)
_ZERO = nw.lit(0).cast(nw.Decimal(38, 6))


def due_lines(found: Settlements, *, within_days: int, until: date) -> Frame:
    """The lines of items that are due by a day: `due_amount`, less credits, and `cash_for_due`, each with `known_on`.

    Beside them, of items that have been due for `within_days` and more, what was due (`ripe_due`) and what of it was
    received within those days (`ripe_cash`).
    """
    items = found.items.filter(~nw.col("due").is_null(), nw.col("due") <= nw.lit(until))
    parts = found.parts.filter(nw.col("on") <= nw.lit(until)).join(items.select("item", "due"), on="item", how="inner")
    parts = kept(parts.with_columns(ends=nw.col("due").dt.offset_by(f"{within_days}d")))
    due = items.select("item", date=nw.col("due"), known_on=_NO_DAY, due_amount=nw.col("owed"), cash_for_due=_ZERO)
    settled = parts.select(
        "item",
        date=nw.col("due"),
        known_on=nw.col("on"),
        due_amount=_credit(),
        cash_for_due=_cash(),
    )
    lines = nw.concat([due, settled, *_ripe(items, parts, within_days=within_days, until=until)], how="diagonal")
    whose = items.select("item", *(name for name in WHOSE if name in columns_of(items)), "account")
    return kept(lines.join(whose, on="item", how="left").drop("item"))


def _ripe(items: Frame, parts: Frame, *, within_days: int, until: date) -> list[Frame]:
    """What was due long enough ago, and what was settled of it in time."""
    ripe = items.filter(nw.col("due").dt.offset_by(f"{within_days}d") <= nw.lit(until))
    in_time = parts.filter(nw.col("on") <= nw.col("ends"), nw.col("ends") <= nw.lit(until))
    return [
        ripe.select("item", date=nw.col("due"), ripe_due=nw.col("owed"), ripe_cash=_ZERO),
        in_time.select("item", date=nw.col("due"), ripe_due=_credit(), ripe_cash=_cash()),
    ]


def _credit() -> nw.Expr:
    """What a credit takes off the amount due."""
    return nw.when(~nw.col("is_cash")).then(_ZERO - nw.col("part")).otherwise(_ZERO)


def _cash() -> nw.Expr:
    return nw.when(nw.col("is_cash")).then(nw.col("part")).otherwise(_ZERO)
