"""Words for costs."""

from __future__ import annotations

import pytest

from salesperf.tables.cost_words import CostKind, cost_kind, speaks_of_spending


@pytest.mark.parametrize(
    "word",
    ["销售费用", "销售人员工资", "差旅费", "业务招待费", "提成", "工资", "销售费用-办公费", "Sales salaries", "Travel",
     "Commissions", "CRM software", "6601 Selling expense - travel", "WAGES",
     "销售费用-业务招待费", "Sales expenses: samples"],
)  # fmt: skip
def test_cost_of_selling(word: str) -> None:
    assert cost_kind(word) is CostKind.SALES


@pytest.mark.parametrize(
    "word",
    ["市场费用", "线上推广费", "广告费", "展会费", "品牌宣传", "Google Ads", "Advertising", "Trade show", "SEO",
     "marketing_events", "Marketing salaries", "ＳＥＭ投放",
     "销售费用-广告费", "6601.03 销售费用/业务宣传费", "Selling expenses - advertising"],
)  # fmt: skip
def test_cost_of_marketing(word: str) -> None:
    assert cost_kind(word) is CostKind.MARKETING


@pytest.mark.parametrize(
    "word",
    ["房租", "管理费用", "管理人员工资", "研发工资", "主营业务成本", "财务费用", "折旧", "Rent", "R&D salaries",
     "Cost of goods sold", "cost of sales", "Office supplies", "Admin salaries", "Income tax"],
)  # fmt: skip
def test_cost_of_something_else(word: str) -> None:
    assert cost_kind(word) is CostKind.NEITHER


@pytest.mark.parametrize("word", ["团建", "Other", "", "杂项", "Miscellaneous", "brent crude"])
def test_a_word_nobody_knows_is_not_guessed(word: str) -> None:
    assert cost_kind(word) is None


@pytest.mark.parametrize("header", ["费用金额", "Spend (USD)", "cost", "投放金额", "报销金额", "支出", "Expenses"])
def test_a_header_of_spending(header: str) -> None:
    assert speaks_of_spending(header)


@pytest.mark.parametrize("header", ["金额", "Amount", "Sales", "回款金额"])
def test_a_header_of_anything(header: str) -> None:
    assert not speaks_of_spending(header)
