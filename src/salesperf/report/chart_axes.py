"""The axes of a chart: what they must hold, where their ticks stand, how the ticks are called."""

from __future__ import annotations

from collections.abc import Iterable

from salesperf.core.unit import Unit
from salesperf.report.chart_parts import Axis, Series, Tick
from salesperf.report.chart_words import Told
from salesperf.report.figure import FigureKind
from salesperf.report.grid import compact, unit_word
from salesperf.report.scale import bounds, ticks

_WHOLE = frozenset({Unit.COUNT})
_SIGNLESS = frozenset({Unit.RATIO, Unit.GROWTH})
_FREE = frozenset({FigureKind.LINE, FigureKind.SPARKLINE, FigureKind.SCATTER})
"""Kinds whose marks are points: only their axis may begin above zero."""
_LITTLE = 0.25
"""What hangs below zero by less than this part of a step opens no step of its own."""
_SHARES = (0.0, 0.2, 0.4, 0.6, 0.8, 1.0)
_WHOLE_TARGET = 1.0


def axis_of(kind: FigureKind, series: tuple[Series, ...], target: Series | None, told: Told) -> Axis:
    """The axis that the values stand on; that of bullets counts targets, not values."""
    if kind is FigureKind.BULLET:
        ends = [point.span[1] for point in series[0].points if point.span is not None]
        return _axis([0.0, _WHOLE_TARGET, *ends], Unit.RATIO, told, title="", from_zero=True)
    shown = series[1:] if kind is FigureKind.SCATTER else series[:1] if kind is FigureKind.PARETO else series
    values = [*_ends(shown), *(_ends((target,)) if target is not None else ())]
    unit = next((one.unit for one in shown if one.known), None)
    title = shown[0].header if len(shown) == 1 else unit_word(unit, lang=told.lang, currency=told.currency)
    return _axis(values or [0.0], unit, told, title=title, from_zero=kind not in _FREE)


def across_of(kind: FigureKind, series: tuple[Series, ...], told: Told) -> Axis | None:
    """The second axis, for the kinds that have one."""
    if kind is FigureKind.PARETO and len(series) > 1:
        labels = (compact(share, Unit.RATIO, lang=told.lang) for share in _SHARES)
        return Axis(series[1].header, tuple(map(Tick, _SHARES, labels)))
    if kind is FigureKind.SCATTER:
        one = series[0]
        return _axis(list(_ends((one,))) or [0.0], one.unit, told, title=one.header, from_zero=False)
    return None


def _axis(values: list[float], unit: Unit | None, told: Told, *, title: str, from_zero: bool) -> Axis:
    low, high = bounds(values, from_zero=from_zero)
    values = list(ticks(low, high, whole=unit in _WHOLE))
    is_little = values[0] < low and values[1] == 0 < high and -low <= (values[1] - values[0]) * _LITTLE
    least = low if is_little else None
    return Axis(title, tuple(Tick(value, _label(value, unit, told)) for value in values[is_little:]), least)


def _label(value: float, unit: Unit | None, told: Told) -> str:
    # A tick of a count is no count: it is said as short as those of amounts.
    said = Unit.NUMBER if unit in _WHOLE or unit is None else unit
    return compact(value, said, lang=told.numbers, bare=said not in _SIGNLESS, trimmed=True)


def _ends(series: Iterable[Series]) -> Iterable[float]:
    for one in series:
        for point in one.known:
            yield from point.span or (point.value or 0.0,)
