from __future__ import annotations

from datetime import timedelta

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from salesperf.sources.values.durations import clock, clock_of_iso, without_durations


@pytest.mark.parametrize(
    ("length", "text"),
    [
        (timedelta(), "00:00:00"),
        (timedelta(hours=10, minutes=30), "10:30:00"),
        (timedelta(days=2), "48:00:00"),
        (timedelta(days=1, hours=2, seconds=5, milliseconds=760), "26:00:05.76"),
        (timedelta(minutes=-90), "-01:30:00"),
        (timedelta(microseconds=1), "00:00:00.000001"),
    ],
)
def test_a_length_of_time_reads_as_a_spreadsheet_shows_it(length: timedelta, text: str) -> None:
    assert clock(length) == text


@given(st.integers(0, 10_000), st.integers(0, 59), st.integers(0, 59))
def test_the_form_of_open_document_gives_the_same_text(hours: int, minutes: int, seconds: int) -> None:
    length = timedelta(hours=hours, minutes=minutes, seconds=seconds)

    assert clock_of_iso(f"PT{hours:02d}H{minutes:02d}M{seconds:02d}S") == clock(length)


@pytest.mark.parametrize(
    ("iso", "text"),
    [("PT0.5S", "00:00:00.5"), ("-PT1H", "-01:00:00"), ("P1DT1M", "24:01:00"), ("PT1,25S", "00:00:01.25")],
)
def test_parts_may_be_missing(iso: str, text: str) -> None:
    assert clock_of_iso(iso) == text


@given(st.text(alphabet="PTDHMS0123456789.-", max_size=12))
def test_no_text_makes_it_stumble(text: str) -> None:
    found = clock_of_iso(text)

    assert found is None or found.count(":") == 2


def test_only_columns_of_lengths_are_turned_into_text() -> None:
    frame = pl.DataFrame({"amount": [1.5, None], "hours": [timedelta(hours=30), None]})

    assert without_durations(frame).rows() == [(1.5, "30:00:00"), (None, None)]
