"""A unit that only the total column names."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest

ReadSheet = Callable[..., Any]


def _amounts(read: Any) -> list[Decimal]:
    return [target.amount for target in read.targets]


@pytest.mark.parametrize(
    "header", ["姓名,全年目标（万元）,一季度,二季度,三季度,四季度", "姓名,合计（万元）,1月,2月,3月,4月"]
)
def test_the_unit_of_the_total_is_that_of_the_parts_that_add_up_to_it(targets_of: ReadSheet, header: str) -> None:
    read = targets_of(f"{header}\n张伟,200,40,50,50,60\n李娜,160,30,40,40,50\n")

    assert _amounts(read) == [400_000, 500_000, 500_000, 600_000, 300_000, 400_000, 400_000, 500_000]
    assert read.sheet.unit_from == header.split(",")[1]


def test_parts_that_do_not_add_up_to_it_in_every_row_keep_their_own(targets_of: ReadSheet) -> None:
    read = targets_of("姓名,年度任务(万元),4月,5月,6月\n张伟,60,20,20,20\n李娜,90,30,30,31\n")

    assert [one for one in _amounts(read) if one < 1000] == [20, 20, 20, 30, 30, 31]


def test_parts_in_plain_money_beside_a_total_in_thousands_stay_as_they_are(targets_of: ReadSheet) -> None:
    read = targets_of("姓名,年度任务(万元),4月,5月,6月\n张伟,6,20000,20000,20000\n李娜,9,30000,30000,30000\n")

    assert _amounts(read) == [20_000, 20_000, 20_000, 30_000, 30_000, 30_000]


def test_parts_with_a_unit_of_their_own_or_one_told_keep_it(targets_of: ReadSheet) -> None:
    own = targets_of("姓名,年度任务(万元),4月(千元),5月(千元)\n张伟,40,20,20\n")
    told = targets_of("姓名,年度任务(万元),4月,5月\n张伟,40,20,20\n", told={"unit": "元"})

    assert 20_000 in _amounts(own)
    assert 20 in _amounts(told)
