from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from salesperf.core.errors import Severity
from salesperf.sources.loaded import Loaded
from salesperf.sources.options import ReadOptions, TableOptions

Write = Callable[..., Path]
Load = Callable[..., Loaded]
_HEAD = "order id,order date,customer,"


def _found(loaded: Loaded) -> list[str]:
    return [fault.code for fault in loaded.issues if fault.code in {"R209", "R210"}]


def _column(loaded: Loaded, column: str) -> list[Any]:
    return loaded.bundle.tables["orders"].frame[column].to_list()


def test_two_amounts_of_one_header_with_other_sums_stop_the_run(write_text: Write, load_files: Load) -> None:
    path = write_text(f"{_HEAD}amount,amount\n1,2026-01-05,A,100,80\n2,2026-01-06,B,200,200\n")

    (fault,) = [fault for fault in load_files(path).issues if fault.code == "R209"]

    assert fault.severity is Severity.ERROR
    assert fault.message == (
        "'amount' stands in columns 4 and 5 of the table, and 1 cell differs: column 4 is read "
        "(300.00; the other comes to 280.00)"
    )
    assert 'columns = { amount = "amount_2" }' in fault.hint


@pytest.mark.parametrize(("header", "amounts"), [("amount", [100]), ("amount_2", [80])])
def test_the_configuration_says_which_is_meant(
    write_text: Write, load_files: Load, header: str, amounts: list[int]
) -> None:
    told = TableOptions("orders", ("*.csv",), columns={"amount": header})
    path = write_text(f"{_HEAD}amount,amount\n1,2026-01-05,A,100,80\n")

    loaded = load_files(path, options=ReadOptions(tables=(told,)))

    assert (_found(loaded), _column(loaded, "amount")) == ([], amounts)


@pytest.mark.parametrize("second", ["100", "100.00", ""])
def test_the_same_figures_twice_are_no_matter(write_text: Write, load_files: Load, second: str) -> None:
    loaded = load_files(write_text(f"{_HEAD}amount,amount\n1,2026-01-05,A,100,{second}\n"))

    assert _found(loaded) == []
    assert loaded.bundle.notes == ()


def test_a_price_that_makes_the_amount_counts_as_one(write_text: Write, load_files: Load) -> None:
    loaded = load_files(write_text(f"{_HEAD}qty,price,price\n1,2026-01-05,A,2,10,9\n"))

    assert _found(loaded) == ["R209"]


def test_amounts_that_differ_and_come_to_the_same_sum_are_told(write_text: Write, load_files: Load) -> None:
    loaded = load_files(write_text(f"{_HEAD}amount,amount\n1,2026-01-05,A,10,20\n2,2026-01-06,B,20,10\n"))

    assert _found(loaded) == ["R210"]
    assert _column(loaded, "amount") == [Decimal(10), Decimal(20)]


def test_other_columns_that_differ_are_told_and_noted(write_text: Write, load_files: Load) -> None:
    loaded = load_files(write_text("order id,order date,customer,customer,amount\n1,2026-01-05,A,B,10\n"))

    assert (_found(loaded), _column(loaded, "customer_name")) == (["R210"], ["A"])
    assert [note.zh for note in loaded.bundle.notes] == [
        "「customer」出现在表格的第 3 列和第 4 列，有 1 个单元格不同：取第 3 列"
    ]


def test_columns_that_nobody_asked_for_are_not_compared(write_text: Write, load_files: Load) -> None:
    path = write_text("order id,order date,customer,customer,amount\n1,2026-01-05,A,B,10\n")

    assert _found(load_files(path, needs={"orders": frozenset({"amount"})})) == []


def test_names_that_another_tool_made_are_twins_too(write_text: Write, load_files: Load) -> None:
    loaded = load_files(write_text(f"{_HEAD}amount,amount.1,amount 30\n1,2026-01-05,A,100,80,70\n"))

    assert _found(loaded) == ["R209"]


def test_sheets_are_compared_like_texts(write_book: Write, load_files: Load) -> None:
    rows = [["order id", "order date", "amount", "amount"], ["1", "2026-01-05", 100, 80.5]]

    assert _found(load_files(write_book({"Sheet1": rows}))) == ["R209"]
