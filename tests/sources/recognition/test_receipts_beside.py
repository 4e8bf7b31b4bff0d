"""Files named after payments, under headers that sales have too, beside files of sales."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest

from salesperf.sources.loaded import Loaded
from salesperf.sources.options import ReadOptions, TableOptions

Write = Callable[..., Path]
Load = Callable[..., Loaded]

INVOICES = "Invoice No,Customer,Invoice Date,Due Date,Amount\nI1,X,2026-05-01,2026-05-31,1000\n"
ZH_INVOICES = "发票号,客户,开票日期,到期日,金额\nI1,甲公司,2026-05-01,2026-05-31,1000\n"
DEALS = "Deal Name,Owner,Stage,Close Date,Amount\nD1,Ann,Closed Won,2026-05-01,1000\nD2,Bob,Lost,2026-05-02,300\n"
ORDERS = "Order ID,Order Date,Customer,Product,Quantity,Amount\nO1,2026-05-01,X,Tea,2,1000\n"
PAID = "Date,Customer,Amount\n2026-06-01,X,400\n2026-06-09,Y,250\n"
ZH_PAID = "日期,客户,金额\n2026-06-01,甲公司,400\n2026-06-09,乙公司,250\n"


@pytest.mark.parametrize(
    ("name", "paid", "beside"),
    [
        ("payments.csv", PAID, INVOICES),
        ("payments.csv", PAID, DEALS),
        ("payments.csv", PAID, ORDERS),
        ("Payments received 2026.csv", PAID, INVOICES),
        ("receipts.csv", PAID, INVOICES),
        ("回款.csv", ZH_PAID, ZH_INVOICES),
        ("2026年收款记录.csv", ZH_PAID, ZH_INVOICES),
    ],
)
def test_a_file_named_after_payments_beside_sales_is_one_of_payments(
    name: str, paid: str, beside: str, write_text: Write, load_files: Load
) -> None:
    loaded = load_files(write_text(beside, name="sold.csv"), write_text(paid, name=name))

    payments = loaded.bundle.tables["payments"].frame
    assert payments["amount"].to_list() == [Decimal(400), Decimal(250)]
    assert [str(day) for day in payments["payment_date"]] == ["2026-06-01", "2026-06-09"]
    assert sum(table.frame["amount"].sum() for key, table in loaded.bundle.tables.items() if key != "payments") in {
        Decimal(1000),
        Decimal(1300),
    }
    assert [note for note in loaded.bundle.notes if "2 rows read as payments (650.00 in all)" in note.en]


def test_the_day_has_the_reason_for_which_it_was_found(write_text: Write, load_files: Load) -> None:
    loaded = load_files(write_text(INVOICES, name="sold.csv"), write_text(PAID, name="payments.csv"))

    mapped = {one.column: one for one in loaded.recognitions[0].mapped}
    assert (mapped["payment_date"].header, mapped["payment_date"].how) == ("Date", "alias")


@pytest.mark.parametrize(
    ("name", "paid"),
    [
        ("customer deposits.csv", PAID),
        ("sales and payments.csv", PAID),
        ("Sales receipts.csv", PAID),
        ("payments.csv", "Date,Customer,Product,Quantity,Amount\n2026-06-01,X,Tea,1,400\n2026-06-09,Y,Tea,1,250\n"),
    ],
    ids=["paid ahead", "of both", "what shops call sales", "with goods"],
)
def test_other_names_and_what_was_sold_make_no_payments(
    name: str, paid: str, write_text: Write, load_files: Load
) -> None:
    loaded = load_files(write_text(INVOICES, name="sold.csv"), write_text(paid, name=name))

    assert "payments" not in loaded.bundle.tables


@pytest.mark.parametrize("name", ["payments.csv", "receipts.csv"])
def test_alone_it_is_what_it_was(name: str, write_text: Write, load_files: Load) -> None:
    assert "payments" not in load_files(write_text(PAID, name=name)).bundle.tables


def test_what_the_user_says_of_the_rows_goes_first(write_text: Write, load_files: Load) -> None:
    told = ReadOptions(tables=(TableOptions(name="orders", files=("payments.csv",), counts_as="sales"),))
    loaded = load_files(write_text(INVOICES, name="sold.csv"), write_text(PAID, name="payments.csv"), options=told)

    assert loaded.bundle.tables["orders"].frame["amount"].sum() == Decimal(650)
    assert "payments" not in loaded.bundle.tables


def test_the_note_says_which_name_speaks_of_payments(write_text: Write, load_files: Load) -> None:
    titled = "Payments received,,\n\n" + PAID
    loaded = load_files(write_text(INVOICES, name="sold.csv"), write_text(titled, name="june.csv"))

    assert loaded.bundle.tables["payments"].frame.height == 2
    assert [note for note in loaded.bundle.notes if "the title says 'payments received'" in note.en]
