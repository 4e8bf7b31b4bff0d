"""Files whose rows another holds: copies count once, small shops count."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

import polars as pl
import pytest

from salesperf.sources.overlap.likely_copy import is_likely_copy

Row = tuple[int, str, str, str]
"""Day of January 2026, product, region, amount."""
COFFEE: list[Row] = [(day, "latte", "East", "30") for day in range(1, 31)]
TEA: list[Row] = [(day, "tea", "East", "25") for day in range(1, 31)]


def _is_copy(held: Sequence[Row], holder: Sequence[Row], *, names: tuple[str, str] = ("a.csv", "b.csv")) -> bool:
    frames = [
        pl.DataFrame(
            {
                "order_date": [date(2026, 1, day) for day, *_ in rows],
                "product_name": [product for _, product, *_ in rows],
                "region": [region for _, _, region, _ in rows],
                "amount": [Decimal(amount) for *_, amount in rows],
            }
        )
        for rows in (held, holder)
    ]
    return is_likely_copy(frames[0], frames[1], day="order_date", names=names)


def test_a_small_shop_that_sells_what_another_sells_every_day_is_no_copy() -> None:
    assert not _is_copy([COFFEE[1], COFFEE[4], TEA[4]], [*COFFEE, *TEA])
    assert not _is_copy([*COFFEE[:9], *TEA[:8]], [*COFFEE, *TEA])


def test_many_rows_that_stand_on_one_day_only_are_no_chance_whatever_the_names_say() -> None:
    # Each amount stands on 1 day of 30: five rows are alike by a chance of 1 in 24 million.
    own: list[Row] = [(day, "pipe", "East", f"{day}.99") for day in range(1, 31)]

    assert _is_copy(own[::6], [*own, *COFFEE], names=("门店A.csv", "门店B.csv"))


def test_a_file_that_ends_earlier_is_a_copy_of_the_longer_one() -> None:
    assert _is_copy([*COFFEE[:2], *TEA[:2]], [*COFFEE, *TEA])


def test_one_amount_on_all_days_is_too_little_to_tell_by() -> None:
    assert not _is_copy(COFFEE[:9], COFFEE)


def test_a_region_taken_out_of_the_whole_is_a_copy() -> None:
    west: list[Row] = [(day, product, "West", amount) for day, product, _, amount in (*COFFEE, *TEA)]

    assert _is_copy([*COFFEE[:9], *TEA[:9]], [*COFFEE[:9], *TEA[:9], *west])
    assert not _is_copy([*COFFEE[:9:2], *TEA[:9:2]], [*COFFEE[:9], *TEA[:9], *west])


@pytest.mark.parametrize("name", ["汇总.csv", "sales.xlsx 全部", "all.csv", "2026 Total.xlsx", "年度.csv"])
def test_a_summary_holds_copies(name: str) -> None:
    assert _is_copy([COFFEE[1], COFFEE[4]], [*COFFEE, *TEA], names=("1月.csv", name))


@pytest.mark.parametrize("name", ["allen.csv", "totally.csv", "fulfilled.csv"])
def test_a_name_that_only_holds_such_letters_is_no_summary(name: str) -> None:
    assert not _is_copy([COFFEE[1], COFFEE[4]], [*COFFEE, *TEA], names=("a.csv", name))


@pytest.mark.parametrize(
    "names",
    [
        ("门店A.csv", "门店B.csv"),
        ("shop_1.csv", "shop_2.csv"),
        ("西湖店.xlsx", "滨江店.xlsx"),
        ("Store 7.csv", "store-8.csv"),
    ],
)
def test_files_of_two_shops_are_not_taken_for_each_other(names: tuple[str, str]) -> None:
    assert not _is_copy([*COFFEE[:2], *TEA[:2]], [*COFFEE, *TEA], names=names)


@pytest.mark.parametrize(
    "names",
    [
        ("天猫旗舰店_1月.csv", "天猫旗舰店_1-2月.csv"),
        ("shop_2026-01.csv", "shop_2026.csv"),
        ("门店A.csv", "全部门店.csv"),
        ("1月.csv", "2月.csv"),
    ],
)
def test_months_of_one_shop_and_all_shops_are_no_two_shops(names: tuple[str, str]) -> None:
    assert _is_copy([*COFFEE[:2], *TEA[:2]], [*COFFEE, *TEA], names=names)
