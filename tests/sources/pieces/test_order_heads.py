from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import polars as pl
import pytest

from salesperf.core.errors import Severity
from salesperf.sources.loaded import Loaded
from salesperf.sources.pieces.order_heads import told_apart

Write = Callable[..., Path]
Load = Callable[..., Loaded]
BOTH = range(1, 41)
"""Numbers of orders that both years have: more than the rows a file is recognised by would show."""


def _orders(loaded: Loaded) -> pl.DataFrame:
    return loaded.bundle.tables["orders"].frame


def _errors(loaded: Loaded) -> list[str]:
    return [one.code for one in loaded.issues if one.severity is Severity.ERROR]


def _headers(*, with_year: bool) -> str:
    """200 orders of 2024 and the numbers of `BOTH` again in 2025, by another customer."""
    rows = [(number, 2024, "A") for number in range(1, 201)] + [(number, 2025, "B") for number in BOTH]
    head = "order id,order date,customer id" + (",fiscal period" if with_year else "")
    tail = [f",FY{year}" if with_year else "" for _, year, _ in rows]
    return "\n".join(
        [head, *(f"{one},{year}-03-01,{who}{end}" for (one, year, who), end in zip(rows, tail, strict=True))]
    )


def _lines(header: str, year: Callable[[int], str]) -> str:
    """One line of 10 for each order of 2024, of 7 for each of 2025."""
    rows = [(number, 2024, 10) for number in range(1, 201)] + [(number, 2025, 7) for number in BOTH]
    return "\n".join(
        [
            f"order id,{header}product id,quantity,unit price",
            *(f"{one},{year(when)}P,1,{price}" for one, when, price in rows),
        ]
    )


def test_numbers_that_begin_anew_without_a_word_of_the_year_are_refused(write_text: Write, load_files: Load) -> None:
    tops = write_text(_headers(with_year=False), "orders.csv")
    lines = write_text(_lines("", lambda _: ""), "lines.csv")

    loaded = load_files(tops, lines)

    (fault,) = [one for one in loaded.issues if one.code == "R408"]
    assert (fault.severity, fault.count, fault.value) == (Severity.ERROR, 40, "1")
    assert fault.where.file == "orders.csv"
    assert fault.message.startswith("40 order ids stand in several rows that disagree about the order: '1', '10', '11'")


def test_a_column_of_both_files_tells_the_orders_apart(write_text: Write, load_files: Load) -> None:
    tops = write_text(_headers(with_year=True), "orders.csv")
    lines = write_text(_lines("fiscal period,", lambda year: f"FY{year},"), "lines.csv")

    loaded = load_files(tops, lines)

    # 200 × 10 in 2024 by A, 40 × 7 in 2025 by B.
    sold = _orders(loaded).group_by("customer_id").agg(pl.col("amount").sum()).sort("customer_id").rows()
    assert sold == [("A", Decimal(2000)), ("B", Decimal(280))]
    assert _orders(loaded)["order_id"].n_unique() == 240
    assert {"1 (FY2024)", "1 (FY2025)", "41"} <= set(_orders(loaded)["order_id"])
    assert _errors(loaded) == []
    assert any("matched by order id and fiscal period" in note.en for note in loaded.bundle.notes)


def test_a_year_of_the_lines_finds_the_date_of_its_order(write_text: Write, load_files: Load) -> None:
    tops = write_text(_headers(with_year=False), "orders.csv")
    lines = write_text(_lines("year,", lambda year: f"{year},"), "lines.csv")

    loaded = load_files(tops, lines)

    by_year = _orders(loaded).group_by(pl.col("order_date").dt.year()).agg(pl.col("amount").sum()).sort("order_date")
    assert by_year.rows() == [(2024, Decimal(2000)), (2025, Decimal(280))]
    assert _errors(loaded) == []


def test_a_column_that_tells_nothing_apart_helps_nobody(write_text: Write, load_files: Load) -> None:
    tops = write_text(_headers(with_year=True).replace("FY2025", "FY2024"), "orders.csv")
    lines = write_text(_lines("fiscal period,", lambda _: "FY2024,"), "lines.csv")

    assert "R408" in _errors(load_files(tops, lines))


def test_the_later_of_two_header_files_says_what_became_of_an_order(write_text: Write, load_files: Load) -> None:
    head = "order id,order date,customer id,status\n"
    first = write_text(head + "1,2026-01-05,A,pending\n2,2026-01-06,B,paid\n", "january.csv")
    later = write_text(head + "1,2026-01-05,A,cancelled\n3,2026-02-06,C,paid\n", "february.csv")
    lines = write_text("order id,product id,quantity,unit price\n1,P,1,10\n2,P,1,20\n3,P,1,30\n", "lines.csv")

    loaded = load_files(first, later, lines)

    assert dict(_orders(loaded).select("order_id", "status").rows()) == {"1": "cancelled", "2": "paid", "3": "paid"}
    assert _errors(loaded) == []


def test_ids_that_no_line_asks_for_tear_nothing(write_text: Write, load_files: Load) -> None:
    tops = write_text(_headers(with_year=False), "orders.csv")
    lines = write_text("order id,product id,quantity,unit price\n100,P,1,10\n101,P,1,20\n", "lines.csv")

    loaded = load_files(tops, lines)

    assert _orders(loaded)["amount"].sum() == Decimal(30)
    assert _errors(loaded) == []


@pytest.mark.parametrize(("key", "expected"), [("2025", "5 (2025)"), (None, "5")])
def test_only_an_id_with_something_to_tell_it_apart_is_renamed(key: str | None, expected: str) -> None:
    frame = pl.DataFrame(
        {"order_id": ["5", "6"], "_key": [key, "2025"]}, schema={"order_id": pl.String, "_key": pl.String}
    )

    assert told_apart(frame, ["5"])["order_id"].to_list() == [expected, "6"]
