"""Rows are called what they are."""

from __future__ import annotations

from salesperf.analyses.kpi.wording import WORDING
from salesperf.core.text import Count
from salesperf.facts.sales import Basis


def test_won_deals_are_called_so_and_one_is_no_plural() -> None:
    words = WORDING[Basis.WON_DEALS]

    assert (
        words.where.fill(conditions="rep=Ann", count=Count(1), rows=Count(3)).en
        == "only won deals with rep=Ann: 1 of 3"
    )
    assert words.no_rep.fill(count=Count(1)).en == "1 won deal has no rep"
    assert words.no_rep.fill(count=Count(2)).zh == "2个赢单没有销售员"


def test_a_row_without_an_id_is_told_by_what_it_is() -> None:
    assert [WORDING[basis].each_row.en for basis in Basis] == [
        "no order id: each row counts as an order",
        "no invoice id: each row counts as an order",
        "no deal id: each row counts as a deal",
    ]


def test_deals_of_which_none_came_back_say_nothing_of_returns() -> None:
    words = WORDING[Basis.WON_DEALS]

    assert (
        words.sold.fill(rows=Count(1)).en == "1 won deal in all, each on the day it was closed and counted as one order"
    )
    assert "returns" in words.lines.en
