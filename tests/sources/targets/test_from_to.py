"""Periods told by their first and their last day."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

ReadSheet = Callable[..., Any]


def _periods(read: Any) -> list[str]:
    return [key[3] for key in read.keys]


@pytest.mark.parametrize(
    ("first", "last", "period"),
    [
        ("2025-04-01", "2025-04-30", "2025-04"),
        ("2025-04-01", "2025-06-30", "2025-Q2"),
        ("2025-07-01", "2025-12-31", "2025-H2"),
        ("2025-01-01", "2025-12-31", "2025"),
        ("2025-03-01", "2025-04-30", "2025-03..2025-04"),
        ("2025-04-10", "2025-05-20", "2025-04-10..2025-05-20"),
        ("2025年4月1日", "2025年6月30日", "2025-Q2"),
    ],
)
def test_a_first_and_a_last_day_are_exactly_that_period(
    first: str, last: str, period: str, targets_of: ReadSheet
) -> None:
    assert _periods(targets_of(f"Owner,Start Date,End Date,Quota Amount\nAnn,{first},{last},5\n")) == [period]


def test_first_days_are_read_in_the_order_of_last_days(targets_of: ReadSheet) -> None:
    read = targets_of("Owner,Start Date,End Date,Quota\nAnn,01/04/2025,30/06/2025,5\nAnn,01/07/2025,30/09/2025,6\n")

    assert _periods(read) == ["2025-Q2", "2025-Q3"]
    assert not read.read.when.is_ambiguous


def test_a_last_day_that_is_the_first_of_the_next_period_is_outside(targets_of: ReadSheet) -> None:
    read = targets_of("Owner,Start Date,End Date,Quota\nAnn,2025-04-01,2025-07-01,5\nAnn,2025-07-01,2025-10-01,6\n")

    assert _periods(read) == ["2025-Q2", "2025-Q3"]
    assert read.read.when.is_open_ended


def test_a_lone_first_day_of_a_month_is_a_last_day_as_written(targets_of: ReadSheet) -> None:
    read = targets_of("Owner,Start Date,End Date,Quota\nAnn,2025-04-01,2025-06-30,5\nBob,2025-04-15,2025-05-01,6\n")

    assert _periods(read) == ["2025-Q2", "2025-04-15..2025-05-01"]
    assert not read.read.when.is_open_ended


def test_an_end_before_its_start_and_an_end_not_told_are_no_periods(targets_of: ReadSheet) -> None:
    read = targets_of(
        "Owner,Start Date,End Date,Quota\nAnn,2025-04-01,2025-06-30,5\nBob,2025-06-30,2025-04-01,6\nCid,2025-04-01,,7\n"
    )

    assert [one.said.en for one in read.read.unread] == [
        "'2025-06-30..2025-04-01' is not a period",
        "'2025-04-01..' is not a period",
    ]


def test_a_named_period_beside_its_days_is_that_of_the_days(targets_of: ReadSheet) -> None:
    read = targets_of("姓名,期间,开始日期,结束日期,目标\n张三,二季度,2025-04-01,2025-06-30,5\n")

    assert _periods(read) == ["2025-Q2"]
