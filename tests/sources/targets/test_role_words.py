"""Headers of target sheets."""

from __future__ import annotations

from salesperf.sources.profile import fold_header
from salesperf.sources.targets.role_words import LABELS, SCOPES, is_first_day


def test_a_header_names_one_scope() -> None:
    names = [name for words in SCOPES.values() for name in set(map(fold_header, words))]

    assert len(names) == len(set(names))


def test_first_days_are_told_from_other_periods() -> None:
    assert all(map(is_first_day, ("Start Date", "period_start", "开始日期")))
    assert not any(map(is_first_day, ("End Date", "Quota date", "月份", *LABELS["until"])))
