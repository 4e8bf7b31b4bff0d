"""Waits of leads in minutes, hours and days."""

from __future__ import annotations

from datetime import datetime

import polars as pl
import pytest

from salesperf.sources.pieces.response_waits import with_answers

_CREATED = [datetime(2026, 3, 2), datetime(2026, 3, 3, 9)]  # noqa: DTZ001 -- moments of files have no zone


@pytest.mark.parametrize(
    ("column", "hours"), [("response_minutes", 1.5), ("response_hours", 90), ("response_days", 2160)]
)
def test_the_answer_came_so_long_after_the_creation(column: str, hours: float) -> None:
    frame = pl.DataFrame({"created_at": _CREATED, column: [90, None]})

    found, notes = with_answers(frame, {column: "Wait"})

    waits = (found["first_response_at"] - found["created_at"]).dt.total_seconds().to_list()
    assert waits == [hours * 3600, None]
    assert float(found["response_wait"][0]) == hours
    assert column not in found.columns
    assert "'Wait'" in notes[0].en


def test_a_moment_that_the_file_has_goes_before_its_wait() -> None:
    frame = pl.DataFrame({"created_at": _CREATED, "first_response_at": _CREATED, "response_hours": [1, 2]})

    found, notes = with_answers(frame, {})

    assert found["first_response_at"].to_list() == _CREATED
    assert notes == ()


def test_leads_without_waits_are_left_alone() -> None:
    frame = pl.DataFrame({"created_at": _CREATED})

    assert with_answers(frame, {})[0] is frame
