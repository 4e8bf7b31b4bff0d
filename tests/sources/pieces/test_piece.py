"""What a piece of a table adds to its rows."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from salesperf.sources.loaded import Loaded

Write = Callable[..., Path]
Load = Callable[..., Loaded]


def _column(loaded: Loaded, column: str, table: str = "orders") -> list[Any]:
    return loaded.bundle.tables[table].frame[column].to_list()


def test_people_named_by_parts_get_a_name_and_their_name_as_id(write_text: Write, load_files: Load) -> None:
    loaded = load_files(write_text("First Name,Last Name,Job Title\nAnn,Lee,rep\nBob,Ray,rep\n", "staff.csv"))

    assert _column(loaded, "rep_name", "people") == ["Ann Lee", "Bob Ray"]
    assert _column(loaded, "rep_id", "people") == ["Ann Lee", "Bob Ray"]


_ORDERS = {"orders": frozenset({"amount"})}


def test_an_unreadable_freight_matters_where_it_is_taken_off(write_text: Write, load_files: Load) -> None:
    inside = write_text("order id,order date,amount incl. shipping,shipping\n1,2026-01-05,110,ten\n2,2026-01-05,9,1\n")
    beside = write_text("order id,order date,subtotal,shipping\n1,2026-01-05,110,ten\n2,2026-01-05,9,1\n", "b.csv")

    assert [fault.code for fault in load_files(inside, needs=_ORDERS).issues] == ["R301"]
    assert [fault.code for fault in load_files(beside, needs=_ORDERS).issues] == ["R302"]


def test_prices_are_no_amounts_to_add_up(write_text: Write, load_files: Load) -> None:
    loaded = load_files(write_text("order id,order date,quantity,unit price,amount\n1,2026-01-05,2,5,10\n"))

    assert loaded.accounts[0].money == {"amount": 10}
