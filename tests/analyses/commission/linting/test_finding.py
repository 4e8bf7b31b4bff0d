from __future__ import annotations

from salesperf.analyses.commission.linting.finding import NOTES, Found


def test_what_only_tells_of_the_data_is_a_note() -> None:
    assert {Found.DEAD_TIER} == NOTES
