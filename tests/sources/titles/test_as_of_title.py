from __future__ import annotations

from datetime import date

import pytest

from salesperf.sources.titles.as_of_title import days_said

LAST_OF_MARCH = date(2026, 3, 31)


@pytest.mark.parametrize(
    "title",
    [
        "截止日期：2026-03-31",
        "截至2026/3/31 单位：元",
        "统计截止日期: 2026年3月31日",
        "应收账款 截至20260331",
        "As of March 31st, 2026",
        "A/R Aging Summary as at 31 Mar 2026",
        "As of 03/31/2026",
    ],
)
def test_a_title_says_the_day_a_list_is_of(title: str) -> None:
    assert list(days_said(title)) == [LAST_OF_MARCH]


@pytest.mark.parametrize("title", ["As of 03/04/2026", "Printed on 2026-03-31", "截止日期：月底", "Alas of 2026-03-31"])
def test_other_days_and_those_that_could_be_two_are_none(title: str) -> None:
    assert list(days_said(title)) == []
