"""What is said of periods that the data do not tell whole."""

from __future__ import annotations

from collections.abc import Callable

from salesperf.core.period import Grain
from salesperf.core.text import Lang
from salesperf.metrics.request import Request
from salesperf.report.model import Report
from salesperf.tables.bundle import Bundle
from salesperf.tables.literal import bundle_of

Ask = Callable[..., Report]


def said(report: Report) -> dict[str, str]:
    return {note.key: note.text.say(Lang.EN) for note in report.notes}


def orders(text: str) -> Bundle:
    return bundle_of([("orders", text)])


def test_a_partial_period_says_how_far_the_data_reach(reported: Ask, to_april: Bundle) -> None:
    request = Request(metrics=("orders",), period="2026-02")

    assert "the data reach 2026-02-06" in said(reported(request))["partial"]
    assert "partial" not in said(reported(request, to_april))


def test_periods_that_reach_beyond_the_whole_are_said(reported: Ask) -> None:
    assert "edge" in said(reported(Request(period="2026-01", grain=Grain.WEEK)))
    assert "edge" not in said(reported(Request(period="2026-Q1", grain=Grain.MONTH)))


def test_a_base_in_which_the_data_begin_is_said(reported: Ask) -> None:
    late = orders("order_id,order_date,amount\nA,2026-01-20,1\nB,2026-02-27,1\n")
    request = Request(metrics=("orders",), period="2026-02")

    assert said(reported(request, late))["base_edge"] == (
        "the data begin on 2026-01-20, within 2026-01: growth on it is on part of it only"
    )
    assert "base_edge" not in said(reported(Request(metrics=("orders",)), late))
    assert "base_edge" not in said(reported(Request(metrics=("orders",), period="2026-01"), late))


def test_a_month_that_is_not_over_is_named_where_the_trend_leaves_it_out(reported: Ask, to_april: Bundle) -> None:
    note = said(reported(Request(metrics=("net_revenue",))))["trend_ends"]

    assert note == (
        "the trend ends before 2026-02, which is not over: the data reach 2026-02-06; --period 2026-02 shows it"
    )
    assert "trend_ends" not in said(reported(Request(metrics=("net_revenue",)), to_april))
    assert "trend_ends" not in said(reported(Request(metrics=("net_revenue",), by=("rep",))))


def test_last_month_says_which_month_it_passed_over(reported: Ask, to_april: Bundle) -> None:
    found = said(reported(Request(metrics=("orders",), period="last-month")))

    assert found["unfinished"] == (
        "last-month is 2026-01: the data reach 2026-02-06, before 2026-02 is over; --period 2026-02 shows that one"
    )
    assert "trend_ends" not in found
    assert "unfinished" not in said(reported(Request(metrics=("orders",), period="2026-01")))
    assert "unfinished" not in said(reported(Request(metrics=("orders",), period="last-month"), to_april))


def test_the_period_asked_for_is_told_once_when_it_is_not_over(reported: Ask) -> None:
    found = said(reported(Request(metrics=("orders",), period="2026-02")))

    assert "partial" in found
    assert "trend_ends" not in found


def test_the_first_of_the_rows_is_said_not_to_be_whole_where_the_data_begin_within_it(reported: Ask) -> None:
    late = orders("order_id,order_date,amount\nA,2026-01-20,1\nB,2026-02-27,1\n")
    whole = orders("order_id,order_date,amount\nA,2026-01-02,1\nB,2026-02-27,1\n")

    by_month = Request(metrics=("orders",), grain=Grain.MONTH)

    assert said(reported(by_month, late))["first_edge"] == "the data begin on 2026-01-20: 2026-01 is not whole"
    assert "first_edge" not in said(reported(Request(metrics=("orders",)), late))
    assert "first_edge" not in said(reported(by_month, whole)), "the first of January is no day to sell on"
