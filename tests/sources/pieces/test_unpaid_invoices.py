"""Unpaid invoices that are read as orders, seen from the door of reading."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from salesperf.sources.loaded import Loaded
from salesperf.tables.line_words import LineKind, kind_of_word, says_unpaid_invoice

Write = Callable[..., Path]
Load = Callable[..., Loaded]


def _status(loaded: Loaded) -> list[Any]:
    return loaded.bundle.tables["orders"].frame["status"].to_list()


def test_an_unpaid_row_whose_type_is_an_invoice_is_sold_and_told(write_text: Write, load_files: Load) -> None:
    path = write_text(
        "Date,Type,Document Number,Sales Rep,Item,Quantity,Amount,Status\n"
        "2024-01-04,Invoice,1,P,x,1,1500,Paid In Full\n2024-01-19,Invoice,2,M,x,1,640,Open\n"
        "2024-02-01,Sales Order,3,M,x,1,70,Open\n"
        "2024-02-02,Credit Memo,4,M,x,1,30,Open\n2024-02-03,Invoice,5,M,x,1,10,Draft\n"
    )

    loaded = load_files(path)

    assert _status(loaded) == ["Paid In Full", "unpaid invoice: Open", "Open", "Credit Memo", "Draft"]
    assert (
        "2 rows of Status 'Open': invoices, counted as sold though not paid, unless "
        '[kpi] open = ["unpaid invoice"] says otherwise'
    ) in [note.en for note in loaded.bundle.notes]


def test_orders_that_are_not_paid_stay_open(write_text: Write, load_files: Load) -> None:
    rows = "1,2024-01-04,x,1,10,Awaiting Payment\n2,2024-01-04,x,1,10,Paid\n"

    loaded = load_files(write_text(f"Order ID,Order Date,Product,Quantity,Amount,Status\n{rows}"))

    assert _status(loaded) == ["Awaiting Payment", "Paid"]


def test_the_header_of_the_status_tells_too_and_a_date_of_payment_need_not_be_there(
    write_text: Write, load_files: Load
) -> None:
    rows = (
        "A,2024-02-01,paid,2024-02-15,Design,10,900\nB,2024-02-20,sent,,Design,5,405\nB,2024-03-02,draft,,Web,2,180\n"
    )

    loaded = load_files(
        write_text(f"Client Name,Date Issued,Invoice Status,Date Paid,Item Name,Quantity,Amount\n{rows}")
    )

    assert _status(loaded) == ["paid", "unpaid invoice: sent", "draft"]


@pytest.mark.parametrize(
    ("header", "words"),
    [
        ("Invoice No,Order Date", ("Open", "Completed", "Cancelled")),
        ("Invoice No,Date", ("Open", "Closed", "Cancelled")),
        ("Invoice No,Invoice Date", ("Open", "Shipped", "Cancelled")),
        ("Order No,Invoice Date", ("Unpaid", "Paid", "Cancelled")),
        ("发票号,下单日期", ("未付款", "已付款", "已取消")),
        ("销售单号,日期", ("未付款", "已付款", "已取消")),
    ],
)
def test_orders_under_the_number_of_an_invoice_stay_open(
    header: str, words: tuple[str, ...], write_text: Write, load_files: Load
) -> None:
    rows = "".join(f"{at},2024-01-0{at + 1},x,1,10,{word}\n" for at, word in enumerate(words))

    loaded = load_files(write_text(f"{header},Product,Quantity,Amount,Status\n{rows}"))

    assert _status(loaded) == list(words)


@pytest.mark.parametrize(
    ("header", "words"),
    [
        ("Invoice No,Invoice Date", ("Open", "Closed")),
        ("Invoice No,Date", ("Overdue", "Paid")),
        ("发票号,开票日期", ("未付款", "已付款")),
    ],
)
def test_invoices_are_known_by_their_date_or_by_words_of_paying(
    header: str, words: tuple[str, ...], write_text: Write, load_files: Load
) -> None:
    rows = "".join(f"{at},2024-01-0{at + 1},x,1,10,{word}\n" for at, word in enumerate(words))

    loaded = load_files(write_text(f"{header},Product,Quantity,Amount,Status\n{rows}"))

    assert list(map(kind_of_word, _status(loaded))) == [LineKind.SOLD, LineKind.SOLD]
    assert says_unpaid_invoice(_status(loaded)[0])


@pytest.mark.parametrize(("name", "table"), [("invoices.csv", "invoices"), ("orders.csv", "orders")])
def test_files_named_for_invoices_that_say_what_is_due_hold_some(
    name: str, table: str, write_text: Callable[..., Path], load_files: Callable[..., Loaded]
) -> None:
    """An open invoice is sold and owed, an open order is neither."""
    path = write_text(
        "id,Number,Customer Name,Date (UTC),Due Date (UTC),Subtotal,Status\n"
        "in_1,A-1,A,2025-01-01,2025-01-31,1200.00,paid\nin_2,A-2,A,2025-02-01,2025-03-03,1200.00,open\n",
        name,
    )

    loaded = load_files(path)

    assert list(loaded.bundle.tables) == [table]
    assert loaded.bundle.tables[table].frame["amount"].to_list() == [1200, 1200]
