"""`check`: settings and files in, every finding and where every row went out."""

from __future__ import annotations

from msgspec.structs import replace

from salesperf.analyses.targets.faults import target_faults
from salesperf.app.answer import Answer, answer_of
from salesperf.app.check import check_report
from salesperf.app.target_question import question_of
from salesperf.app.workspace import Ask, Opened, read, workspace
from salesperf.core.errors import DataError, Issue, speaking
from salesperf.facts.calendar import Calendar
from salesperf.facts.dimensions import available, split
from salesperf.facts.keys import issues_of, stray_keys
from salesperf.facts.subject import Subject
from salesperf.facts.subjects import TELLING, Facts, facts_of
from salesperf.facts.target_scale import scale_doubts
from salesperf.metrics.request import Request
from salesperf.sources.options import OnBadRows


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
    return replace(answer_of("check", opened, report, request={}), findings=findings)


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
