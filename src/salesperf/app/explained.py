"""`explain`: settings and files in, what one number is made of out."""

from __future__ import annotations

from salesperf.analyses.explain.report import explain_report
from salesperf.app.answer import Answer, answer_of, recorded, with_reading
from salesperf.app.left_out import answering
from salesperf.app.workspace import BESIDE, Ask, Opened, metrics_of, read, workspace
from salesperf.metrics.request import Request


def explain(ask: Ask, metric: str, request: Request) -> Answer:
    """Show what one number is made of, down to the rows."""
    space = workspace(ask)
    return explain_of(read(space, provenance=True, count_repeats=False, beside=BESIDE), metric, request)


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
    return answer_of("explain", opened, with_reading(report, opened), request={"metric": metric, **recorded(request)})
