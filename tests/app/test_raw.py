from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from salesperf.app.raw import raw_tables
from salesperf.app.tidy import tidy
from salesperf.core.errors import DataError

if TYPE_CHECKING:
    from conftest import Asking


def test_a_table_stands_as_the_file_has_it(ask: Asking) -> None:
    (table,) = raw_tables(ask("orders.csv"))

    assert table.header == ("Order ID", "Order Date", "Customer", "Sales Rep", "Region", "Amount")
    assert table.rows[3] == ("4", "2026-02-10", "Cas", "Ivo Kranz", "West", "-20")


def test_a_file_that_cannot_be_read_is_an_error(folder: Path, ask: Asking) -> None:
    (folder / "empty.csv").touch()

    with pytest.raises(DataError, match=r"empty\.csv cannot be read"):
        raw_tables(ask("empty.csv"))


def test_text_is_what_tidy_raw_writes(folder: Path, ask: Asking) -> None:
    text = "Sales 2026\n\nid,note,amount\n1,a,10\n\n2,b\n3,c,5,6\nTotal,,15\n"
    (folder / "messy.csv").write_text(text)

    (table,) = raw_tables(ask("messy.csv"))
    written = tidy(ask("messy.csv"), raw=True).content.decode()

    assert table.header == ("id", "note", "amount")
    assert table.rows == (("1", "a", "10"), ("2", "b"), ("3", "c", "5", "6"), ("Total", "", "15"))
    assert table.dropped == {"blank": 2, "title": 1}
    assert written == "id,note,amount\n1,a,10\n2,b\n3,c,5,6\nTotal,,15\n"
