"""The machine form of the scoreboard: one flat record a period and group (docs/guide/output.md)."""

from __future__ import annotations

from collections.abc import Iterator

from salesperf.analyses.kpi import phrases
from salesperf.analyses.kpi.compute import Entry, Result
from salesperf.analyses.kpi.growth import base_cell, growth_of, growth_suffix, growth_unit, told_once, value_cell
from salesperf.analyses.kpi.shares import Shares, shares_of
from salesperf.core.text import Text
from salesperf.core.unit import Unit
from salesperf.facts.dimensions import DIMENSIONS
from salesperf.metrics.compare import Against
from salesperf.metrics.model import Metric
from salesperf.metrics.request import Compare
from salesperf.report.model import Column, Records, Value

_VALUES = {
    Compare.PREV: ((Against.PREV, "prev", phrases.PREV_VALUE),),
    Compare.YOY: ((Against.YOY, "yoy_base", phrases.YOY_VALUE),),
    Compare.YTD: ((Against.YTD, "ytd", phrases.YTD_VALUE), (Against.YTD_BASE, "ytd_base", phrases.YTD_BASE_VALUE)),
}
_TOTAL = "total"


def records(result: Result) -> Records:
    """Keys `period`, one a dimension (`rep`, and `rep_id` beside it), one a metric, then the comparisons."""
    shares = shares_of(result)
    columns = tuple(_columns(result, shares))
    rows = tuple(tuple(_row(result, entry, shares)) for entry in result.entries)
    total = None if result.total is None else tuple(_row(result, result.total, shares, is_total=True))
    return Records(columns, rows, total)


def _columns(result: Result, shares: Shares | None) -> Iterator[Column]:
    yield Column("period", phrases.PERIOD)
    for key in result.scope.by:
        label = DIMENSIONS[key].label
        yield Column(key, label)
        if _has_ids(key):
            yield Column(f"{key}_id", Text(f"{label.en} ID", f"{label.zh}编号"))
    for metric in result.scope.metrics:
        yield Column(metric.key, metric.label, metric.unit)
        for compare in result.compare:
            yield from _compared_columns(result, metric, compare)
        if shares is not None and metric is shares.metric:
            yield Column(shares.key, phrases.SHARE_OF.fill(label=metric.label), Unit.RATIO)


def _has_ids(dimension: str) -> bool:
    return bool(DIMENSIONS[dimension].names) or dimension == "manager"


def _compared_columns(result: Result, metric: Metric, compare: Compare) -> Iterator[Column]:
    for _, suffix, phrase in _VALUES[compare]:
        label = Text(phrase.en.format(label=metric.label.en), phrase.zh.format(label=metric.label.zh))
        yield Column(f"{metric.key}_{suffix}", label, metric.unit)
    growth = _suffix(result, compare)
    if growth is not None:
        word = phrases.GROWTH_WORDS[growth]
        label = Text(f"{metric.label.en} {word.en}", f"{metric.label.zh}{word.zh}")
        yield Column(f"{metric.key}_{growth}", label, growth_unit(metric))


def _suffix(result: Result, compare: Compare) -> str | None:
    """The key of the growth; None where another comparison tells the same."""
    period = result.scope.periods[0] if result.scope.periods else result.scope.whole
    return growth_suffix(compare, period) if compare in told_once(result.compare, period) else None


def _row(result: Result, entry: Entry, shares: Shares | None, *, is_total: bool = False) -> Iterator[Value]:
    yield entry.period.key
    for position, key in enumerate(result.scope.by):
        part = None if is_total else entry.group[position]
        yield _TOTAL if is_total and position == 0 else (result.scope.label(key, part) or None)
        if _has_ids(key):
            yield part
    catalog = result.scope.measure.catalog
    for metric in result.scope.metrics:
        now = value_cell(entry, metric, catalog)
        yield now.value
        for compare in result.compare:
            values = [base_cell(entry, metric, against, catalog) for against, _, _ in _VALUES[compare]]
            yield from (cell.value for cell in values)
            if _suffix(result, compare) is not None:
                current = values[0] if compare is Compare.YTD else now
                yield growth_of(current, values[-1], metric)[0]
        if shares is not None and metric is shares.metric:
            yield (shares.whole() if is_total else shares.cell(entry)).value
