"""What target sheets say their amounts are in."""

from __future__ import annotations

import pytest

from salesperf.sources.targets.units import in_brackets, unit_of, unit_said


@pytest.mark.parametrize(
    ("unit", "scale"),
    [
        ("万元", 10_000), ("万", 10_000), ("亿元", 10**8), ("百万元", 10**6), ("千万元", 10**7), ("千元", 1000),
        ("元", 1),
        ("thousands", 1000), ("$000", 1000), ("000s", 1000), ("USD k", 1000), ("k", 1000), ("millions", 10**6),
        ("$m", 10**6),
        ("家", None), ("customers", None), ("%", None), ("kg", None),
    ],
)  # fmt: skip
def test_a_unit_of_money_has_its_scale(unit: str, scale: int | None) -> None:
    found = unit_of(unit)

    assert (found.scale if found else None) == scale


@pytest.mark.parametrize(
    ("text", "scale"),
    [
        ("单位：万元", 10_000), ("2024年销售目标(万元)", 10_000), ("Targets 2024 (in thousands)", 1000),
        ("Budget, $000", 1000),
        ("金额单位:千元", 1000), ("FY18 targets in millions", 10**6), ("2024目标【万元】", 10_000), ("单位：元", 1),
        ("Region targets, USD thousands", 1000), ("Region targets - thousands of USD", 1000),
        ("Targets, thousand USD", 1000), ("Targets 2026 千元", 1000), ("目标 单位：千元", 1000),
        ("Targets (000s)", 1000),
        ("Plan USD'000", 1000), ("Targets 2026 - EUR k", 1000), ("Targets USD m", 10**6),
        ("Targets: thousands of US dollars", 1000), ("Targets 2026, millions", 10**6), ("Plan in k EUR", 1000),
    ],
)  # fmt: skip
def test_a_title_tells_the_scale_where_units_stand(text: str, scale: int) -> None:
    said = unit_said([text])

    assert said is not None
    assert said[0].scale == scale


@pytest.mark.parametrize(
    "text",
    ["万科集团2024年目标", "Targets for 2000 stores", "张千万的目标", "Key accounts",
     "Deals over one million USD", "Team Million", "Targets, K", "Targets EMEA M",
     "Million Dollar Club", "Deals over $1 million", "Plan for 1,000s"],
)  # fmt: skip
def test_a_name_is_no_unit(text: str) -> None:
    assert unit_said([text]) is None


def test_what_stands_in_brackets_is_told() -> None:
    assert (in_brackets("毛利率（%）"), in_brackets("Revenue")) == ("%", "")
