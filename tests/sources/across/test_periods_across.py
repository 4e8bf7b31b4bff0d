"""Which columns across are periods, and which add them up."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

from salesperf.sources.across.periods_across import apart, name_of, periods_across
from salesperf.sources.rows.raw import RawTable

Write = Callable[..., Path]
ReadOne = Callable[..., RawTable]
_TEXT = "Rep,Jan 2024,Feb,Mar,Q1,Total,Note\nKay,1,2,3,6,6,7\nLee,4,5,6,15,14,8\n"


def test_quarters_and_totals_are_sums_of_the_months_beside_them(write_text: Write, read_one: ReadOne) -> None:
    raw = read_one(write_text(_TEXT))

    found = periods_across(raw, plain=())

    assert found is not None
    assert [name_of(word) for word in found.across.values()] == ["2024-01", "2024-02", "2024-03"]
    assert dict(found.sums) == {header: ["Jan 2024", "Feb", "Mar"] for header in ("Q1", "Total")}
    assert apart(raw, found.sums) == Decimal(1)


def test_months_without_any_year_are_of_the_one_that_is_told(write_text: Write, read_one: ReadOne) -> None:
    raw = read_one(write_text("Rep,Jan,Feb\nKay,1,2\nLee,3,4\n"))

    assert periods_across(raw, plain=()) is None
    told = periods_across(raw, plain=(), year=2023)
    assert told is not None
    assert [name_of(word) for word in told.across.values()] == ["2023-01", "2023-02"]


def test_words_beside_a_month_must_be_plain(write_text: Write, read_one: ReadOne) -> None:
    raw = read_one(write_text("Rep,2024-01 qty,2024-02 qty\nKay,1,2\nLee,3,4\n"))

    assert periods_across(raw, plain=("sales",)) is None
    assert periods_across(raw, plain=("qty",)) is not None
