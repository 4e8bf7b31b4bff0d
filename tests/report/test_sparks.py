"""A short series as bars."""

from __future__ import annotations

from salesperf.report.sparks import sparkline


def test_a_sparkline_runs_from_the_lowest_to_the_highest() -> None:
    assert sparkline([0, 7, None, 3.5]) == "▁█ ▅"


def test_a_flat_sparkline_is_half_high_or_at_zero_and_an_empty_one_is_empty() -> None:
    assert sparkline([5, 5]) == "▄▄"
    assert sparkline([0, None, 0.0]) == "▁ ▁"
    assert sparkline([None, None]) == ""
    assert sparkline([]) == ""
