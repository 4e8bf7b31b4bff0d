"""Of what a target is, and what one of its amounts stands for."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Any

ReadSheet = Callable[..., Any]


def _amounts(read: Any) -> dict[str, list[Decimal]]:
    found: dict[str, list[Decimal]] = {}
    for target in read.targets:
        found.setdefault(target.metric, []).append(target.amount)
    return found


def test_a_unit_of_money_leaves_counts_and_rates_alone(targets_of: ReadSheet) -> None:
    text = "单位：万元,,,\n姓名,指标,1月,2月\n张三,销售额,12.5,13\n张三,新客户数,3,4\n张三,毛利率,35%,0.4\n"

    assert _amounts(targets_of(text)) == {
        "net_revenue": [Decimal(125_000), Decimal(130_000)],
        "new_customers": [Decimal(3), Decimal(4)],
        "gross_margin": [Decimal("0.35"), Decimal("0.4")],
    }


def test_a_unit_column_goes_before_the_title_and_a_metrics_own_unit_counts(targets_of: ReadSheet) -> None:
    text = (
        "单位：万元,,,,\n姓名,指标,单位,1月,2月\n张三,销售额,元,1,2\n张三,回款(千元),,3,4\n"
        "张三,毛利率,%,35,40\n李四,销售额,,5,6\n"
    )

    read = targets_of(text)

    assert _amounts(read) == {
        "net_revenue": [Decimal(1), Decimal(2), Decimal(50_000), Decimal(60_000)],
        "received": [Decimal(3000), Decimal(4000)],
        "gross_margin": [Decimal("0.35"), Decimal("0.4")],
    }


def test_a_cell_with_its_own_unit_is_scaled_once(targets_of: ReadSheet) -> None:
    assert _amounts(targets_of("单位：万元,,\n姓名,1月,2月\n张三,50万,2\n李四,1,1\n")) == {
        "net_revenue": [Decimal(500_000), Decimal(20_000), Decimal(10_000), Decimal(10_000)]
    }


def test_unknown_metrics_keep_their_names_and_unnamed_ones_are_revenue(targets_of: ReadSheet) -> None:
    unknown = targets_of("Rep,Metric,Jan,Feb\nAnn,Bookings,1,2\n")
    unnamed = targets_of("Rep,Jan,Feb\nAnn,1,2\nBob,2,3\n")

    assert [(one.key, one.is_known) for one in unknown.read.metrics] == [("Bookings", False)]
    assert [(one.key, one.is_named) for one in unnamed.read.metrics] == [("net_revenue", False)]


def test_the_users_metrics_are_known_by_key_and_label(targets_of: ReadSheet) -> None:
    read = targets_of("Rep,Metric,Jan,Feb\nAnn,Online sales,1,2\n", metric_names={"onlinesales": "web_revenue"})

    assert [target.metric for target in read.targets] == ["web_revenue", "web_revenue"]


def test_currencies_come_from_a_column_or_from_the_cells(targets_of: ReadSheet) -> None:
    by_cell = targets_of('Rep,Jan,Feb\nAnn,"$1,000",€5\nBob,1,2\n')
    by_column = targets_of("Rep,Currency,Jan,Feb\nAnn,USD,1,2\nBob,欧元,1,2\n")

    assert [target.currency for target in by_cell.targets] == ["USD", "EUR", None, None]
    assert [target.currency for target in by_column.targets] == ["USD", "USD", "EUR", "EUR"]
