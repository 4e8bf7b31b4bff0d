from __future__ import annotations

import re

import pytest

from salesperf.render.html.sparks import spark


def paths(values: list[float | None]) -> list[str]:
    return re.findall(r' d="([^"]*)"', spark(values, label=""))


def test_the_lowest_value_lies_at_the_bottom_and_the_highest_at_the_top() -> None:
    assert paths([1, 3, 2]) == ["M3.0 29.0L3.0 29.0L100.0 3.0L197.0 16.0"]


def test_a_gap_breaks_the_line_and_a_lone_value_is_a_dot() -> None:
    assert paths([1, None, 2, None]) == ["M3.0 29.0L3.0 29.0", "M132.3 3.0L132.3 3.0"]


def test_a_series_that_does_not_change_lies_in_the_middle() -> None:
    assert paths([5, 5]) == ["M3.0 16.0L3.0 16.0L197.0 16.0"]


@pytest.mark.parametrize("values", [[], [None, None]])
def test_a_series_without_values_is_an_empty_drawing(values: list[float | None]) -> None:
    assert paths(values) == []


def test_the_label_is_text() -> None:
    assert 'aria-label="&lt;b&gt; &#34;"' in spark([1], label='<b> "')
