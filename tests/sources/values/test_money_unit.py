from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from salesperf.sources.values.money_unit import NOTHING, MoneyUnit, money_unit, split_header, title_unit, unit_named


@pytest.mark.parametrize(
    ("header", "name", "scale", "currency"),
    [
        ("金额(万美元)", "金额", 10_000, "美元"),
        ("金额（美元）", "金额", 1, "美元"),
        ("销售额(万港元)", "销售额", 10_000, "港元"),
        ("金额（人民币万元）", "金额", 10_000, "人民币"),
        ("金额(单位:万元)", "金额", 10_000, "元"),
        ("销售额（百万）", "销售额", 10**6, ""),
        ("销售额-万美元", "销售额", 10_000, "美元"),
        ("金额/元", "金额", 1, "元"),
        ("美元金额", "金额", 1, "美元"),
        ("金额USD", "金额", None, "USD"),
        ("Amount (USD)", "Amount", None, "USD"),
        ("Revenue EUR", "Revenue", None, "EUR"),
        ("Amount in USD", "Amount", None, "USD"),
        ("amount_usd", "amount", None, "USD"),
        ("US$ Revenue", "Revenue", None, "US$"),
        ("Revenue (USD '000)", "Revenue", 1000, "USD"),
        ("Revenue ($m)", "Revenue", 10**6, "$"),
        ("Sales (k)", "Sales", 1000, ""),
        ("Sales in thousands of USD", "Sales", 1000, "USD"),
    ],
)
def test_a_header_gives_its_scale_and_its_currency(header: str, name: str, scale: int | None, currency: str) -> None:
    assert split_header(header) == (name, MoneyUnit(scale, currency))


@pytest.mark.parametrize(
    "header",
    ["Sales Rep", "Order ID", "金额(含税)", "单价(元/件)", "数量(件)", "Sales K", "Size (M)", "Ship-to", "USD", "元"],
)
def test_other_headers_are_left_alone(header: str) -> None:
    assert split_header(header) == (header, NOTHING)


def test_two_currencies_in_one_unit_are_none() -> None:
    assert money_unit("USD万港元") == NOTHING


@pytest.mark.parametrize(
    ("titles", "unit"),
    [
        (["2026年销售明细表", "单位：万美元"], MoneyUnit(10_000, "美元")),
        (["单位：万元 ", "币种：美元"], MoneyUnit(10_000, "美元")),
        (["Currency: EUR"], MoneyUnit(None, "EUR")),
        (["Revenue in thousands"], MoneyUnit(1000, "")),
        (["Sales by region (USD millions)"], MoneyUnit(10**6, "USD")),
        (["Report (K)", "华东（一部）"], NOTHING),
    ],
)
def test_titles_give_a_unit_too(titles: list[str], unit: MoneyUnit) -> None:
    assert money_unit(title_unit(titles)) == unit


@given(st.text(max_size=40))
def test_no_header_makes_it_stumble(header: str) -> None:
    name, unit = split_header(header)

    assert unit != NOTHING or name == header
    assert money_unit(title_unit([header])) == NOTHING or title_unit([header])


def test_a_unit_stands_before_other_brackets() -> None:
    name, unit = split_header("金额（万元）（必填）")

    assert (name, unit.scale) == ("金额", 10_000)
    assert split_header("金额（含税）（必填）")[1] == money_unit("")


def test_a_sentence_names_a_unit_once() -> None:
    assert f"amounts are in {unit_named('In thousands USD')}" == "amounts are in thousands USD"
    assert unit_named("INR") == "INR"
