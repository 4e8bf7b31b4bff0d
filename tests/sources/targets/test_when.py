"""Periods that stand down a sheet."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

ReadSheet = Callable[..., Any]


def _periods(read: Any) -> list[str]:
    return [key[3] for key in read.keys]


@pytest.mark.parametrize(
    ("header", "cells", "periods"),
    [
        ("Month", ["2024-01", "2024-02"], ["2024-01", "2024-02"]),
        ("TargetMonth", ["Friday, December 1, 2017", "Saturday, July 1, 2017"], ["2017-12", "2017-07"]),
        ("Month", ["Jan", "Feb"], ["2024-01", "2024-02"]),
        ("月份", ["1", "12"], ["2024-01", "2024-12"]),
        ("Quarter", ["1", "4"], ["2024-Q1", "2024-Q4"]),
        ("季度", ["2024年一季度", "2024Q2"], ["2024-Q1", "2024-Q2"]),
        ("Period", ["2024-H1", "2024-H2"], ["2024-H1", "2024-H2"]),
        ("Year", ["2024", "2025"], ["2024", "2025"]),
        ("Period", ["2026-01-01..2026-01-04", "2026-W02"], ["2026-01-01..2026-01-04", "2026-01-05..2026-01-11"]),
        ("Period", ["2026-01", "2026-03"], ["2026-01", "2026-03"]),
        ("Period", ["2026-02", "2062-02"], ["2026-02", "2062-02"]),
        ("Period", ["202601", "202604"], ["2026-01", "2026-04"]),
        ("Period", ["2026年1月", "2026年3月"], ["2026-01", "2026-03"]),
        ("Week Starting", ["06/02/2025", "06/16/2025"], ["2025-06-02..2025-06-08", "2025-06-16..2025-06-22"]),
        ("Week Ending", ["2025-06-08", "2025-06-15"], ["2025-06-02..2025-06-08", "2025-06-09..2025-06-15"]),
        ("周起始日", ["2025-06-02"], ["2025-06-02..2025-06-08"]),
        ("周期", ["2025-06-01", "2025-07-01"], ["2025-06", "2025-07"]),
        ("Quota date", ["2011-05-31", "2011-08-31"], ["2011-05-31..2011-08-30", "2011-08-31..2011-11-29"]),
    ],
)
def test_any_writing_of_a_period_is_read(
    header: str, cells: list[str], periods: list[str], targets_of: ReadSheet
) -> None:
    rows = "".join(f'Ann,"{cell}",5\n' for cell in cells)

    assert _periods(targets_of(f"Rep,{header},Target\n{rows}")) == periods


def test_year_and_month_may_stand_in_two_columns_with_the_year_merged(targets_of: ReadSheet) -> None:
    read = targets_of("年份,月份,姓名,目标\n2024,11,张三,1\n,12,张三,2\n2025,1,张三,3\n")

    assert _periods(read) == ["2024-11", "2024-12", "2025-01"]


def test_a_word_that_is_no_period_is_named(targets_of: ReadSheet) -> None:
    read = targets_of("Rep,Month,Target\nAnn,2024-01,1\nAnn,soon,2\n")

    assert [one.said.en for one in read.read.unread] == ["'soon' is not a period"]
    assert read.bad_rows == {1}


def test_a_row_for_the_whole_year_by_word_is_a_sum(targets_of: ReadSheet) -> None:
    assert targets_of("姓名,月份,目标\n张三,1月,1\n张三,2月,2\n张三,全年,3\n").read.sums == {2}


def test_weeks_are_told_by_number_or_first_day(targets_of: ReadSheet) -> None:
    by_number = targets_of("Week,Rep,Target\n2026-W10,Ann,10\n2026年第11周,Ann,11\n")
    by_day = targets_of("Week start,Rep,Target\n2026-03-02,Ann,10\n2026-03-09,Ann,11\n")

    assert _periods(by_number) == _periods(by_day) == ["2026-03-02..2026-03-08", "2026-03-09..2026-03-15"]


def test_a_range_that_ends_before_it_starts_is_no_period(targets_of: ReadSheet) -> None:
    read = targets_of("Rep,Period,Target\nAnn,2026-01,4\nAnn,2026-03-09..2026-03-01,5\n")

    assert [cell.value for cell in read.read.unread] == ["5"]
