"""One number taken apart: its formula, the value of each part, and every row behind it with file and row.

The parts are those the metric is evaluated from, so they give the number; the rows are the lines that the parts
add up or count.
"""

from __future__ import annotations

from collections.abc import Iterator

import polars as pl
from msgspec.structs import replace

from salesperf.analyses.explain import phrases
from salesperf.analyses.explain.parts import parts_block
from salesperf.analyses.explain.rows import SHOWN, rows_behind, rows_block
from salesperf.core.errors import UsageError
from salesperf.core.period_words import span_words
from salesperf.core.registry import Registry
from salesperf.core.text import Count, Lang, Text, listing, same
from salesperf.facts.sales import LineCounts
from salesperf.facts.section import CalendarSection, SalesSection
from salesperf.metrics.atoms import ATOMS
from salesperf.metrics.compare import Against
from salesperf.metrics.model import Derived, Metric, Ratio
from salesperf.metrics.naming import metric_key as key_of
from salesperf.metrics.parts import atoms_of, both, metrics_in, under
from salesperf.metrics.request import Request
from salesperf.metrics.scope import Scope, scope_of
from salesperf.metrics.value import expression_of
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
            Text("explain takes one number apart", "explain 一次只拆解一个数字"),
            Text(
                "choose it with --period and --where instead of --by or --grain",
                "请用 --period 和 --where 选定，不要用 --by 或 --grain",
            ),
        )
    asked = replace(request, metrics=(metric.key,))
    scope = scope_of(bundle, asked, section=section, calendar=calendar, catalog=catalog)
    values = _values(scope, metric)
    columns, rows = rows_behind(scope, metric)
    blocks = (
        parts_block(metric, catalog, values, lang, is_pooled=_is_pooled(scope, metric)),
        rows_block(columns, rows),
    )
    return Report(
        schema=SCHEMA,
        title=_named(phrases.TITLE, metric.label),
        subtitle=_subtitle(scope),
        lang=lang,
        blocks=blocks,
        records=Records(columns, rows),
        notes=tuple(_notes(scope, metric, catalog, shown=min(SHOWN, len(rows)), total=len(rows))),
        meta=Meta(scope.as_of, (scope.whole.start, scope.whole.end), scope.currency),
    )


def _named(phrase: Text, label: Text) -> Text:
    return Text(phrase.en.format(name=label.en), phrase.zh.format(name=label.zh))


def _subtitle(scope: Scope) -> Text:
    return listing([span_words(scope.whole), *scope.conditions], same("; "))


def _values(scope: Scope, metric: Metric) -> dict[str, object]:
    """The metric, its parts and their atoms for the whole period, by column; of a pooled ratio, what it is pooled from.

    A count that a pooled ratio is made of has no value: added over months it would count a customer many times.
    """
    view = scope.measure.view(scope.whole, Against.NOW)
    if not scope.periods or isinstance(view, Text):
        return {}
    catalog, is_pooled = scope.measure.catalog, _is_pooled(scope, metric)
    atoms = scope.measure.values(view, by=())
    if is_pooled:
        atoms = scope.measure.beside_pooled(atoms, by=())
    parts = {
        under(part.key, both(outer, part.where)): expression_of(part, catalog, outer=outer, is_pooled=pooled)
        if isinstance(part.formula, Ratio | Derived) or not pooled
        else pl.lit(None)
        for part, outer, pooled in metrics_in(metric, catalog, is_pooled=is_pooled)
    }
    return atoms.with_columns(**parts).row(0, named=True)


def _is_pooled(scope: Scope, metric: Metric) -> bool:
    return scope.is_all and metric.periodic and isinstance(metric.formula, Ratio | Derived)


def _notes(scope: Scope, metric: Metric, catalog: Registry[Metric], *, shown: int, total: int) -> Iterator[Note]:
    if shown < total:
        yield Note("rows", phrases.MORE.fill(total=Count(total)))
    yield from (Note("header", text) for text in scope.taken)
    if scope.days.later:
        yield Note("as_of", phrases.AS_OF.fill(day=scope.as_of, count=Count(scope.days.later)))
    if scope.days.early:
        yield Note("early", phrases.EARLY.fill(day=scope.days.begins, count=Count(scope.days.early)))
    if scope.sales is not None:
        yield from _idle(scope.sales.counts)
    if any(ATOMS[atom].how.value == "customers" for atom in atoms_of(metric, catalog)):
        yield Note("history", phrases.HISTORY)
    if _is_pooled(scope, metric):
        yield Note("pooled", phrases.POOLED)
    for subject in dict.fromkeys(lens.subject for lens in scope.measure.lines):
        yield from (Note(key, text) for key, text in scope.facts[subject].notes)


def _idle(counts: LineCounts) -> Iterator[Note]:
    idle = counts.cancelled + counts.open
    if idle:
        words = {"cancelled": Count(counts.cancelled), "open": Count(counts.open)}
        yield Note("idle", phrases.IDLE.fill(idle=Count(idle), **words))
