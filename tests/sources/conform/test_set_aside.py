from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from salesperf.sources.conform.row_places import AT
from salesperf.sources.conform.rows_read import CELL
from salesperf.sources.conform.set_aside import HEADER, REASON
from salesperf.sources.loaded import Loaded

Write = Callable[..., Path]
Load = Callable[..., Loaded]
HEAD = "Order ID,Order Date,Customer,Amount,Qty\n"


def _faults(loaded: Loaded) -> list[tuple[object, ...]]:
    return [row for one in loaded.aside for row in one.faults.select(AT, REASON, HEADER, CELL).rows()]


def test_every_fault_of_a_row_is_kept_not_only_the_first(write_text: Write, load_files: Load) -> None:
    good = "".join(f"{row},2026-01-05,Ann,5,1\n" for row in range(4))
    loaded = load_files(write_text(HEAD + good + "5,2026-13-05,Bob,abc,1\n6,,Ann,x,1\n"))

    assert set(_faults(loaded)) == {
        (4, "no_date", "Order Date", "2026-13-05"),
        (4, "no_number", "Amount", "abc"),
        (5, "no_number", "Amount", "x"),
        (5, "empty", "Order Date", None),
    }
    assert loaded.accounts[0].quarantined == 2


def test_a_row_with_more_cells_than_the_header_is_set_aside_and_nothing_else_is_said_of_it(
    write_text: Write, load_files: Load
) -> None:
    loaded = load_files(write_text(HEAD + "1,2026-01-05,Ann,5,1\n2,2026-01-06,Bob, Jr.,abc,7,1\n"))

    assert _faults(loaded) == [(1, "torn", "", None)]
    assert [one.code for one in loaded.issues] == ["R112"]
    (account,) = loaded.accounts
    assert (account.rows, account.loaded, account.quarantined) == (2, 1, 1)


def test_more_bad_rows_than_are_listed_are_all_set_aside(write_text: Write, load_files: Load) -> None:
    good = "".join(f"{row},2026-01-05,Ann,5,1\n" for row in range(10_010))
    bad = "".join(f"{row},2026-01-05,Ann,5,x{row}\n" for row in range(10_050))
    loaded = load_files(
        write_text(HEAD + good + bad), needs={"orders": frozenset({"amount", "quantity"})}, count_repeats=False
    )

    (account,) = loaded.accounts
    assert (account.loaded, account.quarantined) == (10_010, 10_050)
    assert loaded.aside[0].faults.height == 10_050
