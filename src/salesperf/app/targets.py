"""The questions about targets: settings and files in, a report out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec.structs import replace

from salesperf.analyses.targets.actuals import Question
from salesperf.analyses.targets.cascade.report import cascade_report
from salesperf.analyses.targets.onboarding.report import onboarding_report
from salesperf.analyses.targets.report import status_report
from salesperf.analyses.targets.smart.report import check_report
from salesperf.analyses.targets.status import GIVE, NO_TARGETS
from salesperf.app.answer import Answer, answered
from salesperf.app.settings import Configured
from salesperf.app.target_question import question_of
from salesperf.app.workspace import Ask, Opened, read, workspace
from salesperf.core.errors import DataError, Issue, Severity, speaking
from salesperf.facts.calendar import Calendar
from salesperf.facts.subject import Subject
from salesperf.facts.subjects import TELLING, facts_of
from salesperf.facts.target_scale import scale_doubts
from salesperf.metrics.request import Request
from salesperf.sources.options import OnBadRows, told_for

_NOT_RECOGNISED = "R202"
_CHOICES = frozenset({"R604", "R605", "R611", "R614", "R615", "R616", "R617"})


def status(ask: Ask, request: Request) -> Answer:
    """Measure the targets of the files against what was reached."""
    return status_of(read(workspace(ask), provenance=True, count_repeats=False), request)


def status_of(opened: Opened, request: Request) -> Answer:
    """Measure targets over tables that were read with the place of every row."""
    with speaking(opened.lang):
        settings = opened.space.configured.settings
        if "targets" not in opened.loaded.bundle:
            raise DataError(NO_TARGETS, GIVE, tuple(one for one in opened.loaded.issues if one.code == _NOT_RECOGNISED))
        question = _question(opened, request)
        report = status_report(question, settings.targets, doubts=doubts_of(opened, question), lang=opened.lang)
    return answered("targets status", opened, report, request)


def check(ask: Ask, request: Request) -> Answer:
    """Say whether the targets can be worked with; nothing that is wrong with the files stops it."""
    space = workspace(ask)
    tolerant = replace(space, options=replace(space.options, on_bad_rows=OnBadRows.QUARANTINE))
    return check_of(read(tolerant, provenance=True, count_repeats=False, stop=False), request)


def check_of(opened: Opened, request: Request) -> Answer:
    """Say whether targets that were read can be worked with."""
    settings = opened.space.configured.settings
    with speaking(opened.lang):
        if "targets" not in opened.loaded.bundle:
            raise DataError(NO_TARGETS, GIVE, tuple(filter(_is_unread, opened.loaded.issues)))
        question = _question(opened, request, is_alone=True)
        told = (*_of_sheets(opened), *_doubts(opened, question))
        checked = check_report(question, settings.targets, settings.targets.check, told=told, lang=opened.lang)
    return replace(answered("targets check", opened, checked.report, request), findings=checked.findings)


def _is_unread(found: Issue) -> bool:
    return found.severity is Severity.ERROR or found.code == _NOT_RECOGNISED


def doubts_of(opened: Opened, question: Question) -> tuple[Issue, ...]:
    """What speaks against targets: sheets of years, owners or units in doubt, and of units unlike the sales."""
    return (*_of_choices(opened), *_doubts(opened, question))


def _of_sheets(opened: Opened) -> tuple[Issue, ...]:
    """What reading found in target sheets."""
    sheets = {(account.file, account.sheet) for account in opened.loaded.accounts if account.table == "targets"}
    return tuple(one for one in opened.loaded.issues if (one.where.file, one.where.sheet) in sheets)


def _of_choices(opened: Opened) -> Iterator[Issue]:
    """Sheets of years, owners or units in doubt, of levels, or of sums that differ or pile up."""
    return (one for one in _of_sheets(opened) if one.code in _CHOICES)


def _doubts(opened: Opened, question: Question) -> tuple[Issue, ...]:
    """Sheets whose unit may be another than that of the sales; not where the configuration says what it is."""
    if "targets" not in question.bundle or Subject.SALES not in question.facts:
        return ()
    calendar = Calendar(opened.space.configured.settings.fiscal_calendar)
    found = scale_doubts(question.bundle, question.facts[Subject.SALES], calendar=calendar)
    return tuple(one for one in found if not _says_unit(opened, one.where.file))


def _says_unit(opened: Opened, file: str | None) -> bool:
    return file is not None and any(told.unit for told in told_for(file, opened.space.options))


def onboarding(ask: Ask, request: Request) -> Answer:
    """Say how long newcomers take until they attain what their peers do."""
    return onboarding_of(read(workspace(ask), provenance=True, count_repeats=False), request)


def onboarding_of(opened: Opened, request: Request) -> Answer:
    """Look at newcomers over tables that were read."""
    targets = opened.space.configured.settings.targets
    with speaking(opened.lang):
        report = onboarding_report(_question(opened, request), targets, targets.onboarding, lang=opened.lang)
    return answered("targets onboarding", opened, report, request)


def cascade(ask: Ask, request: Request) -> Answer:
    """Break a company target down as `[targets.cascade]` says."""
    return cascade_of(read(workspace(ask), count_repeats=False), request)


def cascade_of(opened: Opened, request: Request) -> Answer:
    """Break a company target down over tables that were read."""
    targets = opened.space.configured.settings.targets
    asked = replace(request, metrics=(targets.cascade.metric,))
    with speaking(opened.lang):
        question = _question(opened, asked)
        report = cascade_report(question, targets, lang=opened.lang)
    asked = replace(question.request, period=targets.cascade.period)
    return answered("targets cascade", opened, report, asked, settings=_typed(opened.space.configured))


def _typed(configured: Configured) -> Mapping[str, object]:
    """What was typed of `[targets.cascade]`: it is the question, and not what the project file says."""
    section = ("targets", "cascade")
    keys = {
        path[len(section)]
        for path, origin in configured.origins.items()
        if path[: len(section)] == section and origin.startswith("--")
    }
    wish = configured.settings.targets.cascade.model_dump(mode="json")
    return {key: wish[key] for key in sorted(keys)}


def _question(opened: Opened, request: Request, *, is_alone: bool = False) -> Question:
    """With `is_alone` targets need nothing beside them."""
    settings = opened.space.configured.settings
    bundle = opened.loaded.bundle
    if is_alone and TELLING.isdisjoint(bundle.tables):
        return question_of(opened, request, {})
    facts = facts_of(bundle, section=settings.kpi, calendar=settings.fiscal_calendar, as_of=request.as_of)
    return question_of(opened, request, facts)
