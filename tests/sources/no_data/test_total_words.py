"""Whole cells that say a total, and what the rows around them make of it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import polars as pl
import pytest

from salesperf.sources.no_data.rows_of_no_data import Cleaned, without_rows_of_no_data
from salesperf.sources.no_data.total_words import Word, has_total_cell, total_word, total_word_at
from salesperf.sources.rows.raw import RawTable

HEADER = ("Date", "Region", "Rep", "Revenue")


def _cleaned(*rows: tuple[str | None, ...], header: tuple[str, ...] = HEADER) -> Cleaned:
    frame = pl.DataFrame(rows, schema=list(header), orient="row")
    return without_rows_of_no_data(frame, header=header, first_row=2)


def _amounts(cleaned: Cleaned) -> list[str]:
    return cleaned.rows.to_series(-1).to_list()


@pytest.mark.parametrize("word", ["Subtotal", "Sub-Total:", "Grand Total", "小计", "合计", "SUBTOTAL"])
def test_a_subtotal_of_one_row_is_no_sale(word: str) -> None:
    cleaned = _cleaned(
        ("2025-01-31", "East", "Bob", "100"),
        ("2025-01-31", "East", word, "100"),
        ("2025-01-31", "West", "Ann", "200"),
        ("2025-01-31", "West", word, "200"),
    )

    assert _amounts(cleaned) == ["100", "200"]
    assert cleaned.dropped == {"total": 2}


def test_total_as_a_customer_is_a_total_of_one_row_where_it_is_one_of_several() -> None:
    cleaned = _cleaned(
        ("2025-01-03", "C1", "100"),
        ("2025-01-03", "C2", "200"),
        ("2025-01-03", "Total", "300"),
        ("2025-01-04", "C1", "50"),
        ("2025-01-04", "Total", "50"),
        header=("Date", "Customer", "Amount"),
    )

    assert _amounts(cleaned) == ["100", "200", "50"]


@pytest.mark.parametrize("word", ["All", "ALL", "全部"])
def test_all_is_a_total_where_it_adds_up_the_others(word: str) -> None:
    cleaned = _cleaned(
        ("2025-01-31", "East", "Bob", "100"),
        ("2025-01-31", "West", "Ann", "200"),
        ("2025-01-31", word, word, "300"),
    )

    assert _amounts(cleaned) == ["100", "200"]


def test_a_word_far_to_the_right_is_seen() -> None:
    header = ("Date", "Country", "City", "Team", "Channel", "Rep", "Amount")
    same = ("2025-01-31", "DE", "Ulm", "T", "Web")

    cleaned = _cleaned((*same, "Bob", "100"), (*same, "Ann", "50"), (*same, "Subtotal", "150"), header=header)

    assert _amounts(cleaned) == ["100", "50"]


def test_a_customer_named_total_whose_figures_do_not_add_up_stays_and_is_named() -> None:
    cleaned = _cleaned(
        ("2025-01-03", "C1", "100"),
        ("2025-01-03", "Total", "120"),
        ("2025-01-04", "C2", "70"),
        header=("Date", "Customer", "Amount"),
    )

    assert cleaned.rows.height == 3
    assert [(one.place, one.figure, one.added, one.is_kept) for one in cleaned.odd] == [(1, 120, 100, True)]


def test_a_customer_named_total_who_pays_what_the_one_above_pays_stays() -> None:
    rows = [("2025-01-03", name, "99") for name in ("C1", "C2", "Total", "C4", "C5")]

    assert _cleaned(*rows, header=("Date", "Customer", "Amount")).rows.height == 5


def test_a_region_named_all_that_adds_nothing_up_stays_without_a_word() -> None:
    cleaned = _cleaned(
        ("2025-01-31", "East", "Bob", "100"), ("2025-01-31", "West", "Ann", "200"), ("2025-01-31", "All", "HQ", "40")
    )

    assert (cleaned.rows.height, cleaned.odd) == (3, ())


def test_a_column_that_says_all_in_every_row_says_nothing() -> None:
    rows = pl.DataFrame({"Region": ["All"] * 3, "Rep": ["Bob", "Ann", "Total"], "Revenue": ["1", "2", "3"]})

    assert has_total_cell(rows).to_list() == [False, False, True]


def test_a_product_named_total_that_adds_up_now_and_then_stays() -> None:
    sums = [("2025-01-03", name, amount) for name, amount in (("Tea", "2"), ("Cake", "3"), ("Total", "5"))]
    others = [("2025-01-03", name, "4.5") for name in ("Tea", "Total", "Cake", "Total", "Tea", "Total")]

    assert _cleaned(*sums, *others, header=("Date", "Product", "Amount")).rows.height == 9


def test_words_are_whole_cells() -> None:
    assert total_word("Ｔｏｔａｌ") is Word.PERHAPS
    assert total_word("Colgate Total") is Word.NONE
    assert total_word_at(("2025-01-31", "Total", "300")) == 1
    assert total_word_at(("2025-01-31", "Total", "Bob")) is None


@pytest.mark.parametrize(
    "row", ["2025-01-31,,合计3笔,,@", "2025-01-31,,,月结,@", "2025-01-31,合计：2单,,,@", ",,小计 2 条,,@"]
)
def test_what_a_period_comes_to_is_a_total_where_it_adds_up(
    row: str, write_text: Callable[..., Path], read_one: Callable[..., RawTable]
) -> None:
    total = row.replace("@", "300")
    lines = "2025-01-05,A1,甲公司,小王,100\n2025-01-06,A2,乙公司,小李,200\n"
    path = write_text(f"日期,单号,客户,业务员,金额\n{lines}{total}\n2025-02-07,A3,甲公司,小王,300\n{total}\n")

    assert read_one(path).frame.select("单号").collect().to_series().to_list() == ["A1", "A2", "A3"]


def test_sales_that_are_paid_by_the_month_stay(
    write_text: Callable[..., Path], read_one: Callable[..., RawTable]
) -> None:
    """The third amount is the sum of those above it, and the rows leave no more empty than others."""
    rows = "2025-01-05,A1,月结,100,急\n2025-01-06,A2,现金,200,急\n2025-01-07,A3,月结,300,\n2025-01-08,A4,月结,300,\n"

    assert read_one(write_text(f"日期,单号,付款方式,金额,备注\n{rows}")).frame.collect().height == 4
