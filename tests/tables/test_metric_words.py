"""Metric names as people write them."""

from __future__ import annotations

import pytest

from salesperf.metrics.catalog import CATALOG
from salesperf.tables.metric_words import WORDS, fold_metric, is_in_money, metric_of, metrics_within


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("销售额目标", "net_revenue"), ("Revenue target", "net_revenue"), ("Sales quota", "net_revenue"),
        ("业绩指标", "net_revenue"),
        ("回款目标", "received"), ("新客户数", "new_customers"), ("New customers", "new_customers"),
        ("毛利率", "gross_margin"),
        ("ORDERS", "orders"), ("net_revenue", "net_revenue"), ("拜访量任务", "completed_visits"),
        ("回款率", "collection_rate"),
    ],
)  # fmt: skip
def test_a_metric_is_known_by_the_names_people_use(name: str, key: str) -> None:
    assert metric_of(name, {}) == key


def test_a_part_of_a_name_is_no_name() -> None:
    assert metric_of("Sales visits per day", {}) is None
    assert metric_of("目标", {}) is None


def test_names_at_hand_go_before_the_words_people_use() -> None:
    assert metric_of("Sales", {fold_metric("Sales"): "my_sales"}) == "my_sales"


def test_a_title_is_searched_for_whole_names_the_longest_first() -> None:
    assert metrics_within("2024年回款率目标") == {"collection_rate"}
    assert metrics_within("ResellerSalesTargets") == {"net_revenue"}
    assert metrics_within("2024 targets") == frozenset()
    assert metrics_within("销售与回款目标") == {"net_revenue", "received"}


def test_counts_prices_and_rates_are_not_in_ten_thousands() -> None:
    assert is_in_money("net_revenue", "销售额")
    assert not is_in_money("new_customers", "新客户数")
    assert is_in_money(None, "合同额")
    assert not is_in_money(None, "合同数")
    assert not is_in_money(None, "Demo count")


def test_no_name_means_two_metrics() -> None:
    names = [fold_metric(word) for words in WORDS.values() for word in words]

    assert len({fold_metric(word): key for key, words in WORDS.items() for word in words}) == len(set(names))
    assert all(
        len({key for key, words in WORDS.items() if word in words}) == 1 for words in WORDS.values() for word in words
    )


def test_labels_of_the_catalog_are_not_taken_for_other_metrics() -> None:
    for metric in CATALOG:
        for name in (metric.label.en, metric.label.zh):
            assert metric_of(name, {}) in {None, metric.key}, name


def test_a_base_target_is_the_target_and_a_stretch_target_another() -> None:
    assert (fold_metric("Base Target"), fold_metric("基本目标")) == ("", "")
    assert fold_metric("Stretch Target") == "stretch"
    assert fold_metric("Customer base target") == "customerbase"


@pytest.mark.parametrize("header", ["Quota Amount", "Target Value", "目标金额", "目标额", "Target"])
def test_an_amount_of_targets_says_no_metric(header: str) -> None:
    assert fold_metric(header) == ""


@pytest.mark.parametrize("name", ["Monthly Target", "Annual Quota", "月度目标", "年度任务", "计划金额", "季度目标额"])
def test_for_how_long_a_target_is_says_nothing_of_what(name: str) -> None:
    assert fold_metric(name) == ""
    assert metric_of(name, {}) is None


def test_a_metric_is_known_beside_the_length_of_its_targets() -> None:
    assert metric_of("Monthly revenue target", {}) == metric_of("月度销售额目标", {}) == "net_revenue"
    assert metric_of("年度回款任务", {}) == "received"
    assert metric_of("Monthly sign-ups", {fold_metric("Monthly sign-ups"): "own"}) == "own"
