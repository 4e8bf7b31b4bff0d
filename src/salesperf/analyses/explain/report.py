"""One number taken apart: its formula, the value of each part, and every row behind it with file and row.

The parts are those the metric is evaluated from, so they give the number; the rows are the lines that the parts
add up or count.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from salesperf.analyses.explain import phrases
from salesperf.analyses.explain.parts import parts_block
from salesperf.analyses.explain.rows import SHOWN, rows_behind, rows_block
from salesperf.core.errors import UsageError
from salesperf.core.registry import Registry
from salesperf.core.text import Count, Lang, Text, same
from salesperf.facts.section import CalendarSection, SalesSection
from salesperf.metrics.atoms import ATOMS
from salesperf.metrics.compare import Against
from salesperf.metrics.evaluate import atoms_of, parts_of
from salesperf.metrics.model import Derived, Metric, Ratio
from salesperf.metrics.naming import metric_key as key_of
from salesperf.metrics.request import Request
from salesperf.metrics.scope import Scope, scope_of
from salesperf.report.model import Meta, Note, Records, Report
from salesperf.tables.bundle import Bundle

SCHEMA = "salesperf.explain/1"


def explain_report(
    bundle: Bundle,
    metric_key: str,
    request: Request,
    *,
    section: SalesSection,
    calendar: CalendarSection,
    catalog: Registry[Metric],
    lang: Lang,
) -> Report:
    """Take one metric apart for one period and one set of conditions; raises `UsageError` and `DataError`.

    Records: one row a sales line behind the number, largest first.
    """
    metric = catalog.find(key_of(metric_key, catalog))
    if request.by or request.grain is not None:
        raise UsageError(
            "explain takes one number apart", "choose it with --period and --where instead of --by or --grain"
        )
    asked = replace(request, metrics=(metric.key, *_inner(metric, catalog)))
    scope = scope_of(bundle, asked, section=section, calendar=calendar, catalog=catalog)
    values = _values(scope, metric)
    columns, rows = rows_behind(scope, metric)
    blocks = (parts_block(metric, catalog, values, lang), rows_block(columns, rows))
    return Report(
        schema=SCHEMA,
        title=_named(phrases.TITLE, metric.label),
        subtitle=_subtitle(scope),
        lang=lang,
        blocks=blocks,
        records=Records(columns, rows),
        notes=tuple(_notes(scope, metric, catalog, shown=min(SHOWN, len(rows)), total=len(rows))),
        meta=Meta(scope.as_of, (scope.whole.start, scope.whole.end), scope.sales.currency),
    )


def _inner(metric: Metric, catalog: Registry[Metric]) -> tuple[str, ...]:
    """The metrics a metric is made of, all the way down; a metric with conditions of its own has none to show."""
    if metric.where or not isinstance(metric.formula, Ratio | Derived):
        return ()
    direct = [catalog[name] for name in parts_of(metric) if name in catalog]
    return tuple(dict.fromkeys(key for part in direct for key in (part.key, *_inner(part, catalog))))


def _named(phrase: Text, label: Text) -> Text:
    return Text(phrase.en.format(name=label.en), phrase.zh.format(name=label.zh))


def _subtitle(scope: Scope) -> Text:
    span = f"{scope.whole.start} – {scope.whole.end}"
    return same("; ".join([span, *scope.conditions]))


def _values(scope: Scope, metric: Metric) -> dict[str, object]:
    """The metric and its parts for the whole period, by name; those of a pooled ratio are what it was pooled from."""
    if not scope.periods:
        return {}
    view = scope.measure.view(scope.whole, Against.NOW)
    if isinstance(view, Text):
        return {}
    values = scope.measure.values(view, by=()).row(0, named=True)
    if _is_pooled(scope, metric):
        for pooled in (scope.measure.pooled_parts(by=()), scope.measure.pooled(by=())):
            values |= pooled.row(0, named=True)
    return values


def _is_pooled(scope: Scope, metric: Metric) -> bool:
    return scope.is_all and metric.periodic and isinstance(metric.formula, Ratio | Derived)


def _notes(scope: Scope, metric: Metric, catalog: Registry[Metric], *, shown: int, total: int) -> Iterator[Note]:
    if shown < total:
        yield Note("rows", phrases.MORE.fill(total=Count(total)))
    if scope.left_out:
        yield Note("as_of", phrases.AS_OF.fill(day=scope.as_of, count=Count(scope.left_out)))
    counts = scope.sales.counts
    idle = counts.cancelled + counts.open
    if idle:
        yield Note(
            "idle", phrases.IDLE.fill(idle=Count(idle), cancelled=Count(counts.cancelled), open=Count(counts.open))
        )
    if any(ATOMS[atom].how.value == "customers" for atom in atoms_of(metric, catalog)):
        yield Note("history", phrases.HISTORY)
    if _is_pooled(scope, metric):
        yield Note("pooled", phrases.POOLED)
    yield from (Note(key, text) for key, text in scope.sales.notes)
