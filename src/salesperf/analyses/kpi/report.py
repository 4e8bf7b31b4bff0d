"""The scoreboard as a report: a page for people and flat records for machines, from the same numbers."""

from __future__ import annotations

from salesperf.analyses.kpi import phrases
from salesperf.analyses.kpi.blocks import scoreboard, table
from salesperf.analyses.kpi.campaign_report import campaign_block, campaign_notes, campaign_report
from salesperf.analyses.kpi.campaigns import CAMPAIGN, can_be_told, effects_of
from salesperf.analyses.kpi.compute import Result, computed
from salesperf.analyses.kpi.notes import notes
from salesperf.analyses.kpi.records import records
from salesperf.core.period_words import span_words
from salesperf.core.registry import Registry
from salesperf.core.text import Lang, Text
from salesperf.facts.dimensions import DIMENSIONS, available
from salesperf.facts.sales import BASIS_WORDS
from salesperf.facts.section import CalendarSection, SalesSection
from salesperf.facts.subject import Subject
from salesperf.facts.subjects import facts_of
from salesperf.metrics.condition_words import condition_words
from salesperf.metrics.model import Metric
from salesperf.metrics.request import Request
from salesperf.report.model import Meta, Report
from salesperf.tables.bundle import Bundle

SCHEMA = "salesperf.kpi/1"


def kpi_report(
    bundle: Bundle,
    request: Request,
    *,
    section: SalesSection,
    calendar: CalendarSection,
    catalog: Registry[Metric],
    lang: Lang,
) -> Report:
    """Measure the sales of a bundle; raises `UsageError` and `DataError`."""
    effects = None
    if can_be_told(bundle, request.by):
        facts = facts_of(bundle, section=section, calendar=calendar, as_of=request.as_of)
        if (sales := facts.get(Subject.SALES)) is not None:
            effects = effects_of(bundle, request, facts, section=section, calendar=calendar, catalog=catalog)
            if CAMPAIGN not in available(sales, bundle):
                return campaign_report(effects, lang)
    result = computed(bundle, request, section=section, calendar=calendar, catalog=catalog)
    is_scoreboard = not result.scope.by and request.grain is None
    has_periods = request.grain is not None
    block = scoreboard(result, lang) if is_scoreboard else table(result, lang, has_periods=has_periods)
    whole = result.scope.whole
    return Report(
        schema=SCHEMA,
        title=_title(result),
        subtitle=_subtitle(result),
        lang=lang,
        blocks=(block,) if effects is None else (block, campaign_block(effects)),
        records=records(result),
        notes=(*notes(result, bundle, request), *(campaign_notes(effects) if effects else ())),
        meta=Meta(
            as_of=result.scope.as_of,
            span=(whole.start, whole.end),
            currency=result.scope.currency,
            only=condition_words(request.where),
        ),
    )


def _title(result: Result) -> Text:
    labels = [DIMENSIONS[key].label for key in result.scope.by]
    if not labels:
        return phrases.TITLE
    names = Text(", ".join(label.en for label in labels), "、".join(label.zh for label in labels))
    return Text(phrases.TITLE_BY.en.format(names=names.en), phrases.TITLE_BY.zh.format(names=names.zh))


def _subtitle(result: Result) -> Text:
    scope = result.scope
    named = span_words(scope.whole)
    if scope.sales is None:
        return named
    basis = BASIS_WORDS[scope.sales.basis]
    return Text(
        phrases.ROWS_WORD.en.format(span=named.en, basis=basis.en),
        phrases.ROWS_WORD.zh.format(span=named.zh, basis=basis.zh),
    )
