from __future__ import annotations

from datetime import date

import polars as pl
import pytest

from salesperf.sources.values.date_shapes import Order, Shape, body, converted, read, serial_date


@pytest.mark.parametrize(
    ("cell", "bare"),
    [
        ("2017/1/3 9:56", "2017-1-3"),
        ("2017-08-25T00:00:00.000000000", "2017-08-25"),
        ("2017-08-25 10:00:00 +0800", "2017-08-25"),
        ("2024年1月5日 下午3时05分", "2024-1-5"),
        ("Friday, December 1, 2017", "December-1-2017"),
        ("1/31/2020 10:30 PM", "1-31-2020"),
        ("41679.5", "41679"),
    ],
)
def test_a_body_is_the_date_without_time_and_weekday(cell: str, bare: str) -> None:
    assert pl.DataFrame({"cell": [cell]}).select(body(pl.col("cell"))).item() == bare


def _read(cell: str, shape: Shape, order: Order | None = None) -> object:
    return pl.DataFrame({"cell": [cell]}).select(read(pl.col("cell"), shape, order=order, date1904=False)).item()


def test_a_body_of_another_shape_is_not_read() -> None:
    assert _read("2024-1-5", Shape.YEAR_FIRST) == date(2024, 1, 5)
    assert _read("5-1-2024", Shape.YEAR_FIRST) is None
    assert _read("5-1-24", Shape.YEAR_LAST, Order.DMY) is None


def test_without_an_order_a_numeric_date_is_not_read() -> None:
    assert _read("5-1-2024", Shape.YEAR_LAST) is None
    assert _read("5-1-2024", Shape.YEAR_LAST, Order.DMY) == date(2024, 1, 5)
    assert _read("5-1-2024", Shape.YEAR_LAST, Order.MDY) == date(2024, 5, 1)
    assert _read("24-01-05", Shape.SHORT_YEAR, Order.YMD) == date(2024, 1, 5)


def test_serial_numbers_count_from_their_epoch() -> None:
    days = pl.DataFrame({"number": [43659]})

    assert days.select(serial_date(pl.col("number"), date1904=False)).item() == date(2019, 7, 13)
    assert days.select(serial_date(pl.col("number"), date1904=True)).item() == date(2023, 7, 14)


def test_a_moment_is_the_day_of_its_place() -> None:
    cells = pl.DataFrame({"cell": ["2024-01-05T23:30:00Z", "2024-01-05"]})

    read_back = cells.select(converted(pl.col("cell"), "Asia/Shanghai")).to_series().to_list()

    assert read_back == [date(2024, 1, 6), None]


def test_moments_with_named_months_and_zones_are_moved_too() -> None:
    # 16:16 at eight hours behind is 08:16 of the next day eight hours ahead.
    cells = pl.DataFrame({"cell": ["Mon Feb 02 2015 16:16:00 GMT-0800 (PST)", "Tue, 30 Dec 2014 23:30:00 GMT"]})

    read_back = cells.select(converted(pl.col("cell"), "Asia/Shanghai")).to_series().to_list()

    assert read_back == [date(2015, 2, 3), date(2014, 12, 31)]


def test_a_short_year_must_stand_where_the_order_has_it() -> None:
    assert _read("26-1-6", Shape.SHORT_YEAR, Order.YMD) == date(2026, 1, 6)
    assert _read("26-1-6", Shape.SHORT_YEAR, Order.DMY) is None
    assert _read("6-1-26", Shape.SHORT_YEAR, Order.DMY) == date(2026, 1, 6)
    assert _read("6-1-26", Shape.SHORT_YEAR, Order.YMD) is None
