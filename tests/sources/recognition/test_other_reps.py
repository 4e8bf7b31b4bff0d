"""People who take part in sales, as reps where no table names others; seen from the door of reading."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from salesperf.sources.loaded import Loaded

Write = Callable[..., Path]
Load = Callable[..., Loaded]


def _orders(header: str, cells: str = "Ann Lee,Bob Ray") -> str:
    first, second = cells.split(",")
    return (
        f"Order No,Order Date,Customer,{header},Amount\n1,2025-01-05,Acme,{first},100\n2,2025-02-06,Brix,{second},200\n"
    )


def _reps(loaded: Loaded) -> list[str]:
    frame = loaded.bundle.tables["orders"].frame
    return frame["rep_name"].to_list() if "rep_name" in frame.columns else []


@pytest.mark.parametrize("header", ["Recruiter", "Cashier", "Server", "Served by", "Territory Manager"])
def test_they_are_the_reps_and_that_is_told(header: str, write_text: Write, load_files: Load) -> None:
    loaded = load_files(write_text(_orders(header), "a.csv"))

    assert _reps(loaded) == ["Ann Lee", "Bob Ray"]
    assert [note.en for note in loaded.bundle.notes] == [
        (
            f"a.csv: {header!r} is taken for the reps, as nothing else names any; another: "
            'columns = { rep_name = "..." } under [[table]]'
        )
    ]


def test_beside_reps_they_are_not(write_text: Write, load_files: Load) -> None:
    text = "Order No,Order Date,Customer,Salesperson,Cashier,Amount\n1,2025-01-05,Acme,Ann,Zoe,100\n"

    assert _reps(load_files(write_text(text))) == ["Ann"]


def test_beside_the_codes_of_reps_they_are_not(write_text: Write, load_files: Load) -> None:
    text = "Order No,Order Date,Customer,Salesperson Code,Cashier,Amount\n1,2025-01-05,Acme,S1,Zoe,100\n"

    assert _reps(load_files(write_text(text))) == []


def test_beside_a_table_that_names_reps_they_are_not(write_text: Write, load_files: Load) -> None:
    orders = write_text(_orders("Cashier"), "orders.csv")
    customers = write_text("Customer ID,Customer Name,Sales Rep\nC1,Acme,Ann\nC2,Brix,Bob\n", "customers.csv")

    assert _reps(load_files(orders, customers)) == []


def test_machines_are_no_people(write_text: Write, load_files: Load) -> None:
    loaded = load_files(write_text(_orders("Server", "web-01,web-02")))

    assert (_reps(loaded), loaded.bundle.notes) == ([], ())
