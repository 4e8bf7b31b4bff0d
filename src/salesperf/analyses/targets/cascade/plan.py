"""The question of a cascade: who gets how much of the company's target, level by level and period by period."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction

from msgspec import Struct

from salesperf.analyses.targets.actuals import Question
from salesperf.analyses.targets.cascade import phrases
from salesperf.analyses.targets.cascade.allot import Group, Limits, Portion, Scales, allotted
from salesperf.analyses.targets.cascade.basis import Basis, basis_of, sold_lately, target_of
from salesperf.analyses.targets.cascade.limits import limits_of
from salesperf.analyses.targets.cascade.mix import LABELS, Kind, Mix, mix_of
from salesperf.analyses.targets.cascade.potential import Potential, potential_of
from salesperf.analyses.targets.cascade.section import CascadeSection, TargetsAndCascade, TeamRule
from salesperf.analyses.targets.cascade.spread import Presence, Spread, spread_of
from salesperf.analyses.targets.cascade.staff import Roster, Seat, Sellers, roster_of, roster_of_sales, same_team
from salesperf.analyses.targets.naming import key_of, names_of
from salesperf.analyses.targets.owners import People, leaders, people_on, rows_on
from salesperf.analyses.targets.seasons import seasons
from salesperf.analyses.targets.status import workdays_of
from salesperf.analyses.targets.weights import Weights
from salesperf.core.errors import DataError, UsageError
from salesperf.core.period import Grain
from salesperf.core.text import Lang, Text, folded
from salesperf.facts.period_words import parse_period

_DEFAULT = (mix_of("history:0.7,capacity:0.3"), mix_of("capacity"))
"""Where nobody says by what: the second where there is no history."""


class Plan(Struct, frozen=True):
    """The whole cascade; `units` of the company, each worth `unit`, and its `portions`."""

    basis: Basis
    section: CascadeSection
    mix: Mix
    roster: Roster
    potential: Potential
    weights: Weights
    spread: Spread
    units: int
    limits: Limits
    portions: tuple[Portion, ...]
    is_from_sheet: bool

    @property
    def is_to_rep(self) -> bool:
        """Whether it goes down to people."""
        return self.section.to == "rep"

    def periodic(self, portion: Portion) -> tuple[int, ...]:
        """The units of each period: a person's spread, a team's the sum of its people's where they have targets."""
        if portion.seat is not None:
            return self.spread.over(portion.units, portion.seat.capacity)
        if self.is_to_rep:
            return self.added(portion.below)
        return self.spread.over(portion.units, _always)

    def added(self, portions: Sequence[Portion]) -> tuple[int, ...]:
        """The units of each period, added up over several."""
        each = [self.periodic(portion) for portion in portions]
        return tuple(map(sum, zip(*each, strict=True)))


_always: Presence = lambda _: Fraction(1)  # noqa: E731 -- a team is there on every day


def plan_of(question: Question, targets: TargetsAndCascade, *, lang: Lang) -> Plan:
    """Break the target down; raises `UsageError` and `DataError`."""
    section = targets.cascade
    basis = basis_of(question, section)
    amount, is_from_sheet = target_of(question, section, basis)
    units = amount / section.unit
    if units != units.to_integral_value():
        raise UsageError(phrases.NOT_WHOLE.fill(target=f"{amount:,f}", unit=f"{section.unit:f}"), phrases.CHOOSE_UNIT)
    day = max(basis.period.start, min(basis.period.end, basis.through))
    people = people_on(question.bundle.get("people"), day)
    roster = _roster(question, basis, people, targets)
    mix = _mix(section, roster)
    potential = _potential(question, basis, section)
    workdays = workdays_of(question, lang)
    weights = Weights(workdays, seasons(basis.company, basis.metric.key, workdays))
    groups = _groups(roster, mix, section)
    _refuse_empty(groups, mix, section, roster=roster, potential=potential)
    scales = Scales(
        weights.workdays.of(basis.period),
        potential,
        Counter(seat.region for seat in roster.seats if seat.region),
        _team_size(roster.seats),
    )
    limits = limits_of(section.floors, section.caps, seats=roster.seats, people=people, unit=section.unit)
    return Plan(
        basis=basis,
        section=section,
        mix=mix,
        roster=roster,
        potential=potential,
        weights=weights,
        spread=spread_of(basis.period, Grain(section.grain), calendar=basis.calendar, weights=weights),
        units=int(units),
        limits=limits,
        portions=allotted(int(units), groups, mix=mix, scales=scales, limits=limits),
        is_from_sheet=is_from_sheet,
    )


