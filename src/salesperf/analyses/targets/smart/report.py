"""The findings about targets as a report: a line a letter, the findings under their letters, all of them as records."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from salesperf.analyses.targets.actuals import Question
from salesperf.analyses.targets.section import TargetsSection
from salesperf.analyses.targets.smart import phrases
from salesperf.analyses.targets.smart.achievable import achievable
from salesperf.analyses.targets.smart.case import Cases, cases_of
from salesperf.analyses.targets.smart.led import led
from salesperf.analyses.targets.smart.letters import ACHIEVABLE, LETTERS, Letter, is_of_targets, letter_of
from salesperf.analyses.targets.smart.measurable import measurable
from salesperf.analyses.targets.smart.relevant import relevant
from salesperf.analyses.targets.smart.section import CheckSection
from salesperf.analyses.targets.smart.specific import specific
from salesperf.analyses.targets.smart.time_bound import time_bound
from salesperf.core.codes import CODES
from salesperf.core.errors import Issue, Severity
from salesperf.core.period_words import day_words
from salesperf.core.text import Count, Lang, Text, printable
from salesperf.core.unit import Unit
from salesperf.report.model import Cell, Column, Meta, Note, Records, Report, Row, TableBlock, Value

SCHEMA = "salesperf.targets-check/1"
_SHOWN = 10
"""Findings of one kind that people are shown; the records have all of them."""
_PERHAPS = "R607"
"""The code of a target that may contain those of others."""
_HEAVIEST_FIRST = tuple(phrases.WEIGHTS)


class Checked(Struct, frozen=True):
    """The report of a check and its findings."""

    report: Report
    findings: tuple[Issue, ...]


def check_report(
    question: Question, section: TargetsSection, rules: CheckSection, *, told: Sequence[Issue], lang: Lang
) -> Checked:
    """Whether the targets can be worked with; `told` is what reading and measuring found in their sheets.

    Raises `UsageError` and `DataError`.
    """
    cases = cases_of(question, section, lang=lang).under(rules)
    # Reading cannot know whom `targets status` takes for a leader: theirs are counted once, and by no chance.
    leaders = {name for case in cases.found for one in case.holders if one.leads for name in (one.name, one.key)}
    of_sheets = (one for one in told if is_of_targets(one) and not (one.code == _PERHAPS and one.value in leaders))
    findings = _ordered((*of_sheets, *cases.findings, *_by_letter(cases)))
    span = None if cases.data is None else (cases.data.first, cases.data.through)
    report = Report(
        schema=SCHEMA,
        title=phrases.TITLE,
        subtitle=_subtitle(cases),
        lang=lang,
        blocks=(_summary(findings, cases, lang), _findings(findings, lang)),
        records=_records(findings, lang),
        notes=tuple(_notes(findings, cases)),
        meta=Meta(span=span),
    )
    return Checked(report, findings)


def _by_letter(cases: Cases) -> Iterator[Issue]:
    yield from specific(cases.found)
    yield from measurable(cases.found)
    yield from achievable(cases.found)
    yield from relevant(cases.found)
    yield from led(cases.found)
    yield from time_bound(cases.found)


def _ordered(findings: Sequence[Issue]) -> tuple[Issue, ...]:
    """By letter, then the heaviest first, then by kind and place; each once."""

    def rank(finding: Issue) -> tuple[int, int, str, str, int]:
        where = finding.where
        weight = _HEAVIEST_FIRST.index(finding.severity)
        return LETTERS.index(letter_of(finding)), weight, finding.code, where.file or "", where.row or 0

    return tuple(sorted(dict.fromkeys(findings), key=rank))


def _subtitle(cases: Cases) -> Text:
    count = Count(cases.targets)
    if cases.data is None:
        return phrases.SUBTITLE_ALONE.fill(targets=count)
    return phrases.SUBTITLE.fill(targets=count, through=day_words(cases.data.through))


def _summary(findings: Sequence[Issue], cases: Cases, lang: Lang) -> TableBlock:
    columns = (
        Column("letter", phrases.LETTER),
        Column("asks", phrases.ASKS),
        Column("result", phrases.VERDICT),
    )
    rows = (
        (letter.label.say(lang), letter.asks.say(lang), _result(letter, findings, cases).say(lang))
        for letter in LETTERS
    )
    return TableBlock(
        "summary", phrases.SUMMARY, columns, tuple(Row(tuple(Cell(word) for word in row)) for row in rows)
    )


def _result(letter: Letter, findings: Sequence[Issue], cases: Cases) -> Text:
    own = [finding for finding in findings if letter_of(finding) is letter]
    notes = sum(finding.severity is Severity.NOTE for finding in own)
    if letter is ACHIEVABLE and cases.data is None:
        return phrases.NOT_CHECKED
    if len(own) == notes:
        return phrases.NOTED.fill(notes=Count(notes)) if notes else phrases.CLEAN
    found = phrases.FOUND.fill(findings=Count(len(own) - notes))
    return phrases.BOTH.fill(found=found, notes=Count(notes)) if notes else found


def _findings(findings: Sequence[Issue], lang: Lang) -> TableBlock:
    columns = (
        Column("severity", phrases.SEVERITY),
        Column("where", phrases.WHERE),
        Column("seen", phrases.SEEN),
        Column("to_do", phrases.TO_DO),
    )
    rows = []
    for letter in LETTERS:
        shown = list(_shown([finding for finding in findings if letter_of(finding) is letter], lang))
        rows += [
            Row(tuple(Cell(printable(word)) for word in words), heading=letter.label if at == 0 else None)
            for at, words in enumerate(shown)
        ]
    return TableBlock("findings", phrases.FINDINGS, columns, tuple(rows), empty=phrases.NONE)


def _shown(findings: Sequence[Issue], lang: Lang) -> Iterator[tuple[str, str, str, str]]:
    """The first ten of each kind, and how many more there are."""
    for code in dict.fromkeys(finding.code for finding in findings):
        alike = [finding for finding in findings if finding.code == code]
        weight = phrases.WEIGHTS[alike[0].severity].say(lang)
        for finding in alike[:_SHOWN]:
            yield weight, finding.where.say(lang), finding.told(lang), _cure(finding, lang)
        if len(alike) > _SHOWN:
            more = phrases.MORE.fill(more=len(alike) - _SHOWN)
            yield weight, "", more.say(lang), phrases.ALL_OF_THEM.say(lang)


def _cure(finding: Issue, lang: Lang) -> str:
    return finding.advice(lang) or CODES[finding.code].cure.say(lang)


def _records(findings: Sequence[Issue], lang: Lang) -> Records:
    columns = (
        Column("letter", phrases.LETTER),
        Column("code", phrases.CODE),
        Column("severity", phrases.SEVERITY),
        Column("message", phrases.SEEN),
        Column("file", phrases.FILE),
        Column("sheet", phrases.SHEET),
        Column("row", phrases.ROW, Unit.COUNT),
        Column("column", phrases.COLUMN),
        Column("value", phrases.VALUE),
        Column("count", phrases.COUNT, Unit.COUNT),
        Column("hint", phrases.TO_DO),
    )
    return Records(columns, tuple(_record(finding, lang) for finding in findings))


def _record(finding: Issue, lang: Lang) -> tuple[Value, ...]:
    where = finding.where
    values: tuple[Value, ...] = (
        letter_of(finding).key,
        finding.code,
        finding.severity.value,
        finding.told(lang),
        where.file,
        where.sheet,
        where.row,
        where.column,
        finding.value,
        finding.count,
        _cure(finding, lang),
    )
    return tuple(printable(value) if isinstance(value, str) else value for value in values)


def _notes(findings: Sequence[Issue], cases: Cases) -> Iterator[Note]:
    notes = sum(finding.severity is Severity.NOTE for finding in findings)
    found = len(findings) - notes
    text = phrases.VERDICT_NOTE.fill(findings=Count(found), notes=Count(notes), targets=Count(cases.targets))
    yield Note("findings", text, warning=found > 0)
    yield Note("thresholds", phrases.THRESHOLDS)
