from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from salesperf.app.raw import raw_tables
from salesperf.core.errors import DataError

if TYPE_CHECKING:
    from conftest import Asking


def test_a_table_stands_as_the_file_has_it(ask: Asking) -> None:
    (table,) = raw_tables(ask("orders.csv"))

    assert table.header == ("Order ID", "Order Date", "Customer", "Sales Rep", "Region", "Amount")
    assert table.rows.row(3) == ("4", "2026-02-10", "Cas", "Ivo Kranz", "West", "-20")


def test_a_file_that_cannot_be_read_is_an_error(folder: Path, ask: Asking) -> None:
    (folder / "empty.csv").touch()

    with pytest.raises(DataError, match=r"empty\.csv cannot be read"):
        raw_tables(ask("empty.csv"))