def _roster(question: Question, basis: Basis, people: People, targets: TargetsAndCascade) -> Roster:
    section = targets.cascade
    table = question.bundle.get("people")
    groups = basis.by_rep.groups() if basis.by_rep is not None else ()
    labels = basis.by_rep.labels if basis.by_rep is not None else {}
    sold = basis.sold()
    if table is None:
        found = roster_of_sales(
            Sellers({key: key for key in groups}, sold), sold_lately(question, basis), labels, section
        )
    else:
        day = max(basis.period.start, min(basis.period.end, basis.through))
        rows = rows_on(table, day)
        names, known = names_of(groups, labels), set(groups)
        group_of = {key: group for key in rows if (group := key_of(key, names, people)) in known}
        leads = {*leaders(rows, people, targets), *(key for key in rows if people.is_leader_by_title(key))}
        since = None if basis.before is None else basis.before.start
        found = roster_of(
            rows, people, Sellers(group_of, sold), section, leaders=leads, period=basis.period, since=since
        )
    if not found.seats and table is None and groups:
        raise DataError(phrases.NOBODY_SOLD.fill(period=basis.period.key), phrases.GIVE_STAFF)
    if not found.seats:
        raise DataError(phrases.NOBODY, phrases.GIVE_PEOPLE)
    return found


def _mix(section: CascadeSection, roster: Roster) -> Mix:
    if section.weights is not None:
        return mix_of(section.weights)
    return _DEFAULT[0] if any(seat.sold for seat in roster.seats) else _DEFAULT[1]


def _potential(question: Question, basis: Basis, section: CascadeSection) -> Potential:
    table = question.bundle.get("market")
    if table is None or Kind.POTENTIAL.value not in f"{section.weights}{section.teams}":
        return Potential({})
    as_of = basis.company.scope.as_of
    rows: list[tuple[str, str | None, Decimal]] = [
        (str(row["period"]), row.get("scope_id"), row["market_size"]) for row in table.frame.iter_rows(named=True)
    ]
    parsed = {word: parse_period(word, calendar=basis.calendar, as_of=as_of) for word in {row[0] for row in rows}}
    return potential_of([(parsed[word], name, size) for word, name, size in rows], basis.period)


def _groups(roster: Roster, mix: Mix, section: CascadeSection) -> list[Group]:
    rules = {folded(name): rule for name, rule in section.teams.items()}
    known = {folded(seat.team) for seat in roster.seats if seat.team}
    for name in section.teams:
        if folded(name) not in known:
            raise UsageError(phrases.STRANGER.fill(name=name), phrases.CHOICE.fill(names=", ".join(sorted(known))))
    groups = []
    for team, seats in same_team(roster.seats):
        rule = rules.get(folded(team or ""), TeamRule())
        own = mix_of(rule.weights) if rule.weights is not None else mix
        potential = None if rule.potential is None else Fraction(rule.potential)
        groups.append(Group(team, seats, own, Fraction(rule.factor), potential))
    if section.to == "team" and all(group.team is None for group in groups):
        raise DataError(phrases.NO_TEAMS, phrases.GIVE_TEAMS)
    return groups


def _refuse_empty(
    groups: Sequence[Group], mix: Mix, section: CascadeSection, *, roster: Roster, potential: Potential
) -> None:
    """Raise `DataError` for a kind of weight that was asked for and that nobody has anything of."""
    why: Text | None = None
    kind = Kind.HISTORY
    asked = {kind for group in groups for kind in group.mix} | set(mix)
    if Kind.HISTORY in asked and section.weights is not None and not any(seat.sold for seat in roster.seats):
        why = phrases.NO_HISTORY
    told = any(group.potential for group in groups) or any(seat.rule.potential for seat in roster.seats)
    if Kind.POTENTIAL in asked and not potential.sizes and not told:
        why, kind = phrases.NO_MARKET, Kind.POTENTIAL
    if why is not None:
        raise DataError(phrases.LACKS_KIND.fill(kind=LABELS[kind], why=why), phrases.OTHER_WEIGHTS)


def _team_size(seats: Sequence[Seat]) -> Fraction:
    """The people of an average team."""
    teams = Counter(seat.team for seat in seats if seat.team is not None)
    return Fraction(sum(teams.values()), len(teams)) if teams else Fraction(1)
