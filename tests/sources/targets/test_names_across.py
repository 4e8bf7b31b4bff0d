"""A row a period and a column a name."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

ReadSheet = Callable[..., Any]
Sheet = Callable[..., Any]


def test_each_name_has_a_target_in_each_row(targets_of: ReadSheet) -> None:
    read = targets_of("Month,Ann,Bob,Total\nApr,50,30,80\nMay,40,30,70\nTotal,90,60,150\n")

    assert [(key[0], key[1], key[3], target.amount) for key, target in zip(read.keys, read.targets, strict=True)] == [
        ("rep", "Ann", "2024-04", 50), ("rep", "Bob", "2024-04", 30),
        ("rep", "Ann", "2024-05", 40), ("rep", "Bob", "2024-05", 30),
    ]  # fmt: skip


def test_a_name_that_says_its_scope_is_of_it(targets_of: ReadSheet) -> None:
    read = targets_of("月份,华东区,华北区\n4月,50,30\n", "2025年目标.csv")

    assert {key[:2] for key in read.keys} == {("region", "华东区"), ("region", "华北区")}


def test_metrics_across_are_those_of_the_company(targets_of: ReadSheet) -> None:
    read = targets_of("月份,销售额,新客户数\n4月,50,3\n", "2025年目标.csv")

    assert [(key[0], key[2], key[3]) for key in read.keys] == [
        ("company", "net_revenue", "2025-04"), ("company", "new_customers", "2025-04"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("月份,张伟,李娜\n4月,50,30\n", "2025年销售.csv"),
        ("月份,张伟,李娜\n4月,50,30\n", "2025年完成情况.csv"),
        ("Month,Ann,Revenue\n2025-04,50,30\n", "targets 2025.csv"),
        ("月份,实际,完成率\n4月,50,30\n", "2025年目标.csv"),
        ("月份,张伟\n4月,50\n", "2025年目标.csv"),
        ("月份,张伟,李娜\n4月,50,30\n", "2025年目标客户.csv"),
    ],
)
def test_pivots_of_sales_and_columns_of_other_things_are_no_targets(text: str, name: str, sheet_of: Sheet) -> None:
    assert sheet_of(text, name) is None
