"""Rows without ids that stand in several files."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from decimal import Decimal

import polars as pl
from hypothesis import given
from hypothesis import strategies as st

from salesperf.sources.conform.row_places import PART
from salesperf.sources.overlap.same_rows import rows_without_ids, same_rows
from salesperf.sources.overlap.sameness import Sameness, SameRows

Row = tuple[int, str, int]
"""Day of the year 2026, customer, amount."""
JANUARY: list[Row] = [(5, "A", 100), (6, "B", 150)]
FEBRUARY: list[Row] = [(35, "C", 100)]


def _found(*files: Sequence[Row]) -> Sameness:
    rows = [
        (date(2025, 12, 31) + timedelta(days=day), customer, Decimal(amount), place)
        for place, file in enumerate(files)
        for day, customer, amount in file
    ]
    schema: dict[str, type[pl.DataType] | pl.DataType] = {
        "order_date": pl.Date,
        "customer_name": pl.String,
        "amount": pl.Decimal(38, 6),
        PART: pl.UInt32,
    }
    frame = pl.DataFrame(rows, schema=schema, orient="row")
    return same_rows("orders", frame, dict.fromkeys(range(len(files)), frozenset(schema)))


def test_files_that_a_summary_holds_are_copies() -> None:
    found = _found(JANUARY, FEBRUARY, [*JANUARY, *FEBRUARY])

    assert found.copies == (SameRows(0, 2, 2, Decimal(250)), SameRows(1, 2, 1, Decimal(100)))
    assert found.partly == ()


def test_a_file_that_a_longer_one_holds_is_a_copy() -> None:
    assert _found(JANUARY, [*JANUARY, *FEBRUARY]).copies == (SameRows(0, 1, 2, Decimal(250)),)


def test_of_equal_files_one_is_a_copy() -> None:
    assert [one.place for one in _found(JANUARY, JANUARY, JANUARY[::-1]).copies] == [0, 1]


def test_one_row_alone_is_told_and_not_taken_for_a_copy() -> None:
    found = _found(JANUARY[:1], JANUARY)

    assert found == Sameness((), (SameRows(0, 1, 1, Decimal(100)),))


def test_a_file_with_a_row_more_often_than_the_other_is_no_copy() -> None:
    found = _found([*JANUARY, JANUARY[0]], [*JANUARY, *FEBRUARY])

    assert found.copies == ()
    assert found.partly == (SameRows(0, 1, 2, Decimal(250)),)


def test_rows_that_one_file_repeats_are_not_looked_at() -> None:
    assert _found([*JANUARY, *JANUARY], FEBRUARY) == Sameness()


def test_last_days_of_a_month_in_the_next_file_are_told() -> None:
    first: list[Row] = [(day, "A", day) for day in range(1, 32)]
    second: list[Row] = [(day, "A", day) for day in range(29, 60)]

    # Days 29, 30 and 31 bring 29 + 30 + 31 = 90.
    assert _found(first, second) == Sameness((), (SameRows(0, 1, 3, Decimal(90)),))


def test_rows_in_common_by_chance_are_not_told() -> None:
    first: list[Row] = [(day, "A", day) for day in range(1, 32)]
    second: list[Row] = [(day, "A", day if day % 10 == 0 else 500) for day in range(1, 32)]

    assert _found(first, second) == Sameness()


def test_a_summary_with_a_column_more_is_told_and_not_settled() -> None:
    rows = pl.DataFrame(
        {
            "order_date": [date(2026, 1, 5), date(2026, 1, 6)] * 2,
            "customer_name": ["A", "B"] * 2,
            "amount": [Decimal(100), Decimal(150)] * 2,
            "rep_name": [None, None, "Ann", "Ann"],
            PART: pl.Series([0, 0, 1, 1], dtype=pl.UInt32),
        }
    )
    every = frozenset(rows.columns)

    found = same_rows("orders", rows, {0: every - {"rep_name"}, 1: every})

    assert found == Sameness((), (SameRows(0, 1, 2, Decimal(250)),))


def _numbered(*files: Sequence[tuple[str | None, int, int]]) -> Sameness:
    """What files of order id, day and amount have in common beside the ids."""
    rows = [
        (number, date(2026, 1, day), Decimal(amount), place)
        for place, file in enumerate(files)
        for number, day, amount in file
    ]
    schema = {"order_id": pl.String, "order_date": pl.Date, "amount": pl.Decimal(38, 6), PART: pl.UInt32}
    frame = pl.DataFrame(rows, schema=schema, orient="row")
    columns = dict.fromkeys(range(len(files)), frozenset(schema))
    return rows_without_ids(frame, "order_id", day="order_date", columns=columns)


def test_rows_without_ids_are_told_that_another_file_has_with_or_without() -> None:
    first = [("A1", 1, 10), (None, 2, 20), (None, 3, 30)]

    second = [(None, 2, 20), ("B1", 3, 30), ("B2", 9, 7)]

    # The second has one row without an id, the first two.
    assert _numbered(first, second).partly == (SameRows(1, 0, 2, Decimal(50)),)


def test_rows_with_two_numbers_are_two_sales() -> None:
    assert _numbered([("A1", 1, 10), ("A2", 2, 20), (None, 9, 5)], [("B1", 1, 10), ("B2", 2, 20)]) == Sameness()


def test_files_that_share_no_amount_are_not_compared() -> None:
    frame = pl.DataFrame({"order_id": [None, None], "order_date": [date(2026, 1, 1)] * 2, PART: [0, 1]})
    columns = dict.fromkeys((0, 1), frozenset(frame.columns))

    assert rows_without_ids(frame, "order_id", day="order_date", columns=columns) == Sameness()


ROWS = st.lists(st.tuples(st.integers(1, 5), st.sampled_from("AB"), st.integers(1, 3)), min_size=1, max_size=8)


@given(st.lists(ROWS, min_size=2, max_size=4))
def test_no_distinct_row_is_lost_with_the_copies(files: list[list[Row]]) -> None:
    gone = {one.place for one in _found(*files).copies}

    left = {row for place, file in enumerate(files) if place not in gone for row in file}
    assert left == {row for file in files for row in file}
