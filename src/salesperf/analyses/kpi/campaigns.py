"""What campaigns brought: the sales of their days beside as many days before and the same days of the year before."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from decimal import Decimal

from msgspec import Struct

from salesperf.analyses.kpi import phrases
from salesperf.core.period import Period, Span
from salesperf.core.registry import Registry
from salesperf.core.text import Text, folded
from salesperf.facts.calendar import year_before
from salesperf.facts.dimensions import available, column_of
from salesperf.facts.section import CalendarSection, SalesSection
from salesperf.facts.subject import Subject
from salesperf.facts.subjects import Facts
from salesperf.metrics.compare import Against
from salesperf.metrics.model import Metric
from salesperf.metrics.request import Request
from salesperf.metrics.scope import Scope, scope_of
from salesperf.tables.bundle import Bundle

CAMPAIGN, TABLE, _CHANNEL, _REVENUE = "campaign", "campaigns", "channel", "net_revenue"
_ONE_DAY = timedelta(days=1)


class Beside(Struct, frozen=True):
    """The sales of other days; `reason` says why they are not known."""

    days: Span
    revenue: Decimal | None
    reason: Text | None = None


class Effect(Struct, frozen=True):
    """One campaign: its days as far as the data go, what was sold on them, and beside them.

    `channel` is set where its sales alone are counted; `days` and `revenue` are null where it has not begun.
    """

    key: str
    name: str
    channel: str | None
    start: date
    end: date
    cost: Decimal | None
    revenue: Decimal | None
    partial: bool
    before: Beside | None = None
    last_year: Beside | None = None


class Effects(Struct, frozen=True):
    """All campaigns, in the order of their days, and the scope they are measured in."""

    found: tuple[Effect, ...]
    scope: Scope
    unknown_channels: tuple[str, ...]
    """Channels of campaigns that the sales do not know; all sales count for them."""


def can_be_told(bundle: Bundle, by: Sequence[str]) -> bool:
    """Whether a question is about campaigns whose days a table of the files names."""
    table = bundle.get(TABLE)
    return tuple(by) == (CAMPAIGN,) and table is not None and not table.frame.is_empty()


def effects_of(
    bundle: Bundle,
    request: Request,
    facts: Facts,
    *,
    section: SalesSection,
    calendar: CalendarSection,
    catalog: Registry[Metric],
) -> Effects:
    """The effect of every campaign with a first and a last day; raises `UsageError` and `DataError`."""
    by = (_CHANNEL,) if _CHANNEL in available(facts[Subject.SALES], bundle) else ()
    asked = Request((_REVENUE,), by, where=request.where, as_of=request.as_of)
    scope = scope_of(bundle, asked, section=section, calendar=calendar, catalog=catalog, facts=facts)
    channels = _channels(scope) if by else {}
    rows = [row for row in bundle.tables[TABLE].frame.iter_rows(named=True) if row["start"] and row["end"]]
    rows = [row for row in rows if row["start"] <= row["end"]]
    found = tuple(
        Effect(
            key=str(row[CAMPAIGN]),
            name=str(row.get("name") or row[CAMPAIGN]),
            channel=channels.get(folded(row.get(_CHANNEL) or "")),
            start=row["start"],
            end=row["end"],
            cost=row.get("cost"),
            revenue=None,
            partial=row["end"] > scope.measure.through,
        )
        for row in sorted(rows, key=lambda row: (row["start"], row["end"], str(row[CAMPAIGN])))
    )
    named = {str(row[_CHANNEL]) for row in rows if row.get(_CHANNEL)}
    unknown = tuple(sorted(name for name in named if folded(name) not in channels))
    return Effects(tuple(_measured(one, scope) for one in found), scope, unknown)


def _channels(scope: Scope) -> dict[str, str]:
    """The channels that the sales know, by their folded name."""
    span = scope.measure.span
    whole = Period(span.start, span.end, str(span))
    rows = _rows(scope, whole)
    return {folded(key): key for key, _ in rows if key is not None}


def _measured(effect: Effect, scope: Scope) -> Effect:
    measure = scope.measure
    if effect.start > measure.through:
        return effect
    days = Span(effect.start, min(effect.end, measure.through))
    length = timedelta(days=days.days)
    return Effect(
        effect.key,
        effect.name,
        effect.channel,
        effect.start,
        effect.end,
        effect.cost,
        _revenue(scope, days, effect.channel),
        effect.partial,
        _beside(scope, Span(days.start - length, days.start - _ONE_DAY), effect.channel),
        _beside(scope, Span(year_before(days.start), year_before(days.end)), effect.channel),
    )


def _beside(scope: Scope, days: Span, channel: str | None) -> Beside:
    first = scope.measure.span.start
    if days.start < first:
        return Beside(days, None, phrases.BEFORE_DATA.fill(first=first))
    return Beside(days, _revenue(scope, days, channel))


def _revenue(scope: Scope, days: Span, channel: str | None) -> Decimal:
    rows = _rows(scope, Period(days.start, days.end, str(days)))
    return sum((amount for key, amount in rows if channel is None or key == channel), Decimal(0))


def _rows(scope: Scope, period: Period) -> list[tuple[str | None, Decimal]]:
    """What each channel brought; without channels, all sales under None."""
    view = scope.measure.view(period, Against.NOW)
    assert not isinstance(view, Text)  # noqa: S101 -- a period always finds itself
    by = [column_of(key) for key in scope.by]
    found = scope.measure.values(view, by=by)
    return [(row[by[0]] if by else None, row[_REVENUE] or Decimal(0)) for row in found.iter_rows(named=True)]
