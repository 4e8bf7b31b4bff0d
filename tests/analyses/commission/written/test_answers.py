from __future__ import annotations

import pytest

from salesperf.analyses.commission.written import answers
from salesperf.analyses.commission.written.choices import CHOICES


@pytest.mark.parametrize(
    ("key", "words"),
    [
        ("mode", answers.Mode),
        ("day_count", answers.DayCount),
        ("clawback", answers.Clawback),
        ("negative_balance", answers.NegativeBalance),
        ("base", answers.RecordBase),
        ("overlays", answers.Overlays),
        ("cash_of", answers.CashOf),
        ("fx", answers.RateDay),
    ],
)
def test_every_answer_is_one_of_its_choice(key: str, words: type[answers.Mode]) -> None:
    assert [option.word for option in CHOICES[key].options] == [word.value for word in words]
