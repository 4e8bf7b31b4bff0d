from __future__ import annotations

from datetime import date

import pytest

from salesperf.app.questions import compared, day, grain
from salesperf.core.errors import UsageError
from salesperf.core.period import Grain
from salesperf.metrics.request import Compare


def test_words_become_values_each_once() -> None:
    assert compared(["yoy", "prev", "yoy"]) == (Compare.YOY, Compare.PREV)
    assert grain("week") is Grain.WEEK
    assert grain(None) is None


def test_a_day_is_a_day_of_the_calendar() -> None:
    assert day("--as-of", "2024-02-29") == date(2024, 2, 29)
    with pytest.raises(UsageError, match="--as-of '2026-02-29' is not a day"):
        day("--as-of", "2026-02-29")


@pytest.mark.parametrize(("word", "hint"), [("mnth", "did you mean 'month'?"), ("zzz", "it takes day, week")])
def test_a_wrong_word_suggests(word: str, hint: str) -> None:
    with pytest.raises(UsageError) as caught:
        grain(word)

    assert caught.value.hint.startswith(hint)
