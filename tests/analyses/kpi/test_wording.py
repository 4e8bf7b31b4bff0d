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


def test_kinds_of_rows_that_there_are_none_of_are_not_told() -> None:
    counts = {"rows": Count(9), "sold": 8, "returned": 1, "idle": Count(2), "cancelled": 1, "open": 1}
    lines, deals = WORDING[Basis.ORDERS], WORDING[Basis.WON_DEALS]

    assert lines.counted(returned=1, idle=2).fill(**counts).en == (
        "9 lines in all: 8 sold, 1 returned; 2 earn nothing (1 cancelled, 1 open)"
    )
    assert lines.counted(returned=1, idle=0).fill(**counts).zh == "数据共9行：已售8行，退货1行"
    assert lines.counted(returned=0, idle=0).fill(**counts).en == "9 lines in all: 8 sold"
    assert "returns" in deals.counted(returned=1, idle=0).en
    assert deals.counted(returned=0, idle=0).fill(rows=Count(1)).en == (
        "1 won deal in all, each on the day it was closed and counted as one order"
    )
