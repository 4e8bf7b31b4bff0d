from __future__ import annotations

import pytest

from salesperf.sources.titles.sister_names import is_said, own_parts, without_dates


@pytest.mark.parametrize(
    ("name", "left"),
    [
        ("North", "North"),
        ("North Oct 2026", "North"),
        ("2026-10 North", "North"),
        ("华东2026年10月", "华东"),
        ("10月华东", "华东"),
        ("2026年10月", ""),
        ("Oct", ""),
        ("Q3", ""),
        ("May Lin", "May Lin"),
        ("Store 12", "Store 12"),
        ("销售一部", "销售一部"),
    ],
)
def test_months_and_years_are_no_part_of_a_name(name: str, left: str) -> None:
    assert without_dates(name) == left


@pytest.mark.parametrize(
    ("names", "parts"),
    [
        (["华东", "华南"], ["华东", "华南"]),
        (["恒达华东销售", "恒达华南销售"], ["华东", "华南"]),
        (["上海分公司销售明细", "广州分公司销售明细"], ["上海分公司", "广州分公司"]),
        (["张小明", "张小红"], ["张小明", "张小红"]),
        (["sales_north_2026-10", "sales_south_2026-10"], ["north", "south"]),
    ],
)
def test_what_all_files_say_is_no_part_of_a_name(names: list[str], parts: list[str]) -> None:
    assert list(own_parts(names).values()) == parts


def test_names_that_programs_give_say_nothing() -> None:
    assert [is_said(name) for name in ("Sheet1", "工作表2", "", "12", "North")] == [False, False, False, False, True]
