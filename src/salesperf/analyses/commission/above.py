"""What managers are paid an override of: events of those below as their own, and what these earn.

Who is above whom is that of the day of the event; what somebody earns in a period is that of the managers of its days,
each by the part of the period, as the plan counts days.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from fractions import Fraction

from msgspec import Struct, field
from msgspec.structs import replace

from salesperf.analyses.commission.assigned import owned, within_cover
from salesperf.analyses.commission.cover import Cover
from salesperf.analyses.commission.credited import Ground
from salesperf.analyses.commission.lines import Kind, Line, taken_from, trued_up_of
from salesperf.analyses.commission.people.proration import part_of
from salesperf.analyses.commission.rules.override import OverrideRule
from salesperf.core.money import EXACT
from salesperf.core.period import Period
from salesperf.core.text import Count, Text
from salesperf.facts.hierarchy import Above, hierarchy_of
from salesperf.facts.rolled_up import rolled_up

NOT_HERE = Text(
    "{people:person|people} below are not paid by this plan: what they earn elsewhere is not counted",
    "{people} 名下属不适用本方案，其在别处的提成未计入",
)


_OF_COMPONENTS = frozenset({Kind.EARNING, Kind.TRUE_UP, Kind.CLAWBACK})
"""What components pay and take back, but overrides."""


class Hierarchy(Struct, frozen=True):
    """Who is above whom; without anybody where the plan has no override."""

    above: tuple[Above, ...] = ()
    below: Mapping[str, tuple[Above, ...]] = field(default_factory=dict)


def hierarchy(ground: Ground) -> Hierarchy:
    """Read who is above whom; raises `DataError` where the files do not tell it, or tell it of a circle."""
    above = hierarchy_of(ground.bundle, ground.reps)
    below: dict[str, list[Above]] = {}
    for one in above:
        below.setdefault(one.manager, []).append(one)
    return Hierarchy(above, {manager: tuple(found) for manager, found in below.items()})


def ground_above(ground: Ground, rule: OverrideRule, known: Hierarchy, cover: Cover) -> Ground:
    """The ground as managers see it: every event is that of those above who sold it, if the plan holds for them."""
    above = [one for one in known.above if _counts(one, rule)]
    facts = {subject: rolled_up(owned(events, ground.bundle), above) for subject, events in ground.facts.items()}
    return within_cover(replace(ground, facts=facts, overlaid=None), cover)[0]


def _counts(one: Above, rule: OverrideRule) -> bool:
    return rule.levels == "all" or one.level <= rule.levels


def earned_below(
    rule: OverrideRule,
    who: str,
    period: Period,
    *,
    known: Hierarchy,
    lines: Mapping[tuple[str, Period], Sequence[Line]],
    cover: Cover,
) -> tuple[Decimal, tuple[Text, ...]]:
    """What components pay those below in a period, in plan currency, and why that may not be all of it."""
    amount, strangers = Fraction(0), set[str]()
    for one in known.below.get(who, ()):
        part = part_of(period, [one.span], count=cover.plan.plan.day_count) if _meets(one, period) else Fraction(0)
        if not part or not _counts(one, rule):
            continue
        if not cover.part(one.rep, period):
            strangers.add(one.rep)
        own = (line.pay for line in lines.get((one.rep, period), ()) if _is_counted(line, rule))
        amount += sum(map(Fraction, own), Fraction(0)) * part
    reasons = (NOT_HERE.fill(people=Count(len(strangers))),) if strangers else ()
    return EXACT.divide(Decimal(amount.numerator), Decimal(amount.denominator)), reasons


def _meets(one: Above, period: Period) -> bool:
    return one.span.start <= period.end and one.span.end >= period.start


def _is_counted(line: Line, rule: OverrideRule) -> bool:
    named = {name for one in rule.components for name in (one, taken_from(one), trued_up_of(one))}
    return line.kind in _OF_COMPONENTS and (not rule.components or line.component in named)
