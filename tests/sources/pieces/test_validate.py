"""Rows that cannot be loaded, seen from the door of reading."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from salesperf.core.errors import Issue, Severity
from salesperf.sources.loaded import Account, Loaded

Write = Callable[..., Path]
Load = Callable[..., Loaded]


def _column(loaded: Loaded, column: str, table: str = "orders") -> list[Any]:
    return loaded.bundle.tables[table].frame[column].to_list()


def _codes(loaded: Loaded, *, errors_only: bool = False) -> list[str]:
    return [one.code for one in loaded.issues if not errors_only or one.severity is Severity.ERROR]


def _issues(loaded: Loaded, code: str) -> list[Issue]:
    return [one for one in loaded.issues if one.code == code]


def _adds_up(account: Account) -> bool:
    gone = account.quarantined + account.superseded + sum(account.dropped.values())
    return account.rows == account.loaded + gone


def _messy(write_text: Write) -> Path:
    good = [[f"{number:03}", f"{number}/03/2024", "Acme", "1,234.50", "1"] for number in range(13, 25)]
    return write_text(
        "Order ID,Order Date,Customer,Amount,Qty\n"
        + "".join(f'{a},{b},{c},"{d}",{e}\n' for a, b, c, d, e in good)
        + "901,05/01/2024,ＡＣＭＥ ,(1000),x\n"
        + "902,05/02/2024,Zed,abc,3\n"
        + "903,2024-02-30,Zed,5,1\n"
        + "904,,Zed,12,1\n"
        + "905,02/03/2024,Zed,,1\n"
    )


def test_bad_rows_are_left_out_counted_and_located(write_text: Write, load_files: Load) -> None:
    loaded = load_files(_messy(write_text))

    (account,) = loaded.accounts
    assert (account.rows, account.loaded, account.quarantined) == (17, 13, 4)
    assert _adds_up(account)
    places = {(one.code, one.where.row, one.where.column, one.value) for one in loaded.issues}
    assert places == {
        ("R302", 14, "Qty", "x"),
        ("R301", 15, "Amount", "abc"),
        ("R301", 16, "Order Date", "2024-02-30"),
        ("R303", 17, "Order Date", None),
        ("R303", 18, "Amount", None),
        # Written ＡＣＭＥ once: told, not merged.
        ("R319", None, "customer_name", "Acme"),
    }


def test_good_rows_of_a_messy_file_are_read_exactly(write_text: Write, load_files: Load) -> None:
    loaded = load_files(_messy(write_text))

    # Day first, by the 13th to 24th of March; 12 x 1234.50 - 1000 = 13814.
    assert _column(loaded, "order_date")[-1] == date(2024, 1, 5)
    assert sum(_column(loaded, "amount")) == Decimal(13814)
    assert _column(loaded, "customer_name")[-1] == "ACME"
    assert loaded.accounts[0].money["amount"] == Decimal(13831)
    assert loaded.accounts[0].money_loaded["amount"] == Decimal(13814)


def test_a_cell_that_was_asked_for_spoils_its_row(write_text: Write, load_files: Load) -> None:
    asked = {"orders": frozenset({"amount", "order_date", "quantity"})}

    loaded = load_files(_messy(write_text), needs=asked)

    assert loaded.accounts[0].quarantined == 5
    assert "R302" not in _codes(loaded)


def test_bad_cells_past_the_limit_are_one_issue_with_a_count(
    write_text: Write, monkeypatch: pytest.MonkeyPatch, load_files: Load
) -> None:
    monkeypatch.setattr("salesperf.sources.conform.second_look.LISTED", 2)
    rows = "".join(f"{number},2026-01-05,5\n" for number in range(20))

    loaded = load_files(
        write_text("order id,order date,amount\n" + rows + "".join(f"x{n},2026-01-05,bad\n" for n in range(5)))
    )

    assert [one.count for one in _issues(loaded, "R301")] == [1, 1, 3]


def test_unpaid_orders_need_no_amount(write_text: Write, load_files: Load) -> None:
    loaded = load_files(
        write_text("order id,order date,amount,payment date\n1,2026-01-05,5,2026-01-06\n2,2026-01-06,,\n")
    )

    assert _codes(loaded) == []
    assert _column(loaded, "amount") == [Decimal(5), None]


def test_an_order_called_off_before_it_was_paid_needs_no_day(write_text: Write, load_files: Load) -> None:
    loaded = load_files(
        write_text(
            "订单号,订单状态,支付时间,商家实收金额\n1,已收货,2026-01-05,190\n2,已取消,,100\n3,已收货,2026-02-07,50\n"
        )
    )

    assert (_codes(loaded, errors_only=True), _column(loaded, "amount")) == ([], [190, 100, 50])
    (undone,) = [day for day in _column(loaded, "order_date") if day is None]
    assert undone is None


def test_an_order_that_was_sold_needs_a_day(write_text: Write, load_files: Load) -> None:
    loaded = load_files(write_text("订单号,订单状态,支付时间,商家实收金额\n1,已收货,2026-01-05,190\n2,已收货,,100\n"))

    assert _codes(loaded, errors_only=True) == ["R303"]


@pytest.mark.parametrize("word", ["#N/A", "#REF!", "#DIV/0!", "#VALUE!"])
@pytest.mark.parametrize("place", ["date", "amount"])
def test_an_excel_error_in_a_needed_column_is_named_with_its_cell(
    word: str, place: str, write_text: Write, load_files: Load
) -> None:
    cells = {"date": "2026-01-06", "amount": "20"} | {place: word}
    path = write_text(
        f"order id,order date,amount\n1,2026-01-05,10\n2,{cells['date']},{cells['amount']}\n3,2026-01-07,30\n"
    )

    (found,) = load_files(path).issues

    assert (found.code, found.where.row, found.value) == ("R301", 3, word)
    assert found.where.column == {"date": "order date", "amount": "amount"}[place]
    assert found.message == f"the cell holds the Excel error {word}"


@pytest.mark.parametrize(
    "days", [("13/01/2024", "01/13/2024"), ("13/01/2024", "14/01/2024", "01/13/2024"), ("13/01/2024", "01/13/2024") * 2]
)
def test_in_a_tiny_file_the_dates_that_do_not_fit_are_named(
    days: tuple[str, ...], write_text: Write, load_files: Load
) -> None:
    # `Date` alone is a weak header: it is one of an order date for what stands under it.
    path = write_text("Order,Date,Customer,Amount\n" + "".join(f"{at},{day},A,5\n" for at, day in enumerate(days)))

    loaded = load_files(path)

    # As many are day first as month first in two of the cases; slashes then speak for the month.
    misfit, first = ("01/13/2024", "day") if len(days) == 3 else ("13/01/2024", "month")
    rows = [2 + at for at, day in enumerate(days) if day == misfit]
    assert [(one.code, one.where.row, one.value) for one in loaded.issues] == [("R301", row, misfit) for row in rows]
    assert loaded.issues[0].message == f"'{misfit}' is not a date with the {first} first"


def test_a_slashed_date_among_iso_dates_is_named_and_not_guessed(write_text: Write, load_files: Load) -> None:
    path = write_text("Order,Date,Customer,Amount\n1,2024-01-13,A,5\n2,05/06/2024,A,5\n3,2024-01-14,A,5\n")

    (found,) = [one for one in load_files(path).issues if one.code == "R301"]

    assert (found.where.row, found.message) == (3, "'05/06/2024' could be day first or month first")


def test_an_unreadable_discount_spoils_the_amount_that_comes_from_it(write_text: Write, load_files: Load) -> None:
    path = write_text(
        "order id,order date,quantity,unit price,discount\n1,2026-01-05,2,10,5\n2,2026-01-05,2,10,abc\n"
        "3,2026-01-06,2,#VALUE!,1\n"
    )

    loaded = load_files(path)

    # 2 x 10 - 5 = 15; the others are not 20 and nothing: they are set aside.
    assert _column(loaded, "amount") == [Decimal(15)]
    assert [(one.code, one.where.row, one.where.column) for one in _issues(loaded, "R301")] == [
        ("R301", 4, "unit price"),
        ("R301", 3, "discount"),
    ]


def test_a_line_without_its_order_names_the_number_and_the_file_that_lacks_it(
    write_text: Write, load_files: Load
) -> None:
    tops = write_text("order id,order date,customer id\n1,2026-01-05,A\n2,,B\n", "orders.csv")
    lines = write_text("order no,product id,quantity,unit price\n1,P,2,10\n2,P,3,10\n9,P,1,10\n", "lines.csv")

    faults = _issues(load_files(tops, lines), "R303")

    assert [(one.where.file, one.where.row, one.where.column, one.message, one.hint) for one in faults] == [
        (
            "lines.csv",
            4,
            "order no",
            "no order '9' in orders.csv, so the line has no date",
            "export orders and lines for the same period, or correct the number",
        ),
        ("lines.csv", 3, "order no", "order '2' has no date in orders.csv", "fill the date of the order in orders.csv"),
    ]


def test_lines_beyond_the_listed_ones_without_an_order_are_counted(write_text: Write, load_files: Load) -> None:
    tops = write_text("order id,order date,customer id\n1,2026-01-05,A\n", "orders.csv")
    orphans = "".join(f"{number},P,1,10\n" for number in range(100, 10_105))
    lines = write_text("order id,product id,quantity,unit price\n1,P,2,10\n1,Q,2,10\n" + orphans, "lines.csv")

    faults = _issues(load_files(tops, lines), "R303")

    assert sum(one.count for one in faults) == 10_005
    assert faults[-1].message == "5 more lines without an order in orders.csv"


def test_the_cells_of_a_torn_row_are_no_evidence_for_other_rows(write_text: Write, load_files: Load) -> None:
    # The row with a cell too many has 50.00 under Discount, where all others hold shares: they stay shares.
    good = "".join(f"A{n},2025-01-{n:02},Acme,2,10.00,{'0.10' if n % 2 else '0'},20.00\n" for n in range(10, 22))
    torn = "B1,2025-01-22,Acme,Ltd,2,10.00,50.00,x,50.00\n"
    header = "Order ID,Order Date,Customer,Quantity,Unit Price,Discount,Amount\n"

    plain, mixed = load_files(write_text(header + good)), load_files(write_text(header + good + torn))

    assert (mixed.accounts[0].loaded, mixed.accounts[0].quarantined) == (12, 1)
    assert _column(mixed, "amount") == _column(plain, "amount")
    assert _column(mixed, "discount") == _column(plain, "discount")
