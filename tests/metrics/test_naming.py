from __future__ import annotations

from salesperf.metrics.catalog import CATALOG
from salesperf.metrics.naming import in_keys, metric_key
from salesperf.metrics.request import Request


def test_names_that_reports_print_are_taken_for_their_keys() -> None:
    asked = Request(
        metrics=("毛利率", "Net revenue", "orders"), by=("销售员", "Region"), where=("区域=华东,华南", "金额>=100")
    )

    found = in_keys(asked, CATALOG)

    assert found.metrics == ("gross_margin", "net_revenue", "orders")
    assert found.by == ("rep", "region")
    assert found.where == ("region=华东,华南", "amount>=100")


def test_words_that_name_nothing_stay_as_typed() -> None:
    asked = Request(metrics=("毛利",), by=("部落",), where=("单价单价=3", "no condition"))

    found = in_keys(asked, CATALOG)

    assert found.metrics == ("gross_profit",)
    assert found.by == ("部落",)
    assert found.where == ("单价单价=3", "no condition")


def test_a_metric_is_found_by_its_printed_name() -> None:
    assert metric_key("销售净额", CATALOG) == "net_revenue"
    assert metric_key("销售净利", CATALOG) == "销售净利"
