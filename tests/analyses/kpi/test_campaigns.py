"""Campaigns beside other days, worked by hand."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal

import pytest

from salesperf.analyses.kpi.campaigns import Effects, can_be_told, effects_of
from salesperf.core.period import Span
from salesperf.facts.section import CalendarSection, SalesSection
from salesperf.facts.subjects import facts_of
from salesperf.metrics.catalog import CATALOG
from salesperf.metrics.request import Request
from salesperf.tables.bundle import Bundle
from salesperf.tables.literal import bundle_of

ORDERS = """\
order_id,order_date,channel,amount
1,2025-03-01,Shop,1.00
2,2025-03-12,Web,40.00
3,2026-03-05,Web,30.00
4,2026-03-07,Shop,20.00
5,2026-03-10,Web,50.00
6,2026-03-14,Shop,35.00
7,2026-03-20,Web,5.00
"""
CAMPAIGNS = """\
campaign,name,start,end,cost,channel
S26,Spring,2026-03-10,2026-03-14,20.00,
W26,Web days,2026-03-10,2026-03-14,,web
"""
"""Five days, after five days from 5 to 9 March."""


@pytest.fixture
def effects() -> Callable[..., Effects]:
    """The effects of the campaigns of a small shop."""

    def of(campaigns: str = CAMPAIGNS, orders: str = ORDERS, **asked: object) -> Effects:
        bundle = bundle_of([("orders", orders), ("campaigns", campaigns)])
        return effects_of(
            bundle,
            Request(**asked),  # type: ignore[arg-type]
            facts_of(bundle, section=SalesSection()),
            section=SalesSection(),
            calendar=CalendarSection(),
            catalog=CATALOG,
        )

    return of


def test_a_campaign_is_held_against_as_many_days_before_and_the_days_of_last_year(
    effects: Callable[..., Effects],
) -> None:
    spring = effects().found[0]

    assert (spring.name, spring.revenue, spring.cost) == ("Spring", Decimal(85), Decimal(20))
    assert spring.before is not None
    assert (spring.before.days, spring.before.revenue) == (Span(date(2026, 3, 5), date(2026, 3, 9)), Decimal(50))
    assert spring.last_year is not None
    assert (spring.last_year.days.start, spring.last_year.revenue) == (date(2025, 3, 10), Decimal(40))


def test_a_campaign_of_a_channel_counts_the_sales_of_the_channel(effects: Callable[..., Effects]) -> None:
    web = effects(CAMPAIGNS.replace(",web", ",Web")).found[1]

    assert (web.channel, web.revenue) == ("Web", Decimal(50))
    assert web.before is not None
    assert web.before.revenue == Decimal(30)


def test_a_channel_that_the_sales_do_not_know_is_told_and_all_sales_count(effects: Callable[..., Effects]) -> None:
    found = effects(CAMPAIGNS.replace(",web", ",TV"))

    assert found.unknown_channels == ("TV",)
    assert (found.found[1].channel, found.found[1].revenue) == (None, Decimal(85))


def test_a_campaign_that_lasts_is_compared_as_far_as_the_data_go(effects: Callable[..., Effects]) -> None:
    (one,) = effects("campaign,start,end\nL,2026-03-14,2026-04-30\n").found

    # From the 14th to the 20th are seven days, and seven lie before.
    assert (one.revenue, one.partial) == (Decimal(40), True)
    assert one.before is not None
    assert (one.before.days.start, one.before.revenue) == (date(2026, 3, 7), Decimal(70))


def test_days_before_the_data_are_not_known_and_a_campaign_to_come_has_nothing(effects: Callable[..., Effects]) -> None:
    early, late = effects("campaign,start,end\nE,2025-03-03,2025-03-12\nF,2026-05-01,2026-05-03\n").found

    assert early.revenue == Decimal(40)
    assert early.before is not None
    assert early.before.revenue is None
    assert early.before.reason is not None
    assert early.before.reason.en == "the data begin on 2025-03-01, after the days compared with"
    assert (late.revenue, late.before, late.last_year) == (None, None, None)


def test_conditions_hold_and_days_the_wrong_way_round_are_left_out(effects: Callable[..., Effects]) -> None:
    assert effects(where=("channel=Shop",)).found[0].revenue == Decimal(35)
    assert effects("campaign,start,end\nE,2026-03-12,2026-03-03\n").found == ()


def test_only_campaigns_alone_are_such_a_question() -> None:
    with_table = bundle_of([("orders", ORDERS), ("campaigns", CAMPAIGNS)])

    assert can_be_told(with_table, ("campaign",))
    assert not can_be_told(with_table, ("campaign", "rep"))
    assert not can_be_told(bundle_of([("orders", ORDERS)]), ("campaign",))
    assert isinstance(with_table, Bundle)
