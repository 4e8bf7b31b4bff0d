"""A period that only titles or names say."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

ReadSheet = Callable[..., Any]
Sheet = Callable[..., Any]


@pytest.mark.parametrize(
    ("text", "name", "period"),
    [
        ("姓名,目标\n张三,5\n", "2025年6月目标.csv", "2025-06"),
        ("姓名,目标\n张三,5\n", "2025年目标.csv", "2025"),
        ("姓名,目标\n张三,5\n", "2025年二季度任务.csv", "2025-Q2"),
        (
            "2025年6月绩效考核表,,,\n姓名,指标,目标值,实际值\n张三,销售额,50,45\n张三,新客户数,2,1\n",
            "绩效.csv",
            "2025-06",
        ),
        ("2025年目标,,\n6月份,,\n姓名,销售目标,完成\n张三,50,45\n", "export.csv", "2025-06"),
        ("Rep,Target\nAnn,5\n", "Targets_Jun-2025_20250601.csv", "2025-06"),
        ("姓名,6月\n张三,5\n", "2025年目标.csv", "2025-06"),
    ],
)
def test_the_period_of_a_title_or_name_is_that_of_all_targets(
    text: str, name: str, period: str, targets_of: ReadSheet
) -> None:
    assert {key[3] for key in targets_of(text, name).keys} == {period}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("姓名,目标\n张三,5\n", "目标.csv"),
        ("Product,Price,Target price\nSoap,5,6\n", "Price list 2025.csv"),
        ("Department,Budget,Actual\nHR,5,6\n", "2025 budget.csv"),
        ("部门,目标,实际\n一部,5,6\n", "2025年费用.csv"),
        ("姓名,应出勤,实出勤\n张三,22,21\n", "2025年6月考勤.csv"),
        ("Rep,Target\nAnn,5\n", "Q1 and Q2.csv"),
    ],
)
def test_no_year_other_targets_and_lists_of_other_things_are_none(text: str, name: str, sheet_of: Sheet) -> None:
    assert sheet_of(text, name) is None
