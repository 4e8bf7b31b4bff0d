"""Whom a plan holds for, on which days: the table of assignments says it, else the plan itself, else it is everybody.

Events outside those days are credited to nobody by the plan, and told.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import NoReturn

import narwhals as nw
from msgspec.structs import replace

from salesperf.analyses.commission.cover import Cover
from salesperf.analyses.commission.credited import UNCOVERED, Ground
from salesperf.analyses.commission.plan import Plan
from salesperf.analyses.commission.written.who import Who
from salesperf.core.codes import issue
from salesperf.core.errors import DataError, Issue
from salesperf.core.period import Span
from salesperf.core.suggest import did_you_mean
from salesperf.core.text import Count, Text, in_quotes
from salesperf.engine import Frame, collect, looked_up, small
from salesperf.facts.customer_reps import with_reps_of_customers
from salesperf.facts.dated_rows import Dated, dated_rows, joined_spans, overlaps, spans_within
from salesperf.facts.events import Events
from salesperf.facts.rep_names import RepKeys
from salesperf.facts.subject import Subject
from salesperf.facts.subjects import Facts
from salesperf.facts.tenure import tenures_of
from salesperf.tables.bundle import Bundle, Table
from salesperf.tables.schema import DTYPES, Kind

_DAY, _REP = DTYPES[Kind.DATE], DTYPES[Kind.ID]
_VALID = ("valid_from", "valid_to")
_UNUSABLE = Text("it cannot be told whom the plan holds for", "无法确定方案适用于谁")
_SEE = Text("correct what is listed", "请修正所列各项")
_NOT_ASSIGNED = Text(
    "the assignments name no plan {plan!r}, only {named}", "方案分配表中没有方案「{plan}」，只有{named}"
)
_NOBODY = Text("who.{key} names {one!r}, which nobody has", "who.{key} 中的「{one}」不存在")
_NO_COLUMN = Text("who.{key} needs a list of people with the column {column}", "who.{key} 需要含 {column} 列的人员表")
_OUTSIDE = Text(
    "{rep!r}: {lines:line|lines} from {first} to {last}, {net} in all, on days without the plan {plan}",
    "「{rep}」：{first}至{last}共 {lines} 行、合计 {net}，不在方案 {plan} 的适用日期内",
)


def cover_of(plan: Plan, ground: Ground) -> Cover:
    """Read whom a plan holds for; raises `DataError` with the rows or names at fault."""
    reps = ground.reps
    found, others = _assigned(plan, ground.bundle, reps)
    if found is None and plan.plan.who is not None:
        found = _named(plan.plan.who, ground.bundle, reps)
    tenures = tenures_of(ground.bundle, reps)
    if found is None:
        return Cover(plan, tenures=tenures)
    whole = Cover(plan).days
    inside = {who: joined_spans(spans_within(spans, (whole,))) for who, spans in found.items()}
    elsewhere = None if others is None else {who: joined_spans(spans) for who, spans in others.items()}
    return Cover(plan, {who: inside[who] for who in sorted(inside) if inside[who]}, elsewhere, tenures)


_Spans = Mapping[str, list[Span]]


def _assigned(plan: Plan, bundle: Bundle, reps: RepKeys) -> tuple[_Spans | None, _Spans | None]:
    """The spans by rep in the table of assignments, and those of other plans; None where the plan says it itself."""
    table = bundle.get("assignments")
    if table is None:
        return None, None
    rows, faults = dated_rows(table, "plan", reps)
    faults = (*faults, *overlaps(rows))
    if faults:
        raise DataError(_UNUSABLE, _SEE, faults)
    terms = plan.plan
    called = {name.casefold() for name in (terms.id, terms.title, terms.title_zh) if name is not None}
    own = [row for row in rows if row.value.casefold() in called]
    if not own and terms.who is None:
        names = sorted({row.value for row in rows})
        told = _NOT_ASSIGNED.fill(plan=terms.id, named=in_quotes(names))
        _refuse([issue("F622", told, hint=did_you_mean(terms.id, names))])
    return (_by_rep(own), _by_rep([row for row in rows if row not in own])) if own else (None, None)


def _by_rep(rows: Sequence[Dated]) -> _Spans:
    found: dict[str, list[Span]] = {}
    for row in rows:
        found.setdefault(row.rep, []).append(row.span)
    return found


def _refuse(faults: Sequence[Issue]) -> NoReturn:
    raise DataError(_UNUSABLE, _SEE, tuple(faults))


def _named(who: Who, bundle: Bundle, reps: RepKeys) -> _Spans:
    """The spans of those whom the plan names."""
    always = Span(date.min, date.max)
    known = sorted(reps.ids | reps.keys.keys())
    faults = [_nobody("reps", one, known) for one in who.reps if one not in known]
    found = {reps.of([one])[one]: [always] for one in who.reps if one in known}
    people = bundle.get("people")
    for key, column, names in (("teams", "team", who.teams), ("roles", "role", who.roles)):
        if not names:
            continue
        if people is None or not {column, "rep_id"} <= set(people.frame.columns):
            faults.append(issue("F622", _NO_COLUMN.fill(key=key, column=column)))
            continue
        rows = _people(people, column, reps)
        there = sorted({row.value for row in rows})
        faults += [_nobody(key, one, there) for one in names if one not in there]
        for row in rows:
            if row.value in names:
                found.setdefault(row.rep, []).append(row.span)
    if faults:
        _refuse(faults)
    return found


def _people(people: Table, column: str, reps: RepKeys) -> list[Dated]:
    """The rows of the people table that have a value; one without is of no team or role."""
    told = people.frame.filter(people.frame[column].is_not_null(), people.frame["rep_id"].is_not_null())
    rows, faults = dated_rows(replace(people, frame=told), column, reps, days=_VALID)
    if faults:
        _refuse(faults)
    return list(rows)


def _nobody(key: str, one: str, known: Sequence[str]) -> Issue:
    return issue("F622", _NOBODY.fill(key=key, one=one), hint=did_you_mean(one, known))


def within_cover(ground: Ground, cover: Cover, *, told: Span | None = None) -> tuple[Ground, tuple[Text, ...]]:
    """The ground where what lies outside the plan's days has no rep, and the sales of reps that do, on days `told`.

    The rows stay: who bought first, and how much was sold in all, does not depend on a plan.
    """
    first = ground.days.period(cover.plan.plan.grain, cover.plan.plan.start).start
    if cover.is_for_all and first == cover.plan.plan.start:
        return ground, ()
    sold = owned(ground.facts[Subject.SALES], ground.bundle)
    outside = () if cover.spans is None else tuple(_outside(sold, cover, told or cover.days))
    overlaid = None if ground.overlaid is None else _facts(ground.overlaid, ground.bundle, cover, first)
    return replace(ground, facts=_facts(ground.facts, ground.bundle, cover, first), overlaid=overlaid), outside


def _facts(facts: Facts, bundle: Bundle, cover: Cover, first: date) -> Facts:
    return {subject: _covered(owned(events, bundle), cover, first) for subject, events in facts.items()}


def owned(events: Events, bundle: Bundle) -> Events:
    """The events with the reps of their customers, where they name none themselves."""
    return with_reps_of_customers(events, bundle).events


def _covered(events: Events, cover: Cover, first: date) -> Events:
    """The events of reps on the days on which the plan holds for them; `first` begins the first period it pays."""
    if not events.has("rep"):
        return events
    lines, inside = _placed(events.lines, cover.spans or {})
    day, whole = nw.col("date").cast(nw.Date), cover.days
    if cover.spans is None:
        inside = (day >= nw.lit(whole.start)) & (day <= nw.lit(whole.end))
    # What was sold before the periods it pays is not paid, and tells of records and of who had bought before.
    inside = (inside | (day < nw.lit(first))).fill_null(value=False)
    own = [name for name in ("rep", "selling_rep") if name in events.columns]
    names = events.lines.collect_schema().names()
    kept = {name: nw.when(inside).then(nw.col(name)) for name in own}
    told = {UNCOVERED: nw.when(~inside).then(nw.col("rep"))}
    lines = lines.with_columns(**told).with_columns(**kept).select(*names, UNCOVERED)
    return replace(events, lines=lines, columns=events.columns | {UNCOVERED})


def _outside(events: Events, cover: Cover, asked: Span) -> Iterator[Text]:
    """The reps with sales on days of the plan, of those asked about, on which neither it nor another holds for them.

    Of a plan that names its people itself these alone are asked about: who else has which plan is not known.
    """
    if not events.has("rep", "net"):
        return
    terms, spans = cover.plan.plan, cover.spans or {}
    lines, inside = _placed(events.lines, spans)
    lines = lines.filter(~inside, ~nw.col("rep").is_null()).select("rep", "date", "net")
    if cover.elsewhere is None:
        lines = lines.filter(nw.col("rep").is_in(list(spans)))
    else:
        lines, otherwise = _placed(lines, cover.elsewhere)
        lines = lines.filter(~otherwise)
    day = nw.col("date")
    first, last = max(terms.start, asked.start), min(terms.to or date.max, asked.end)
    within = (day >= nw.lit(first)) & (day <= nw.lit(last))
    sums = [nw.len().alias("lines"), nw.col("net").sum(), day.min().alias("first"), day.max().alias("last")]
    found = collect(lines.filter(within).group_by("rep").agg(*sums)).sort("rep")
    for row in found.rows(named=True):
        told = {**row, "lines": Count(row["lines"]), "net": f"{row['net'].normalize():,f}", "plan": terms.id}
        yield _OUTSIDE.fill(**told)


def _placed(lines: Frame, spans: Mapping[str, tuple[Span, ...]]) -> tuple[Frame, nw.Expr]:
    """The lines with the spans of their rep, and whether their day is in one of them."""
    inside = nw.col("date").is_null() & nw.lit(value=False)
    for number in range(max(map(len, spans.values()), default=0)):
        of = {who: mine[number] for who, mine in spans.items() if number < len(mine)}
        for name, ends in (("_from", [one.start for one in of.values()]), ("_to", [one.end for one in of.values()])):
            column = f"{name}_{number}"
            lines = looked_up(lines, small({"rep": list(of), column: ends}, {"rep": _REP, column: _DAY}), on="rep")
        is_in = (nw.col("date") >= nw.col(f"_from_{number}")) & (nw.col("date") <= nw.col(f"_to_{number}"))
        inside = inside | is_in.fill_null(value=False)
    return lines, inside
