"""Campaigns on the page."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from salesperf.core.text import Lang
from salesperf.metrics.request import Request
from salesperf.report.model import Report, Value
from salesperf.tables.literal import bundle_of

ORDERS = """\
order_id,order_date,amount,campaign
1,2025-03-01,1.00,
2,2025-03-12,40.00,
3,2026-03-05,50.00,
4,2026-03-10,85.00,S26
5,2026-03-20,5.00,
"""
CAMPAIGNS = "campaign,name,start,end,cost\nS26,Spring,2026-03-10,2026-03-14,20.00\nM26,March,2026-03-12,2026-03-16,\n"


@pytest.fixture
def report(reported: Callable[..., Report]) -> Callable[..., Report]:
    """The report of the campaigns, of orders that name them or do not."""

    def of(*, named: bool, lang: Lang = Lang.EN) -> Report:
        orders = ORDERS if named else "\n".join(line.rpartition(",")[0] for line in ORDERS.splitlines()) + "\n"
        bundle = bundle_of([("orders", orders), ("campaigns", CAMPAIGNS)])
        return reported(Request(metrics=("net_revenue",), by=("campaign",)), bundle, lang=lang)

    return of


def test_uplift_and_return_on_cost_are_records(report: Callable[..., Report]) -> None:
    found = report(named=False)

    keys = [column.key for column in found.records.columns]
    spring: dict[str, Value] = dict(zip(keys, found.records.rows[0], strict=True))
    assert (spring["uplift_before"], spring["growth_before"]) == (35, pytest.approx(0.7))
    assert (spring["uplift_last_year"], spring["growth_last_year"]) == (45, pytest.approx(1.125))
    assert (spring["return_before"], spring["return_last_year"]) == (1.75, 2.25)
    march = dict(zip(keys, found.records.rows[1], strict=True))
    assert (march["net_revenue"], march["cost"], march["return_before"]) == (0, None, None)


def test_the_way_of_comparing_and_campaigns_at_one_time_are_told(report: Callable[..., Report]) -> None:
    notes = {note.key: note.text.en for note in report(named=False).notes}

    assert "as many days just before" in notes["campaigns"]
    assert "Spring + March" in notes["campaign_overlap"]


def test_sales_that_name_campaigns_have_their_own_table_first(report: Callable[..., Report]) -> None:
    found = report(named=True)

    assert [block.key for block in found.blocks] == ["kpi", "campaigns"]
    assert found.schema == "salesperf.kpi/1"
    assert [row[1] for row in found.records.rows] == ["S26", None]


def test_it_speaks_chinese(report: Callable[..., Report]) -> None:
    found = report(named=False, lang=Lang.ZH)

    assert found.title.zh == "营销活动"
    assert "费用" in [column.label.zh for column in found.blocks[0].columns]
