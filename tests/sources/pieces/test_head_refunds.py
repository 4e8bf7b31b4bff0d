"""Refunds in files of order headers."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest

from salesperf.sources.loaded import Loaded

Write = Callable[..., Path]
Load = Callable[..., Loaded]
_HEADS = "order_id,order_date,customer,order_total,refund_amount\n{}"
_LINES = (
    "order_id,product,quantity,unit_price,amount\n"
    "1,Desk,1,100,100\n2,Desk,2,100,200\n2,Chair,1,50,50\n3,Desk,1,100,100\n"
)


def _heads(*rows: tuple[object, object]) -> str:
    """Orders 1, 2 and 3 with their total and refund."""
    cells = (f"{at},2025-01-0{at},C{at},{total},{refund}\n" for at, (total, refund) in enumerate(rows, start=1))
    return _HEADS.format("".join(cells))


def _refunds(loaded: Loaded) -> list[object]:
    frame = loaded.bundle.tables["orders"].frame
    return frame["refund"].to_list() if "refund" in frame.columns else []


def _notes(loaded: Loaded) -> str:
    return "\n".join(note.en for note in loaded.bundle.notes)


@pytest.mark.parametrize("totals", [("", "", ""), (100, 250, 100), (100, 200, 0)])
def test_a_refund_is_taken_off_the_lines_of_its_order_once(
    totals: tuple[object, ...], write_text: Write, load_files: Load
) -> None:
    """50 of an order of 200 and 50 is 40 and 10; totals before it or net of it say that the lines are before it."""
    heads = write_text(_heads(*zip(totals, (0, 50, 100), strict=True)), "orders.csv")

    loaded = load_files(heads, write_text(_LINES, "order_lines.csv"))

    assert _refunds(loaded) == [None, 40, 10, 100]
    assert "'refund_amount' of 2 orders (150.00) is taken off their lines once an order" in _notes(loaded)


def test_not_more_is_taken_off_than_the_lines_are_worth(write_text: Write, load_files: Load) -> None:
    loaded = load_files(
        write_text(_heads(("", 0), ("", 0), ("", 112)), "orders.csv"), write_text(_LINES, "order_lines.csv")
    )

    assert _refunds(loaded) == [None, None, None, Decimal(100)]
    assert ", 12.00 more than their lines are worth left out" in _notes(loaded)


def test_lines_that_come_to_the_total_with_the_refund_are_after_it(write_text: Write, load_files: Load) -> None:
    loaded = load_files(
        write_text(_heads((100, 0), (300, 50), (200, 100)), "orders.csv"), write_text(_LINES, "order_lines.csv")
    )

    assert _refunds(loaded) == []
    assert "the lines are after 'refund_amount' of their orders (150.00) already" in _notes(loaded)


def test_where_lines_say_what_came_back_it_is_not_taken_off_twice(write_text: Write, load_files: Load) -> None:
    heads = write_text(_heads(("", 0), ("", 50), ("", 100)), "orders.csv")
    back = write_text("order_id,product,qty_returned,refund_amount\n3,Desk,1,100\n", "returns.csv")

    loaded = load_files(heads, write_text(_LINES, "order_lines.csv"), back)

    assert loaded.bundle.tables["orders"].frame["amount"].sum() == 350
    assert _refunds(loaded) == []
    assert _notes(loaded).count("is not taken off: lines of these files say themselves what came back") == 1


def test_an_order_with_a_line_below_zero_has_its_refund_there(write_text: Write, load_files: Load) -> None:
    heads = write_text(_heads(("", 0), ("", 50), ("", 100)), "orders.csv")

    loaded = load_files(heads, write_text(_LINES + "3,Desk,-1,100,-100\n", "order_lines.csv"))

    assert _refunds(loaded) == [None, 40, 10, None, None]
