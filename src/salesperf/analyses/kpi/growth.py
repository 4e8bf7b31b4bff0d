"""Growth of one value against its base, or why there is none."""

from __future__ import annotations

from decimal import Decimal

from salesperf.analyses.kpi import phrases
from salesperf.analyses.kpi.compute import Entry
from salesperf.core.money import exact
from salesperf.core.period import Grain, Period
from salesperf.core.registry import Registry
from salesperf.core.text import Text
from salesperf.core.unit import Unit
from salesperf.metrics.compare import Against
from salesperf.metrics.model import Metric
from salesperf.metrics.ratio import growth
from salesperf.metrics.request import Compare
from salesperf.metrics.value import reason_for_null
from salesperf.report.grid import is_number
from salesperf.report.model import Cell, Value

_PREV_SUFFIX = {
    Grain.DAY: "dod",
    Grain.WEEK: "wow",
    Grain.MONTH: "mom",
    Grain.QUARTER: "qoq",
    Grain.YEAR: "yoy",
    None: "pop",
}


_FRACTIONS = frozenset({Unit.RATIO, Unit.GROWTH, Unit.POINTS, Unit.SCORE})


def growth_suffix(compare: Compare, period: Period) -> str:
    """The name of the growth in record keys: mom, qoq, yoy, ..."""
    if compare is Compare.PREV:
        return _PREV_SUFFIX[period.grain]
    return "yoy" if compare is Compare.YOY else "ytd_yoy"


def told_once(compare: tuple[Compare, ...], period: Period) -> tuple[Compare, ...]:
    """The comparisons whose growth is shown: a year's on the period before is that on the year before, once."""
    is_twice = Compare.YOY in compare and growth_suffix(Compare.PREV, period) == "yoy"
    return tuple(kind for kind in compare if not (is_twice and kind is Compare.PREV))


def value_cell(entry: Entry, metric: Metric, catalog: Registry[Metric]) -> Cell:
    """The value now, with the reason where it is null."""
    value = plain(entry.now.get(metric.key))
    reason = reason_for_null(metric, catalog, entry.now) if value is None else None
    return Cell(value, unit=metric.unit, reason=reason, partial=entry.partial)


def base_cell(entry: Entry, metric: Metric, against: Against, catalog: Registry[Metric]) -> Cell:
    """The value in a base, with the reason where there is none."""
    found = entry.bases[against]
    if isinstance(found, Text):
        return Cell(None, unit=metric.unit, reason=found)
    value = plain(found.get(metric.key))
    return Cell(value, unit=metric.unit, reason=reason_for_null(metric, catalog, found) if value is None else None)


def growth_unit(metric: Metric) -> Unit:
    """How a metric's growth is told: of a fraction in percentage points, of anything else in percent."""
    return Unit.POINTS if metric.unit in _FRACTIONS else Unit.GROWTH


def growth_of(now: Cell, base: Cell, metric: Metric) -> tuple[float | None, Text | None]:
    """Now / base - 1, or for a fraction now - base; null where either is missing.

    It is null too where the base is not above zero, then with the absolute change; a difference needs no such base.
    """
    if not is_number(base.value):
        return None, base.reason or phrases.BASE_ZERO
    if not is_number(now.value):
        return None, now.reason
    current, bottom = exact(now.value), exact(base.value)
    if growth_unit(metric) is Unit.POINTS:
        return float(current - bottom), None
    if bottom > 0:
        return growth(current, bottom), None
    if not bottom and not current:
        return None, phrases.BOTH_ZERO
    change = current - bottom
    shown = {"base": f"{bottom:,.2f}", "change": f"{change:+,.2f}"}
    return None, Text(phrases.BASE_NEGATIVE.en.format(**shown), phrases.BASE_NEGATIVE.zh.format(**shown))


def plain(value: object) -> Value:
    """A value of the frame as a report holds it."""
    if value is None or isinstance(value, Decimal | int | float | str):
        return value
    raise TypeError(f"a metric cannot be {type(value).__name__}")
