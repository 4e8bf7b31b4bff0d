"""What the reader must know beside the numbers: basis, what was not counted, which defaults were used."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from salesperf.analyses.kpi import phrases
from salesperf.analyses.kpi.compute import Result
from salesperf.analyses.kpi.edge_notes import edge_notes
from salesperf.analyses.kpi.few_answers import few_answers
from salesperf.analyses.kpi.shares import lagging
from salesperf.analyses.kpi.wording import WORDING, Wording
from salesperf.core.period import GRAIN_WORDS
from salesperf.core.text import Count, Text, in_quotes, listing
from salesperf.facts.sales import Basis, LineCounts
from salesperf.metrics.model import Metric
from salesperf.metrics.parts import atoms_of
from salesperf.metrics.request import Request
from salesperf.metrics.scope import Scope
from salesperf.report.model import Note
from salesperf.tables.bundle import Bundle

_ALL_OF_IT = 0.9999
_MORE_THAN_ALL = 1.0001
_TABLE_OF = {Basis.ORDERS: "orders", Basis.INVOICES: "invoices", Basis.WON_DEALS: "deals"}
_WORDS_SHOWN = 5


def notes(result: Result, bundle: Bundle, request: Request) -> tuple[Note, ...]:
    """Notes in order of weight: what limits the numbers first, then how they were made."""
    scope = result.scope
    measured = dict.fromkeys(lens.subject for lens in scope.measure.lines)
    basis = [Note(key, text) for subject in measured for key, text in scope.facts[subject].notes]
    read = [Note("reading", text) for text in bundle.notes]
    findings = [Note(found.code, found.text, warning=True) for found in scope.findings]
    return (
        *_empty(result),
        *(Note("header", text) for text in scope.taken),
        *findings,
        # Sales and what is owed may say the same of one table.
        *dict.fromkeys(basis),
        *(Note(key, text) for key, text in scope.framed.notes),
        *_lines(result),
        *_days(result),
        *_sales(result, bundle),
        *lagging(result),
        *few_answers(result),
        *edge_notes(result, request),
        *_left_out(result),
        *_brief(result),
        *read,
    )


def _empty(result: Result) -> Iterator[Note]:
    scope = result.scope
    if scope.matching:
        return
    period = scope.whole.key or str(scope.whole)
    span, words = scope.measure.span, _words(scope)
    # Balances are measured to the as-of day; the sales end with their last line.
    sold = scope.sales.days if scope.sales is not None else None
    first, last = (span.start, span.end) if sold is None else (sold.first, sold.last)
    if scope.conditions:
        yield _filled("empty", words.empty_where, period=period, conditions=", ".join(scope.conditions))
    else:
        yield _filled("empty", words.empty, period=period, first=first, last=last)


def _words(scope: Scope) -> Wording:
    """What the rows are called; without sales, as lines."""
    return WORDING[scope.sales.basis if scope.sales is not None else Basis.ORDERS]


def _lines(result: Result) -> Iterator[Note]:
    scope = result.scope
    if scope.sales is None:
        return
    counts = scope.sales.counts
    if not counts.rows:
        return
    idle = counts.cancelled + counts.open
    yield _filled(
        "lines",
        _words(scope).counted(returned=counts.returned, idle=idle),
        rows=Count(counts.rows),
        sold=Count(counts.sold),
        returned=Count(counts.returned),
        idle=Count(idle),
        cancelled=Count(counts.cancelled),
        open=Count(counts.open),
    )
    if scope.conditions:
        conditions = ", ".join(scope.conditions)
        counted = {"count": Count(scope.matching), "rows": Count(counts.rows)}
        yield _filled("where", _words(scope).where, conditions=conditions, **counted)


def _days(result: Result) -> Iterator[Note]:
    scope = result.scope
    if scope.days.later:
        yield _filled("as_of", _words(scope).as_of, day=scope.as_of, count=Count(scope.days.later))
    if scope.days.early:
        yield _filled("early", _words(scope).early, day=scope.days.begins, count=Count(scope.days.early))


def _sales(result: Result, bundle: Bundle) -> Iterator[Note]:
    scope = result.scope
    if scope.sales is None:
        return
    words = _words(scope)
    if not scope.sales.has_order_ids:
        yield Note("each_row", words.each_row)
    if "rep" in scope.by and scope.sales.counts.without_rep:
        said = words.no_rep.fill(count=Count(scope.sales.counts.without_rep))
        yield Note("without_rep", _with_empty(said, result, bundle, ("rep_id", "rep_name")))
    yield from _coverage(result)
    yield from _customers(result, scope.sales.counts, bundle)


def _coverage(result: Result) -> Iterator[Note]:
    scope = result.scope
    if not any("costed_net" in atoms_of(metric, scope.measure.catalog) for metric in scope.metrics):
        return
    whole = result.total or (result.entries[0] if result.entries else None)
    if whole is None:
        return
    known, net = whole.now.get("atom:costed_net"), whole.now.get("atom:net")
    if known is None or not net or "atom:net" not in whole.now:
        return
    share = float(known) / float(net)  # type: ignore[arg-type]
    if share < _ALL_OF_IT:
        yield _filled("cost_coverage", phrases.COVERAGE, share=f"{share:.1%}")
    elif share > _MORE_THAN_ALL:
        yield _filled("cost_coverage", phrases.RETURNS_UNCOSTED, share=f"{share:.1%}")


def _with_empty(said: Text, result: Result, bundle: Bundle, columns: Iterable[str]) -> Text:
    """A sentence on lines without a name, with the texts in the files that were taken for none."""
    sales = result.scope.sales
    table = None if sales is None else bundle.get(_TABLE_OF[sales.basis])
    if table is None or not (found := {word for column in columns for word in table.empty_words.get(column, ())}):
        return said
    more = Text(" and others", "等") if len(found) > _WORDS_SHOWN else Text("", "")
    return phrases.TAKEN_FOR_EMPTY.fill(said=said, words=in_quotes(sorted(found)[:_WORDS_SHOWN]), more=more)


def _customers(result: Result, counts: LineCounts, bundle: Bundle) -> Iterator[Note]:
    scope = result.scope
    if counts.without_customer is None:
        if any(_of_customers(metric, result) for metric in _lacking_columns(result)):
            yield Note("no_customer_column", phrases.NO_CUSTOMER_COLUMN)
        return
    if counts.without_customer:
        said = _words(scope).no_customer.fill(count=Count(counts.without_customer))
        yield Note("without_customer", _with_empty(said, result, bundle, ("customer_id", "customer_name")))
    keys = {metric.key for metric in scope.metrics}
    if keys & {"new_customers", "new_customer_rate", "new_customer_revenue_share"}:
        yield _filled("first_seen", phrases.FIRST_SEEN, first=scope.measure.sold_from)
    if scope.is_all and keys & {"retention_rate", "churn_rate", "nrr", "grr"}:
        total = phrases.POOLED_TOTAL.fill(grain=GRAIN_WORDS[scope.measure.pooled])
        yield Note("pooled", total if _has_own_periods(result) else phrases.POOLED)


def _has_own_periods(result: Result) -> bool:
    """Whether the rows are of periods, so that the total alone is of all the data."""
    return any(period is not result.scope.whole for period in result.scope.periods)


def _left_out(result: Result) -> Iterator[Note]:
    """The metrics that lack a column, and those that lack a table, by the table."""
    scope = result.scope
    lacking = [metric for metric in _lacking_columns(result) if not _of_customers(metric, result)]
    if lacking:
        yield _filled("skipped", phrases.SKIPPED, names=_labels(lacking))
    by_source: dict[str, tuple[Text, list[Metric]]] = {}
    for key, lacks in scope.lacking.items():
        sources = list(dict.fromkeys(lack.text for lack in lacks if not lack.columns))
        if sources:
            source = listing(sources, phrases.AND)
            by_source.setdefault(source.en, (source, []))[1].append(scope.measure.catalog[key])
    if by_source:
        told = [phrases.UNLOCKS.fill(source=source, names=_labels(found)) for source, found in by_source.values()]
        yield _filled("unlocks", phrases.UNLOCK, sources=listing(told, phrases.SEMICOLON))


def _lacking_columns(result: Result) -> list[Metric]:
    """The metrics whose tables are there and lack a column."""
    catalog = result.scope.measure.catalog
    return [catalog[key] for key, lacks in result.scope.lacking.items() if all(lack.columns for lack in lacks)]


def _of_customers(metric: Metric, result: Result) -> bool:
    """Whether a metric is left out since the sales name no customers, which is told on its own."""
    sales = result.scope.sales
    return metric.group == "customers" and sales is not None and not sales.has("customer")


def _labels(metrics: Iterable[Metric]) -> Text:
    return listing([metric.label for metric in metrics], phrases.COMMA)


def _brief(result: Result) -> Iterator[Note]:
    """Said when a table shows fewer metrics than were measured."""
    scope = result.scope
    is_table = bool(scope.by) or len(scope.periods) > 1
    if is_table and not result.is_asked and any(not metric.brief for metric in scope.metrics):
        yield Note("brief", phrases.BRIEF)


def _filled(key: str, phrase: Text, **values: object) -> Note:
    return Note(key, phrase.fill(**values))
