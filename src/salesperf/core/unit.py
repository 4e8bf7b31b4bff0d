"""What a number measures, and so how people read it."""

from __future__ import annotations

from enum import StrEnum


class Unit(StrEnum):
    """The unit of a metric or a column."""

    MONEY = "money"
    """An amount in the report's currency."""
    PRICE = "price"
    """An amount for one unit or one order: shown with cents."""
    TALLY = "tally"
    """An amount that is held against another one: shown to its last digit."""
    COUNT = "count"
    """Whole things: orders, customers."""
    QUANTITY = "quantity"
    """Units sold; may have decimals."""
    RATIO = "ratio"
    """A fraction, shown as a percentage."""
    RATE = "rate"
    """A fraction that is paid, shown as a percentage with every digit it has."""
    CHANCE = "chance"
    """A probability: a percentage that under 1 % and over 99 % says no more than that."""
    GROWTH = "growth"
    """A fraction of change, shown as a signed percentage."""
    POINTS = "points"
    """A difference of two fractions, shown in signed percentage points."""
    SCORE = "score"
    """A balance of shares between -1 and 1, shown as points from -100 to 100."""
    DAYS = "days"
    """A number of days."""
    HOURS = "hours"
    """A number of hours."""
    NUMBER = "number"
    """Any other number."""


AMOUNTS = frozenset({Unit.MONEY, Unit.PRICE, Unit.TALLY})
"""Units in the report's currency."""
DECIMAL_UNITS = AMOUNTS | {Unit.QUANTITY, Unit.RATE}
"""Units kept as exact decimals; all others are floats or counts."""
