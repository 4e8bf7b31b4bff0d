from __future__ import annotations

import pytest
from pydantic import ValidationError

from salesperf.app.pack_plans.pack import PackPlan
from salesperf.app.pack_plans.people import DecisionsPlan, OwnKpisPlan, StalledDealsPlan, TopCustomersPlan
from salesperf.app.pack_plans.plan import Asked


def test_sections_ask_for_what_they_show_so_that_it_is_measured_in_one_look() -> None:
    assert list(TopCustomersPlan(kind="top_customers").asks()) == [Asked(("net_revenue",), ("customer",))]
    assert list(OwnKpisPlan(kind="own_kpis", metrics=("orders",)).asks()) == [Asked(("orders",), ("rep",))]
    assert list(StalledDealsPlan(kind="stalled_deals").asks()) == []


def test_the_rules_of_decisions_have_the_limits_of_the_practice() -> None:
    plan = DecisionsPlan(kind="decisions")

    assert (plan.weeks, plan.probability, plan.days_overdue, plan.largest) == (2, 0.2, 30, 10)


@pytest.mark.parametrize(("key", "value"), [("days", 0), ("top", 0), ("weeks", 0), ("probability", 1.5), ("nope", 1)])
def test_settings_out_of_bounds_are_refused(key: str, value: float) -> None:
    with pytest.raises(ValidationError):
        PackPlan.model_validate({"title": "T", "sections": [{"kind": "decisions", key: value}]})
