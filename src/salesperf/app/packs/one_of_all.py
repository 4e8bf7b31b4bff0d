"""The numbers of one team or rep, taken out of a measurement of all of them."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from salesperf.analyses.kpi.compute import BASES, Entry, Result, Values
from salesperf.core.period import Period
from salesperf.core.text import Text
from salesperf.metrics.value import of_nothing


class Whom(Struct, frozen=True):
    """Whom a report is of, where not of the company: one group of a dimension."""

    dimension: str
    key: str
    name: str

    def split(self, by: Sequence[str]) -> tuple[str, ...]:
        """The dimensions to measure by, so that the own numbers can be taken out."""
        return tuple(by) if self.dimension in by else (self.dimension, *by)


def of_whom(found: Result, whom: Whom, by: tuple[str, ...]) -> Result:
    """The entries of one group; without further split one for each period, also where nothing happened.

    The total is that of the group where it is split by nothing else; else it is still to be measured.
    """
    split = whom.split(by)
    at = split.index(whom.dimension)
    own = [one for one in found.entries if one.group[at] == whom.key]
    if whom.dimension in by:
        return replace(found, entries=tuple(own), total=own[0] if len(own) == 1 else None)
    entries = [replace(one, group=tuple(part for place, part in enumerate(one.group) if place != at)) for one in own]
    if not by:
        entries = [_of_period(entries, found, period) for period in found.scope.periods]
    return replace(found, scope=replace(found.scope, by=by), entries=tuple(entries), total=None)


def is_something(values: Values, nothing: Values, *, metrics: Sequence[str]) -> bool:
    """Whether a metric is other than that of no lines at all."""
    return any(values.get(key) != nothing.get(key) for key in metrics)


def _of_period(entries: Sequence[Entry], found: Result, period: Period) -> Entry:
    """The entry of a period; in one in which nothing happened, nothing."""
    own = next((one for one in entries if one.period == period), None)
    if own is not None:
        return own
    nothing = of_nothing(found.scope.metrics, catalog=found.scope.measure.catalog)
    measure = found.scope.measure
    against = [one for kind in found.compare for one in BASES[kind]]
    views = {one: measure.view(period, one) for one in against}
    bases = {one: view if isinstance(view, Text) else nothing for one, view in views.items()}
    return Entry(period, (), nothing, bases, partial=measure.is_partial(period))
