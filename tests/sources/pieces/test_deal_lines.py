"""Deals written on several rows, seen from the door of reading."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

from salesperf.sources.loaded import Loaded
from salesperf.sources.options import ReadOptions, TableOptions

Write = Callable[..., Path]
Load = Callable[..., Loaded]

PRODUCTS = "Opportunity Name,Account Name,Close Date,Stage,Amount,Product Name,Quantity,Sales Price,Total Price"
KITE = "Kite,Kite Co,2024-03-04,Closed Won,1300"
BY_ID = "Opportunity ID,Account Name,Close Date,Stage,Amount,Product Name"


def _amounts(loaded: Loaded) -> list[Decimal]:
    return loaded.bundle.tables["deals"].frame["amount"].to_list()


def _said(loaded: Loaded) -> list[str]:
    return [note.en for note in loaded.bundle.notes]


def test_the_lines_of_products_count_where_they_add_up_to_their_deal(write_text: Write, load_files: Load) -> None:
    rows = (
        f"{KITE},Router,2,400,800\n{KITE},Install,1,500,500\nLark,Lark Inc,2024-03-19,Closed Won,950,Switch,1,950,950\n"
    )

    loaded = load_files(write_text(f"{PRODUCTS}\n{rows}"))

    assert _amounts(loaded) == [800, 500, 950]
    assert loaded.bundle.tables["deals"].frame["deal_id"].to_list() == ["Kite", "Kite", "Lark"]
    assert any("1 deal of several rows (1,300.00 not counted again)" in note for note in _said(loaded))


def test_two_deals_of_one_name_are_two(write_text: Write, load_files: Load) -> None:
    other = "Kite,Kite Co,2024-04-04,Closed Won,90"
    rows = f"{KITE},Router,2,400,800\n{KITE},Install,1,500,500\n{other},Switch,1,90,90\n"

    loaded = load_files(write_text(f"{PRODUCTS}\n{rows}"))

    assert _amounts(loaded) == [800, 500, 90]
    assert loaded.bundle.tables["deals"].frame["deal_id"].to_list() == ["Kite", "Kite", "Kite (2)"]


def test_each_rep_has_the_split_of_a_deal(write_text: Write, load_files: Load) -> None:
    header = "Opportunity Name,Account Name,Close Date,Stage,Opportunity Amount,Split Owner,Split (%),Split Amount"
    kite = "Kite,Kite Co,2024-03-04,Closed Won,10000"
    rows = f"{kite},Al,60,6000\n{kite},Bo,40,4000\nLark,Lark Inc,2024-03-19,Closed Won,5000,Bo,100,5000\n"

    loaded = load_files(write_text(f"{header}\n{rows}"))

    assert _amounts(loaded) == [6000, 4000, 5000]
    assert loaded.bundle.tables["deals"].frame["rep_name"].to_list() == ["Al", "Bo", "Bo"]


def test_an_amount_without_lines_counts_once_a_deal_id(write_text: Write, load_files: Load) -> None:
    one, two = "1,Kite Co,2024-03-04,Closed Won,100", "2,Lark Inc,2024-03-05,Closed Won,90"
    rows = f"{one},A\n{one},B\n{one},C\n{two},A\n{two},B\n"

    loaded = load_files(write_text(f"{BY_ID}\n{rows}"))

    # 100 in three parts: what is left of a cent stands on the first.
    assert _amounts(loaded) == [Decimal("33.34"), Decimal("33.33"), Decimal("33.33"), 45, 45]
    assert any("2 deals of several rows (290.00 not counted again)" in note for note in _said(loaded))


def test_two_products_of_one_price_in_the_only_deal_of_two_rows_prove_nothing(
    write_text: Write, load_files: Load
) -> None:
    one = "1,Kite Co,2024-03-04,Closed Won,100"

    loaded = load_files(write_text(f"{BY_ID}\n{one},A\n{one},B\n2,Lark Inc,2024-03-05,Closed Won,90,A\n"))

    assert _amounts(loaded) == [100, 100, 90]


def test_deals_alike_without_ids_and_lines_are_each_a_deal(write_text: Write, load_files: Load) -> None:
    header = "Opportunity Name,Account Name,Close Date,Stage,Amount,Product Name"
    rows = "Renewal,Acme,2024-01-05,Closed Won,100,A\nRenewal,Acme,2024-01-05,Closed Won,100,B\n"

    loaded = load_files(write_text(f"{header}\n{rows}Renewal,Beta,2024-01-06,Closed Won,70,A\n"))

    assert _amounts(loaded) == [100, 100, 70]


def test_rows_of_a_deal_with_amounts_of_their_own_are_left_alone(write_text: Write, load_files: Load) -> None:
    header = "Opportunity ID,Account Name,Close Date,Stage,Amount,Product Name,Total Price"
    start = "1,Kite Co,2024-03-04,Closed Won"

    loaded = load_files(write_text(f"{header}\n{start},100,A,100\n{start},50,B,50\n"))

    assert _amounts(loaded) == [100, 50]


def test_the_configuration_says_that_each_row_has_its_own_amount(write_text: Write, load_files: Load) -> None:
    rows = f"{KITE},Router,2,400,800\n{KITE},Install,1,500,500\n"
    path = write_text(f"{PRODUCTS}\n{rows}")
    told = TableOptions("deals", (path.name,), columns={"amount": "Amount"})

    loaded = load_files(path, options=ReadOptions(tables=(told,)))

    assert _amounts(loaded) == [1300, 1300]
