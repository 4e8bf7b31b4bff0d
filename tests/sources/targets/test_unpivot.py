"""Sheets become targets, each with its row and column."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest

ReadSheet = Callable[..., Any]


def test_each_filled_cell_is_one_target(targets_of: ReadSheet) -> None:
    read = targets_of('Year,Rep,M01,M02\n2017,Ann,-,"1,200"\n2018,Ann,300,(50)\n')

    assert [(target.at, target.column, str(target.span), target.amount) for target in read.targets] == [
        (0, "M02", "2017-02-01..2017-02-28", Decimal(1200)),
        (1, "M01", "2018-01-01..2018-01-31", Decimal(300)),
        (1, "M02", "2018-02-01..2018-02-28", Decimal(-50)),
    ]


def test_a_cell_that_is_no_number_sets_its_row_aside(targets_of: ReadSheet) -> None:
    read = targets_of("Rep,Jan,Feb\nAnn,1,tbd\nBob,2,3\n")

    assert [(one.at, one.column, one.said.en) for one in read.read.unread] == [(0, "Feb", "'tbd' is not a number")]
    assert [target.amount for target in read.targets] == [2, 3]


def test_money_is_no_share(targets_of: ReadSheet) -> None:
    assert [one.value for one in targets_of("Rep,Jan,Feb\nAnn,12%,1\nBob,2,3\n").read.unread] == ["12%"]


def test_a_sheet_without_a_year_gives_no_target(targets_of: ReadSheet) -> None:
    read = targets_of("Rep,Jan,Feb\nAnn,1,2\nBob,3,4\n", "targets.csv")

    assert read.targets == ()
    assert {one.said.en for one in read.read.unread} == {"no year is said for this period"}


def test_decimals_may_be_written_with_a_comma(targets_of: ReadSheet) -> None:
    read = targets_of('Rep,Jan,Feb\nAnn,"1.234,50","99,5"\nBob,"2.000,25","1,75"\n')

    assert [target.amount for target in read.targets] == [
        Decimal("1234.5"), Decimal("99.5"), Decimal("2000.25"), Decimal("1.75"),
    ]  # fmt: skip


def test_commas_between_thousands_are_no_doubt(targets_of: ReadSheet) -> None:
    assert not targets_of('Rep,Jan,Feb\nAnn,"1,200","1,300"\nBob,"2,000",900\n').read.is_ambiguous


@pytest.mark.parametrize(
    ("cell", "amount"), [("50", "0.5"), ("-20", "-0.2"), ("45.5", "0.455"), ("50%", "0.5"), ("0.5", "0.5")]
)
def test_points_of_recommendation_are_hundredths(cell: str, amount: str, targets_of: ReadSheet) -> None:
    read = targets_of(f"Metric,Period,Target\nNPS,2026-06,{cell}\nOrders,2026-06,50\n")

    assert [target.amount for target in read.targets] == [Decimal(amount), 50]
