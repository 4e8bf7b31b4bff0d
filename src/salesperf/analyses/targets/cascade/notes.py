"""What a reader of a cascade must know: by what it was shared out, over whom, and who gets nothing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from salesperf.analyses.targets import phrases as of_targets
from salesperf.analyses.targets.cascade import phrases
from salesperf.analyses.targets.cascade.mix import LABELS, Kind
from salesperf.analyses.targets.cascade.plan import Plan
from salesperf.core.period import Grain
from salesperf.core.text import Text, folded, listing
from salesperf.report.model import Note

_SHOWN = 10
_MORE = Text("{names} and {count} more", "{names}等（另有 {count} 人）")
_YEAR = 12


def notes_of(plan: Plan) -> Iterator[Note]:
    """The notes, those that may need an answer first."""
    yield from _about_people(plan)
    yield from _about_weights(plan)
    if plan.is_from_sheet:
        yield Note("target", phrases.FROM_SHEET)
    weights = plan.weights
    if weights.workdays.unpublished:
        years = ", ".join(map(str, sorted(weights.workdays.unpublished)))
        yield Note("weekends", of_targets.WEEKENDS.fill(years=years), warning=True)
    yield Note("workdays", of_targets.WORKDAYS[weights.workdays.country])
    yield Note("spread", phrases.SEASON_NOTE if weights.season else phrases.WORKDAYS_NOTE)
    yield Note("unit", phrases.UNIT_NOTE.fill(unit=f"{plan.section.unit:f}"))


def _about_people(plan: Plan) -> Iterator[Note]:
    basis, roster = plan.basis, plan.roster
    before = basis.before.key if basis.before is not None else "–"
    if roster.idle:
        yield Note("idle", phrases.IDLE_NOTE.fill(names=_names(roster.idle), base=before), warning=True)
    strangers = _strangers(plan)
    if strangers:
        told = phrases.STRANGERS_NOTE.fill(names=_names(strangers), base=before, period=basis.period.key)
        yield Note("strangers", told, warning=True)
    if roster.leaders:
        yield Note("leaders", phrases.LEADERS_NOTE.fill(names=_names(roster.leaders)))
    if (over := roster.sold_over) is not None:
        phrase = phrases.FROM_SALES if over.end < basis.period.start else phrases.FROM_PERIOD
        yield Note("people", phrase.fill(first=over.start, last=over.end), warning=True)


def _about_weights(plan: Plan) -> Iterator[Note]:
    basis, whole = plan.basis, sum(plan.mix.values())
    parts = [
        Text(f"{LABELS[kind].en} {float(part / whole):.0%}", f"{LABELS[kind].zh} {float(part / whole):.0%}")
        for kind, part in plan.mix.items()
    ]
    yield Note("weights", phrases.MIX_NOTE.fill(mix=listing(parts)))
    if Kind.HISTORY in plan.mix and basis.before is not None:
        yield Note("history", phrases.HISTORY_NOTE.fill(metric=basis.metric.label, base=basis.before.key))
        first = basis.company.scope.measure.span.start
        if len(basis.calendar.periods(Grain.MONTH, basis.before)) < _YEAR or first > basis.before.end:
            yield Note("history", phrases.SHORT_NOTE.fill(first=first), warning=True)
    if plan.section.steps and any(seat.is_new(basis.period.start) for seat in plan.roster.seats):
        steps = listing(f"{float(step):.0%}" for step in plan.section.steps)
        ramp = phrases.RAMP_NOTE if Kind.CAPACITY in plan.mix else phrases.RAMP_SPREAD
        yield Note("ramp", ramp.fill(steps=steps))
    if Kind.POTENTIAL in plan.mix and plan.potential.period is not None:
        yield Note("potential", phrases.POTENTIAL_NOTE.fill(period=plan.potential.period.key))
        without = _without_potential(plan)
        if without:
            yield Note("no_potential", phrases.NO_POTENTIAL.fill(names=_names(without)), warning=True)


def _without_potential(plan: Plan) -> list[str]:
    """The people, and without them the teams, that no market size covers."""
    teams = {team.team for team in plan.portions if plan.potential.of_team(team.team) is not None}
    return [
        seat.name
        for seat in plan.roster.seats
        if seat.team not in teams
        and seat.rule.potential is None
        and not {folded(word) for word in (seat.key, seat.name, seat.region or "")} & plan.potential.sizes.keys()
    ]


def _strangers(plan: Plan) -> list[str]:
    """Who sold something in the months before and gets no target."""
    sold = plan.basis.sold() or {}
    known = {seat.sold_as for seat in plan.roster.seats}
    labels = plan.basis.by_rep.labels if plan.basis.by_rep is not None else {}
    return [
        labels.get(key, key)
        for key, value in sorted(sold.items())
        if value > 0 and key not in known and labels.get(key, key) not in plan.roster.leaders
    ]


def _names(names: Sequence[str]) -> Text:
    shown = listing(names[:_SHOWN])
    return shown if len(names) <= _SHOWN else _MORE.fill(names=shown, count=len(names) - _SHOWN)
