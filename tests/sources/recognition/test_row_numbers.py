"""A number of every row tells no orders apart where another number does."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from salesperf.sources.loaded import Loaded

Write = Callable[..., Path]
Load = Callable[..., Loaded]
_ROWS = (
    "1,C1,2026-01-10,R1,5",
    "2,C1,2026-01-10,R1,7",
    "3,C2,2026-01-11,R2,8",
    "4,C2,2026-01-11,R2,9",
    "5,C1,2026-01-12,R3,4",
    "6,C1,2026-01-12,R3,6",
    "7,C2,2026-01-12,R4,3",
)


def _text(*rows: str, number: str = "No") -> str:
    return "\n".join([f"{number},Customer,Date,Ref,Net", *rows]) + "\n"


def test_the_reference_that_repeats_with_day_and_customer_is_the_order(write_text: Write, load_files: Load) -> None:
    loaded = load_files(write_text(_text(*_ROWS)))

    assert loaded.bundle.tables["orders"].frame["order_id"].to_list() == ["R1", "R1", "R2", "R2", "R3", "R3", "R4"]
    assert any(
        "orders are told apart by 'Ref'" in note.en and 'order_id = "No"' in note.en for note in loaded.bundle.notes
    )


@pytest.mark.parametrize(
    ("number", "rows"),
    [
        # The header says that it numbers orders; a reference has two customers; the numbers repeat themselves.
        ("Order No", _ROWS),
        ("No", (*_ROWS, "8,C9,2026-01-12,R4,3")),
        ("No", (*_ROWS, "7,C2,2026-01-12,R4,3")),
    ],
)
def test_other_numbers_stay_the_orders(number: str, rows: tuple[str, ...], write_text: Write, load_files: Load) -> None:
    found = load_files(write_text(_text(*rows, number=number))).bundle.tables["orders"].frame

    assert found["order_id"].to_list() == [row.split(",")[0] for row in rows]


def test_a_payment_of_several_orders_is_no_order(write_text: Write, load_files: Load) -> None:
    text = _text(*_ROWS).replace("Ref", "Payment Ref", 1)

    assert load_files(write_text(text)).bundle.tables["orders"].frame["order_id"].to_list() == list("1234567")
