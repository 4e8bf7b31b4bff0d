"""Numbers that count the lines of orders are neither products nor amounts."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from salesperf.sources.loaded import Loaded

Write = Callable[..., Path]
Load = Callable[..., Loaded]
_SAP = (
    "Sales Doc.;Item;Created on;Sold-to;Material;Description;Net value\n"
    "S1;10;2026-01-10;C1;P1;Saw;5\nS1;20;2026-01-10;C1;P2;Drill;7\n"
    "S2;10;2026-01-11;C2;P2;Drill;8\nS2;20;2026-01-11;C2;P1;Saw;5\nS2;30;2026-01-11;C2;P3;Helmet;9\n"
)


def test_the_item_of_a_sales_document_is_its_line_and_the_description_the_product(
    write_text: Write, load_files: Load
) -> None:
    found = load_files(write_text(_SAP)).bundle.tables["orders"].frame

    assert found["line_id"].to_list() == ["10", "20", "10", "20", "30"]
    assert found["product_name"].to_list() == ["Saw", "Drill", "Drill", "Saw", "Helmet"]
    assert found["product_id"].to_list() == ["P1", "P2", "P2", "P1", "P3"]


@pytest.mark.parametrize("header", ["Pos", "Itm", "Sales Document Item"])
def test_whatever_it_is_called_it_is_no_amount(header: str, write_text: Write, load_files: Load) -> None:
    loaded = load_files(
        write_text(
            _SAP.replace(";Item;", f";{header};").replace(";10;", ";1;").replace(";20;", ";2;").replace(";30;", ";3;")
        )
    )

    assert loaded.bundle.tables["orders"].frame["line_id"].to_list() == ["1", "2", "1", "2", "3"]
    assert not any(header in note.en for note in loaded.bundle.notes)


def test_items_that_do_not_count_up_from_the_first_line_are_products(write_text: Write, load_files: Load) -> None:
    lines = "S1,20,2026-01-10,C1,5\nS1,10,2026-01-10,C1,7\nS2,30,2026-01-11,C2,8\nS2,40,2026-01-11,C2,5\n"
    found = load_files(write_text(f"Order No,Item,Order Date,Customer,Amount\n{lines}")).bundle.tables["orders"].frame

    assert found["product_id"].to_list() == ["20", "10", "30", "40"]
