"""What every question about targets is measured with."""

from __future__ import annotations

from salesperf.analyses.targets.actuals import Question
from salesperf.app.workspace import Opened, metrics_of
from salesperf.facts.subjects import Facts
from salesperf.metrics.naming import understood
from salesperf.metrics.request import Request


def question_of(opened: Opened, request: Request, facts: Facts) -> Question:
    """The tables that were read, what they tell, and the settings to measure them by."""
    settings = opened.space.configured.settings
    catalog = metrics_of(opened.space.configured)
    bundle = opened.loaded.bundle
    return Question(
        bundle=bundle,
        facts=facts,
        section=settings.kpi,
        calendar=settings.fiscal_calendar,
        catalog=catalog,
        request=understood(request, catalog, bundle),
    )
