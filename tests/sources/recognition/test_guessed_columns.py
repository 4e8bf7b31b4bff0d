"""Which header may be which column: printed, pasted, and then right."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from pathlib import Path

import polars as pl
import pytest

from salesperf.core.errors import Issue
from salesperf.sources.loaded import Loaded
from salesperf.sources.options import ReadOptions, TableOptions
from salesperf.sources.recognition.guessed_columns import guessed, is_id
from salesperf.sources.recognition.sample import Sample

Write = Callable[..., Path]
Load = Callable[..., Loaded]
WANTED = ("order_id", "order_date", "amount", "customer_name", "rep_name", "status")


def _guess(header: str, *rows: str, wanted: Sequence[str] = WANTED) -> Mapping[str, str]:
    names = header.split(",")
    cells = zip(*(row.split(",") for row in rows), strict=True)
    return guessed(Sample(tuple(names), pl.DataFrame(dict(zip(names, cells, strict=True)))), wanted, known={})


def test_a_price_beside_a_quantity_is_what_a_piece_costs() -> None:
    found = _guess("日子,客家,拿了数量,协议价", "2025-01-03,甲,10,25.8", "2025-01-04,乙,7,40")

    assert (found["quantity"], found["unit_price"], "amount" in found) == ("拿了数量", "协议价", False)


def test_an_amount_beside_them_goes_before() -> None:
    found = _guess("日子,客家,数量,协议价,合计款", "2025-01-03,甲,10,25.8,258", "2025-01-04,乙,7,40,280")

    assert found["amount"] == "合计款"


@pytest.mark.parametrize(
    ("headers", "amount"),
    [
        ("应收款项,实收款项", "实收款项"),
        ("门市指导价,谈成价", "谈成价"),
        ("佣金款,合同款", "合同款"),
        ("应缴学费,学费", "学费"),
        ("due,received", "received"),
    ],
)
def test_what_was_received_goes_before_what_is_due_or_listed(headers: str, amount: str) -> None:
    found = _guess(f"日子,{headers}", "2025-01-03,900,300", "2025-01-04,800,350")

    assert found["amount"] == amount


def test_phones_cards_and_persons_number_no_order() -> None:
    found = _guess(
        "日子,学员,手机,证件,款子",
        "2025-01-03,学员1,13812345678,11010119900307123X,5",
        "2025-01-04,学员2,13912345679,110101199003071245,7",
    )

    assert "order_id" not in found
    assert not is_id(pl.Series(["13812345678", "13912345679"]))


def test_reps_and_status_are_named_too() -> None:
    found = _guess("日子,谁买,拓展专员,后来,款子", "2025-01-03,甲,张伟,已完成,5", "2025-01-04,乙,李娜,已取消,7")

    assert (found["customer_name"], found["rep_name"], found["status"]) == ("谁买", "拓展专员", "后来")


def test_the_day_of_a_refund_is_not_that_of_the_sale() -> None:
    assert _guess("退订日,入学日,款子", "2025-01-09,2025-01-03,5", "2025-01-10,2025-01-04,7")["order_date"] == "入学日"


@pytest.mark.parametrize(
    ("days", "taken"),
    [
        ("List Date,Closing Date", "Closing Date"),
        ("Departure Date,Booking Date", "Booking Date"),
        ("Effective Date,Transaction Date", "Transaction Date"),
        ("挂牌日期,成交日期", "成交日期"),
    ],
)
def test_the_day_of_the_sale_goes_before_others(days: str, taken: str) -> None:
    found = _guess(f"{days},Wert", "2025-01-03,2025-01-09,5", "2025-01-04,2025-01-10,7")

    assert found["order_date"] == taken


def test_time_zones_addresses_numbers_and_phones_are_no_customers() -> None:
    start = "TimeZone,Address,Policy No,Phone,Line,Insured,Wann,Wert"
    rows = ("PST,12 Elm St,CPP-1,555 1234567,Package,Rios Bakery,2025-01-03,5",) * 2

    assert _guess(start, *rows)["customer_name"] == "Insured"
    assert "customer_name" not in _guess("TimeZone,Address,Wann,Wert", *("PST,12 Elm St,2025-01-03,5",) * 2)


def test_times_of_the_day_are_no_customers() -> None:
    found = _guess("Time,Name,Wann,Wert", "10:00:00,Acme,2025-01-03,5", "10:00:00,Bolt,2025-01-03,5")

    assert found["customer_name"] == "Name"


def test_codes_under_a_header_that_nobody_knows_are_no_customers() -> None:
    assert "customer_name" not in _guess("Zyx,Wann,Wert", *("CPP-7781,2025-01-03,5",) * 2)


def _pasted(fault: Issue) -> ReadOptions:
    tree = tomllib.loads(fault.hint[fault.hint.index("[[table]]") :])
    return ReadOptions(
        tables=tuple(TableOptions(one["name"], tuple(one["files"]), columns=one["columns"]) for one in tree["table"])
    )


@pytest.mark.parametrize(
    ("rows", "amounts"),
    [
        (["日子,客家,拿了数量,协议价", "2025-01-03,甲,10,25.8", "2025-01-04,乙,7,40"], ["258", "280"]),
        (["日子,客家,应收款项,实收款项", "2025-01-03,甲,900,300", "2025-01-04,乙,800,350"], ["300", "350"]),
        (["日子,谁,币种,原价款,到手(人民币)", "2025-01-03,甲,USD,100,720", "2025-01-04,乙,EUR,10,78"], ["720", "78"]),
    ],
    ids=["price and quantity", "received and due", "in the currency that the header names"],
)
def test_the_lines_once_pasted_give_the_right_amounts(
    write_text: Write, load_files: Load, rows: Sequence[str], amounts: Sequence[str]
) -> None:
    path = write_text("\n".join(rows) + "\n")
    fault = next(one for one in load_files(path).issues if one.code == "R201")

    frame = load_files(path, options=_pasted(fault)).bundle.tables["orders"].frame

    assert frame["amount"].to_list() == list(map(Decimal, amounts))
    assert "currency" not in frame.columns or frame["currency"].n_unique() == 1


def test_cancelled_rows_of_a_pasted_status_are_marked(write_text: Write, load_files: Load) -> None:
    rows = ["日子,谁买,后来,款子", "2025-01-03,甲,已完成,5", "2025-01-04,乙,已取消,7"]
    path = write_text("\n".join(rows) + "\n")
    fault = next(one for one in load_files(path).issues if one.code == "R201")

    assert load_files(path, options=_pasted(fault)).bundle.tables["orders"].frame["status"].to_list() == [
        "已完成",
        "已取消",
    ]
