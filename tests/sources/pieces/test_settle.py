"""Several files of one table."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from salesperf.core.errors import Severity
from salesperf.sources.loaded import Account, Loaded

Write = Callable[..., Path]
Load = Callable[..., Loaded]


def _column(loaded: Loaded, column: str, table: str = "orders") -> list[Any]:
    return loaded.bundle.tables[table].frame[column].to_list()


def _codes(loaded: Loaded, *, errors_only: bool = False) -> list[str]:
    return [one.code for one in loaded.issues if not errors_only or one.severity is Severity.ERROR]


def _adds_up(account: Account) -> bool:
    gone = account.quarantined + account.superseded + sum(account.dropped.values())
    return account.rows == account.loaded + gone


def test_overlapping_files_are_settled_and_accounted_for(write_text: Write, load_files: Load) -> None:
    first = write_text("order id,order date,amount\n1,2026-01-05,5\n2,2026-01-31,6\n", "b.csv")
    second = write_text("order id,order date,amount\n2,2026-01-31,7\n3,2026-02-05,8\n", "a.csv")

    one, other = load_files(first, second), load_files(second, first)

    assert sum(_column(one, "amount")) == Decimal(20)
    assert one.bundle.tables["orders"].frame.equals(other.bundle.tables["orders"].frame)
    assert one.accounts == other.accounts
    assert [account.superseded for account in one.accounts] == [0, 1]
    assert all(_adds_up(account) for account in one.accounts)


def test_the_same_orders_as_text_and_workbook_count_once(
    write_text: Write, write_book: Write, load_files: Load
) -> None:
    rows = [["order id", "order date", "amount"], ["1", "2026-01-05", "5"], ["2", "2026-01-06", "6.5"]]
    text = write_text(rows)
    book = write_book({"Sheet1": [rows[0], ["1", date(2026, 1, 5), 5], ["2", date(2026, 1, 6), 6.5]]}, "orders.xlsx")

    loaded = load_files(text, book)

    assert len(_column(loaded, "amount")) == 2
    assert "R402" in _codes(loaded)
    assert all(_adds_up(account) for account in loaded.accounts)


def test_headers_of_two_files_that_name_two_currencies_give_each_row_its_own(
    write_text: Write, load_files: Load
) -> None:
    dollars = write_text("order id,order date,Amount (USD)\n1,2026-01-05,100\n", "a.csv")
    yuan = write_text("订单编号,下单日期,金额（元）\n2,2026-01-06,100\n", "b.csv")

    loaded = load_files(dollars, yuan)

    assert sorted(_column(loaded, "currency")) == ["CNY", "USD"]
    assert loaded.bundle.currency is None


def test_signs_of_two_files_give_each_row_its_currency(write_text: Write, load_files: Load) -> None:
    yuan = write_text("order id,order date,amount\n1,2026-01-05,¥100\n2,2026-01-05,¥100\n", "a.csv")
    dollars = write_text("order id,order date,amount,qty\n3,2026-01-06,$100,1\n", "b.csv")

    loaded = load_files(yuan, dollars)

    assert sorted(_column(loaded, "currency")) == ["CNY", "CNY", "USD"]
    # The first file has no quantities, which is told too.
    assert sorted(fault.code for fault in loaded.issues) == ["R312", "R410"]


def test_an_unclear_yen_beside_dollars_in_one_column_is_another_currency(write_text: Write, load_files: Load) -> None:
    loaded = load_files(write_text("order id,order date,amount\n1,2026-01-05,¥100\n2,2026-01-06,$100\n"))

    assert _column(loaded, "currency") == ["CNY", "USD"]
    assert loaded.bundle.currency is None


def test_sheets_without_ids_that_a_summary_repeats_count_once(write_book: Write, load_files: Load) -> None:
    header = ["日期", "客户", "金额"]
    january = [[date(2026, 1, 5), "甲", 100], [date(2026, 1, 6), "乙", 150]]
    february = [[date(2026, 2, 3), "丙", 100]]
    sheets = {"1月": [header, *january], "2月": [header, *february], "汇总": [header, *january, *february]}

    loaded = load_files(write_book(sheets, "sales.xlsx"))

    assert sum(_column(loaded, "amount")) == Decimal(350)
    assert [(fault.code, fault.count) for fault in loaded.issues] == [("R416", 2), ("R416", 1)]
    assert all(_adds_up(account) for account in loaded.accounts)


def test_rows_of_two_files_without_ids_are_told_where_days_are_the_same(write_text: Write, load_files: Load) -> None:
    days = [f"2026-01-{day},A,{day}" for day in range(10, 20)]
    first = write_text("date,customer,amount\n" + "\n".join(days[:7]), "a.csv")
    second = write_text("date,customer,amount\n" + "\n".join(days[4:]), "b.csv")

    loaded = load_files(first, second)

    # Days 14, 15 and 16 stand in both: 145 + 45.
    assert sum(_column(loaded, "amount")) == Decimal(190)
    assert [(fault.code, fault.count) for fault in loaded.issues] == [("R417", 3)]


def test_rows_without_ids_in_files_that_have_ids_are_compared_by_all_columns(
    write_text: Write, load_files: Load
) -> None:
    header = "order_id,date,customer,amount\n"
    first = write_text(header + "A1,2026-01-05,A,10\n,2026-01-06,B,20\n,2026-01-07,C,30\n", "a.csv")
    second = write_text(header + ",2026-01-06,B,20\n,2026-01-07,C,30\nB1,2026-01-08,A,5\n", "b.csv")

    loaded = load_files(first, second, needs={"orders": frozenset({"order_date", "amount"})})

    assert sum(_column(loaded, "amount")) == Decimal(115)
    assert [note.en for note in loaded.bundle.notes] == [
        (
            "a.csv: 2 rows in b.csv too, counted in both, 50.00 in all"
            "; if they are the same sales, export each period once, or with order ids"
        )
    ]
    assert [(fault.code, fault.count) for fault in loaded.issues] == [("R417", 2)]


def test_a_small_shop_whose_sales_another_made_too_counts_and_the_report_says_so(
    write_text: Write, load_files: Load
) -> None:
    days = [f"2026-01-{day},{product}" for day in range(10, 20) for product in ("拿铁,30", "美式,25")]
    small = write_text("日期,产品,金额\n" + "\n".join([days[0], days[3], days[8]]), "门店B.csv")
    large = write_text("日期,产品,金额\n" + "\n".join(days), "门店A.csv")

    loaded = load_files(small, large)

    # 10 days of 55, and 30 + 25 + 30.
    assert sum(_column(loaded, "amount")) == Decimal(635)
    assert [note.zh for note in loaded.bundle.notes if "门店" in note.zh] == [
        (
            "门店B.csv：有 3 行与 门店A.csv 相同，两处均已计入，金额合计 85.00"
            "；如为同一笔销售，请按期间分别导出、避免重叠，或导出订单号"
        )
    ]
