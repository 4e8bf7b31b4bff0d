"""Names of columns whose header stands in two rows."""

from __future__ import annotations

import pytest

from salesperf.sources.headers.merged_names import grouped_name, needs_its_group


@pytest.mark.parametrize(
    ("group", "part", "name"),
    [
        ("金额", "不含税", "不含税 金额"),
        ("金额", "含税", "含税 金额"),
        ("金额（万元）", "不含税", "不含税 金额（万元）"),
        ("金额", "不含税（元）", "不含税 金额 （元）"),
        ("客户", "编号", "客户 编号"),
        ("客户信息", "名称", "客户 名称"),
        ("基本信息", "订单号", "订单号"),
        ("Revenue", "Net", "Net Revenue"),
        ("Order", "Date", "Order Date"),
        ("Order details", "Date", "Order Date"),
        ("Customer", "Customer Name", "Customer Name"),
        ("2024年", "1月", "2024年 1月"),
        ("预算", "金额", "预算 金额"),
        ("", "Rep", "Rep"),
    ],
)
def test_the_parts_are_put_together_as_a_known_header(group: str, part: str, name: str) -> None:
    assert grouped_name(group, part) == name


@pytest.mark.parametrize(("group", "part"), [("Money", "due"), ("Customer", "Customer Name"), ("", "Name")])
def test_a_name_that_says_it_all_needs_no_group(group: str, part: str) -> None:
    assert not needs_its_group(group, part)


@pytest.mark.parametrize(
    ("group", "part"), [("Order", "No"), ("Customer", "Name"), ("上年", "金额"), ("Budget", "Amount"), ("退货", "数量")]
)
def test_a_name_that_is_another_without_its_group_needs_it(group: str, part: str) -> None:
    assert needs_its_group(group, part)
