"""The scoreboard as people read it: a metric a row, or groups and periods down and metrics across."""

from __future__ import annotations

from collections.abc import Iterator

from salesperf.analyses.kpi import phrases
from salesperf.analyses.kpi.compute import BASES, Entry, Result
from salesperf.analyses.kpi.figures import figures_of, is_sum_of_rows
from salesperf.analyses.kpi.growth import base_cell, growth_of, growth_suffix, growth_unit, plain, told_once, value_cell
from salesperf.analyses.kpi.shares import Shares, shares_of
from salesperf.core.period import GRAIN_WORDS, Period
from salesperf.core.text import Lang, Text, same
from salesperf.core.unit import Unit
from salesperf.facts.dimensions import DIMENSIONS
from salesperf.metrics.model import FAMILY_WORDS, Family, Metric
from salesperf.metrics.request import Compare
from salesperf.report.model import Cell, Column, Row, Sparkline, TableBlock

_LENGTH = 24
"""How many periods a trend shows at most."""
_NO_LEAD = 2
"""A trend of fewer periods says nothing."""


def scoreboard(result: Result, lang: Lang) -> TableBlock:
    """One row a metric, grouped into result, process and efficiency."""
    columns = [Column("metric", phrases.METRIC), Column("value", phrases.VALUE)]
    for compare in result.compare:
        columns += _compare_columns(result, compare)
    trend = result.months[-_LENGTH:]
    has_trend = len(trend) >= _NO_LEAD and result.scope.trend_grain is not None
    if has_trend and result.scope.trend_grain is not None:
        columns.append(Column("trend", phrases.TREND[result.scope.trend_grain]))
        if not result.compare:
            columns.append(Column("latest", same(trend[-1][0].key)))
            columns.append(Column("latest_change", phrases.CHANGE))
    rows = [row for entry in result.entries for row in _metric_rows(result, entry, lang, has_trend=has_trend)]
    return TableBlock("kpi", phrases.TITLE, tuple(columns), tuple(rows))


def _compare_columns(result: Result, compare: Compare) -> list[Column]:
    suffix = growth_suffix(compare, result.scope.whole)
    # Some metrics grow by percent and some by points, so that the unit stands in the cells.
    growth = Column(f"growth_{compare.value}", phrases.GROWTH_WORDS[suffix])
    match compare:
        case Compare.PREV:
            return [Column("prev", phrases.PREV), growth]
        case Compare.YOY:
            return [Column("yoy_base", phrases.YOY), growth]
        case Compare.YTD:
            return [Column("ytd", phrases.YTD), Column("ytd_base", phrases.YTD_BASE), growth]


def _metric_rows(result: Result, entry: Entry, lang: Lang, *, has_trend: bool) -> Iterator[Row]:
    for family in Family:
        metrics = [metric for metric in result.scope.metrics if metric.family is family]
        for number, metric in enumerate(metrics):
            heading = FAMILY_WORDS[family] if number == 0 else None
            cells = tuple(_metric_cells(result, entry, metric, lang, has_trend=has_trend))
            yield Row(cells, heading=heading, key=metric.key)


def _metric_cells(
    result: Result, entry: Entry, metric: Metric, lang: Lang, *, has_trend: bool
) -> Iterator[Cell | Sparkline]:
    yield Cell(metric.label.say(lang))
    yield value_cell(entry, metric, result.scope.measure.catalog)
    for compare in result.compare:
        yield from _compared(result, entry, metric, compare)
    if has_trend:
        yield from _trend(result, metric)


def _compared(result: Result, entry: Entry, metric: Metric, compare: Compare) -> Iterator[Cell]:
    catalog = result.scope.measure.catalog
    cells = [base_cell(entry, metric, base, catalog) for base in BASES[compare]]
    yield from cells
    now = cells[0] if compare is Compare.YTD else value_cell(entry, metric, catalog)
    value, reason = growth_of(now, cells[-1], metric)
    yield Cell(value, unit=growth_unit(metric), reason=reason, partial=entry.partial)


