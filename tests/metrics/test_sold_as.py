"""What orders are called where deals that were won are the sales."""

from __future__ import annotations

from salesperf.facts.section import CalendarSection, SalesSection
from salesperf.facts.subjects import Facts, facts_of
from salesperf.metrics.catalog import CATALOG
from salesperf.metrics.request import Request
from salesperf.metrics.scope import scope_of
from salesperf.metrics.sold_as import as_sold
from salesperf.tables.literal import bundle_of

DEALS = ("deals", "deal_id,stage,amount,closed_date\nD1,won,100,2026-03-02\n")
ORDERS = ("orders", "order_id,order_date,amount\nO1,2026-03-02,100\n")


def told(*tables: tuple[str, str]) -> Facts:
    return facts_of(bundle_of(list(tables)), section=SalesSection())


def test_deals_that_were_won_are_not_called_orders() -> None:
    catalog = as_sold(CATALOG, told(DEALS))

    assert (catalog["orders"].label.en, catalog["orders"].label.zh) == ("deals won", "成交笔数")
    assert catalog["aov"].meaning.en == "net revenue / deals won"
    assert catalog.keys == CATALOG.keys
    assert catalog["net_revenue"] is CATALOG["net_revenue"]


def test_a_scope_of_won_deals_names_its_metrics_so() -> None:
    bundle = bundle_of([DEALS])

    scope = scope_of(
        bundle, Request(metrics=("orders",)), section=SalesSection(), calendar=CalendarSection(), catalog=CATALOG
    )

    assert [metric.label.en for metric in scope.metrics] == ["deals won"]
    assert scope.measure.catalog["aov"].label.zh == "单笔赢单金额"


def test_where_orders_are_sold_they_keep_their_name() -> None:
    assert as_sold(CATALOG, told(ORDERS, DEALS)) is CATALOG


def test_no_two_metrics_have_one_name_in_a_language() -> None:
    catalog = as_sold(CATALOG, told(DEALS))

    for lang in ("en", "zh"):
        names = [getattr(metric.label, lang) for metric in catalog]
        assert len(names) == len(set(names))
