from __future__ import annotations

import pytest

from salesperf.sources.values.cell_shape import filled, is_blank, is_figure, is_none_written, is_value, shape


@pytest.mark.parametrize(
    ("cell", "look"),
    [
        ("2.00", "number"),
        ("1234.50", "number"),
        ("12.5", "number"),
        ("2024", "year"),
        ("2024.01", "date"),
        ("2024.1.5", "date"),
        ("2024-01", "date"),
        ("2024年1月", "date"),
        ("2024-01-05 10:00:00", "date"),
        ("9:30", "date"),
        ("$1,234", "number"),
        ("-12%", "number"),
        ("1'234.50", "number"),
        ("Ann", "text"),
        ("12 rue", "text"),
    ],
)
def test_a_cell_looks_like_what_people_take_it_for(cell: str, look: str) -> None:
    assert shape(cell) == look
    assert is_value(cell) is (look != "text")


def test_a_sum_may_look_like_a_month_or_a_day_but_a_date_is_no_sum() -> None:
    assert all(map(is_figure, ("2.00", "2024.01", "20240105", "2024", "USD 5", "300-", "1.5万")))
    assert not any(map(is_figure, ("2024-01-05", "2024.01.05", "2024年1月", "", "-", "A1", "12 rue")))


def test_a_dash_says_that_nothing_is_there() -> None:
    assert all(map(is_none_written, ("", " ", "-", "—")))
    assert not is_none_written("0")


def test_blanks_fill_no_cell() -> None:
    assert filled(["a", "", "  ", "b"]) == 2
    assert is_blank(["", " "])
