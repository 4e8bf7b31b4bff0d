"""Red, yellow, green: which light a pace gives, what keeps it from flickering, and what makes it red for good."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from salesperf.core.status import Status

_ORDER = (Status.RED, Status.YELLOW, Status.GREEN)


def light(pace: float | None, *, green: float, yellow: float) -> Status:
    """The light of a pace by its thresholds alone.

    >>> light(0.95, green=1.0, yellow=0.9)
    <Status.YELLOW: 'yellow'>
    """
    if pace is None:
        return Status.UNKNOWN
    return Status.GREEN if pace >= green else Status.YELLOW if pace >= yellow else Status.RED


def steady_light(paces: Iterable[float | None], *, green: float, yellow: float, hysteresis: float) -> Status:
    """The light of the last of several periods: it gets better only when the pace clears the threshold by hysteresis.

    >>> steady_light([0.8, 0.91], green=1.0, yellow=0.9, hysteresis=0.02)
    <Status.RED: 'red'>
    """
    now = Status.UNKNOWN
    for pace in paces:
        plain = light(pace, green=green, yellow=yellow)
        if plain in _ORDER and now in _ORDER and _ORDER.index(plain) > _ORDER.index(now):
            cleared = light(pace, green=green + hysteresis, yellow=yellow + hysteresis)
            now = max(now, cleared, key=_ORDER.index)
        else:
            now = plain
    return now


def weeks_below(actual: Sequence[float], expected: Sequence[float]) -> int:
    """How many weeks in a row, up to the last, fell short of what was expected; weeks without a target end the row.

    >>> weeks_below([10, 4, 4], [5, 5, 5])
    2
    """
    count = 0
    for got, due in zip(reversed(actual), reversed(expected), strict=True):
        if due <= 0 or got >= due:
            break
        count += 1
    return count
