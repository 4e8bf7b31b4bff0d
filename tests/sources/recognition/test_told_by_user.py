"""Which part of the configuration a table falls under."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from salesperf.sources.loaded import Loaded
from salesperf.sources.options import ReadOptions, TableOptions
from salesperf.sources.recognition.told_by_user import options_for
from salesperf.sources.rows.raw import RawTable

Write = Callable[..., Path]
ReadOne = Callable[..., RawTable]
HEADER = ("Order ID", "Order Date", "Amount")


def _named(sheet: str, **columns: str) -> TableOptions:
    return TableOptions("orders", ("o.xlsx",), sheet=sheet, columns=columns)


@pytest.mark.parametrize(
    ("told", "is_meant"),
    [
        (_named("Jan"), True),
        (_named("Feb"), False),
        (_named("Jan!A3:C4", amount="Amount"), True),
        (_named("Jan!A3:C4", amount="Value"), False),
        (_named("Feb!A3:C4", amount="Amount"), False),
        (_named("Jan!A3:C4"), False),
    ],
)
def test_a_table_is_known_by_its_sheet_or_by_its_headers_where_its_range_has_moved(
    write_book: Write, read_one: ReadOne, told: TableOptions, *, is_meant: bool
) -> None:
    raw = read_one(write_book({"Jan": [HEADER, ("1", "2026-01-05", 10)]}, "o.xlsx"))

    assert (options_for(raw, ReadOptions(tables=(told,))) is told) == is_meant


Load = Callable[..., Loaded]


def _column(loaded: Loaded, column: str, table: str = "orders") -> list[Any]:
    return loaded.bundle.tables[table].frame[column].to_list()


def test_every_sheet_that_the_configuration_names_is_read(write_book: Write, load_files: Load) -> None:
    header = ("Order ID", "Order Date", "Amount")
    path = write_book({"Jan": [header, ("1", "2026-01-05", 10)], "Feb": [header, ("2", "2026-02-05", 20)]}, "o.xlsx")
    tables = tuple(TableOptions("orders", ("o.xlsx",), sheet=sheet) for sheet in ("Jan", "Feb"))

    loaded = load_files(path, options=ReadOptions(tables=tables))

    assert sorted(_column(loaded, "amount")) == [Decimal(10), Decimal(20)]
