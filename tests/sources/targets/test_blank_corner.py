"""Columns of target sheets that nobody named."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

ReadSheet = Callable[..., Any]
Sheet = Callable[..., Any]


def _said(read: Any) -> list[tuple[object, ...]]:
    return [(key[0], key[1], key[3], int(target.amount)) for key, target in zip(read.keys, read.targets, strict=True)]


@pytest.mark.parametrize("title", ["", "2024 targets,,\n", "2024 Sales Targets ($),,\n,,\n"])
def test_names_under_no_header_left_of_periods_are_those_of_people(title: str, targets_of: ReadSheet) -> None:
    read = targets_of(f"{title},Q1,Q2\nAnn,100,200\nBob,30,40\nTotal,130,240\n")

    assert _said(read) == [
        ("rep", "Ann", "2024-Q1", 100), ("rep", "Ann", "2024-Q2", 200),
        ("rep", "Bob", "2024-Q1", 30), ("rep", "Bob", "2024-Q2", 40),
    ]  # fmt: skip
    assert read.totals == ()


def test_a_name_under_no_header_that_says_its_scope_is_of_it(targets_of: ReadSheet) -> None:
    read = targets_of(",1月,2月\n华东区,5,6\n公司,9,9\n合计,14,15\n", "2025年目标.csv")

    assert [one[:2] for one in _said(read)] == [("region", "华东区")] * 2 + [("company", None)] * 2


@pytest.mark.parametrize("title", ["", "Sales Budget 2024 (in $000),,,\n"])
def test_periods_under_no_header_are_the_periods(title: str, targets_of: ReadSheet) -> None:
    read = targets_of(
        f"{title},LY Actual,Growth %,Budget\nJan 2024,247,8%,267\nFeb 2024,251,8%,271\nFY,498,8%,538\n",
        "Budget 2024.csv",
    )

    scale = 1000 if title else 1
    assert _said(read) == [("company", None, "2024-01", 267 * scale), ("company", None, "2024-02", 271 * scale)]


def test_a_sheet_of_a_blank_corner_and_one_amount_has_a_header(targets_of: ReadSheet) -> None:
    read = targets_of(",Budget\nJan 2024,267\nFeb 2024,271\nMar 2024,275\n", "Budget.csv")

    assert _said(read)[0] == ("company", None, "2024-01", 267)
    assert len(read.targets) == 3


def test_years_and_metrics_under_no_header_are_such(targets_of: ReadSheet) -> None:
    years = targets_of(",Q1,Q2\n2024,100,200\n2025,300,400\n", "targets.csv")
    metrics = targets_of(",Q1,Q2\nRevenue,100,200\nOrders,3,4\n", "targets 2024.csv")

    assert [one[2] for one in _said(years)] == ["2024-Q1", "2024-Q2", "2025-Q1", "2025-Q2"]
    assert [key[2] for key in metrics.keys] == ["net_revenue", "net_revenue", "orders", "orders"]


def test_people_under_no_header_beside_their_region_have_their_own(targets_of: ReadSheet) -> None:
    read = targets_of("Region,,Q1,Q2\nNorth,Ann,100,200\nNorth,Bob,30,40\nSouth,Cy,5,6\n")

    assert [one[:2] for one in _said(read)][::2] == [("rep", "Ann"), ("rep", "Bob"), ("rep", "Cy")]


def test_numbers_of_rows_and_named_columns_leave_the_sheet_as_it_is(targets_of: ReadSheet) -> None:
    read = targets_of(",Rep,Q1,Q2\n1,Ann,100,200\n2,Bob,30,40\n")

    assert [one[:2] for one in _said(read)][::2] == [("rep", "Ann"), ("rep", "Bob")]
    assert read.sheet.scopes == {}


def test_a_summary_that_speaks_of_no_targets_is_none(sheet_of: Sheet) -> None:
    assert sheet_of(",Jan,Feb\nAnn,100,200\nBob,30,40\n", "summary 2024.csv") is None
