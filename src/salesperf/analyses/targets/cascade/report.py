"""A cascade as a report: the tree and the periods for people, and for machines the target sheet itself."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction

from msgspec import Struct

from salesperf.analyses.targets.actuals import Question, Value
from salesperf.analyses.targets.cascade import phrases
from salesperf.analyses.targets.cascade.allot import Portion
from salesperf.analyses.targets.cascade.mix import LABELS, Kind
from salesperf.analyses.targets.cascade.notes import notes_of
from salesperf.analyses.targets.cascade.plan import Plan, plan_of
from salesperf.analyses.targets.cascade.section import TargetsAndCascade
from salesperf.analyses.targets.owners import COMPANY, REP, TEAM
from salesperf.core.period import Period
from salesperf.core.period_words import day_words, span_words
from salesperf.core.text import Lang, Text, listing, same
from salesperf.core.unit import Unit
from salesperf.metrics.adding import adds_up
from salesperf.report.figure import Figure, FigureKind
from salesperf.report.model import Cell, Column, Meta, Records, Report, Row, TableBlock
from salesperf.report.model import Value as Written

SCHEMA = "salesperf.cascade/1"
_MOST_PERIODS = 53
"""Periods that people are shown; the sheet has all of them."""


def cascade_report(question: Question, targets: TargetsAndCascade, *, lang: Lang) -> Report:
    """The company's target broken down; raises `UsageError` and `DataError`."""
    plan = plan_of(question, targets, lang=lang)
    basis, scope = plan.basis, plan.basis.company.scope
    blocks = [_tree(plan, lang)]
    if len(plan.spread.parts) <= _MOST_PERIODS:
        blocks.append(_periods(plan))
    return Report(
        schema=SCHEMA,
        title=phrases.TITLE,
        subtitle=phrases.SUBTITLE.fill(
            metric=basis.metric.label, period=span_words(basis.period), through=day_words(basis.through)
        ),
        lang=lang,
        blocks=tuple(blocks),
        records=_sheet(plan, lang),
        notes=tuple(notes_of(plan)),
        meta=Meta(as_of=scope.as_of, span=(basis.period.start, basis.period.end), currency=scope.currency),
    )


def _tree(plan: Plan, lang: Lang) -> TableBlock:
    unit, compared = plan.basis.metric.unit, plan.basis.compared
    kinds = tuple(plan.mix) if len(plan.mix) > 1 else ()
    columns = (
        Column("who", phrases.WHO),
        Column("target", phrases.TARGET, unit),
        Column("share", phrases.SHARE_BEFORE if plan.limits else phrases.SHARE, Unit.RATIO),
        *((Column("given", phrases.GIVEN, Unit.RATIO),) if plan.limits else ()),
        *(Column(f"by_{kind.value}", phrases.BY.fill(kind=LABELS[kind]), Unit.RATIO) for kind in kinds),
        *_growth_columns(compared, unit),
        Column("remark", phrases.REMARK),
    )
    return TableBlock("tree", phrases.TREE, columns, tuple(_rows(plan, kinds, lang)))


def _growth_columns(compared: Period | None, unit: Unit) -> tuple[Column, ...]:
    """What growth is asked over, and the growth; none where the data hold nothing to compare with."""
    if compared is None:
        return ()
    before = Column("before", phrases.BEFORE.fill(period=span_words(compared)), unit)
    return before, Column("growth", phrases.GROWTH, Unit.GROWTH)


def _rows(plan: Plan, kinds: Sequence[Kind], lang: Lang) -> Iterator[Row]:
    whole = dict.fromkeys(kinds, Fraction(1))
    told = _Numbers(phrases.COMPANY.say(lang), plan.units, plan.units, Fraction(1), whole)
    yield _row(plan, told, _company_before(plan), "")
    for team in plan.portions:
        name = team.team or phrases.NO_TEAM.say(lang)
        is_shown = team.team is not None or len(plan.portions) > 1
        if is_shown:
            shares = {kind: team.by_kind[kind] for kind in kinds}
            told = _Numbers(f"  {name}", team.units, plan.units, team.share, shares)
            yield _row(plan, told, _team_before(plan, team), _limited(plan, team).say(lang))
        if plan.is_to_rep or team.team is None:
            for person in team.below:
                shares = {kind: person.by_kind.get(kind, Fraction(0)) for kind in kinds}
                indented = f"{'    ' if is_shown else '  '}{person.seat.name if person.seat else ''}"
                told = _Numbers(indented, person.units, team.units, person.share, shares)
                yield _row(plan, told, _person_before(plan, person), _remark(plan, person).say(lang))


class _Numbers(Struct, frozen=True):
    """The units of somebody, out of those of all beside, and the share by weights alone and by each kind of them."""

    name: str
    units: int
    of: int
    share: Fraction
    by_kind: Mapping[Kind, Fraction]


