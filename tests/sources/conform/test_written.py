"""How each file writes its dates and numbers."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from salesperf.sources.loaded import Loaded

Write = Callable[..., Path]
Load = Callable[..., Loaded]


def _codes(loaded: Loaded) -> list[str]:
    return [issue.code for issue in loaded.issues]


def test_each_file_is_read_in_its_own_order_of_days_and_months(write_text: Write, load_files: Load) -> None:
    head = ["Order ID", "Order Date", "Amount"]
    one = write_text([head, ["1", "25/01/2026", "1"], ["2", "03/01/2026", "2"]], "january.csv")
    two = write_text([head, ["3", "02/21/2026", "4"], ["4", "02/03/2026", "8"]], "february.csv")

    loaded = load_files(one, two)

    dates = loaded.bundle.tables["orders"].frame.sort("amount")["order_date"].cast(str).to_list()
    assert dates == ["2026-01-25", "2026-01-03", "2026-02-21", "2026-02-03"]
    assert _codes(loaded) == ["R412"]


def test_each_file_has_its_own_decimal_mark(write_text: Write, load_files: Load) -> None:
    head = ["Order ID", "Order Date", "Amount"]
    one = write_text([head, ["1", "2026-01-05", "1.234,50"]], "january.csv", delimiter=";")
    two = write_text([head, ["2", "2026-02-05", "1,234.50"]], "february.csv", delimiter=";")

    loaded = load_files(one, two)

    assert loaded.bundle.tables["orders"].frame["amount"].sum() == 2469
    assert _codes(loaded) == ["R412"]


def test_dates_in_one_order_are_nothing_to_tell(write_text: Write, load_files: Load) -> None:
    head = ["Order ID", "Order Date", "Amount"]
    one = write_text([head, ["1", "25/01/2026", "1"]], "january.csv")
    two = write_text([head, ["2", "03/02/2026", "2"]], "february.csv")

    assert _codes(load_files(one, two)) == []
