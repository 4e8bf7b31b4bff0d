from __future__ import annotations

import pytest

from salesperf.sources.titles.region_names import region_said


@pytest.mark.parametrize("name", ["华东", "西南区", "东部大区", "上海分公司", "North", "north-east region", "EMEA"])
def test_names_of_regions_say_so_by_themselves(name: str) -> None:
    assert region_said(name, []) == name


@pytest.mark.parametrize("name", ["", "Maria Gomez", "张伟", "十月", "Northwind", "总公司", "East Coast Pumps"])
def test_other_names_are_no_regions(name: str) -> None:
    assert region_said(name, []) is None


def test_a_listed_region_is_written_as_the_list_has_it() -> None:
    assert [region_said(name, ["上海", "Texas"]) for name in ("上海分公司", "Texas", "Texas Region")] == [
        "上海",
        "Texas",
        "Texas",
    ]
