from __future__ import annotations

import pytest

from salesperf.render.template.ours import Ours

OURS = Ours(
    {"net_revenue": ("net revenue", "净销售额", "销售额"), "orders": ("orders",)},
    sections=("headline", "top_customers"),
    tables=frozenset({"reps"}),
)


@pytest.mark.parametrize(
    ("name", "is_figure"),
    [
        ("net_revenue", True),
        ("NET_REVENUE_on_last_year", True),
        ("headline_net_revenue", True),
        ("headline_2_orders_target", True),
        ("rep_1_orders", True),
        ("team_2_rep_13_orders", True),
        ("kpi_total_net_revenue", True),
        ("reps_total_orders", True),
        ("my_net_revenue", False),
        ("net_revenue_budget", False),
        ("orders_list", False),
        ("reps", False),
    ],
)
def test_a_figure_is_a_metric_in_a_place_of_ours(name: str, *, is_figure: bool) -> None:
    assert OURS.is_figure(name) is is_figure


def test_a_table_is_known_by_its_name_alone() -> None:
    assert OURS.is_table("Reps")
    assert not OURS.is_table("people")


def test_a_heading_means_a_metric_by_key_label_or_known_word() -> None:
    called = [OURS.metric_called(text) for text in ("Net_Revenue", "净销售额", "销售额", "budget")]

    assert called == ["net_revenue", "net_revenue", "net_revenue", None]
