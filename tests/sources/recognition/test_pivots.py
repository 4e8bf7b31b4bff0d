"""Pivot tables kept as values, seen from the door of reading."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from salesperf.sources.loaded import Loaded
from salesperf.sources.options import ReadOptions, TableOptions

Write = Callable[..., Path]
Load = Callable[..., Loaded]
_SALES = "Order ID,Order Date,Customer,Amount\n1,2025-01-03,A,100\n2,2025-01-04,B,200\n"


def _refused(loaded: Loaded) -> tuple[str, str]:
    (fault,) = [one for one in loaded.issues if one.code in {"R201", "R202"}]
    return fault.code, fault.message


@pytest.mark.parametrize(
    ("text", "headers"),
    [
        ("Row Labels,Sum of Amount\nAnna,1200\nBen,800\nGrand Total,2000\n", "'Row Labels', 'Sum of Amount'"),
        ("行标签,求和项:金额\n张三,1200\n(空白),100\n总计,1300\n", "'行标签', '求和项:金额'"),
        (
            "Sum of Amount,Column Labels,,\nRow Labels,East,West,Grand Total\nAnna,7,5,12\nGrand Total,7,5,12\n",
            "'Column Labels', 'Sum of Amount'",
        ),
        (
            "Region,(All)\n,\nRow Labels,Sum of Amount\nAnna,1200\nBen,800\nGrand Total,2000\n",
            "'(All)', 'Sum of Amount'",
        ),
        ("Zeilenbeschriftungen;Summe von Betrag\nAnna;1200\nGesamtergebnis;1200\n", "'Zeilenbeschriftungen', 'Summe"),
        ("Region,Rep,Sum of Amount\nEast,Anna,1200\n,Ben,8\nEast Total,,20\nGrand Total,,20\n", "'Sum of Amount'"),
    ],
)
def test_a_pivot_is_refused_as_one_with_the_field_it_sums(
    text: str, headers: str, write_text: Write, load_files: Load
) -> None:
    code, message = _refused(load_files(write_text(text, "pivot.csv")))

    assert code == "R201"
    assert f"a pivot table ({headers}" in message


def test_beside_sales_in_a_folder_it_is_a_note(write_text: Write, load_files: Load) -> None:
    write_text(_SALES, "orders.csv")

    loaded = load_files(write_text("Row Labels,Sum of Amount\nA,100\nB,200\nGrand Total,300\n", "pivot.csv").parent)

    assert _refused(loaded)[0] == "R202"
    assert loaded.bundle.tables["orders"].frame["amount"].sum() == 300


def test_sums_by_the_day_keep_the_lines_that_have_them_read(write_text: Write, load_files: Load) -> None:
    text = "Date,Sum of Amount\n2025-01-03,100\n2025-01-04,250\nGrand Total,350\n"
    told = TableOptions("orders", ("pivot.csv",), columns={"order_date": "Date", "amount": "Sum of Amount"})
    path = write_text(text, "pivot.csv")

    asked, read = load_files(path), load_files(path, options=ReadOptions(tables=(told,)))

    assert "pivot table" not in _refused(asked)[1]
    assert read.bundle.tables["orders"].frame["amount"].sum() == 350


def test_a_list_of_customers_with_a_sum_each_is_a_list_beside_sales(write_text: Write, load_files: Load) -> None:
    customers = "Customer,Region,Sum of Amount\nA,North,100\nB,South,200\n"

    loaded = load_files(write_text(_SALES, "orders.csv"), write_text(customers, "customers.csv"))

    assert loaded.bundle.tables["customers"].frame.height == 2
