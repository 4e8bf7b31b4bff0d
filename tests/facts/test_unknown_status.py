"""What is told of status words that nobody knows."""

from __future__ import annotations

from decimal import Decimal

from salesperf.facts.unknown_status import unknown_status


def test_a_word_is_told_with_its_lines_their_sum_and_the_setting() -> None:
    [one] = unknown_status({"押货": (1200, Decimal("3500.5"))})

    assert one.message == (
        "status '押货' is not a known word: 1,200 lines of it (3,500.50 in all) count as sold, "
        'unless [kpi] cancelled = ["押货"] says so'
    )
    assert (one.code, one.count, one.value) == ("F503", 1200, "押货")
