from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from conftest import Salesperf


def test_customers_over_time_without_any_setting(salesperf: Salesperf) -> None:
    said = salesperf("lifecycle", "orders.csv", "--format", "json")

    rows = {row["customer"]: row for row in json.loads(said.out)["rows"]}
    # Ann bought on January 5 and February 3, Bob on January 20 and March 31; Cas gave back alone.
    assert {who: (row["days"], row["usual"], row["silent"]) for who, row in rows.items()} == {
        "Ann": (2, 29.0, 56),
        "Bob": (2, 70.0, 0),
    }


def test_every_choice_can_be_typed(salesperf: Salesperf) -> None:
    said = salesperf("lifecycle", "orders.csv", "--grain", "quarter", "--churn-days", "50", "--lang", "en")

    assert said.code == 0
    assert "after 50 days" in said.out
    assert "2026-Q1" in said.out
    assert salesperf("lifecycle", "orders.csv", "--grain", "day").code == 2
    assert "no sales in the period" in salesperf("lifecycle", "orders.csv", "--period", "2031", "--lang", "en").out
