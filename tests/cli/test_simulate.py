from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from commission_ground import TERMS

if TYPE_CHECKING:
    from conftest import Salesperf


@pytest.fixture(autouse=True)
def plans(here: Path) -> None:
    for name, rate in (("now", "0.1"), ("new", "0.2")):
        terms = TERMS.format(start="2026-01-01", period="month").replace('"test"', f'"{name}"')
        rule = f'[[component]]\nname = "x"\nrule = "flat"\nrate = {rate}\n'
        (here / f"{name}.toml").write_text(terms + rule, encoding="utf-8")


def test_two_plans_are_compared_over_a_grid(salesperf: Salesperf) -> None:
    words = ("commission", "simulate", "orders.csv", "--plan", "now.toml", "--plan", "new.toml", "--period", "2026-01")
    said = salesperf(*words, "--grid", "50..100%:50", "--format", "json")

    # January is 300.50 of Mei: 30.05 and 60.10; at half 15.03 (15.025) and 30.05.
    assert said.code == 0
    rows = [row for row in json.loads(said.out)["rows"] if row["rep"] is None]
    assert [(row["plan"], row["sales"], row["payout"]) for row in rows] == [
        ("now", 1.0, "30.05"),
        ("now", 0.5, "15.03"),
        ("new", 1.0, "60.1"),
        ("new", 0.5, "30.05"),
    ]


def test_what_is_no_grid_is_refused(salesperf: Salesperf) -> None:
    said = salesperf("commission", "simulate", "orders.csv", "--plan", "now.toml", "--grid", "all")

    assert said.code == 2
    assert "50..200%" in said.err
