"""What is told of the files of one table."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

from salesperf.core.errors import Issue
from salesperf.sources.loaded import Loaded
from salesperf.sources.overlap.reach import Reach
from salesperf.sources.overlap.stack_findings import about_dates

Write = Callable[..., Path]
Load = Callable[..., Loaded]
HEADER = "order id,order date,customer id,amount\n"


def _found(loaded: Loaded, code: str) -> list[Issue]:
    return [one for one in loaded.issues if one.code == code]


def test_rows_taken_from_a_later_file_are_counted_where_they_stood(write_text: Write, load_files: Load) -> None:
    earlier = write_text(HEADER + "1,2026-01-05,A,5\n2,2026-01-31,B,6\n", "january.csv")
    later = write_text(HEADER + "2,2026-01-31,B,6\n3,2026-02-05,C,8\n", "february.csv")

    (found,) = _found(load_files(earlier, later), "R401")

    assert (found.where.file, found.count) == ("january.csv", 1)
    assert found.message == "1 row in another file too, taken from there"


def test_one_number_for_two_orders_is_told_with_the_number(write_text: Write, load_files: Load) -> None:
    north = write_text(HEADER + "7,2026-01-05,A,5\n", "north.csv")
    south = write_text(HEADER + "7,2026-03-31,B,6\n", "south.csv")

    (found,) = _found(load_files(north, south), "R405")

    assert (found.value, found.count) == ("7", 1)


def test_the_same_table_twice_is_told_by_the_name_of_the_other(
    write_text: Write, write_book: Write, load_files: Load
) -> None:
    text = write_text("order id,order date,amount\n1,2026-01-05,5\n", "orders.csv")
    book = write_book({"S": [["order id", "order date", "amount"], ["1", date(2026, 1, 5), 5]]}, "orders.xlsx")

    (found,) = _found(load_files(text, book), "R402")

    other = {"orders.csv": "orders.xlsx", "orders.xlsx": "orders.csv"}[str(found.where.file)]
    assert found.message == f"the same table as {other}"


def test_dates_far_from_the_rest_are_told_by_column() -> None:
    reached = Reach(
        date(2026, 3, 1),
        {"order_date": (date(2062, 1, 1), date(2063, 1, 1))},
        before={"order_date": (date(1900, 1, 1),)},
    )

    late, early = about_dates("orders", reached)

    assert (late.message, late.count) == ("orders hold 2062-01-01, more than a year beyond the rest", 2)
    assert early.message == "orders hold 1900-01-01, more than ten years before the rest"
