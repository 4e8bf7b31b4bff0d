"""The questions about targets: settings and files in, a report out."""

from __future__ import annotations

from dataclasses import replace

from salesperf.analyses.targets.actuals import Question
from salesperf.analyses.targets.cascade.report import cascade_report
from salesperf.analyses.targets.report import status_report
from salesperf.app.run import Answer, answered
from salesperf.app.workspace import Ask, Opened, metrics_of, read, workspace
from salesperf.core.errors import speaking
from salesperf.facts.subjects import facts_of
from salesperf.metrics.naming import understood
from salesperf.metrics.request import Request


def status(ask: Ask, request: Request) -> Answer:
    """Measure the targets of the files against what was reached."""
    return status_of(read(workspace(ask), provenance=True, count_repeats=False), request)


def status_of(opened: Opened, request: Request) -> Answer:
    """Measure targets over tables that were read with the place of every row."""
    with speaking(opened.lang):
        report = status_report(_question(opened, request), opened.space.configured.settings.targets, lang=opened.lang)
    return answered("targets status", opened, report, request)


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
    return answered("targets cascade", opened, report, replace(question.request, period=targets.cascade.period))


def _question(opened: Opened, request: Request) -> Question:
    settings = opened.space.configured.settings
    catalog = metrics_of(opened.space.configured)
    bundle = opened.loaded.bundle
    return Question(
        bundle=bundle,
        facts=facts_of(bundle, section=settings.kpi, calendar=settings.fiscal_calendar, as_of=request.as_of),
        section=settings.kpi,
        calendar=settings.fiscal_calendar,
        catalog=catalog,
        request=understood(request, catalog, bundle),
    )
