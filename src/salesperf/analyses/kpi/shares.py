"""What part of a result each group brought, and which groups lost of theirs."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from decimal import Decimal

from msgspec import Struct

from salesperf.analyses.kpi import phrases
from salesperf.analyses.kpi.compute import Entry, Result
from salesperf.core.period import Period
from salesperf.core.text import Count, Text, listing, same
from salesperf.core.unit import DECIMAL_UNITS
from salesperf.metrics.adding import adds_up
from salesperf.metrics.compare import Against
from salesperf.metrics.model import Family, Metric
from salesperf.metrics.ratio import ratio
from salesperf.report.model import Cell, Note

_SHOWN = 5
_LOST, _BEHIND = Decimal("0.005"), Decimal("0.1")
"""Share lost, and growth below that of all, from which a group lags: half a point, and ten points."""
_AGAINST = {Against.YOY: phrases.YOY, Against.PREV: phrases.PREV}
"""What a share is held against, the year before first: no season is in it."""


class Shares(Struct, frozen=True):
    """The first result that is a sum over groups, and what all groups together have of it in each period."""

    metric: Metric
    totals: Mapping[Period, Decimal]

    @property
    def key(self) -> str:
        """The key of the column."""
        return f"{self.metric.key}_share"

    def cell(self, entry: Entry) -> Cell:
        """The share of one group in its period; null where all together have nothing."""
        value, total = _amount(entry.now.get(self.metric.key)), self.totals.get(entry.period, Decimal(0))
        share = None if value is None else ratio(value, total)
        return Cell(None, reason=phrases.NO_SHARE) if share is None else Cell(share, partial=entry.partial)

    def whole(self) -> Cell:
        """The share of the total."""
        return Cell(1.0) if any(total > 0 for total in self.totals.values()) else Cell(None, reason=phrases.NO_SHARE)


def shares_of(result: Result) -> Shares | None:
    """The shares of groups; None without groups, and where no result that is shown adds up over them."""
    metrics = result.shown if result.scope.by else ()
    metric = next((one for one in metrics if _is_shared(one, result)), None)
    if metric is None:
        return None
    totals: dict[Period, Decimal] = defaultdict(Decimal)
    for entry in result.entries:
        totals[entry.period] += _amount(entry.now.get(metric.key)) or 0
    return Shares(metric, totals)


def _is_shared(metric: Metric, result: Result) -> bool:
    """Amounts and pieces add up over groups; an order of two products counts in both."""
    is_sum = metric.family is Family.RESULT and metric.unit in DECIMAL_UNITS
    return is_sum and adds_up(metric, result.scope.measure.catalog)


class _Lag(Struct, frozen=True):
    """A group that lost share: its growth, its share then and now, and what it is short of growing like all."""

    name: str
    growth: Decimal
    before: Decimal
    now: Decimal
    short: Decimal


def lagging(result: Result) -> Iterator[Note]:
    """The groups that grew far less than all and lost of their share, those that lost most first."""
    shares = shares_of(result)
    periods = {entry.period for entry in result.entries}
    against = next((one for one in _AGAINST if any(one in entry.bases for entry in result.entries)), None)
    if shares is None or against is None or len(periods) != 1:
        return
    pairs = [(entry, _pair(entry, shares.metric, against)) for entry in result.entries]
    now = sum((pair[0] for _, pair in pairs), Decimal(0))
    before = sum((pair[1] for _, pair in pairs), Decimal(0))
    if now <= 0 or before <= 0 or len(pairs) == 1:
        return
    growth = now / before
    found = [
        _Lag(_name(result, entry), one / base - 1, base / before, one / now, base * growth - one)
        for entry, (one, base) in pairs
        if None not in entry.group
        and base > 0
        and base / before - one / now >= _LOST
        and growth - one / base >= _BEHIND
    ]
    if found:
        found.sort(key=lambda lag: (lag.now - lag.before, lag.name))
        named = listing([_said(lag) for lag in found[:_SHOWN]], phrases.SEMICOLON)
        yield Note(
            "lagging",
            phrases.LAGGING.fill(
                groups=Count(len(found)),
                metric=shares.metric.label,
                growth=f"{growth - 1:+.1%}",
                against=_AGAINST[against],
                named=named,
                short=f"{sum((lag.short for lag in found), Decimal(0)):,.2f}",
            ),
        )


def _pair(entry: Entry, metric: Metric, against: Against) -> tuple[Decimal, Decimal]:
    base = entry.bases.get(against)
    before = None if base is None or isinstance(base, Text) else _amount(base.get(metric.key))
    return _amount(entry.now.get(metric.key)) or Decimal(0), before or Decimal(0)


def _said(lag: _Lag) -> Text:
    return same(f"{lag.name} ({lag.growth:+.1%}, {lag.before:.1%} → {lag.now:.1%})")


def _name(result: Result, entry: Entry) -> str:
    parts = zip(result.scope.by, entry.group, strict=True)
    return " / ".join(result.scope.label(key, part) or "–" for key, part in parts)


def _amount(value: object) -> Decimal | None:
    return Decimal(value) if isinstance(value, Decimal | int | float) else None
