"""Where the forms of a sheet begin that stand one below the other."""

from __future__ import annotations

import pytest

from salesperf.sources.headers.form_tops import form_tops

_HEADER = ["Item", "Qty", "Amount"]


def _form(number: str, *, header: list[str] = _HEADER) -> list[list[str]]:
    return [
        ["Order", "", ""],
        ["Order No:", number, ""],
        ["Date:", "2025-03-04", ""],
        ["", "", ""],
        header,
        ["Pen", "2", "20"],
        ["Ink", "1", "7"],
    ]


def test_a_form_begins_with_its_title() -> None:
    assert list(form_tops([*_form("7"), ["", "", ""], *_form("8"), *_form("9")])) == [8, 15]


def test_labels_may_hold_their_values() -> None:
    labels = [["客户：甲", "", "单号：7", ""], ["日期：2025-03-05", "", "", ""]]
    form = [*labels, ["商品", "数量", "单价", "金额"], ["灯", "2", "10", "20"], ["线", "1", "7", "7"]]

    assert list(form_tops([*form, ["合计", "", "", "27"], *form])) == [6]


@pytest.mark.parametrize(
    "header", [["Order No", "Item", "Amount"], ["Order Date", "Item", "Amount"], ["单号", "商品", "金额"]]
)
def test_pages_of_a_list_that_says_the_order_of_each_row_are_no_forms(header: list[str]) -> None:
    assert list(form_tops([*_form("1", header=header), *_form("2", header=header)])) == []


def test_a_header_that_comes_again_without_labels_or_with_one_is_no_form() -> None:
    again = [_HEADER, ["Cap", "1", "5"]]

    assert list(form_tops([*_form("7"), *again, ["Customer:", "Bo", ""], *again])) == []


def test_a_table_without_labels_above_it_has_no_forms() -> None:
    assert list(form_tops([_HEADER, ["Pen", "2", "20"], *_form("8")])) == []
