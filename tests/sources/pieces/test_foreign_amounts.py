"""A plain amount beside a foreign one: that of the books where the rows show it."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from salesperf.sources.loaded import Loaded
from salesperf.sources.options import ReadOptions, TableOptions

Write = Callable[..., Path]
Load = Callable[..., Loaded]
_START = "Document Number,Date,Customer,Currency,Amount (Foreign Currency)"


def _amounts(loaded: Loaded) -> list[Any]:
    return loaded.bundle.tables["orders"].frame["amount"].to_list()


def _has_currency(loaded: Loaded) -> bool:
    return "currency" in loaded.bundle.tables["orders"].frame.columns


@pytest.mark.parametrize(
    ("end", "rows"),
    [
        ("Exchange Rate,Amount", ("EUR,100,1.10,110", "USD,50,1,50", "EUR,33.33,1.0832,36.10")),
        # A rate the other way round, and none at all.
        ("FX Rate,Amount", ("EUR,100,0.8,125", "USD,50,1,50", "EUR,8,0.8,10")),
        ("Amount", ("EUR,100,110", "USD,50,50", "GBP,8,10")),
    ],
)
def test_the_plain_amount_is_that_of_the_books(
    end: str, rows: tuple[str, ...], write_text: Write, load_files: Load
) -> None:
    told = [f"{at},2026-10-0{at},A,{row}" for at, row in enumerate(rows, 1)]
    path = write_text("\n".join([f"{_START},{end}", *told]))

    loaded = load_files(path)

    assert _amounts(loaded) == [Decimal(row.rsplit(",", 1)[1]) for row in rows]
    assert not _has_currency(loaded)
    assert any("not 'Amount (Foreign Currency)'" in note.en for note in loaded.bundle.notes)


_ROWS = "1,2026-10-01,A,EUR,100,1.10,110\n2,2026-10-02,B,USD,50,1,50\n"


def test_the_user_may_name_either(write_text: Write, load_files: Load) -> None:
    path = write_text(f"{_START},Exchange Rate,Amount\n{_ROWS}")
    for header, first in (("Amount", 110), ("Amount (Foreign Currency)", 100)):
        told = TableOptions("orders", (path.name,), columns={"amount": header})

        loaded = load_files(path, options=ReadOptions(tables=(told,)))

        assert (_amounts(loaded)[0], _has_currency(loaded)) == (first, first == 100)


def test_books_in_another_currency_than_asked_for_leave_the_foreign_amount(write_text: Write, load_files: Load) -> None:
    path = write_text(f"{_START},Exchange Rate,Amount\n{_ROWS}")

    loaded = load_files(path, options=ReadOptions(currency="EUR"))

    assert (_amounts(loaded), _has_currency(loaded)) == ([Decimal(100), Decimal(50)], True)
    assert any("in the currency of their rows" in note.en for note in loaded.bundle.notes)


@pytest.mark.parametrize(
    ("end", "rows"),
    [
        # The rate does not lead from one to the other.
        ("Exchange Rate,Amount", ("EUR,100,1.10,90", "USD,50,1,45")),
        # No currency in which both are the same.
        ("Amount", ("EUR,100,90", "USD,50,45")),
    ],
)
def test_what_the_rows_do_not_show_is_not_taken(
    end: str, rows: tuple[str, ...], write_text: Write, load_files: Load
) -> None:
    told = [f"{at},2026-10-0{at},A,{row}" for at, row in enumerate(rows, 1)]

    loaded = load_files(write_text("\n".join([f"{_START},{end}", *told])))

    assert _has_currency(loaded)
