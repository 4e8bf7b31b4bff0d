"""Money under a header that no list knows, beside lines whose amount is worked out."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from salesperf.sources.loaded import Loaded
from salesperf.sources.options import ReadOptions, TableOptions

Write = Callable[..., Path]
Load = Callable[..., Loaded]


def _text(header: str, *cells: str) -> str:
    lines = (f"2025-01-1{at},{at},Ann,{100 - 10 * at},6.00,{cell}\n" for at, cell in enumerate(cells))
    return f"Date,Invoice,Customer,Qty,Unit Price,{header}\n" + "".join(lines)


def _told(loaded: Loaded) -> list[str]:
    return [note.en for note in loaded.bundle.notes if "not read" in note.en]


def test_it_is_told_with_both_sums_and_the_setting(write_text: Write, load_files: Load) -> None:
    # 100, 90 and 80 at 6.00 are 1,620.00; a tenth less is 1,458.00.
    path = write_text(_text("Docket", "540.00", "486.00", "432.00"))

    assert _told(load_files(path)) == [
        (
            "the amount is worked out from 'Qty' and 'Unit Price' (1,620.00 in all rows, before discounts); beside it, "
            "not read: 'Docket' (1,458.00); columns = { amount = \"Docket\" } under [[table]] takes that instead"
        )
    ]


def test_the_setting_takes_it(write_text: Write, load_files: Load) -> None:
    path = write_text(_text("Docket", "540.00", "486.00", "432.00"))
    told = TableOptions("orders", (path.name,), columns={"amount": "Docket"})

    loaded = load_files(path, options=ReadOptions(tables=(told,)))

    assert loaded.bundle.tables["orders"].frame["amount"].sum() == 1458
    assert _told(loaded) == []


@pytest.mark.parametrize(
    ("header", "cells"),
    [
        ("Docket", ("600.00", "540.00", "480.00")),
        ("Docket", ("12.00", "486.00", "9.00")),
        ("Docket", ("1", "2", "3")),
        ("Cost of goods", ("540.00", "486.00", "432.00")),
        ("List price", ("540.00", "486.00", "432.00")),
        ("Docket", ("A540", "A486", "A432")),
    ],
)
def test_what_is_the_same_far_off_or_of_something_else_is_not_told(
    header: str, cells: tuple[str, ...], write_text: Write, load_files: Load
) -> None:
    assert _told(load_files(write_text(_text(header, *cells)))) == []
