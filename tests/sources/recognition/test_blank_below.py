"""Names that stand once above rows without one, seen from the door of reading."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from salesperf.sources.loaded import Loaded

Write = Callable[..., Path]
Load = Callable[..., Loaded]


def _file(names: Sequence[str]) -> str:
    rows = (f"{name},2025-01-{at + 1:02},A{at},{10 * (at + 1)}\n" for at, name in enumerate(names))
    return f"region,order date,order id,amount\n{''.join(rows)}"


def test_rows_below_a_name_are_told_with_their_sum(write_text: Write, load_files: Load) -> None:
    """The second, third and fifth row are empty: 20 + 30 + 50."""
    loaded = load_files(write_text(_file(["East", "", "", "West", ""])))

    assert [(one.code, one.count, "(100.00 in all)" in one.message) for one in loaded.issues] == [("R343", 3, True)]
    assert loaded.bundle.tables["orders"].frame["region"].null_count() == 3


@pytest.mark.parametrize(
    "names",
    [
        ["East", "", "West", "East", ""],
        ["", "East", "", "West"],
        ["East", "West", "North", "South", ""],
        ["East", "", ""],
    ],
)
def test_names_that_come_back_or_are_seldom_missing_say_nothing(
    names: list[str], write_text: Write, load_files: Load
) -> None:
    assert load_files(write_text(_file(names))).issues == ()
