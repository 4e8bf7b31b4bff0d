"""How much each group changed a metric that adds up: now less the base, so that the changes make up the whole."""

from __future__ import annotations

from decimal import Decimal

from msgspec import Struct

from salesperf.app.packs import phrases
from salesperf.app.packs.briefing import Briefing
from salesperf.core.registry import Registry
from salesperf.core.text import Text, same
from salesperf.core.unit import DECIMAL_UNITS
from salesperf.metrics.adding import adds_up
from salesperf.metrics.model import Metric
from salesperf.metrics.request import Compare

_NOTHING = Decimal(0)


class Change(Struct, frozen=True):
    """One group: what it had in the base, what it has now, and the difference."""

    key: str | None
    name: str
    base: Decimal
    now: Decimal

    @property
    def by(self) -> Decimal:
        """Now less the base."""
        return self.now - self.base

    @property
    def called(self) -> Text:
        """What a sentence calls the group, in either language."""
        return phrases.NO_NAME if self.key is None else same(self.name)


class Changes(Struct, frozen=True):
    """All groups of a dimension, and the whole measured on its own."""

    metric: Metric
    changes: tuple[Change, ...]
    base: Decimal
    now: Decimal

    @property
    def rest(self) -> Decimal:
        """What the groups do not explain; nothing where each line is of one group."""
        return self.now - self.base - sum((change.by for change in self.changes), Decimal(0))


def changes_of(briefing: Briefing, metric: str, *, by: str, compare: Compare) -> Changes | None:
    """The changes of every group on a base.

    None where the files tell no such split or base, and where the metric does not add up over groups.
    """
    if not is_shared_out(briefing.catalog[metric], briefing.catalog):
        return None
    found = briefing.amounts(metric, by=by, compare=compare)
    if found is None or isinstance(found.base, Text):
        return None
    now, base = found.now, found.base
    keys = sorted({*now.groups, *base.groups}, key=lambda key: (key is None, key or ""))
    changes = tuple(
        Change(key, name_of(briefing, by, key), base.groups.get(key, _NOTHING), now.groups.get(key, _NOTHING))
        for key in keys
    )
    return Changes(briefing.catalog[metric], changes, base.whole, now.whole)


def last_changes(
    briefing: Briefing, metric: str, *, by: str, compare: Compare = Compare.YOY
) -> tuple[Compare, Changes] | None:
    """The changes on the base asked for; on the period before, where a year before there was nothing.

    None where there was nothing in either: a change from nothing is what there is now, and says no more.
    """
    for base in (compare, Compare.PREV)[: 1 if compare is Compare.PREV else 2]:
        found = changes_of(briefing, metric, by=by, compare=base)
        if found is not None and (found.base or any(change.base for change in found.changes)):
            return base, found
    return None


def is_shared_out(metric: Metric, catalog: Registry[Metric]) -> bool:
    """Whether the groups of any dimension make up the whole: amounts and pieces do, an order of two products is two."""
    return metric.unit in DECIMAL_UNITS and adds_up(metric, catalog)


def name_of(briefing: Briefing, by: str, key: str | None) -> str:
    """What people call a group; lines without one say so."""
    return phrases.NO_NAME.say(briefing.lang) if key is None else briefing.label(by, key)
