"""Files in, canonical tables out: what reading promises, seen from its door."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path

import polars as pl
import pytest

from salesperf.core.errors import Issue, Severity, UsageError
from salesperf.core.text import Lang
from salesperf.sources.load import load, read_raw, survey
from salesperf.sources.loaded import Account, Loaded
from salesperf.sources.options import ReadOptions, TableOptions
from salesperf.tables.schema import FILE, ROW

Write = Callable[..., Path]
OPTIONS = ReadOptions()


def _load(*paths: Path, options: ReadOptions = OPTIONS, **more: object) -> Loaded:
    return load([str(path) for path in paths], options=options, **more)  # type: ignore[arg-type]


def _column(loaded: Loaded, column: str, table: str = "orders") -> list[object]:
    return loaded.bundle.tables[table].frame[column].to_list()


def _codes(loaded: Loaded, *, errors_only: bool = False) -> list[str]:
    return [one.code for one in loaded.issues if not errors_only or one.severity is Severity.ERROR]


def _issues(loaded: Loaded, code: str) -> list[Issue]:
    return [one for one in loaded.issues if one.code == code]


def _adds_up(account: Account) -> bool:
    gone = account.quarantined + account.superseded + sum(account.dropped.values())
    return account.rows == account.loaded + gone


def test_a_clean_file_becomes_orders(write_text: Write) -> None:
    path = write_text(
        [
            ["Order ID", "Order Date", "Customer", "Amount"],
            ["007", "2026-01-05", "Acme", "12.50"],
            ["008", "2026-01-09", "", "7"],
        ]
    )

    loaded = _load(path)

    assert _column(loaded, "order_id") == ["007", "008"]
    assert _column(loaded, "order_date") == [date(2026, 1, 5), date(2026, 1, 9)]
    assert _column(loaded, "customer_name") == ["Acme", None]
    assert _column(loaded, "amount") == [Decimal("12.5"), Decimal(7)]
    assert loaded.bundle.tables["orders"].data_through == date(2026, 1, 9)
    assert loaded.issues == ()
    (account,) = loaded.accounts
    assert (account.rows, account.loaded, account.money) == (2, 2, {"amount": Decimal("19.5")})


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


def test_bad_rows_are_left_out_counted_and_located(write_text: Write) -> None:
    loaded = _load(_messy(write_text))

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
    }


def test_good_rows_of_a_messy_file_are_read_exactly(write_text: Write) -> None:
    loaded = _load(_messy(write_text))

    # Day first, by the 13th to 24th of March; 12 x 1234.50 - 1000 = 13814.
    assert _column(loaded, "order_date")[-1] == date(2024, 1, 5)
    assert sum(_column(loaded, "amount")) == Decimal(13814)  # type: ignore[arg-type]
    assert _column(loaded, "customer_name")[-1] == "ACME"
    assert loaded.accounts[0].money["amount"] == Decimal(13831)
    assert loaded.accounts[0].money_loaded["amount"] == Decimal(13814)


def test_a_cell_that_was_asked_for_spoils_its_row(write_text: Write) -> None:
    asked = {"orders": frozenset({"amount", "order_date", "quantity"})}

    loaded = _load(_messy(write_text), needs=asked)

    assert loaded.accounts[0].quarantined == 5
    assert "R302" not in _codes(loaded)


def test_only_wanted_columns_are_kept(write_text: Write) -> None:
    loaded = _load(_messy(write_text), needs={"orders": frozenset({"amount"})})

    table = loaded.bundle.tables["orders"]
    assert set(table.frame.columns) == {"order_id", "order_date", "amount"}
    assert table.has("quantity")


def test_bad_cells_past_the_limit_are_one_issue_with_a_count(
    write_text: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("salesperf.sources.conform.LISTED", 2)
    rows = "".join(f"{number},2026-01-05,5\n" for number in range(20))

    loaded = _load(
        write_text("order id,order date,amount\n" + rows + "".join(f"x{n},2026-01-05,bad\n" for n in range(5)))
    )

    assert [one.count for one in _issues(loaded, "R301")] == [1, 1, 3]


def test_a_bad_cell_far_below_the_sample_is_found(write_text: Write) -> None:
    rows = "".join(f"{number},2026-01-05,5\n" for number in range(3000))

    loaded = _load(write_text("order id,order date,amount\n" + rows + '3000,5 Jan 2026,"1,234.5"\n3001,soon,7\n'))

    assert _column(loaded, "order_date")[-1] == date(2026, 1, 5)
    assert _column(loaded, "amount")[-1] == Decimal("1234.5")
    assert [one.where.row for one in _issues(loaded, "R301")] == [3003]


def test_day_and_month_are_decided_beyond_the_sample(write_text: Write) -> None:
    rows = "".join(f"{number},{1 + number % 12}/{1 + number % 11}/2026,5\n" for number in range(1000))

    loaded = _load(write_text("order id,order date,amount\n" + rows + "1000,25/2/2026,5\n"))

    assert _column(loaded, "order_date")[1] == date(2026, 2, 2)
    assert _column(loaded, "order_date")[2] == date(2026, 3, 3)
    assert _column(loaded, "order_date")[12] == date(2026, 2, 1)
    assert "R305" not in _codes(loaded)


def test_an_order_of_day_and_month_nobody_can_know_is_told(write_text: Write) -> None:
    path = write_text("order id,order date,amount\n1,1/2/2026,5\n2,3/4/2026,5\n")

    assert "R305" in _codes(_load(path))
    told = _load(path, options=ReadOptions(date_order="dmy"))
    assert _column(told, "order_date") == [date(2026, 2, 1), date(2026, 4, 3)]
    assert told.issues == ()


def test_more_than_six_decimals_are_one_finding(write_text: Write) -> None:
    loaded = _load(
        write_text("order id,order date,amount\n1,2026-01-05,0.12345678\n2,2026-01-05,5\n3,2026-01-05,1.1234567\n")
    )

    (finding,) = _issues(loaded, "R304")
    assert finding.count == 2
    assert _column(loaded, "amount") == [Decimal("0.123457"), Decimal(5), Decimal("1.123457")]


def test_two_offsets_need_a_time_zone(write_text: Write) -> None:
    path = write_text("order id,order date,amount\n1,2026-01-05T23:00:00Z,5\n2,2026-01-05T23:00:00+08:00,5\n")

    assert _codes(_load(path), errors_only=True) == ["R206"]
    told = _load(path, options=ReadOptions(timezone="Asia/Shanghai"))
    assert told.issues == ()
    assert _column(told, "order_date") == [date(2026, 1, 6), date(2026, 1, 5)]


def test_unpaid_orders_need_no_amount(write_text: Write) -> None:
    loaded = _load(write_text("order id,order date,amount,payment date\n1,2026-01-05,5,2026-01-06\n2,2026-01-06,,\n"))

    assert _codes(loaded) == []
    assert _column(loaded, "amount") == [Decimal(5), None]


def test_point_zero_ids_are_decided_by_all_rows(write_text: Write) -> None:
    rows = "".join(f"{number}.0,2026-01-05,5\n" for number in range(1000))

    whole = _load(write_text("order id,order date,amount\n" + rows))
    mixed = _load(write_text("order id,order date,amount\n" + rows + "C1000,2026-01-05,5\n"))

    assert _column(whole, "order_id")[7] == "7"
    assert _column(mixed, "order_id")[7] == "7.0"


def test_headers_and_lines_become_one_table(write_text: Write) -> None:
    tops = write_text(
        "order id,order date,customer id,freight\n1,2026-01-05,A,9\n2,2026-01-06,B,9\n3,2026-01-07,C,9\n", "orders.csv"
    )
    lines = write_text("order id,product id,quantity,unit price\n1,P,2,10\n1,Q,1,5\n2,P,3,10\n9,P,1,10\n", "lines.csv")

    loaded = _load(tops, lines)

    orders = loaded.bundle.tables["orders"].frame
    assert orders.select("order_id", "customer_id", "amount").rows() == [
        ("1", "A", Decimal(20)),
        ("1", "A", Decimal(5)),
        ("2", "B", Decimal(30)),
    ]
    assert [one.message for one in _issues(loaded, "R403")] == [
        "1 lines have no order: '9'",
        "1 orders have no lines, so no amount: '3'",
    ]
    assert all(_adds_up(account) for account in loaded.accounts)


def test_lines_are_not_added_to_the_totals_of_their_headers(write_text: Write) -> None:
    tops = write_text("order id,order date,customer id,amount\n1,2026-01-05,A,25\n2,2026-01-06,B,30\n", "orders.csv")
    lines = write_text("order id,product id,quantity,unit price\n1,P,2,10\n1,Q,1,5\n2,P,3,10\n", "lines.csv")

    loaded = _load(tops, lines)

    assert sum(_column(loaded, "amount")) == Decimal(55)  # type: ignore[arg-type]
    assert "R404" in _codes(loaded)


def test_half_an_order_table_alone_is_an_error(write_text: Write) -> None:
    assert _codes(_load(write_text("order id,order date,customer id\n1,2026-01-05,A\n"))) == ["R205"]


def test_overlapping_files_are_settled_and_accounted_for(write_text: Write) -> None:
    first = write_text("order id,order date,amount\n1,2026-01-05,5\n2,2026-01-31,6\n", "b.csv")
    second = write_text("order id,order date,amount\n2,2026-01-31,7\n3,2026-02-05,8\n", "a.csv")

    one, other = _load(first, second), _load(second, first)

    assert sum(_column(one, "amount")) == Decimal(20)  # type: ignore[arg-type]
    assert one.bundle.tables["orders"].frame.equals(other.bundle.tables["orders"].frame)
    assert one.accounts == other.accounts
    assert [account.superseded for account in one.accounts] == [0, 1]
    assert all(_adds_up(account) for account in one.accounts)


def test_repeats_inside_a_file_are_counted_and_kept(write_text: Write) -> None:
    loaded = _load(write_text("order id,order date,amount\n1,2026-01-05,5\n1,2026-01-05,5\n1,2026-01-05,5\n"))

    assert loaded.accounts[0].repeated == 2
    assert len(_column(loaded, "amount")) == 3


def test_the_same_orders_as_text_and_workbook_count_once(write_text: Write, write_book: Write) -> None:
    rows = [["order id", "order date", "amount"], ["1", "2026-01-05", "5"], ["2", "2026-01-06", "6.5"]]
    text = write_text(rows)
    book = write_book({"Sheet1": [rows[0], ["1", date(2026, 1, 5), 5], ["2", date(2026, 1, 6), 6.5]]}, "orders.xlsx")

    loaded = _load(text, book)

    assert len(_column(loaded, "amount")) == 2
    assert "R402" in _codes(loaded)
    assert all(_adds_up(account) for account in loaded.accounts)


def test_a_workbook_in_ten_thousands_of_yuan_is_read_in_yuan(write_book: Write) -> None:
    path = write_book({"1月": [["订单编号", "下单日期", "金额（万元）"], ["D1", date(2026, 1, 5), 1.25]]}, "订单.xlsx")

    loaded = _load(path)

    assert _column(loaded, "amount") == [Decimal(12500)]
    assert loaded.bundle.lang is Lang.ZH


def test_several_currencies_stay_in_their_column(write_text: Write) -> None:
    loaded = _load(write_text("order id,order date,amount,currency\n1,2026-01-05,5,usd\n2,2026-01-06,6,€\n"))

    assert _column(loaded, "currency") == ["USD", "EUR"]
    assert loaded.bundle.currency is None


def test_marks_in_cells_name_the_currency(write_text: Write) -> None:
    one = _load(write_text("order id,order date,amount\n1,2026-01-05,$5\n2,2026-01-06,$6\n"))
    two = _load(write_text("order id,order date,amount\n1,2026-01-05,$5\n2,2026-01-06,€6\n"))

    assert one.bundle.currency == "USD"
    assert "currency" not in one.bundle.tables["orders"].frame.columns
    assert two.bundle.currency is None
    assert _column(two, "currency") == ["USD", "EUR"]


def test_where_rows_came_from_is_kept_on_request(write_text: Write) -> None:
    first = write_text("order id,order date,amount\n1,2026-01-05,5\n2,,6\n3,2026-01-06,7\n", "a.csv")
    second = write_text("order id,order date,amount\n4,2026-02-05,5\n", "b.csv")

    frame = _load(first, second, provenance=True).bundle.tables["orders"].frame

    assert frame.select("order_id", pl.col(FILE).cast(pl.String), ROW).rows() == [
        ("1", "a.csv", 2),
        ("3", "a.csv", 4),
        ("4", "b.csv", 2),
    ]


def test_the_configuration_goes_before_evidence(write_text: Write) -> None:
    path = write_text("nr,tag,wert\n1,05.01.2026,10\n", "verkauf.csv")
    table = TableOptions("orders", ("verkauf*.csv",), columns={"order_id": "nr", "order_date": "tag", "amount": "wert"})

    loaded = _load(path, options=ReadOptions(tables=(table,), date_order="dmy"))

    assert _column(loaded, "amount") == [Decimal(10)]
    assert {mapped.how for mapped in loaded.recognitions[0].mapped} == {"config"}


def test_a_configured_header_that_is_not_there_is_an_error(write_text: Write) -> None:
    path = write_text("order id,order date,amount\n1,2026-01-05,10\n")
    table = TableOptions("orders", ("orders.csv",), columns={"cost": "kosten"})

    assert "R204" in _codes(_load(path, options=ReadOptions(tables=(table,))), errors_only=True)


def test_a_strange_file_is_an_error_when_named_and_a_note_in_a_folder(write_text: Write) -> None:
    strange = write_text("wish,whose\nsun,Ann\n", "wishes.csv")
    write_text("order id,order date,amount\n1,2026-01-05,10\n")

    assert _codes(_load(strange)) == ["R201"]
    folder = _load(strange.parent)
    assert _codes(folder) == ["R202"]
    assert [account.note for account in folder.accounts if account.table is None] == ["not recognised"]


def test_a_file_that_does_not_exist_is_a_usage_error(tmp_path: Path) -> None:
    with pytest.raises(UsageError):
        _load(tmp_path / "nothing.csv")


def test_people_named_by_parts_get_a_name_and_their_name_as_id(write_text: Write) -> None:
    loaded = _load(write_text("First Name,Last Name,Job Title\nAnn,Lee,rep\nBob,Ray,rep\n", "staff.csv"))

    assert _column(loaded, "rep_name", "people") == ["Ann Lee", "Bob Ray"]
    assert _column(loaded, "rep_id", "people") == ["Ann Lee", "Bob Ray"]


def test_one_name_with_two_ids_is_told(write_text: Write) -> None:
    loaded = _load(
        write_text("order id,order date,amount,rep id,rep name\n1,2026-01-05,5,1,Ann\n2,2026-01-06,5,2,Ａｎｎ\n")
    )

    assert [one.value for one in _issues(loaded, "R309")] == ["Ann"]


def test_a_survey_recognises_without_reading(write_text: Write) -> None:
    recognitions, issues = survey([str(_messy(write_text))], options=OPTIONS)

    assert [one.table for one in recognitions] == ["orders"]
    assert [mapped.column for mapped in recognitions[0].mapped] == [
        "order_id", "order_date", "customer_name", "quantity", "amount",
    ]  # fmt: skip
    assert issues == ()


def test_a_raw_file_is_as_it_stands(write_text: Write) -> None:
    (raw,), issues = read_raw(str(_messy(write_text)), OPTIONS)

    assert raw.header == ("Order ID", "Order Date", "Customer", "Amount", "Qty")
    assert raw.rows["Amount"][12] == "(1000)"
    assert issues == ()


@pytest.mark.parametrize("order", [(0, 1, 2), (2, 1, 0), (1, 2, 0)])
def test_the_order_of_files_changes_nothing(write_text: Write, order: Sequence[int]) -> None:
    texts = ("1,05/01/2026,5", "2,25/01/2026,6", "3,06/01/2026,7")
    paths = [
        write_text(f"order id,order date,amount\n{text}\n", f"{name}.csv")
        for name, text in zip("cab", texts, strict=True)
    ]

    loaded = _load(*[paths[place] for place in order])

    # The 25th of January in one file decides for all that share its header.
    assert loaded.bundle.tables["orders"].frame.rows() == [
        ("2", date(2026, 1, 25), Decimal(6)),
        ("3", date(2026, 1, 6), Decimal(7)),
        ("1", date(2026, 1, 5), Decimal(5)),
    ]
