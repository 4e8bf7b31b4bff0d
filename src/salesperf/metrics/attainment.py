"""Attainment and pace: how far along an owner is, and where that leads.

Every figure is named by how it is worked out, so that it can be worked out again:

* attainment: actual / target; of a metric that is better low, target / actual.
* expected by now: of each target the share of its workdays that are over, each workday weighted by its season.
* pace: actual / expected by now.
* required run rate: (target - actual) / workdays that remain.
* landing: what the period comes to if the rest goes as the part that is over went (actual / share expected).
* probability: that the target is reached if the rest is like the weeks before, weighted by season as the pace is; sums
  are taken as normal. None where it says the contrary of the landing: two forecasts that differ tell nothing together.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from math import erf, sqrt
from statistics import stdev

from msgspec import Struct

from salesperf.metrics.model import Better

FEWEST_WEEKS = 8
"""Weeks of history below which no probability is given."""
MOST_WEEKS = 26
_EVEN = 0.5
_NOTHING = 1e-9
"""The part of a sum below which a difference is one of arithmetic."""


class Standing(Struct, frozen=True):
    """One owner's place against a target; every part null where it cannot be had."""

    actual: Decimal | float | int | None
    target: Decimal
    attainment: float | None
    gap: float | None
    expected: float | None
    pace: float | None
    required: float | None
    landing: float | None
    probability: float | None


class Elapsed(Struct, frozen=True):
    """How far a period is over: `expected` of the target by now, and the workdays that remain."""

    expected: float
    remaining: int


def attained(actual: float | None, target: float, better: Better) -> float | None:
    """Actual over target, or target over actual where low is good; null where it says nothing.

    >>> attained(90, 100, Better.UP), attained(5, 4, Better.DOWN)
    (0.9, 0.8)
    """
    if actual is None:
        return None
    top, bottom = (target, actual) if better is Better.DOWN else (actual, target)
    return top / bottom if bottom > 0 else None


def standing(
    actual: Decimal | float | None,
    target: Decimal,
    *,
    better: Better,
    elapsed: Elapsed | None,
    weeks: Sequence[float] = (),
    week_weights: Sequence[float] = (),
    rest_weight: float = 0.0,
) -> Standing:
    """Where an owner stands; `elapsed` is None for rates, which do not grow day by day.

    `weeks` are the sums of the weeks before, `week_weights` the workdays of each, weighted by season; `rest_weight` is
    what remains of the period, in the same weighted workdays.
    """
    now, aim = None if actual is None else float(actual), float(target)
    expected = aim if elapsed is None else elapsed.expected
    landing = probability = required = None
    if now is not None and elapsed is not None:
        required = max(aim - now, 0.0) / elapsed.remaining if elapsed.remaining else None
        if not elapsed.remaining:
            landing = now
        elif expected > 0:
            landing = now / expected * aim
        if elapsed.remaining and better is not Better.DOWN:
            likely = chance(aim - now, weeks, week_weights=week_weights, rest_weight=rest_weight)
            probability = None if _contradicts(likely, landing, aim) else likely
    return Standing(
        actual=actual,
        target=target,
        attainment=attained(now, aim, better),
        gap=None if now is None else now - aim,
        expected=expected,
        pace=attained(now, expected, better),
        required=required,
        landing=landing,
        probability=probability,
    )


def _contradicts(likely: float | None, landing: float | None, aim: float) -> bool:
    """Whether a chance says that a target is rather reached and the landing that it is not, or the other way round."""
    return likely is not None and landing is not None and (likely - _EVEN) * (landing - aim) < 0


def chance(
    missing: float, weeks: Sequence[float], *, week_weights: Sequence[float], rest_weight: float
) -> float | None:
    """The probability that the rest brings at least what is missing; null with fewer than eight weeks of history.

    Weeks that brought nothing at all tell no rate either: beside a sale since then they would say that none can come.

    A workday is to bring what it brought in all the weeks together, each by the weight of its season, and weeks differ
    from that by the standard deviation s. The rest is as many weeks n as its workdays make, off by sqrt(n) x s.

    >>> round(chance(100, [90, 110] * 5, week_weights=[5] * 10, rest_weight=5), 2)
    0.5
    """
    whole = sum(week_weights)
    if len(weeks) < FEWEST_WEEKS or whole <= 0 or not any(weeks):
        return None
    rate = sum(weeks) / whole
    number = rest_weight * len(weeks) / whole
    off = [week - rate * weight for week, weight in zip(weeks, week_weights, strict=True)]
    mean, spread = rate * rest_weight, stdev(off) * sqrt(number)
    if spread <= _NOTHING * abs(mean):
        return 1.0 if mean >= missing - _NOTHING * abs(missing) else 0.0
    return 0.5 * (1 + erf((mean - missing) / (spread * sqrt(2))))
