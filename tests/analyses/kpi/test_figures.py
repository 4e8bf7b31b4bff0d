from __future__ import annotations

from collections.abc import Callable

import pytest

from salesperf.analyses.kpi.compute import Result
from salesperf.analyses.kpi.figures import figures_of, is_sum_of_rows
from salesperf.core.period import Grain
from salesperf.core.text import Lang, Text
from salesperf.metrics.catalog import CATALOG
from salesperf.metrics.request import Request
from salesperf.report.chart import chart_of
from salesperf.report.figure import FigureKind
from salesperf.report.model import Report

Ask = Callable[..., Report]
Answer = Callable[..., Result]


def test_periods_are_a_line_of_the_first_metric(reported: Ask) -> None:
    (block,) = reported(Request(metrics=("net_revenue", "orders"), grain=Grain.MONTH)).blocks

    (figure,) = block.figures
    chart = chart_of(figure, block, lang=Lang.EN, currency="EUR")
    assert (figure.kind, figure.values) == (FigureKind.LINE, ("net_revenue",))
    assert figure.title == Text("Net revenue by period", f"{CATALOG['net_revenue'].label.zh}（按期间）")
    assert chart is not None
    assert chart.categories[-1] == "2026-02"
    # February 2026: 40 + 70, and 20 came back; its data end on the 6th.
    assert chart.series[0].points[-1].value == 90
    assert chart.series[0].points[-1].partial


def test_groups_are_bars_of_the_first_metric(reported: Ask) -> None:
    (block,) = reported(Request(metrics=("net_revenue",), by=("rep",))).blocks

    (figure,) = block.figures
    chart = chart_of(figure, block, lang=Lang.EN, currency="EUR")
    assert (figure.kind, figure.label, figure.first) == (FigureKind.BAR, "rep", 20)
    assert chart is not None
    # Ann 80 + 100 + 40, Bob 50 + 70, and what came back to nobody.
    assert sorted(point.value or 0 for point in chart.series[0].points) == [-20, 120, 220]
    assert {"Ann", "Bob"} < set(chart.categories)


@pytest.mark.parametrize(
    "request_",
    [
        Request(metrics=("net_revenue",)),
        Request(metrics=("net_revenue",), by=("rep",), grain=Grain.MONTH),
        Request(metrics=("net_revenue",), grain=Grain.MONTH, period="2026-01"),
    ],
)
def test_a_scoreboard_two_ways_at_once_and_a_single_row_have_no_picture(reported: Ask, request_: Request) -> None:
    assert [block.figures for block in reported(request_).blocks] == [()]


def test_figures_need_two_rows(answered: Answer) -> None:
    result = answered(Request(metrics=("net_revenue",), grain=Grain.MONTH, period="2026-01"))

    assert figures_of(result, has_periods=True) == ()


@pytest.mark.parametrize(
    ("metric", "over_periods", "over_groups"),
    [("net_revenue", True, True), ("orders", True, False), ("active_customers", False, False), ("aov", False, False)],
)
def test_totals_are_sums_by_what_a_metric_means(
    answered: Answer, metric: str, *, over_periods: bool, over_groups: bool
) -> None:
    by_month = answered(Request(metrics=(metric,), grain=Grain.MONTH))
    by_rep = answered(Request(metrics=(metric,), by=("rep",)))

    assert is_sum_of_rows(by_month, CATALOG[metric], has_periods=True) is over_periods
    assert is_sum_of_rows(by_rep, CATALOG[metric], has_periods=False) is over_groups


def test_the_columns_of_a_table_say_which_of_them_add_up(reported: Ask) -> None:
    (block,) = reported(Request(metrics=("net_revenue", "aov"), by=("rep",))).blocks

    assert [(column.key, column.adds_up) for column in block.columns] == [
        ("rep", False),
        ("net_revenue", True),
        ("net_revenue_share", False),
        ("aov", False),
    ]
