"""Newcomers as a report: one row each, and in the notes how long it takes them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from salesperf.analyses.targets.actuals import Question
from salesperf.analyses.targets.onboarding import phrases
from salesperf.analyses.targets.onboarding.compute import Newcomer, State, newcomers, onboarding_months
from salesperf.analyses.targets.onboarding.section import OnboardingSection
from salesperf.analyses.targets.section import TargetsSection
from salesperf.analyses.targets.smart.case import Case, Cases, cases_of
from salesperf.core.period import Span
from salesperf.core.period_words import day_words, span_words
from salesperf.core.text import Count, Lang, Text
from salesperf.core.unit import Unit
from salesperf.facts.period_words import parse_period
from salesperf.report.model import Cell, Column, Meta, Note, Records, Report, Row, TableBlock, Value

SCHEMA = "salesperf.targets-onboarding/1"
_COLUMNS = (
    Column("hired", phrases.HIRED),
    Column("state", phrases.STATE),
    Column("months", phrases.MONTHS, Unit.COUNT),
    Column("window", phrases.WINDOW),
    Column("attainment", phrases.OWN, Unit.RATIO),
    Column("peers", phrases.PEERS, Unit.RATIO),
)
"""What is told of a newcomer, to people and machines."""
Found = Sequence[tuple[Case, Sequence[Newcomer]]]


def onboarding_report(question: Question, section: TargetsSection, rules: OnboardingSection, *, lang: Lang) -> Report:
    """How long newcomers take; a period asked for is the one they were hired in.

    Raises `UsageError` and `DataError`.
    """
    anytime = replace(question, request=replace(question.request, period=None))
    cases = cases_of(anytime, section, lang=lang)
    hired = _hired(question, cases)
    found = [(case, newcomers(case, rules, hired)) for case in cases.found if case.adds]
    return Report(
        schema=SCHEMA,
        title=phrases.TITLE,
        subtitle=_subtitle(cases, hired),
        lang=lang,
        blocks=tuple(_block(case, own, lang) for case, own in found),
        records=_records(found),
        notes=tuple(_notes(found, cases, rules)),
        meta=Meta(span=None if hired is None else (hired.start, hired.end)),
    )


def _hired(question: Question, cases: Cases) -> Span | None:
    """The days of hire that are looked at; None without data."""
    asked = question.request.period
    if cases.data is None or not cases.found:
        return None
    if asked is not None:
        return parse_period(asked, calendar=cases.found[0].calendar, as_of=cases.data.through)
    return Span(cases.data.first, cases.data.through)


def _subtitle(cases: Cases, hired: Span | None) -> Text | None:
    if hired is None or cases.data is None:
        return None
    return phrases.SUBTITLE.fill(hired=span_words(hired), through=day_words(cases.data.through))


def _block(case: Case, found: Sequence[Newcomer], lang: Lang) -> TableBlock:
    columns = (Column("who", phrases.WHO), *_COLUMNS)
    rows = tuple(Row(tuple(Cell(value) for value in _cells(one, lang))) for one in found)
    title = phrases.BLOCK.fill(metric=case.metric.label)
    return TableBlock(f"onboarding_{case.metric.key}", title, columns, rows, empty=phrases.EMPTY)


def _cells(one: Newcomer, lang: Lang) -> tuple[Value, ...]:
    window = one.until.key if one.until is not None else None
    state = phrases.STATES[one.state].say(lang)
    return (one.holder.name, one.hired, state, one.months, window, one.attained, one.peers)


def _records(found: Found) -> Records:
    columns = (
        Column("metric", phrases.METRIC),
        Column("who", phrases.WHO),
        Column("id", phrases.ID),
        *_COLUMNS,
        Column("onboarding_months", phrases.MEDIAN, Unit.NUMBER),
    )
    rows = tuple(
        (
            case.metric.key,
            one.holder.name,
            one.holder.key,
            one.hired,
            one.state.value,
            one.months,
            one.until.key if one.until is not None else None,
            one.attained,
            one.peers,
            onboarding_months(own),
        )
        for case, own in found
        for one in own
    )
    return Records(columns, rows)


def _notes(found: Found, cases: Cases, rules: OnboardingSection) -> Iterator[Note]:
    for finding in cases.findings:
        yield Note(finding.code, finding.text, warning=True)
    for case, own in found:
        if own:
            yield Note("onboarding_months", _summary(case, own))
    yield Note("onboarding", phrases.HOW.fill(share=f"{rules.reaches:.0%}", months=Count(rules.months)))
    for case in cases.found:
        if not case.adds:
            yield Note("not_adding", phrases.NOT_ADDING.fill(metric=case.metric.label))


def _summary(case: Case, found: Sequence[Newcomer]) -> Text:
    states = Counter(one.state for one in found)
    middle = onboarding_months(found)
    return phrases.SUMMARY.fill(
        metric=case.metric.label,
        all=Count(len(found)),
        on_board=states[State.ON_BOARD],
        median=phrases.NO_MEDIAN if middle is None else f"{middle:g}",
        since=states[State.SINCE_UNKNOWN],
        way=states[State.ON_THE_WAY],
        left=states[State.LEFT],
        unknown=states[State.UNKNOWN],
    )
