"""`lifecycle`: settings and files in, customers over time out."""

from __future__ import annotations

from msgspec.structs import replace

from salesperf.analyses.lifecycle.moves import METRICS
from salesperf.analyses.lifecycle.purchases import purchases_of
from salesperf.analyses.lifecycle.report import lifecycle_report, lived
from salesperf.app.answer import Answer, answer_of, recorded, with_reading
from salesperf.app.left_out import answering
from salesperf.app.workspace import BESIDE, Ask, metrics_of, read, workspace
from salesperf.core.period import Grain
from salesperf.facts.needed import SIGNS
from salesperf.facts.sales import sales
from salesperf.metrics.request import Request
from salesperf.metrics.scope import scope_of


def lifecycle(ask: Ask, request: Request, *, lists: bool = False) -> Answer:
    """Who came, stayed and left in each period asked about, by months where no grain is."""
    space = workspace(ask)
    settings = space.configured.settings
    grain = request.grain or Grain.MONTH
    asked = replace(request, metrics=METRICS, grain=grain, by=())
    opened = read(space, signs=SIGNS, count_repeats=False, beside=BESIDE)
    with answering(opened):
        bundle = opened.loaded.bundle
        scope = scope_of(
            bundle, asked, section=settings.kpi, calendar=settings.fiscal_calendar, catalog=metrics_of(space.configured)
        )
        sold = scope.sales or sales(bundle, section=settings.kpi, as_of=asked.as_of)
        bought = purchases_of(sold, bundle, where=asked.where, as_of=asked.as_of)
        found = lived(scope, bought, grain=grain, churn_days=settings.lifecycle.churn_days)
        report = lifecycle_report(found, asked, lang=opened.lang, lists=lists)
    return answer_of("lifecycle", opened, with_reading(report, opened), request=recorded(asked))
