"""Open deals by size, and those that stand still: silent for too long, or past the day they should close."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from enum import StrEnum

from msgspec import Struct

from salesperf.engine import collect
from salesperf.facts.dimensions import column_of
from salesperf.facts.events import Events
from salesperf.facts.whose import Whose, events_of
from salesperf.tables.bundle import Bundle

USUAL_DAYS = 30
"""Silent days that make a deal stand still where the data do not tell what is usual."""
_TIMES_USUAL = 1.5


class Why(StrEnum):
    """Why a deal stands still."""

    SILENT = "silent"
    """No stage changed and nothing was done for too many days."""
    OVERDUE = "overdue"
    """The day on which it was expected to close is over."""


class Deal(Struct, frozen=True, kw_only=True):
    """One deal that goes on; `moved` is the last day on which something happened, None where no day is known."""

    key: str
    name: str | None
    customer: str | None
    rep: str | None
    stage: str | None
    amount: Decimal | None
    probability: Decimal | None = None
    """That it is won, as the file says; None where it does not, or says what is no share."""
    expected: date | None
    moved: date | None
    silent: int | None
    """Days since it moved."""
    acted: bool = True
    """Whether it moved after its creation: else the days are counted from that."""
    age: int | None = None
    """Days since it was created."""
    stalled: Mapping[Why, date]
    """Why it stands still, the silence first, each with the last day before it did."""

    @property
    def weighted(self) -> Decimal | None:
        """The amount times the probability; None where either is not known."""
        return None if self.amount is None or self.probability is None else self.amount * self.probability

    @property
    def since(self) -> date | None:
        """The day that the reason told first is counted from: the last move of a silent deal, else the close missed."""
        return next((self.stalled[why] for why in Why if why in self.stalled), None)


class OpenDeals(Struct, frozen=True):
    """All open deals, the largest first, and after how many silent days one stands still."""

    on: date
    deals: tuple[Deal, ...]
    limit: int
    usual: float | None
    """The median days between two stages, where the limit comes from it."""
    has_amounts: bool
    has_reps: bool
    sees_activity: bool
    """Whether the files tell of activities or changes of stage: else nobody knows how long a deal is silent."""

    @property
    def knows_stalled(self) -> bool:
        """Whether anything could tell that a deal stands still: what happened to them, or when one should close."""
        return self.sees_activity or not self.deals or any(deal.expected is not None for deal in self.deals)

    @property
    def stalled(self) -> tuple[Deal, ...]:
        """Those that stand still, the largest first."""
        return tuple(deal for deal in self.deals if deal.stalled)


def limit_of(days: int | None, usual: float | None) -> int:
    """The silent days that are allowed: those asked for, else half as many again as usual, else thirty.

    >>> limit_of(None, 9.0), limit_of(None, None), limit_of(14, 9.0)
    (14, 30, 14)
    """
    if days is not None:
        return days
    return USUAL_DAYS if usual is None else max(1, round(usual * _TIMES_USUAL + 1e-9))


def open_deals_of(
    events: Events, bundle: Bundle, whose: Whose, *, on: date, days: int | None = None, usual: float | None = None
) -> OpenDeals | None:
    """The open deals of somebody; None where the files do not tell whose deals are whose.

    `events` are those of `facts.open_deals`, `usual` their median days between stages; `days` overrules it.
    """
    found = events_of(events, bundle, whose, by=("customer", "rep"))
    if found is None:
        return None
    limit = limit_of(days, usual)
    sees_activity = events.has("changed") or events.has("touched")
    rows = collect(found.lines).iter_rows(named=True)
    deals = sorted(_deals(rows, found.labels, on=on, limit=limit if sees_activity else None), key=_by_size)
    return OpenDeals(
        on=on,
        deals=tuple(deals),
        limit=limit,
        usual=usual if days is None else None,
        has_amounts=any(deal.amount is not None for deal in deals),
        has_reps=column_of("rep") in found.lines.collect_schema().names(),
        sees_activity=sees_activity,
    )


def _deals(
    rows: Iterator[dict[str, object]], labels: Mapping[str, Mapping[str, str]], *, on: date, limit: int | None
) -> Iterator[Deal]:
    """The deals; without a limit, where the files tell nothing of what happens to deals, none of them is silent."""
    for row in rows:
        moved, expected, amount = row.get("moved"), row.get("expected_close_date"), row.get("amount")
        created = row.get("created_date")
        moved = moved if isinstance(moved, date) and limit is not None else None
        expected = expected if isinstance(expected, date) else None
        yield Deal(
            key=str(row["deal_id"]),
            name=_text(row.get("deal_name")),
            customer=_label(labels, "customer", row.get(column_of("customer"))),
            rep=_label(labels, "rep", row.get(column_of("rep"))),
            stage=_text(row.get("stage_on_day")),
            amount=amount if isinstance(amount, Decimal) else None,
            probability=_share(row.get("probability")),
            expected=expected,
            moved=moved,
            silent=None if moved is None else (on - moved).days,
            acted=any(isinstance(row.get(name), date) for name in ("changed", "touched")),
            age=(on - created).days if isinstance(created, date) else None,
            stalled=dict(_reasons(moved, expected, on=on, limit=limit)),
        )


def _reasons(moved: date | None, expected: date | None, *, on: date, limit: int | None) -> Iterator[tuple[Why, date]]:
    """Each reason with the day it is counted from: that of the last move, that of the expected close."""
    if moved is not None and limit is not None and (on - moved).days > limit:
        yield Why.SILENT, moved
    if expected is not None and expected < on:
        yield Why.OVERDUE, expected


def _by_size(deal: Deal) -> tuple[bool, Decimal, int, int, str, str]:
    """The largest first; those without an amount after the others, the longest silent first, then the oldest."""
    return (
        deal.amount is None,
        -(deal.amount or Decimal(0)),
        -(deal.silent or 0),
        -(deal.age or 0),
        deal.name or "",
        deal.key,
    )


def _share(value: object) -> Decimal | None:
    return value if isinstance(value, Decimal) and 0 <= value <= 1 else None


def _text(value: object) -> str | None:
    return None if value is None else str(value)


def _label(labels: Mapping[str, Mapping[str, str]], dimension: str, key: object) -> str | None:
    return None if key is None else labels.get(dimension, {}).get(str(key), str(key))


def worth(deals: Sequence[Deal]) -> Decimal:
    """What deals come to; those without an amount count as nothing."""
    return sum((deal.amount for deal in deals if deal.amount is not None), Decimal(0))
