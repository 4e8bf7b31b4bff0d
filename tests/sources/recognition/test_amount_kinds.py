"""Ledgers of one row a kind of amount, seen from the door of reading."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest

from salesperf.sources.loaded import Loaded
from salesperf.sources.options import ReadOptions, TableOptions

Write = Callable[..., Path]
Load = Callable[..., Loaded]
HEADER = "settlement-id,currency,transaction-type,order-id,amount-type,amount-description,amount,posted-date,sku\n"
SUMMARY = "11,USD,,,,,,,\n"
SALE = (
    "11,,Order,A1,ItemPrice,Principal,20.00,2024-03-02,S1\n"
    "11,,Order,A1,ItemPrice,Tax,1.40,2024-03-02,S1\n"
    "11,,Order,A1,ItemFees,Commission,-3.00,2024-03-02,S1\n"
    "11,,Order,A2,ItemPrice,Principal,30.00,2024-03-03,S2\n"
    "11,,Order,A2,ItemFees,Commission,-4.50,2024-03-03,S2\n"
)
REFUND = (
    "11,,Refund,A1,ItemPrice,Principal,-20.00,2024-03-09,S1\n11,,Refund,A1,ItemFees,Commission,2.40,2024-03-09,S1\n"
)


def _amounts(loaded: Loaded) -> list[Decimal]:
    return loaded.bundle.tables["orders"].frame["amount"].to_list()


def _notes(loaded: Loaded) -> list[str]:
    return [note.en for note in loaded.bundle.notes if "kinds of amounts" in note.en]


def test_the_goods_alone_are_sales_and_the_rest_is_told_by_kind(write_text: Write, load_files: Load) -> None:
    loaded = load_files(write_text(HEADER + SUMMARY + SALE + REFUND, "s.csv"))

    assert _amounts(loaded) == [20, 30, -20]
    assert not [one for one in loaded.issues if one.severity == "error"]
    # Commission: -3.00 - 4.50 + 2.40.
    assert _notes(loaded) == [
        (
            "s.csv: of the kinds of amounts under 'amount-description' 'Principal' (30.00) are sales; left out: "
            "'Commission' (-5.10), 'Tax' (1.40); columns = { line_type = \"amount-description\" } under [[table]] "
            "keeps all rows"
        )
    ]


def test_every_row_is_accounted_for(write_text: Write, load_files: Load) -> None:
    loaded = load_files(write_text(HEADER + SUMMARY + SALE, "s.csv"))
    [account] = loaded.accounts

    assert (account.rows, account.loaded, account.dropped) == (6, 2, {"no_goods": 4})


def test_the_currency_of_the_first_row_is_that_of_all(write_text: Write, load_files: Load) -> None:
    loaded = load_files(write_text(HEADER + SUMMARY + SALE, "s.csv"))

    assert loaded.bundle.tables["orders"].frame["currency"].to_list() == ["USD", "USD"]


def test_what_is_taken_off_the_price_lowers_its_goods(write_text: Write, load_files: Load) -> None:
    off = "11,,Order,A2,Promotion,Principal,-6.00,2024-03-03,S2\n"
    loaded = load_files(write_text(HEADER + SALE + off, "s.csv"))

    assert _amounts(loaded) == [20, 24]
    assert _notes(loaded)[0].endswith("; 1 row (-6.00) of what is taken off the price lower the goods they are of")


def test_a_promotion_of_nothing_that_was_sold_is_left_out(write_text: Write, load_files: Load) -> None:
    off = "11,,Order,A9,Promotion,Principal,-6.00,2024-03-03,S9\n"
    loaded = load_files(write_text(HEADER + SALE + off, "s.csv"))

    assert _amounts(loaded) == [20, 30]
    assert "'Principal' (-6.00)" in _notes(loaded)[0]


def test_chinese_bills_are_read_so_too(write_text: Write, load_files: Load) -> None:
    text = "订单编号,日期,费用项,金额\n1,2024-03-02,货款,20\n1,2024-03-02,佣金,-3\n2,2024-03-03,货款,30\n"
    loaded = load_files(write_text(text, "s.csv"))

    assert _amounts(loaded) == [20, 30]


@pytest.mark.parametrize(
    "kinds",
    [("Principal", "Interest", "Late fee"), ("Principal", "Deposit", "Balance"), ("Online", "Store fee", "Store")],
)
def test_other_words_under_such_a_header_leave_all_rows(
    kinds: tuple[str, ...], write_text: Write, load_files: Load
) -> None:
    rows = "".join(f"{at},2024-03-0{at},{kind},{at * 10}\n" for at, kind in enumerate(kinds, 1))
    loaded = load_files(write_text(f"Order ID,Order Date,Amount Type,Amount\n{rows}", "s.csv"))

    assert _amounts(loaded) == [10, 20, 30]


def test_the_configuration_keeps_all_rows(write_text: Write, load_files: Load) -> None:
    told = TableOptions("orders", ("s.csv",), columns={"line_type": "amount-description"})
    loaded = load_files(write_text(HEADER + SALE, "s.csv"), options=ReadOptions(tables=(told,)))

    assert len(_amounts(loaded)) == 5
