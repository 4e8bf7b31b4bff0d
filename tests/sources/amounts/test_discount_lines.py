"""Discounts that stand on lines of their own."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest

from salesperf.sources.loaded import Loaded

Write = Callable[..., Path]
Load = Callable[..., Loaded]
_HEADER = "Invoice,Date,Customer,Description,Qty,Line Amount"


def _amounts(loaded: Loaded) -> list[Decimal]:
    return loaded.bundle.tables["orders"].frame["amount"].to_list()


def test_a_discount_goes_off_the_goods_of_its_order(write_text: Write, load_files: Load) -> None:
    goods = "1,2026-10-01,A,Ball valve,1,75\n1,2026-10-01,A,Hose,1,25\n"
    rows = f"{goods}1,2026-10-01,A,Volume discount,1,-20\n2,2026-10-02,B,Hose,1,25\n"

    loaded = load_files(write_text(f"{_HEADER}\n{rows}"))

    # 20 by 75 and 25: 15 and 5.
    assert _amounts(loaded) == [60, 20, 0, 25]
    assert any("1 line called a discount (-20.00) are no returns" in note.en for note in loaded.bundle.notes)


@pytest.mark.parametrize(
    "row",
    ["1,2026-10-01,A,Hose,-1,-20", "3,2026-10-01,A,Volume discount,1,-20", "1,2026-10-01,A,Discount card,-1,-20"],
)
def test_returns_and_credits_of_their_own_stay(row: str, write_text: Write, load_files: Load) -> None:
    loaded = load_files(write_text(f"{_HEADER}\n1,2026-10-01,A,Ball valve,1,75\n{row}\n2,2026-10-02,B,Hose,1,25\n"))

    assert _amounts(loaded) == [75, -20, 25]
