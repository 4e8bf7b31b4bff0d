"""Headers of sales that say whose a target is."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

ReadSheet = Callable[..., Any]


def _owners(read: Any) -> set[tuple[object, object]]:
    return {key[:2] for key in read.keys}


@pytest.mark.parametrize(
    ("header", "scope"),
    [
        ("Opportunity Owner", "rep"),
        ("DealOwner", "rep"),
        ("Sales Executive", "rep"),
        ("销售经理", "rep"),
        ("跟单员", "rep"),
        ("业务经理", "rep"),
        ("Vendedor", "rep"),
        ("Market", "region"),
        ("所属区域", "region"),
        ("部门名称", "team"),
        ("Product Family", "category"),
        ("物料编码", "product"),
        ("经销商名称", "customer"),
    ],
)
def test_what_heads_an_owner_in_sales_heads_one_in_targets(header: str, scope: str, targets_of: ReadSheet) -> None:
    down = targets_of(f"{header},Month,Quota\nA,2024-01,5\nA,2024-02,5\nB,2024-01,6\nB,2024-02,6\n")
    across = targets_of(f"{header},Q1,Q2\nA,5,5\nB,6,6\nTotal,11,11\n")

    assert _owners(down) == _owners(across) == {(scope, "A"), (scope, "B")}


@pytest.mark.parametrize("header", ["Source", "Description", "Email", "State", "经手人", "Comments"])
def test_what_need_not_be_an_owner_leaves_targets_to_the_company(header: str, targets_of: ReadSheet) -> None:
    read = targets_of(f"Month,Quota,{header}\n2024-01,5,Board plan\n2024-02,6,Revision of May\n")

    assert _owners(read) == {("company", None)}


def test_another_kind_of_owner_beside_a_known_one_is_left_alone(targets_of: ReadSheet) -> None:
    read = targets_of("大区,销售经理,月份,目标\n北方,张伟,2024-01,5\n南方,李娜,2024-01,6\n北方,张伟,2024-02,5\n")

    assert _owners(read) == {("region", "北方"), ("region", "南方")}


def test_a_header_of_sales_that_tells_rows_of_one_group_apart_is_the_owners(targets_of: ReadSheet) -> None:
    read = targets_of("Region,Deal Owner,Month,Quota\nEast,Ann,2024-01,5\nEast,Bob,2024-01,6\nWest,Cid,2024-01,7\n")

    assert _owners(read) == {("rep", "Ann"), ("rep", "Bob"), ("rep", "Cid")}
