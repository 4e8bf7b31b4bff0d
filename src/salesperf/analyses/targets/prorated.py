"""Targets of people who came or left within their periods: what the days they were there make of them.

A sheet that names somebody may have told it already, so amounts change only where the configuration says so.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from decimal import Decimal

from msgspec import Struct
from msgspec.structs import replace

from salesperf.analyses.targets.owners import People
from salesperf.analyses.targets.stays import ALWAYS, Stay
from salesperf.core.money import settle
from salesperf.core.period import Span
from salesperf.core.text import Count, Text, folded, listing, same
from salesperf.facts.goals import Goal, aim
from salesperf.facts.workdays import Workdays

_SHOWN = 5
_ByRep = Mapping[str, Sequence[Goal]]
_AS_WRITTEN = Text(
    "{people:person|people} came or left within {targets:target|targets} of {metric} in {period} ({each}): taken as "
    "written, {written}, which the days there would make {shared}; `prorated = true` under [targets] takes these",
    "{people} 人在目标期间内入职或离职，涉及 {period} 的 {targets} 个{metric}目标（{each}）：按目标表原值计，"
    "共 {written}；如按在岗天数折算为 {shared}，请在 [targets] 中设置 prorated = true",
)
_BY_DAYS = Text(
    "{people:person|people} came or left within {targets:target|targets} of {metric} in {period} ({each}): taken by "
    "the days there, {shared} instead of {written}, as `prorated` under [targets] says",
    "{people} 人在目标期间内入职或离职，涉及 {period} 的 {targets} 个{metric}目标（{each}）："
    "按 [targets] prorated 的设置以在岗天数折算，计 {shared}，原值 {written}",
)
_PART = Text(
    "{name} {what}, {period} {amount} x {there}/{days} days", "{name} {what}，{period} {amount} x {there}/{days} 天"
)
_HIRED, _LEFT = Text("hired on {day}", "{day} 入职"), Text("left on {day}", "{day} 离职")


class Partly(Struct, frozen=True):
    """A target of somebody who was not there on all of its days: on those of `there`, None for none of them."""

    key: str
    name: str
    stay: Stay
    goal: Goal
    there: Span | None

    @property
    def days(self) -> int:
        """On how many days of the target its holder was there."""
        return self.there.days if self.there is not None else 0

    @property
    def amount(self) -> Decimal:
        """The target's part of these days, of all days of its period."""
        return settle(self.goal.amount * self.days / self.goal.period.days)


def partly_there(
    reps: _ByRep, people: People, stays: Mapping[str, Stay], *, workdays: Workdays, leaders: Collection[str]
) -> tuple[Partly, ...]:
    """The targets of reps who came or left within them, or were not there at all.

    Not those of leaders, whose targets are what others are to reach, and none of nothing; a last Friday of a month is
    its end where no workday is lost.
    """
    found = []
    for key, goals in reps.items():
        identity = people.ids.get(folded(key), key)
        stay = stays.get(identity, ALWAYS)
        if stay == ALWAYS or key in leaders:
            continue
        for goal in goals:
            there = stay.within(goal.period)
            if goal.amount and (there is None or _loses(workdays, goal.period, there)):
                found.append(Partly(key, people.names.get(identity, key), stay, goal, there))
    return tuple(found)


def _loses(workdays: Workdays, period: Span, there: Span) -> bool:
    return there.days < period.days and len(workdays.of(there)) < len(workdays.of(period))


def prorated(reps: _ByRep, partly: Sequence[Partly]) -> dict[str, list[Goal]]:
    """The targets by the days that people were there; without those of days on which they were not there at all."""
    shared = {
        id(one.goal): None if one.there is None else replace(one.goal, amount=one.amount, there=one.there)
        for one in partly
    }
    return {
        key: [kept for goal in goals if (kept := shared.get(id(goal), goal)) is not None] for key, goals in reps.items()
    }


def told(partly: Sequence[Partly], spans: Sequence[Span], *, metric: Text, is_taken: bool) -> Iterator[Text]:
    """Whose targets these are, in the first of the spans that holds any; `is_taken` where they count by their days."""
    for span in spans:
        found = [one for one in partly if any(one.goal is part for part in _counted(partly, one.key, span))]
        if not found:
            continue
        yield (_BY_DAYS if is_taken else _AS_WRITTEN).fill(
            people=Count(len({one.key for one in found})),
            targets=Count(len(found)),
            metric=metric,
            period=getattr(span, "key", str(span)),
            each=_each(found),
            written=_figure(sum((one.goal.amount for one in found), Decimal(0))),
            shared=_figure(sum((one.amount for one in found), Decimal(0))),
        )
        return


def _counted(partly: Sequence[Partly], key: str, span: Span) -> tuple[Goal, ...]:
    """The targets of somebody that count in a span: of a year beside its months not both."""
    found = aim([one.goal for one in partly if one.key == key], span, adds_up=True)
    return found.parts if found is not None else ()


def _each(found: Sequence[Partly]) -> Text:
    said = [
        _PART.fill(
            name=same(one.name),
            what=_when(one),
            period=one.goal.period.key,
            amount=_figure(one.goal.amount),
            there=one.days,
            days=one.goal.period.days,
        )
        for one in found[:_SHOWN]
    ]
    listed = listing(said, Text("; ", "；"))
    more = Text("; and more", "；等") if len(found) > _SHOWN else same("")
    return Text(f"{listed.en}{more.en}", f"{listed.zh}{more.zh}")


def _when(one: Partly) -> Text:
    """The day that takes days from the target: of hiring, or of leaving."""
    hired, left = one.stay.hired, one.stay.left
    if hired is not None and hired > one.goal.period.start:
        return _HIRED.fill(day=hired)
    return _LEFT.fill(day=left)


def _figure(amount: Decimal) -> str:
    settled = settle(amount)
    return f"{settled:,.0f}" if settled == int(settled) else f"{settled:,.2f}"
