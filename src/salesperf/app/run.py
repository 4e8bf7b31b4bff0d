"""`kpi`: settings and files in, a scoreboard out."""

from __future__ import annotations

from salesperf.analyses.kpi.compute import needs
from salesperf.analyses.kpi.report import kpi_report
from salesperf.app.answer import Answer, answer_of, recorded, with_reading
from salesperf.app.left_out import answering
from salesperf.app.workspace import BESIDE, Ask, Opened, metrics_of, read, workspace
from salesperf.facts.needed import SIGNS
from salesperf.metrics.request import Request


def kpi(ask: Ask, request: Request) -> Answer:
    """Measure the sales; only the columns the question needs are read."""
    space = workspace(ask)
    wanted = needs(request, metrics_of(space.configured))
    # Repeats show only where every column is read.
    opened = read(space, needs=wanted, signs=SIGNS, count_repeats=wanted is None, beside=BESIDE)
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
    return answer_of("kpi", opened, with_reading(report, opened), request=recorded(request))
