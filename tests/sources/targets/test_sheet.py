"""When a table is a target sheet, and what its titles and names say of all its targets."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

Sheet = Callable[..., Any]


def test_months_across_are_targets_only_where_something_says_so(sheet_of: Sheet) -> None:
    text = "Rep,Jan,Feb,Mar\nAnn,1,2,3\nBob,4,5,6\n"

    assert sheet_of(text, "sales 2024.csv") is None
    assert sheet_of(text, "quota 2024.csv") is not None
    assert sheet_of(text, "sales 2024.csv", told={}) is not None


def test_a_column_of_targets_beside_a_period_says_it_itself(sheet_of: Sheet) -> None:
    assert sheet_of("Month,Rep,Target\n2024-01,Ann,5\n2024-02,Ann,6\n", "x.csv") is not None
    assert sheet_of("Rep,Target\nAnn,5\nBob,6\n", "x.csv") is None


def test_a_long_sheet_with_scope_and_metric_is_one_of_targets_where_its_name_says_so(sheet_of: Sheet) -> None:
    text = "scope,scope_id,metric,period,amount\nrep,Ann,net_revenue,2024-01,5\nrep,Bob,net_revenue,2024-01,6\n"

    assert sheet_of(text, "targets.csv") is not None
    assert sheet_of(text, "results.csv") is None


def test_titles_tell_unit_metric_and_year(sheet_of: Sheet) -> None:
    sheet = sheet_of("2025年回款目标,,\n单位：万元,,\n姓名,1月,2月\n张三,1,2\n李四,3,4\n", "x.csv")

    assert (sheet.metric, sheet.scale, sheet.basis.year.year) == ("received", 10_000, 2025)


def test_the_configuration_goes_before_titles(sheet_of: Sheet) -> None:
    told = {"unit": "thousands", "metric": "订单数", "year": 2026, "fiscal_year_start": 4, "scope": "team"}

    sheet = sheet_of("2025年回款目标,,\n单位：万元,,\n姓名,1月,2月\n张三,1,2\n李四,3,4\n", "x.csv", told=told)

    assert (sheet.metric, sheet.scale, sheet.basis.year.year, sheet.basis.start) == ("orders", 1000, 2026, 4)
    assert sheet.scope == "team"


def test_contracts_with_a_value_aimed_at_are_no_targets(sheet_of: Sheet) -> None:
    text = "Contract No,Sales Rep,Start Date,End Date,Target Value\nC-1,Ann,2026-01-05,2026-12-31,5\n"

    assert sheet_of(text, "contracts.csv") is None
    assert sheet_of("合同编号,业务员,月份,目标金额\nHT-1,甲,2026-01,5\n", "合同台账.csv") is None
    assert sheet_of(text, "contract targets.csv") is not None
    assert sheet_of(text.replace("Contract No", "Employee No"), "list.csv") is not None


def test_plans_of_spending_buying_and_making_are_no_targets_of_sales(sheet_of: Sheet) -> None:
    text = "费用项目,1月,2月,3月\n差旅费,1,2,3\n招待费,4,5,6\n"

    for name in ("2026销售费用预算.csv", "2026采购计划.csv", "2026 expense budget.csv", "2026销售费用预算执行表.csv"):
        assert sheet_of(text, name) is None, name
    assert sheet_of(text.replace("费用项目", "业务员"), "2026销售目标及费用预算.csv") is not None


def test_one_amount_beside_a_name_and_a_month_is_a_target_where_its_name_says_so(sheet_of: Sheet) -> None:
    text = "业务员,月份,金额\n甲,2026年1月,5\n乙,2026年1月,6\n"

    assert sheet_of(text, "目标.csv") is not None
    assert sheet_of(text, "销售额.csv") is None
    assert sheet_of(text, "目标完成情况.csv") is None
