"""Rows that hold nothing but the name of a group, above the rows of the group."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import polars as pl
import pytest

from salesperf.sources.loaded import Loaded
from salesperf.sources.no_data.group_headings import Groups, groups_of, name_of_groups

Write = Callable[..., Path]
Load = Callable[..., Loaded]
DETAIL = """Sales by Customer Detail
My Company

,Transaction date,Transaction type,Num,Product/Service,Quantity,Sales price,Amount,Balance
Acme,,,,,,,,
,01/05/2025,Invoice,1001,Widget,2,50.00,100.00,100.00
,01/15/2025,Credit Memo,1002,Widget,-1,50.00,-50.00,50.00
Total for Acme,,,,,,,50.00,
Beta,,,,,,,,
,02/05/2025,Invoice,1003,Widget,4,50.00,200.00,200.00
Total for Beta,,,,,,,200.00,
TOTAL,,,,,,,$250.00,
"""


def _groups(*rows: Sequence[str]) -> Groups:
    return groups_of(pl.DataFrame(list(rows), schema=["a", "b", "c"], orient="row"))


def test_rows_take_the_name_above_them_until_its_total() -> None:
    found = _groups(("Acme", "", ""), ("", "1", "2"), ("Total for Acme", "", "2"), ("Beta", "", ""), ("", "3", "4"))

    assert found == Groups((None, "Acme", None, None, "Beta"), (0, 3), (2,))


def test_behind_the_total_of_a_group_within_a_group_rows_are_of_the_outer_one() -> None:
    found = _groups(
        ("Acme", "", ""), ("Job 1", "", ""), ("", "1", "2"), ("Total for Job 1", "", "2"), ("", "1", "3"),
        ("Acme Total", "", "5"),
    )  # fmt: skip

    assert found.names == (None, None, "Job 1", None, "Acme", None)


def test_a_company_whose_name_begins_with_total_is_a_group() -> None:
    found = _groups(("Total Energies", "", ""), ("", "1", "2"), ("Total for Total Energies", "", "2"))

    assert (found.names, found.headings, found.totals) == ((None, "Total Energies", None), (0,), (2,))


@pytest.mark.parametrize(
    "rows",
    [
        [("Acme", "1", "2"), ("", "3", "4"), ("Beta", "5", "6")],
        [("", "1", "2"), ("", "3", "4"), ("Confidential", "", "")],
        [("Note", "", ""), ("", "1", "2"), ("", "3", "4")],
    ],
    ids=["a name in the first row of data", "a footer", "one remark"],
)
def test_other_rows_are_not_grouped(rows: list[Sequence[str]]) -> None:
    assert _groups(*rows) == Groups()


def test_the_titles_name_an_empty_header() -> None:
    below = [["Acme", "", ""], ["", "1", "2"]]

    assert name_of_groups(["", "Date", "Amount"], ["Sales by Customer Detail"], below) == "Customer"
    assert name_of_groups(["", "日期", "金额"], ["按业务员销售明细"], below) == "业务员"
    assert name_of_groups(["", "Date", "Customer"], ["Sales by Customer Detail"], below) is None
    assert name_of_groups(["", "Date", "Amount"], ["Sales 2025"], below) is None


def test_a_detail_report_has_customers_and_no_totals(write_text: Write, load_files: Load) -> None:
    loaded = load_files(write_text(DETAIL))

    frame = loaded.bundle.tables["orders"].frame
    assert frame.select("customer_name", "order_id", "amount").rows() == [
        ("Acme", "1001", 100),
        ("Acme", "1002", -50),
        ("Beta", "1003", 200),
    ]
    (told,) = (fault for fault in loaded.issues if fault.code == "R213")
    assert (told.count, told.where.column) == (3, "Customer")


def test_a_title_right_above_the_empty_header_does_not_name_it(write_text: Write, load_files: Load) -> None:
    rows = DETAIL.replace("My Company\n\n", "January - February 2025,,,,,,,,\n")

    orders = load_files(write_text(rows, name="detail.csv")).bundle.tables["orders"].frame

    assert orders["customer_name"].to_list() == ["Acme", "Acme", "Beta"]
