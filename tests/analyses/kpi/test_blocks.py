from __future__ import annotations

from collections.abc import Callable

import pytest
from msgspec.structs import replace

from salesperf.core.period import Grain
from salesperf.core.text import Lang
from salesperf.core.unit import Unit
from salesperf.metrics.catalog.customer_money import CUSTOMER_MONEY
from salesperf.metrics.catalog.customers import CUSTOMERS
from salesperf.metrics.catalog.revenue import REVENUE
from salesperf.metrics.request import Compare, Request
from salesperf.report.model import Cell, Report, Row, Sparkline, TableBlock
from salesperf.tables.literal import bundle_of

Ask = Callable[..., Report]


def table(report: Report) -> TableBlock:
    (block,) = report.blocks
    return block


def shown(row: Row | None) -> list[object]:
    assert row is not None
    return [cell.value for cell in row.cells if isinstance(cell, Cell)]


def cell(report: Report, row: str, column: str) -> Cell:
    """The cell of a metric's row on the scoreboard."""
    block = table(report)
    place = [listed.key for listed in block.columns].index(column)
    found = next(listed for listed in block.rows if listed.key == row).cells[place]
    assert isinstance(found, Cell)
    return found


def test_the_scoreboard_has_a_metric_a_row_under_its_family(reported: Ask) -> None:
    block = table(reported(Request()))

    headings = {row.key: row.heading.en for row in block.rows if row.heading is not None}
    assert headings == {"net_revenue": "Results", "aov": "Efficiency"}
    of_sales = [metric for metric in (*REVENUE, *CUSTOMERS, *CUSTOMER_MONEY) if metric.default]
    assert len(block.rows) == len(of_sales) - 1, "all but the discount rate"


def test_the_scoreboard_shows_each_value_with_its_own_unit(reported: Ask) -> None:
    report = reported(Request(metrics=("net_revenue", "orders", "return_rate")))

    assert [cell(report, key, "value").value for key in ("net_revenue", "orders")] == [320, 5]
    assert [str(cell(report, key, "value").unit) for key in ("net_revenue", "orders", "return_rate")] == [
        "money",
        "count",
        "ratio",
    ]


def test_without_comparisons_the_last_whole_month_is_held_against_the_one_before(reported: Ask) -> None:
    orders = "order_id,order_date,amount\nA,2025-11-01,80\nB,2025-12-05,100\nC,2026-01-30,150\nD,2026-02-02,7\n"

    report = reported(Request(metrics=("net_revenue",)), bundle_of([("orders", orders)]))

    block = table(report)
    assert [column.key for column in block.columns] == ["metric", "value", "trend", "latest", "latest_change"]
    assert block.columns[3].label.en == "2026-01"
    assert shown(block.rows[0]) == ["net revenue", 337, 150, 0.5]
    (trend,) = [part for part in block.rows[0].cells if isinstance(part, Sparkline)]
    assert trend.values[:3] == (80.0, 100.0, 150.0)


def test_the_scoreboard_names_why_a_base_is_missing(reported: Ask) -> None:
    report = reported(Request(metrics=("net_revenue",), period="2026-01"))

    base = cell(report, "net_revenue", "yoy_base")
    assert (base.value, cell(report, "net_revenue", "growth_yoy").value) == (None, None)
    assert base.reason is not None
    assert base.reason.en == "the data begin on 2025-02-03, after the period compared with"


def test_the_growth_of_a_rate_is_in_points_and_says_so(reported: Ask) -> None:
    # To 6 February 2026: 20 of 110 came back; in January 0 of 150.
    asked = Request(metrics=("return_rate", "gross_revenue"), period="2026-02", compare=(Compare.PREV,))
    board = cell(reported(asked), "return_rate", "growth_prev")
    columns = table(reported(replace(asked, grain=Grain.MONTH))).columns

    assert (board.value, board.unit) == (pytest.approx(20 / 110), Unit.POINTS)
    assert cell(reported(asked), "gross_revenue", "growth_prev").unit is Unit.GROWTH
    assert [column.unit for column in columns] == [None, Unit.RATIO, Unit.POINTS, Unit.MONEY, Unit.GROWTH]


def test_a_base_of_zero_tells_the_change(reported: Ask) -> None:
    # December 2025 had no sales, January 2026 had 150.
    report = reported(Request(metrics=("net_revenue",), period="2026-01"))

    reason = cell(report, "net_revenue", "growth_prev").reason
    assert reason is not None
    assert reason.en == "not meaningful: the base is 0.00, the change +150.00"


def test_a_table_has_groups_down_and_metrics_across_with_a_total_of_its_own(reported: Ask) -> None:
    block = table(reported(Request(metrics=("net_revenue", "active_customers"), by=("rep",), period="2026")))

    assert [column.key for column in block.columns] == [
        "rep",
        "net_revenue",
        "net_revenue_yoy",
        "net_revenue_share",
        "active_customers",
        "active_customers_yoy",
    ]
    # To 6 February: Ann 140 after 80, Bob 120 after nothing; C1 buys from both.
    assert [shown(row) for row in block.rows] == [
        ["Ann", 140, 0.75, 140 / 240, 1, 0.0],
        ["Bob", 120, None, 120 / 240, 2, None],
        ["(none)", -20, None, -20 / 240, 0, None],
    ]
    assert shown(block.total) == ["total", 240, 2.0, 1.0, 2, 1.0]


def test_a_table_by_period_and_group_names_both(reported: Ask) -> None:
    block = table(
        reported(Request(metrics=("orders",), by=("rep",), grain=Grain.MONTH, period="2026", compare=(Compare.PREV,)))
    )

    assert [column.key for column in block.columns] == ["period", "rep", "orders", "orders_mom"]
    assert [shown(row)[:2] for row in block.rows][:2] == [["2026-01", "Ann"], ["2026-01", "Bob"]]
    assert shown(block.total)[:3] == ["total", "", 4]
    assert block.title.en == "month, rep"


def test_every_column_of_a_table_has_its_own_key(reported: Ask) -> None:
    for grain in (Grain.MONTH, Grain.QUARTER, Grain.YEAR):
        block = table(reported(Request(metrics=("orders", "aov"), by=("rep",), grain=grain, compare=tuple(Compare))))
        keys = [column.key for column in block.columns]
        assert len(set(keys)) == len(keys)
        assert {len(row.cells) for row in block.rows} == {len(keys)}


def test_values_of_a_partial_period_are_marked(reported: Ask) -> None:
    block = table(reported(Request(metrics=("orders",), grain=Grain.MONTH)))

    marks = [all(part.partial for part in row.cells if isinstance(part, Cell)) for row in block.rows]
    assert marks == [False] * 12 + [True]


def test_a_chinese_report_speaks_chinese(reported: Ask) -> None:
    block = table(reported(Request(metrics=("net_revenue",), by=("rep",)), lang=Lang.ZH))

    assert [shown(row)[0] for row in block.rows] == ["Ann", "Bob", "（空）"]
    assert shown(block.total)[0] == "合计"
