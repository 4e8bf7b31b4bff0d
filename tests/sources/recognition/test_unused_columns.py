"""What is told of columns that nobody reads, seen from the door of reading."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from pathlib import Path

import polars as pl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from salesperf.core.errors import Issue
from salesperf.sources.loaded import Loaded
from salesperf.sources.options import ReadOptions, TableOptions

Write = Callable[..., Path]
WriteBook = Callable[..., Path]
Load = Callable[..., Loaded]

_HEADER = "order date,order id,customer,amount"
_ROWS = ("2025-01-05,A1,Ann,1000", "2025-01-08,A2,Bob,500", "2025-01-15,A3,Cid,200", "2025-02-03,A4,Dan,800")


def _file(header: str, cells: Sequence[str], also: str = "", more: str = "") -> str:
    rows = (f"{row},{cell}{more}\n" for row, cell in zip(_ROWS, cells, strict=True))
    return f"{_HEADER},{header}{also}\n{''.join(rows)}"


_OF_DTYPES: dict[str, pl.Series] = {
    "decimals": pl.Series([500.25, 1.5, None, float("nan")]),
    "ticks as decimals": pl.Series([1.0, 0.0, None, 1.0]),
    "whole numbers": pl.Series([3, 0, 4, None]),
    "small whole numbers": pl.Series([1, 0, 1, 1], dtype=pl.UInt8),
    "exact decimals": pl.Series([Decimal("500.25"), Decimal(0), None, Decimal(1)]),
    "booleans": pl.Series([True, False, None, True]),
    "days": pl.Series([date(2025, 1, 1), None, None, date(2025, 1, 2)]),
    "moments": pl.Series([datetime(2025, 1, 1, 3, tzinfo=UTC), None, None, None]),
    "durations": pl.Series([timedelta(days=1), None, None, timedelta(days=3)]),
    "times": pl.Series([time(3), None, None, None]),
    "words": pl.Series(["x", "", "作废", None]),
    "categories": pl.Series(["是", "否", "是", None], dtype=pl.Categorical),
    "nothing": pl.Series([None] * 4),
}


def _told(loaded: Loaded) -> list[Issue]:
    return [one for one in loaded.issues if one.code in {"R341", "R342"}]


def test_words_are_told_with_their_rows_their_sum_and_the_line_to_write(write_text: Write, load_files: Load) -> None:
    path = write_text(_file("Fulfilment", ["ok", "Cancelled", "Cancelled", "ok"]), "f.csv")

    loaded = load_files(path)

    said = "'Fulfilment' is not used, and rows that it would leave out count: 'Cancelled' in 2 rows (700.00 in all)"
    toml = '\n[[table]]\nname = "orders"\nfiles = ["f.csv"]\ncolumns = { status = "Fulfilment" }'
    [one] = _told(loaded)
    assert (one.code, one.message, one.count) == ("R341", said, 2)
    assert one.hint == f"if they should not, put into salesperf.toml:{toml}"
    assert [note.en for note in loaded.bundle.notes] == [f"f.csv: {said}; {one.hint}"]


def test_words_that_may_mean_it_are_a_note_of_the_check_alone(write_text: Write, load_files: Load) -> None:
    loaded = load_files(
        write_text(_file("Payment status", ["paid", "unpaid", "paid", ""], ",Order status", ",Completed"))
    )

    assert [(one.code, one.count) for one in _told(loaded)] == [("R342", 1)]
    assert loaded.bundle.notes == ()


def test_remarks_are_told_on_the_report_with_their_sum(write_text: Write, load_files: Load) -> None:
    loaded = load_files(write_text(_file("备注", ["", "此单作废", "客户取消，未发货", "月结"])))

    assert [(one.code, one.count) for one in _told(loaded)] == [("R342", 2)]
    [note] = [one.en for one in loaded.bundle.notes]
    assert "'客户取消,未发货' in 1 row (200.00 in all), '此单作废' in 1 row (500.00 in all)" in note


def test_a_day_that_only_some_rows_have_is_told(write_text: Write, load_files: Load) -> None:
    loaded = load_files(write_text(_file("Cancelled at", ["", "", "2025-01-16", ""])))

    assert "1 row where it is filled (200.00 in all)" in _told(loaded)[0].message


def test_a_day_in_a_workbook_is_told_too(write_book: WriteBook, load_files: Load) -> None:
    rows = [("order date", "order id", "customer", "amount", "Return Date")]
    rows += [(date(2025, 1, at), f"A{at}", "Ann", 10 * at, date(2025, 2, 1) if at == 2 else None) for at in (1, 2, 3)]

    assert "(20.00 in all)" in _told(load_files(write_book({"S": rows})))[0].message


def test_amounts_under_a_header_of_payment_are_no_ticks(write_book: WriteBook, load_files: Load) -> None:
    rows = [("日期", "客户", "业务员", "金额", "已收款", "未收款")]
    rows += [(date(2025, 3, at), "宏达", "张伟", 1000.5, 500.25, 500.25) for at in (1, 2, 3)]

    loaded = load_files(write_book({"S": rows}))

    assert _told(loaded) == []
    assert loaded.bundle.tables["orders"].frame["amount"].sum() == Decimal("3001.5")


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    kind=st.sampled_from(sorted(_OF_DTYPES)),
    header=st.sampled_from(["已收款", "未收款", "作废", "Cancelled at", "退货时间", "备注", "是否退货", "Returned"]),
)
def test_cells_of_every_dtype_are_read(kind: str, header: str, tmp_path: Path, load_files: Load) -> None:
    path = tmp_path / "orders.parquet"
    days = [date(2025, 1, at) for at in range(1, 5)]
    frame = pl.DataFrame({"order date": days, "order id": list("ABCD"), "amount": [100.5, 20.0, 30.0, 4.0]})
    frame.with_columns(_OF_DTYPES[kind].alias(header)).write_parquet(path)

    assert load_files(path).bundle.tables["orders"].frame.height == 4


@pytest.mark.parametrize(
    ("header", "cells"),
    [
        ("Payment Method", ["Cash", "Refund", "Credit", "Cash"]),
        ("Customer status", ["active", "cancelled", "active", "closed"]),
        ("Product type", ["Gift", "Sample", "Toy", "Toy"]),
        ("Refundable", ["Yes", "No", "Yes", "No"]),
        ("Segment", ["New", "Returning", "New", "New"]),
        ("Fulfilment", ["shipped", "delivered", "shipped", "in transit"]),
        ("是否开票", ["是", "否", "是", "否"]),
        ("Return date", ["2025-02-01"] * 4),
    ],
)
def test_other_columns_are_left_alone(header: str, cells: list[str], write_text: Write, load_files: Load) -> None:
    assert _told(load_files(write_text(_file(header, cells)))) == []


def test_rows_that_count_for_nothing_already_are_not_told(write_text: Write, load_files: Load) -> None:
    rows = (
        "2025-01-05,A1,Ann,-10,returned,Completed\n2025-01-06,A2,Ann,10,cancelled,Cancelled\n"
        "2025-01-07,A3,Ann,0,test,Completed\n"
    )

    assert _told(load_files(write_text(f"{_HEADER},Remark 1,Order status\n{rows}"))) == []


def test_the_line_that_is_told_leaves_the_rows_out(write_text: Write, load_files: Load) -> None:
    path = write_text(_file("Line type", ["goods", "exchange", "exchange", "goods"], ",Status", ",Completed"), "f.csv")
    told = TableOptions("orders", ("f.csv",), columns={"line_type": "Line type"})

    assert '{ line_type = "Line type" }\n[kpi]\ncancelled = ["exchange"]' in _told(load_files(path))[0].hint
    loaded = load_files(path, options=ReadOptions(tables=(told,)))

    assert loaded.bundle.tables["orders"].frame["status"].to_list()[1:3] == ["exchange", "exchange"]


def test_flags_of_deals_and_payments_are_told(write_text: Write, load_files: Load) -> None:
    deals = (
        "deal id,deal name,stage,close date,amount,IsDeleted,Is confirmed\n1,a,Closed Won,2025-01-01,10,false,true\n"
        "2,b,Closed Won,2025-01-02,20,true,false\n"
    )
    payments = (
        "payment id,payment date,customer,amount,Bounced?,Result\n1,2025-01-01,Ann,10,no,ok\n"
        "2,2025-01-02,Ann,20,no,bounced\n"
    )

    assert [one.count for one in _told(load_files(write_text(deals, "deals.csv")))] == [1]
    assert [one.count for one in _told(load_files(write_text(payments, "payments.csv")))] == [1]


def test_a_tick_that_some_rows_lack_is_a_note(write_text: Write, load_files: Load) -> None:
    [one] = _told(load_files(write_text(_file("复核", ["√", "", "√", "√"]))))

    assert (one.code, "1 row where it is empty (500.00 in all)" in one.message) == ("R342", True)


def test_small_files_are_looked_at_to_their_last_row(write_text: Write, load_files: Load) -> None:
    rows = "".join(f"2025-01-{at % 28 + 1:02},A{at},Ann,10,,ok\n" for at in range(400))

    loaded = load_files(write_text(f"{_HEADER},备注,Result\n{rows}2025-02-01,B,Ann,7,作废,void\n"))

    assert {one.where.column for one in _told(loaded)} == {"备注", "Result"}
