"""Orders whose headers and lines stand in two files."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

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


def test_headers_and_lines_become_one_table(write_text: Write, load_files: Load) -> None:
    tops = write_text(
        "order id,order date,customer id,freight\n1,2026-01-05,A,9\n2,2026-01-06,B,9\n3,2026-01-07,C,9\n", "orders.csv"
    )
    lines = write_text("order id,product id,quantity,unit price\n1,P,2,10\n1,Q,1,5\n2,P,3,10\n9,P,1,10\n", "lines.csv")

    loaded = load_files(tops, lines)

    orders = loaded.bundle.tables["orders"].frame
    assert orders.select("order_id", "customer_id", "amount").rows() == [
        ("1", "A", Decimal(20)),
        ("1", "A", Decimal(5)),
        ("2", "B", Decimal(30)),
    ]
    assert [one.message for one in _issues(loaded, "R403")] == [
        "1 line without an order in orders.csv: '9'",
        "1 order without lines, so without an amount: '3'",
    ]
    assert all(_adds_up(account) for account in loaded.accounts)


def test_lines_are_not_added_to_the_totals_of_their_headers(write_text: Write, load_files: Load) -> None:
    tops = write_text("order id,order date,customer id,amount\n1,2026-01-05,A,25\n2,2026-01-06,B,30\n", "orders.csv")
    lines = write_text("order id,product id,quantity,unit price\n1,P,2,10\n1,Q,1,5\n2,P,3,10\n", "lines.csv")

    loaded = load_files(tops, lines)

    assert sum(_column(loaded, "amount")) == Decimal(55)
    assert "R404" in _codes(loaded)


def test_half_an_order_table_alone_is_an_error(write_text: Write, load_files: Load) -> None:
    assert _codes(load_files(write_text("order id,order date,customer id\n1,2026-01-05,A\n"))) == ["R205"]


def test_an_order_that_stands_twice_in_the_headers_is_told_and_multiplies_nothing(
    write_text: Write, load_files: Load
) -> None:
    orders = "".join(f"{number},2026-01-05,A\n" for number in range(1, 41))
    tops = write_text("order id,order date,customer id\n" + orders + "1,2026-01-05,A\n", "orders.csv")
    sold = "".join(f"{number},P,1,10\n" for number in range(1, 41))
    lines = write_text("order id,product id,quantity,unit price\n" + sold + "1,Q,1,10\n", "lines.csv")

    loaded = load_files(tops, lines)

    assert sum(_column(loaded, "amount")) == Decimal(410)
    assert [one.count for one in loaded.issues if one.code == "R403"] == [1]
    assert "R408" not in _codes(loaded)