def _trend(result: Result, metric: Metric) -> Iterator[Cell | Sparkline]:
    series = [plain(values.get(metric.key)) for _, values in result.months[-_LENGTH:]]
    yield Sparkline(tuple(None if value is None else float(value) for value in series))  # type: ignore[arg-type]
    if not result.compare:
        now, before = (Cell(value, unit=metric.unit) for value in (series[-1], series[-2]))
        yield now
        value, reason = growth_of(now, before, metric)
        yield Cell(value, unit=growth_unit(metric), reason=reason)


def table(result: Result, lang: Lang, *, has_periods: bool) -> TableBlock:
    """Periods and groups down, metrics across, each followed by its growth; the total is evaluated on its own."""
    columns = [Column("period", phrases.PERIOD)] if has_periods else []
    columns += [Column(key, DIMENSIONS[key].label) for key in result.scope.by]
    shares = shares_of(result)
    for metric in result.shown:
        is_sum = is_sum_of_rows(result, metric, has_periods=has_periods)
        columns.append(Column(metric.key, metric.label, metric.unit, adds_up=is_sum))
        columns += [_growth_column(result, metric, compare) for compare in _told(result)]
        if shares is not None and metric is shares.metric:
            columns.append(Column(shares.key, phrases.SHARE, Unit.RATIO))
    rows = [
        Row((*_names(result, entry, lang, has_periods=has_periods), *_table_cells(result, entry, shares)))
        for entry in result.entries
    ]
    total = None
    if result.total is not None:
        heading = _total_names(result, lang, has_periods=has_periods)
        total = Row((*heading, *_table_cells(result, result.total, shares)))
    grains = _grain_words(result) if has_periods else []
    names = [*grains, *(DIMENSIONS[key].label for key in result.scope.by)]
    title = Text(", ".join(name.en for name in names), "、".join(name.zh for name in names))
    figures = figures_of(result, has_periods=has_periods)
    return TableBlock("kpi", title, tuple(columns), tuple(rows), total, figures=figures)


def _grain_words(result: Result) -> list[Text]:
    grains = dict.fromkeys(period.grain for period in result.scope.periods)
    return [GRAIN_WORDS[grain] for grain in grains if grain is not None]


def _told(result: Result) -> tuple[Compare, ...]:
    return told_once(result.compare, _first_period(result))


def _first_period(result: Result) -> Period:
    return result.scope.periods[0] if result.scope.periods else result.scope.whole


def _growth_column(result: Result, metric: Metric, compare: Compare) -> Column:
    suffix = growth_suffix(compare, _first_period(result))
    return Column(f"{metric.key}_{suffix}", phrases.GROWTH_WORDS[suffix], growth_unit(metric))


def _names(result: Result, entry: Entry, lang: Lang, *, has_periods: bool) -> Iterator[Cell]:
    if has_periods:
        yield Cell(entry.period.key, partial=entry.partial)
    for key, part in zip(result.scope.by, entry.group, strict=True):
        yield Cell(result.scope.label(key, part) or phrases.NO_NAME.say(lang))


def _total_names(result: Result, lang: Lang, *, has_periods: bool) -> Iterator[Cell]:
    yield Cell(phrases.TOTAL.say(lang))
    for _ in result.scope.by if has_periods else result.scope.by[1:]:
        yield Cell("")


def _table_cells(result: Result, entry: Entry, shares: Shares | None) -> Iterator[Cell]:
    catalog = result.scope.measure.catalog
    for metric in result.shown:
        yield value_cell(entry, metric, catalog)
        for compare in _told(result):
            yield list(_compared(result, entry, metric, compare))[-1]
        if shares is not None and metric is shares.metric:
            yield shares.whole() if entry is result.total else shares.cell(entry)
