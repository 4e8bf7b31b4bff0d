"""Targets that are told together with those before them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from salesperf.sources.targets.cumulative import is_cumulative

ReadSheet = Callable[..., Any]


def _of(read: Any, name: str) -> list[tuple[str, int]]:
    return [(key[3], int(target.amount)) for key, target in zip(read.keys, read.targets, strict=True) if key[1] == name]


@pytest.mark.parametrize(
    "header",
    ["1月,1-2月,1-3月", "Jan,Jan-Feb YTD,Jan-Mar YTD", "1月累计,2月累计,3月累计", "YTD Jan,YTD Feb,YTD Mar"],
)
def test_months_told_together_are_taken_apart(targets_of: ReadSheet, header: str) -> None:
    read = targets_of(f"姓名,{header}\n王磊,10,22,31\n李娜,5,11,18\n", "2024年销售目标.csv")

    assert _of(read, "王磊") == [("2024-01", 10), ("2024-02", 12), ("2024-03", 9)]
    assert (read.cumulative.count, int(read.cumulative.sum)) == (4, 21 + 13)


def test_quarters_told_together_are_taken_apart(targets_of: ReadSheet) -> None:
    read = targets_of("部门,1-3月,1-6月,1-9月,1-12月\n一部,30,63,99,138\n", "2024年销售目标.csv")

    assert _of(read, "一部") == [("2024-Q1", 30), ("2024-Q2", 33), ("2024-Q3", 36), ("2024-Q4", 39)]


def test_beside_the_single_months_they_are_sums_that_are_left_out(targets_of: ReadSheet) -> None:
    read = targets_of("姓名,1月,2月,3月,1-2月,1-3月\n王磊,10,12,9,22,41\n", "2024年销售目标.csv")

    assert _of(read, "王磊") == [("2024-01", 10), ("2024-02", 12), ("2024-03", 9)]
    assert [(one.target.column, one.agrees) for one in read.sums] == [("1-2月", True), ("1-3月", False)]
    assert read.cumulative.columns == ()


def test_quarters_and_halves_by_their_months_are_none(targets_of: ReadSheet) -> None:
    quarters = targets_of("姓名,1-3月,4-6月,7-9月,10-12月\n王磊,30,33,36,39\n", "2024年销售目标.csv")
    halves = targets_of("Rep,Jan-Jun,Jul-Dec\nAnn,60,70\n")

    assert _of(quarters, "王磊") == [("2024-Q1", 30), ("2024-Q2", 33), ("2024-Q3", 36), ("2024-Q4", 39)]
    assert _of(halves, "Ann") == [("2024-H1", 60), ("2024-H2", 70)]


def test_a_target_that_falls_loses_nothing(targets_of: ReadSheet) -> None:
    read = targets_of("姓名,1月,1-2月,1-3月\n王磊,10,9,31\n李娜,5,11,18\n", "2024年销售目标.csv")

    assert _of(read, "王磊") == [("2024-01", 10), ("2024-02", -1), ("2024-03", 22)]


def test_a_missing_cell_leaves_a_longer_period(targets_of: ReadSheet) -> None:
    read = targets_of("姓名,1月,1-2月,1-3月,1-4月\n王磊,10,22,,45\n李娜,5,11,18,26\n", "2024年销售目标.csv")

    assert _of(read, "王磊")[-1] == ("2024-03..2024-04", 23)


def test_rates_are_never_taken_apart(targets_of: ReadSheet) -> None:
    read = targets_of("姓名,指标,1月,1-2月,1-3月\n王磊,回款率,80%,82%,85%\n", "2024年目标.csv")

    assert [key[3] for key in read.keys] == ["2024-01", "2024-01..2024-02", "2024-Q1"]


def test_a_title_alone_says_it_of_months_that_pile_up(targets_of: ReadSheet) -> None:
    piled = targets_of("姓名,1月,2月,3月\n王磊,10,22,31\n李娜,5,11,18\n", "2024年累计销售目标.csv")
    growing = targets_of("姓名,1月,2月,3月\n王磊,10,11,12\n李娜,5,6,7\n", "2024年累计销售目标.csv")

    assert _of(piled, "李娜") == [("2024-01", 5), ("2024-02", 6), ("2024-03", 7)]
    assert _of(growing, "李娜") == [("2024-01", 5), ("2024-02", 6), ("2024-03", 7)]
    assert growing.cumulative.columns == ()


def test_what_was_reached_so_far_is_no_target(targets_of: ReadSheet) -> None:
    read = targets_of("姓名,1月目标,2月目标,2月累计\n王磊,10,12,25\n", "2024年.csv")

    assert _of(read, "王磊") == [("2024-01", 10), ("2024-02", 12)]
    assert "2月累计" in read.sheet.roles.others


def test_words_for_cumulative() -> None:
    assert is_cumulative("2025年各月累计目标")
    assert is_cumulative("Targets YTD")
    assert not is_cumulative("Targets 2025")
