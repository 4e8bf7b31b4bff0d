from __future__ import annotations

import pytest

from salesperf.core.status import Status
from salesperf.metrics.lights import light, steady_light, weeks_below


@pytest.mark.parametrize(
    ("pace", "expected"),
    [
        (1.0, Status.GREEN),
        (0.9999, Status.YELLOW),
        (0.9, Status.YELLOW),
        (0.8999, Status.RED),
        (None, Status.UNKNOWN),
    ],
)
def test_a_threshold_belongs_to_the_better_light(pace: float | None, expected: Status) -> None:
    assert light(pace, green=1.0, yellow=0.9) is expected


@pytest.mark.parametrize(
    ("paces", "expected"),
    [
        ([0.8, 0.91], Status.RED),
        ([0.8, 0.92], Status.YELLOW),
        ([0.8, 1.01], Status.YELLOW),
        ([0.8, 1.02], Status.GREEN),
        ([1.0, 0.95, 1.01], Status.YELLOW),
        ([1.0, 0.89], Status.RED),
        ([0.8, None, 0.91], Status.YELLOW),
        ([0.91], Status.YELLOW),
        ([], Status.UNKNOWN),
    ],
)
def test_a_light_gets_better_only_past_the_hysteresis_and_worse_at_once(
    paces: list[float | None], expected: Status
) -> None:
    assert steady_light(paces, green=1.0, yellow=0.9, hysteresis=0.02) is expected


def test_weeks_below_are_counted_from_the_last_back() -> None:
    assert weeks_below([1, 9, 9], [5, 5, 5]) == 0
    assert weeks_below([9, 1, 1], [5, 5, 5]) == 2
    assert weeks_below([1, 1, 1], [5, 0, 5]) == 1, "a week without a target ends the row"
    assert weeks_below([], []) == 0
