"""What the marks of a chart are measured against: the bar below, the level before, the target, the strongest cell."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from msgspec.structs import replace

from salesperf.core.text import Text
from salesperf.core.unit import Unit
from salesperf.report.chart_parts import Point, Series
from salesperf.report.chart_words import Told
from salesperf.report.figure import FigureKind
from salesperf.report.grid import compact

MOST_OF_TARGET = 2.0
"""A bullet ends at twice its target; its words say how far it went."""
_CHANGES = frozenset({Unit.GROWTH, Unit.POINTS})
_DOUBLED = 1.0
"""A growth at which a cell has its full shade: one of nine hundred percent must not pale all others."""
_MIDDLE = 0.5
_OF_BEFORE = Text("{share} of the step before", "为上一步的 {share}")


def marked(kind: FigureKind, series: tuple[Series, ...], target: Series | None) -> tuple[Series, ...]:
    """The series with the spans of their bars and the shares of their points, as their kind draws them."""
    first, *others = series
    if kind is FigureKind.BULLET:
        return (_with_points(first, _of_targets(first.points, target)),)
    if kind in _FIRST:
        return (_with_points(first, _FIRST[kind](first.points)), *others)
    if kind is FigureKind.BAR:
        return tuple(_with_points(one, _from_zero(one.points)) for one in series)
    if kind is FigureKind.STACKED:
        return _stacked(series)
    return _shaded(series) if kind is FigureKind.HEAT_MAP else series


def expected_of(expected: Series | None, target: Series | None) -> Series | None:
    """What was to be reached by now as parts of the targets; None where nothing of it lies before its target."""
    if expected is None:
        return None
    points = (
        point if point.share is not None and point.share < 1 else replace(point, span=None)
        for point in _of_targets(expected.points, target)
    )
    found = _with_points(expected, points)
    return found if any(point.span is not None for point in found.points) else None


def beside_of(kind: FigureKind, series: tuple[Series, ...], told: Told) -> tuple[str, ...]:
    """The remark beside each category: how much of the target was reached, how much of the step before is left."""
    if kind not in {FigureKind.BULLET, FigureKind.FUNNEL}:
        return ()
    said = (
        "" if point.share is None else compact(point.share, Unit.RATIO, lang=told.lang, even=True)
        for point in series[0].points
    )
    if kind is FigureKind.BULLET:
        return tuple(said)
    return tuple(_OF_BEFORE.fill(share=share).say(told.lang) if share else "" for share in said)


def _with_points(series: Series, points: Iterator[Point]) -> Series:
    return replace(series, points=tuple(points))


def _from_zero(points: Sequence[Point]) -> Iterator[Point]:
    for point in points:
        yield point if point.value is None else replace(point, span=(0.0, point.value))


def _stacked(series: tuple[Series, ...]) -> tuple[Series, ...]:
    """Each bar stands on those before it; what is below zero hangs below zero."""
    above, below = [0.0] * len(series[0].points), [0.0] * len(series[0].points)
    stacked: list[Series] = []
    for one in series:
        points: list[Point] = []
        for index, point in enumerate(one.points):
            ends = below if (point.value or 0.0) < 0 else above
            start = ends[index]
            ends[index] += point.value or 0.0
            points.append(point if point.value is None else replace(point, span=(start, ends[index])))
        stacked.append(replace(one, points=tuple(points)))
    return tuple(stacked)


def _steps(points: Sequence[Point]) -> Iterator[Point]:
    """The first and last stand on zero, each change on the level before it."""
    level = 0.0
    for index, point in enumerate(points):
        start = 0.0 if index in {0, len(points) - 1} else level
        level = start + point.value if point.value is not None else level
        yield point if point.value is None else replace(point, span=(start, level))


def _passed(points: Sequence[Point]) -> Iterator[Point]:
    before: float | None = None
    for point in points:
        share = point.value / before if point.value is not None and before else None
        # There is no less than nothing to pass a step on: such a number has words, but no bar.
        is_drawn = point.value is not None and point.value >= 0
        yield replace(point, share=share, span=(0.0, point.value or 0.0) if is_drawn else None)
        before = point.value


def _of_targets(points: Sequence[Point], target: Series | None) -> Iterator[Point]:
    """How much of its target each number is; nothing where there is no target above zero."""
    goals = target.points if target is not None else ()
    for point, goal in zip(points, goals, strict=True):
        if point.value is None or goal.value is None or goal.value <= 0:
            yield point
            continue
        share = point.value / goal.value
        yield replace(point, share=share, span=(0.0, max(0.0, min(share, MOST_OF_TARGET))))


def _shaded(series: tuple[Series, ...]) -> tuple[Series, ...]:
    """Shades by unit: changes and what can be negative around zero, the rest from the lowest to the highest."""
    values: dict[Unit | None, list[float]] = {}
    for one in series:
        for point in one.known:
            values.setdefault(point.unit, []).append(point.value or 0.0)
    return tuple(
        replace(one, points=tuple(_shade(point, values.get(point.unit, [])) for point in one.points)) for one in series
    )


def _shade(point: Point, values: list[float]) -> Point:
    if point.value is None:
        return point
    low, high = min(values), max(values)
    if point.unit in _CHANGES or low < 0:
        strongest = max(abs(low), abs(high)) or 1.0
        if point.unit is Unit.GROWTH:
            strongest = min(strongest, _DOUBLED)
        return replace(point, share=max(-1.0, min(1.0, point.value / strongest)))
    return replace(point, share=(point.value - low) / (high - low) if high > low else _MIDDLE)


_FIRST: Mapping[FigureKind, Callable[[Sequence[Point]], Iterator[Point]]] = {
    FigureKind.PARETO: _from_zero,
    FigureKind.WATERFALL: _steps,
    FigureKind.FUNNEL: _passed,
}
"""How the bars of the first column are drawn, for kinds where only that one has bars."""
