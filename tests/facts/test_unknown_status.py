"""What is told of status words that nobody knows."""

from __future__ import annotations

from decimal import Decimal

import pytest

from salesperf.facts.unknown_status import unknown_status


def test_a_word_is_told_with_its_lines_their_sum_and_the_setting() -> None:
    [one] = unknown_status({"押货": (1200, Decimal("3500.5"))})

    assert one.message == (
        "status '押货' is not a known word: 1,200 lines of it (3,500.50 in all) count as sold, "
        'unless [kpi] cancelled = ["押货"] says so'
    )
    assert (one.code, one.count, one.value) == ("F503", 1200, "押货")


@pytest.mark.parametrize(
    ("word", "setting"),
    [
        ("Shipped partly", 'count as sold, as the word looks; [kpi] sold = ["Shipped partly"] says so'),
        ("refund_requested", 'unless [kpi] returned = ["refund_requested"] says so'),
        ("cancel requested", 'unless [kpi] cancelled = ["cancel requested"] says so'),
        ("等客户付款", 'unless [kpi] open = ["等客户付款"] says so'),
        ("付款待确认", 'unless [kpi] open = ["付款待确认"] says so'),
        ("Payment awaited", 'unless [kpi] open = ["Payment awaited"] says so'),
        ("Z7", 'unless [kpi] cancelled = ["Z7"] says so'),
    ],
)
def test_the_setting_is_the_one_that_the_word_looks_like(word: str, setting: str) -> None:
    [one] = unknown_status({word: (2, Decimal(10))})

    assert one.message.endswith(setting)
