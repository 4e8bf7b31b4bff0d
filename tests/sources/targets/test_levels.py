"""Targets of several levels side by side."""

from __future__ import annotations

import pytest

from salesperf.sources.targets.levels import Levels, one_level
from salesperf.sources.targets.period_words import period_in
from salesperf.sources.targets.roles import ValueColumn


def _kept(*headers: str, told: str | None = None, **names: str) -> tuple[list[tuple[str, str]], Levels | None]:
    across = [period_in(header) for header in headers]
    values = [
        ValueColumn(header, None, header) if found is None else ValueColumn(header, found[0], found[1])
        for header, found in zip(headers, across, strict=True)
    ]
    kept, levels = one_level(values, names, told=told)
    return [(column.header, column.words) for column in kept], levels


@pytest.mark.parametrize(
    ("headers", "taken"),
    [
        (("保底目标", "挑战目标", "冲刺目标"), "保底目标"),
        (("冲刺目标", "基本目标", "保底目标"), "基本目标"),
        (("目标", "冲刺目标"), "目标"),
        (("Stretch Target", "Target"), "Target"),
        (("Threshold Quota", "Stretch Quota"), "Threshold Quota"),
        (("Base target", "Stretch target"), "Base target"),
        (("销售额挑战目标", "销售额保底目标"), "销售额保底目标"),
        (("目标(冲刺)", "目标(保底)"), "目标(保底)"),
    ],
)
def test_a_plain_target_counts_else_the_lowest_level(headers: tuple[str, ...], taken: str) -> None:
    kept, levels = _kept(*headers)

    assert [header for header, _ in kept] == [taken]
    assert levels == Levels((taken,), tuple(header for header in headers if header != taken))


def test_the_user_says_which_level_counts() -> None:
    assert [header for header, _ in _kept("保底目标", "挑战目标", told="挑战目标")[0]] == ["挑战目标"]
    across = ("1月保底", "1月冲刺", "2月保底", "2月冲刺")
    assert [header for header, _ in _kept(*across, told="1月冲刺")[0]] == ["1月冲刺", "2月冲刺"]


def test_months_and_metrics_have_a_level_each() -> None:
    kept, levels = _kept("1月保底", "1月冲刺", "2月冲刺", "回款保底目标", "回款冲刺目标")

    assert [header for header, _ in kept] == ["1月保底", "2月冲刺", "回款保底目标"]
    assert levels == Levels(("1月保底", "回款保底目标"), ("1月冲刺", "回款冲刺目标"))


def test_a_level_alone_is_left_out_of_what_the_targets_are_of() -> None:
    assert _kept("保底目标") == ([("保底目标", "目标")], None)
    assert _kept("Stretch revenue target") == ([("Stretch revenue target", "revenue target")], None)


@pytest.mark.parametrize(
    "headers",
    [
        # A metric of the user's, a part of other words, two metrics.
        ("冲刺目标", "销售额目标"),
        ("标准产品目标", "定制产品目标"),
        ("Minimum order target", "Order value target"),
        ("销售目标", "回款目标"),
    ],
)
def test_other_words_are_no_levels(headers: tuple[str, ...]) -> None:
    kept, levels = _kept(*headers, 冲刺="sprint", minimumorder="minimum_order")

    assert [header for header, _ in kept] == list(headers)
    assert levels is None
