"""Who came, stayed, came back and left in each period, by identities that are checked whenever they are told."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from salesperf.core.period import Period
from salesperf.core.text import Text
from salesperf.metrics.compare import Against
from salesperf.metrics.scope import Scope
from salesperf.metrics.value import of_nothing

METRICS = (
    "opening_customers",
    "new_customers",
    "reactivated_customers",
    "lost_customers",
    "active_customers",
    "retained_customers",
    "retention_rate",
    "churn_rate",
    "repeat_rate",
    "nrr",
    "grr",
)


class Move(Struct, frozen=True):
    """One period; `is_partial` where the data do not reach its end, `is_first` where they begin in it."""

    period: Period
    values: Mapping[str, object]
    is_partial: bool
    is_first: bool


def moves_of(scope: Scope) -> tuple[Move, ...]:
    """The metrics of every period of a scope; raises `ArithmeticError` where the identities do not hold: a bug."""
    nothing = of_nothing(scope.metrics, catalog=scope.measure.catalog)
    found = []
    for period in scope.periods:
        view = scope.measure.view(period, Against.NOW)
        assert not isinstance(view, Text)  # noqa: S101 -- a period always finds itself
        values = next(scope.measure.values(view, by=()).iter_rows(named=True), nothing)
        refuse_broken(period, values)
        is_first = period.start <= scope.measure.span.start
        found.append(Move(period, values, scope.measure.is_partial(period), is_first))
    return tuple(found)


def refuse_broken(period: Period, values: Mapping[str, object]) -> None:
    """Raise where customers are lost on the way from one period to the next."""
    opening, new, back, lost, active, kept = (_count(values, key) for key in METRICS[:6])
    if active != new + kept + back:
        raise ArithmeticError(f"{period.key}: {active} active are not {new} new + {kept} retained + {back} reactivated")
    if active != opening + new + back - lost:
        raise ArithmeticError(f"{period.key}: {active} active are not {opening} + {new} + {back} - {lost}")


def _count(values: Mapping[str, object], key: str) -> int:
    found = values.get(key)
    return found if isinstance(found, int) else 0
