"""Sales to customers that are tests or the company itself, seen from the door of reading."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from salesperf.sources.loaded import Loaded

Write = Callable[..., Path]
Load = Callable[..., Loaded]

START = "Order ID,Order Date,Customer,Sales Rep,Amount\n"
ROWS = (
    "1,2025-01-03,Alta Foods,Jo,500\n2,2025-01-10,TEST CUSTOMER - DO NOT SHIP,Jo,9999\n"
    "3,2025-01-19,Blue Inc,Mo,300\n4,2025-02-09,Internal - Demo Unit,Mo,1200\n"
)


def _notes(loaded: Loaded) -> list[str]:
    return [note.en for note in loaded.bundle.notes]


def test_they_count_and_are_told_with_their_sum_and_what_leaves_them_out(write_text: Write, load_files: Load) -> None:
    path = write_text(START + ROWS)

    for needs in (None, {"orders": frozenset({"amount", "order_id"})}):
        loaded = load_files(path, needs=needs)

        # 500 + 9999 + 300 + 1200, of which 9999 + 1200 are perhaps none.
        assert loaded.bundle.tables["orders"].frame["amount"].sum() == 11_999
        assert _notes(loaded) == [
            (
                "2 rows are of customers that may be tests or the company itself (11,199.00 in all): "
                "'TEST CUSTOMER - DO NOT SHIP', 'Internal - Demo Unit'; to leave them out: "
                "--where 'customer!=TEST CUSTOMER - DO NOT SHIP' --where 'customer!=Internal - Demo Unit'"
            )
        ]


def test_cancelled_rows_of_such_customers_are_not_told(write_text: Write, load_files: Load) -> None:
    rows = "1,2025-01-03,Alta Foods,500,Paid\n2,2025-01-10,TEST,9999,Cancelled\n"
    loaded = load_files(write_text("Order ID,Order Date,Customer,Amount,Status\n" + rows))

    assert _notes(loaded) == []


def test_customers_whose_names_only_hold_such_a_word_are_customers(write_text: Write, load_files: Load) -> None:
    rows = "1,2025-01-03,Test Valley Council,Jo,500\n2,2025-01-10,Internal Medicine Partners,Jo,9\n"

    assert _notes(load_files(write_text(START + rows))) == []


def test_more_than_a_few_are_numbered(write_text: Write, load_files: Load) -> None:
    rows = "".join(f"{at},2025-01-0{at},Test {at},Jo,{100 - at}\n" for at in range(1, 8))
    (note,) = _notes(load_files(write_text(START + rows)))

    assert "'Test 5', and 2 more; to leave them out: " in note
    assert note.count("--where") == 5
