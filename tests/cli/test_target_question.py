from __future__ import annotations

from datetime import date

from salesperf.cli.asking import target_request
from salesperf.cli.target_question import TargetQuestion


def test_a_question_about_targets_is_read_word_by_word() -> None:
    asked = target_request(
        TargetQuestion(period="2026-Q1", metrics=["orders,units"], where=["region=East"], as_of="2026-03-31")
    )

    assert (asked.period, asked.metrics, asked.where) == ("2026-Q1", ("orders", "units"), ("region=East",))
    assert asked.as_of == date(2026, 3, 31)
