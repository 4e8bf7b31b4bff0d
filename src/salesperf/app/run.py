"""The questions the program answers: settings and files in, one report with its findings and accounts out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace

from salesperf.analyses.explain.report import explain_report
from salesperf.analyses.kpi.compute import needs
from salesperf.analyses.kpi.report import kpi_report
from salesperf.analyses.targets.faults import target_faults
from salesperf.app.check import check_report
from salesperf.app.left_out import answering
from salesperf.app.manifest import with_manifest
from salesperf.app.read_notes import with_read_notes
from salesperf.app.target_question import question_of
from salesperf.app.workspace import Ask, Opened, metrics_of, read, workspace
from salesperf.core.codes import CODES, issue
from salesperf.core.errors import DataError, Issue, speaking
from salesperf.facts.calendar import Calendar
from salesperf.facts.dimensions import available, split
from salesperf.facts.keys import issues_of, stray_keys
from salesperf.facts.needed import SIGNS
from salesperf.facts.subject import Subject
from salesperf.facts.subjects import TELLING, Facts, facts_of
from salesperf.facts.target_scale import scale_doubts
from salesperf.metrics.request import Request
from salesperf.report.model import Report
from salesperf.report.replaced import with_replaced_told
from salesperf.sources.loaded import Account
from salesperf.sources.options import OnBadRows
from salesperf.sources.set_aside import SetAside

_BESIDE = frozenset({"targets"})
"""Tables that no number of sales comes from."""


@dataclass(frozen=True, slots=True)
class Answer:
    """A report, what was found on the way, where every row went, and the rows set aside."""

    report: Report
    findings: tuple[Issue, ...] = ()
    accounts: tuple[Account, ...] = ()
    aside: tuple[SetAside, ...] = ()


def kpi(ask: Ask, request: Request) -> Answer:
    """Measure the sales; only the columns the question needs are read."""
    space = workspace(ask)
    wanted = needs(request, metrics_of(space.configured))
    # Repeats show only where every column is read.
    opened = read(space, needs=wanted, signs=SIGNS, count_repeats=wanted is None, beside=_BESIDE)
    return kpi_of(opened, request)


def kpi_of(opened: Opened, request: Request) -> Answer:
    """Measure sales that were read already."""
    configured = opened.space.configured
    settings = configured.settings
    with answering(opened):
        report = kpi_report(
            opened.loaded.bundle,
            request,
            section=settings.kpi,
            calendar=settings.fiscal_calendar,
            catalog=metrics_of(configured),
            lang=opened.lang,
        )
    return _answer("kpi", opened, _with_reading(report, opened), request=_recorded(request))


def explain(ask: Ask, metric: str, request: Request) -> Answer:
    """Show what one number is made of, down to the rows."""
    space = workspace(ask)
    return explain_of(read(space, provenance=True, count_repeats=False, beside=_BESIDE), metric, request)


def explain_of(opened: Opened, metric: str, request: Request) -> Answer:
    """Explain a number over sales that were read with the place of every row."""
    configured = opened.space.configured
    settings = configured.settings
    with answering(opened):
        report = explain_report(
            opened.loaded.bundle,
            metric,
            request,
            section=settings.kpi,
            calendar=settings.fiscal_calendar,
            catalog=metrics_of(configured),
            lang=opened.lang,
        )
    return _answer("explain", opened, _with_reading(report, opened), request={"metric": metric, **_recorded(request)})


def check(ask: Ask, *, explain_layout: bool = False) -> Answer:
    """Read everything, stop at nothing, and report every finding and account; on request how each table lies."""
    space = workspace(ask)
    tolerant = replace(space, options=replace(space.options, on_bad_rows=OnBadRows.QUARANTINE))
    return check_of(read(tolerant, stop=False), explain_layout=explain_layout)


def check_of(opened: Opened, *, explain_layout: bool = False) -> Answer:
    """Report every finding of tables that were read already, those of business events included."""
    loaded = opened.loaded
    strays = stray_keys(loaded.bundle)
    told = (fault for stray in strays for fault in issues_of(stray))
    with speaking(opened.lang):
        findings = (*loaded.issues, *loaded.bundle.findings, *told, *_event_findings(opened))
    report = check_report(loaded, findings, lang=opened.lang, strays=strays, explain_layout=explain_layout)
    return replace(_answer("check", opened, report, request={}), findings=findings)


def _event_findings(opened: Opened) -> tuple[Issue, ...]:
    """What turning rows into business events finds, but for keys without a match, which all tables are asked for.

    An export that tells of no events has nothing to turn.
    """
    if not TELLING & set(opened.loaded.bundle.tables):
        return ()
    bundle = opened.loaded.bundle
    try:
        settings = opened.space.configured.settings
        facts = facts_of(bundle, section=settings.kpi, calendar=settings.fiscal_calendar)
        found = [
            one for events in facts.values() for one in split(events, bundle, by=available(events, bundle)).findings
        ]
        told = [one for events in facts.values() for one in events.findings]
        told += _of_targets(opened, facts)
        if "targets" in bundle and Subject.SALES in facts:
            told += scale_doubts(bundle, facts[Subject.SALES], calendar=Calendar(settings.fiscal_calendar))
        return tuple(dict.fromkeys((*told, *(one for one in found if one.code != "F506"))))
    except DataError as fault:
        if not fault.issues:
            raise
        return fault.issues


def _of_targets(opened: Opened, facts: Facts) -> tuple[Issue, ...]:
    """Targets that fit nothing in the data; nothing where no day of the data is known, which other findings tell."""
    try:
        return target_faults(question_of(opened, Request(), facts))
    except DataError:
        return ()


def _with_reading(report: Report, opened: Opened) -> Report:
    """The report with what reading has to say to it."""
    return with_replaced_told(with_read_notes(report, opened.loaded))


def answered(command: str, opened: Opened, report: Report, request: Request) -> Answer:
    """The answer of a question about targets, with what reading has to say to it."""
    told = with_replaced_told(with_read_notes(report, opened.loaded, of_targets=True))
    return _answer(command, opened, told, request=_recorded(request))


def _answer(command: str, opened: Opened, report: Report, *, request: Mapping[str, object]) -> Answer:
    loaded = opened.loaded
    findings = (*loaded.issues, *loaded.bundle.findings, *_noted(report))
    if not opened.space.manifest:
        return Answer(report, findings, loaded.accounts, loaded.aside)
    recorded = with_manifest(
        report,
        command=command,
        request=request,
        configured=opened.space.configured,
        catalog=metrics_of(opened.space.configured),
        loaded=loaded,
    )
    return Answer(recorded, findings, loaded.accounts, loaded.aside)


def _recorded(request: Request) -> Mapping[str, object]:
    """The question as a manifest records it: whether a total was wanted too changes no row."""
    return {word: value for word, value in asdict(request).items() if word != "total"}


def _noted(report: Report) -> tuple[Issue, ...]:
    """Findings about business events, which a report tells as notes under their code."""
    return tuple(issue(note.key, note.text) for note in report.notes if note.key in CODES)
