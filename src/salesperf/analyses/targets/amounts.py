"""What standings are in the unit of their metric: the one place where a figure worked out becomes an amount."""

from __future__ import annotations

from decimal import Decimal

from salesperf.analyses.targets.actuals import Value
from salesperf.analyses.targets.compute import Line
from salesperf.core.money import exact, settle
from salesperf.core.unit import DECIMAL_UNITS, Unit


def in_unit(value: float | None, unit: Unit) -> Value:
    """A projection as the unit has it: an amount to the cent, a rate or a count as it is.

    >>> in_unit(0.125, Unit.MONEY), in_unit(0.125, Unit.RATIO)
    (Decimal('0.13'), 0.125)
    """
    return settle(exact(value)) if value is not None and unit in DECIMAL_UNITS else value


def gap_of(line: Line) -> Value:
    """What was reached less what was to be reached: exactly, but of rates, which are floats."""
    if line.standing is None:
        return None
    if isinstance(line.actual, Decimal | int):
        return line.actual - line.standing.target
    return in_unit(line.standing.gap, line.metric.unit)
