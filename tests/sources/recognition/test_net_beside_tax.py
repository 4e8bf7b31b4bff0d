"""Headers that no list has, shown by the tax between them."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest

from salesperf.sources.loaded import Loaded

Write = Callable[..., Path]
Load = Callable[..., Loaded]
_START = "Order No,Order Date,Customer"


def _text(end: str, *rows: str) -> str:
    lines = [f"{at},2026-10-0{at},A,{row}" for at, row in enumerate(rows, 1)]
    return "\n".join([f"{_START},{end}", *lines]) + "\n"


def test_what_comes_to_the_other_with_the_tax_is_the_amount(write_text: Write, load_files: Load) -> None:
    loaded = load_files(write_text(_text("Goods,VAT,Gross", "100,20,120", "50,10,60", "8,0,8")))

    assert loaded.bundle.tables["orders"].frame["amount"].to_list() == [Decimal(100), Decimal(50), Decimal(8)]
    assert any("the amount is that under 'Goods'" in note.en for note in loaded.bundle.notes)


@pytest.mark.parametrize(
    ("end", "rows"),
    [
        # One row does not add up; nothing is taxed; costs are no sales.
        ("Goods,VAT,Gross", ("100,20,120", "50,10,61")),
        ("Goods,VAT,Gross", ("100,0,100", "50,0,50")),
        ("Goods cost,VAT,Gross cost", ("100,20,120", "50,10,60")),
    ],
)
def test_what_is_not_shown_is_refused(end: str, rows: tuple[str, ...], write_text: Write, load_files: Load) -> None:
    loaded = load_files(write_text(_text(end, *rows)))

    assert not any("it comes to" in note.en for note in loaded.bundle.notes)
    assert any(one.code == "R205" for one in loaded.issues)