def _row(plan: Plan, told: _Numbers, before: Value, remark: str) -> Row:
    amount = told.units * plan.section.unit
    given = told.units / told.of if told.of else None
    growth = float(amount) / float(before) - 1 if before is not None and before > 0 else None
    compared = () if plan.basis.compared is None else (Cell(before), Cell(growth))
    return Row(
        (
            Cell(told.name),
            Cell(amount),
            Cell(float(told.share)),
            *((Cell(given),) if plan.limits else ()),
            *(Cell(float(part)) for part in told.by_kind.values()),
            *compared,
            Cell(remark or None),
        )
    )


def _company_before(plan: Plan) -> Value:
    basis = plan.basis
    return None if basis.compared is None else basis.company.value(basis.metric.key, basis.compared, None)


def _team_before(plan: Plan, team: Portion) -> Value:
    basis = plan.basis
    groups = frozenset(one.seat.sold_as for one in team.below if one.seat is not None and one.seat.sold_as)
    if basis.compared is None or basis.by_rep is None or not groups:
        return None
    return basis.by_rep.value(basis.metric.key, basis.compared, groups)


def _person_before(plan: Plan, person: Portion) -> Value:
    basis, seat = plan.basis, person.seat
    if basis.compared is None or basis.by_rep is None or seat is None or seat.sold_as is None:
        return None
    return basis.by_rep.value(basis.metric.key, basis.compared, seat.sold_as)


def _remark(plan: Plan, person: Portion) -> Text:
    seat, period = person.seat, plan.basis.period
    said = []
    if seat is not None and seat.hired is not None and seat.hired > period.start:
        said.append(phrases.JOINS.fill(day=seat.hired))
    elif seat is not None and seat.is_new(period.start):
        said.append(phrases.NEWCOMER.fill(day=seat.hired))
    if seat is not None and seat.left is not None and seat.left < period.end:
        said.append(phrases.LEAVES.fill(day=seat.left))
    limited = _limited(plan, person)
    return listing([*said, limited] if limited else said, Text("; ", "；"))


def _limited(plan: Plan, portion: Portion) -> Text:
    """Which limit somebody's target is."""
    floor, cap = plan.limits.of(portion)
    return phrases.AT_CAP if portion.units == cap else phrases.AT_FLOOR if portion.units == floor > 0 else same("")


def _periods(plan: Plan) -> TableBlock:
    columns = (
        Column("period", phrases.PERIOD),
        Column(
            "target",
            phrases.TARGET,
            plan.basis.metric.unit,
            adds_up=adds_up(plan.basis.metric, plan.basis.company.scope.measure.catalog),
        ),
        Column("part", phrases.PART, Unit.RATIO),
    )
    added = plan.added(plan.portions)
    rows = tuple(
        Row((Cell(part.key), Cell(units * plan.section.unit), Cell(units / plan.units)))
        for part, units in zip(plan.spread.parts, added, strict=True)
    )
    figure = Figure(FigureKind.BAR, "periods", phrases.BY_PERIOD, "period", ("target",))
    return TableBlock("periods", phrases.BY_PERIOD, columns, rows, figures=(figure,) if len(rows) > 1 else ())


def _sheet(plan: Plan, lang: Lang) -> Records:
    """One record an owner and period, every period of everybody, zeros too: what `targets status` reads back."""
    unit = plan.basis.metric.unit
    columns = (
        Column("scope", phrases.SCOPE),
        Column("scope_id", phrases.SCOPE_ID),
        Column("name", phrases.NAME),
        Column("metric", phrases.METRIC),
        Column("period", phrases.PERIOD),
        Column("target", phrases.TARGET, Unit.MONEY if unit is Unit.PRICE else unit),
    )
    return Records(columns, tuple(_records(plan, lang)), is_sheet=True)


def _records(plan: Plan, lang: Lang) -> Iterator[tuple[Written, ...]]:
    by_team = [(team, plan.periodic(team)) for team in plan.portions]
    whole = tuple(map(sum, zip(*(units for _, units in by_team), strict=True)))
    yield from _of_owner(plan, (COMPANY, None, phrases.COMPANY.say(lang)), whole)
    for team, units in by_team:
        if team.team is not None:
            yield from _of_owner(plan, (TEAM, team.team, team.team), units)
        if plan.is_to_rep or team.team is None:
            for person in team.below:
                if person.seat is not None:
                    owner = (REP, person.seat.key, person.seat.name)
                    yield from _of_owner(plan, owner, plan.periodic(person))


def _of_owner(plan: Plan, owner: tuple[str, str | None, str], units: Sequence[int]) -> Iterator[tuple[Written, ...]]:
    for part, count in zip(plan.spread.parts, units, strict=True):
        amount: Decimal = count * plan.section.unit
        yield (*owner, plan.basis.metric.key, part.key, amount)
