from __future__ import annotations

from datetime import date

import pytest
from msgspec.structs import replace

from salesperf.app.demo.hengyuan import HENGYUAN
from salesperf.app.demo.setting import Customer, Person


def _customer(region: str, *seats: str) -> Customer:
    return Customer("C1", "某公司", HENGYUAN.segments[0], region, seats, 1, "A")


def test_a_rep_sells_from_the_first_order_to_the_last_day() -> None:
    hired, sells_from, left = date(2025, 1, 6), date(2025, 4, 3), date(2025, 9, 30)
    rep = Person("1", "n", "t", "r", "m", "rep", "S1", hired, left, "E1", sells_from)

    days = (date(2025, 4, 2), date(2025, 4, 3), date(2025, 9, 30), date(2025, 10, 1))

    assert [rep.sells_at(day) for day in days] == [False, True, True, False]


def test_an_old_hand_sells_from_the_day_of_hire() -> None:
    rep = Person("1", "n", "t", "r", "m", "rep", "S1", date(2020, 1, 6), seat="E1")

    assert rep.sells_at(date(2020, 1, 6))
    assert not rep.sells_at(date(2020, 1, 5))


@pytest.mark.parametrize(
    ("day", "seller"),
    [
        (date(2025, 3, 31), "杨雪"),
        (date(2025, 4, 1), "罗成刚"),
        (date(2025, 7, 14), "罗成刚"),
        (date(2025, 7, 15), "蒋文涛"),
    ],
)
def test_the_manager_covers_between_leaver_and_newcomer(day: date, seller: str) -> None:
    assert HENGYUAN.seller(_customer("西南", "W2"), day).name == seller


@pytest.mark.parametrize(("day", "seller"), [(date(2025, 9, 5), "张立新"), (date(2025, 9, 8), "许诺")])
def test_a_seat_takes_its_customers_over_when_it_opens(day: date, seller: str) -> None:
    assert HENGYUAN.seller(_customer("华东", "E5", "E1"), day).name == seller


def test_a_seat_that_was_always_there_opened_before_time() -> None:
    assert HENGYUAN.opened("E1") == date.min
    assert HENGYUAN.opened("E5") == date(2025, 9, 8)


def test_a_seat_handed_over_stays_open() -> None:
    assert HENGYUAN.opened("N2") == date.min


def test_regions_are_found_by_name() -> None:
    assert HENGYUAN.region("华南").manager == "HY003"
    with pytest.raises(StopIteration):
        replace(HENGYUAN, regions=()).region("华南")
