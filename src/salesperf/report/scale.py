"""Where the ticks of an axis stand: round numbers at equal steps around the values."""

from __future__ import annotations

from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal, localcontext

from salesperf.core.money import exact

_STEPS = tuple(map(Decimal, ("1", "2", "2.5", "3", "4", "5")))
_WHOLE_STEPS = tuple(map(Decimal, ("1", "2", "3", "4", "5")))
_DIGITS = 60
_SAME = Decimal("1e-9")
"""Bounds nearer than this part of them are one: no picture shows the difference, and floats hardly do."""
_NOTHING = Decimal("1e-100")
_NEAR = 4
"""An axis leaves zero out when its values differ by less than a fourth of the largest."""


def ticks(low: float, high: float, *, most: int = 7, whole: bool = False) -> tuple[float, ...]:
    """At most `most` (3 or more) round numbers at equal steps, the first not above `low`, the last not below `high`.

    Bounds that are equal, or as good as, get zero on one side. `whole` allows no fractions, for things that are
    counted.

    >>> ticks(0, 1_234_000)
    (0.0, 250000.0, 500000.0, 750000.0, 1000000.0, 1250000.0)
    >>> ticks(-3, 7, whole=True)
    (-4.0, -2.0, 0.0, 2.0, 4.0, 6.0, 8.0)
    """
    bottom, top = exact(min(low, high)), exact(max(low, high))
    if top - bottom <= _SAME * max(abs(bottom), abs(top)):
        bottom, top = min(bottom, Decimal(0)), max(top, Decimal(0))
    if max(-bottom, top) < _NOTHING:
        bottom, top = Decimal(0), Decimal(1)
    with localcontext(prec=_DIGITS):
        for step in _round_steps(top - bottom, whole=whole):
            first = (bottom / step).to_integral_value(ROUND_FLOOR)
            last = (top / step).to_integral_value(ROUND_CEILING)
            if last - first < max(most, 3):
                return tuple(float(step * index) for index in range(int(first), int(last) + 1))
    raise AssertionError("steps grow until they are wide enough")


def bounds(values: list[float], *, from_zero: bool) -> tuple[float, float]:
    """From where to where an axis goes: with zero, unless it may be left out and all values lie close together."""
    low, high = min(values), max(values)
    is_close = low * high > 0 and (high - low) * _NEAR < max(abs(low), abs(high))
    if is_close and not from_zero and low != high:
        return low, high
    return min(low, 0.0), max(high, 0.0)


def _round_steps(span: Decimal, *, whole: bool) -> list[Decimal]:
    """Steps from the finest that could do to one that surely does."""
    size = span.adjusted() - 1
    wide = range(size, size + 4)
    steps = [step.scaleb(power) for power in wide for step in (_WHOLE_STEPS if whole else _STEPS)]
    return [step for step in steps if step >= 1] or [Decimal(1)] if whole else steps
