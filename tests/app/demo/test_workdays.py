from __future__ import annotations

from datetime import date

from salesperf.app.demo.hengyuan import HENGYUAN
from salesperf.app.demo.workdays import workday_from, workdays


def test_weekends_and_holidays_are_no_workdays() -> None:
    days, _ = workdays(HENGYUAN, date(2025, 9, 26), date(2025, 10, 12))

    # Friday, Monday and Tuesday; then the National Day holidays to the 7th; then Wednesday to Friday.
    expected = [(9, 26), (9, 29), (9, 30), (10, 8), (10, 9), (10, 10)]
    assert days == tuple(date(2025, month, day) for month, day in expected)


def test_fewer_orders_come_around_the_spring_festival() -> None:
    _, weights = workdays(HENGYUAN, date(2025, 1, 15), date(2025, 1, 16))

    # January weighs 70; the quiet weeks begin on the 16th with 40 percent.
    assert weights == (7000, 2800)


def test_the_next_workday_after_a_holiday() -> None:
    assert workday_from(HENGYUAN, date(2025, 10, 1)) == date(2025, 10, 8)


def test_a_workday_is_its_own() -> None:
    assert workday_from(HENGYUAN, date(2025, 10, 9)) == date(2025, 10, 9)
