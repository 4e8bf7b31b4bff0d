"""The words that sections of packs share."""

from __future__ import annotations

import pytest

from salesperf.app.packs.phrases import last
from salesperf.core.period import Grain
from salesperf.core.text import Text


@pytest.mark.parametrize(
    ("count", "grain", "said"),
    [
        (8, Grain.WEEK, Text("last 8 weeks", "近8周")),
        (1, Grain.WEEK, Text("latest week", "近1周")),
        (13, Grain.MONTH, Text("last 13 months", "近13个月")),
        (1, Grain.MONTH, Text("latest month", "近1个月")),
        (4, Grain.QUARTER, Text("last 4 quarters", "近4个季度")),
    ],
)
def test_one_period_is_the_latest_and_several_are_the_last(count: int, grain: Grain, said: Text) -> None:
    assert last(count, grain) == said
