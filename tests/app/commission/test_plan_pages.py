from __future__ import annotations

from pathlib import Path

import pytest

from commission_ground import TERMS
from salesperf.app.commission.plan_pages import lint, show
from salesperf.app.layers import Surroundings
from salesperf.app.workspace import Ask
from salesperf.core.errors import ConfigError
from salesperf.core.text import Lang
from salesperf.metrics.request import Request

FLAT = '[[component]]\nname = "base"\nrule = "flat"\nrate = 0.1\n'


def test_a_plan_is_told_without_any_sales(tmp_path: Path) -> None:
    (tmp_path / "plan.toml").write_text(TERMS.format(start="2026-01-01", period="month") + FLAT, encoding="utf-8")
    ask = Ask((), Surroundings(tmp_path, {}), flags={("workspace", "lang"): "zh"})

    found = show(ask, tmp_path / "plan.toml")

    assert found.lang is Lang.ZH
    assert ("component", "base", "其10%") in found.records.rows


def test_a_plan_with_a_fault_is_refused_with_it(tmp_path: Path) -> None:
    (tmp_path / "plan.toml").write_text(FLAT, encoding="utf-8")

    with pytest.raises(ConfigError):
        show(Ask((), Surroundings(tmp_path, {})), tmp_path / "plan.toml")


def test_a_plan_of_next_year_is_held_against_the_sales_of_the_year_before(tmp_path: Path) -> None:
    tiers = "tiers = [{ to = 100, rate = 0.1 }, { rate = 0.2 }]"
    rule = f'[[component]]\nname = "base"\nrule = "tiered"\nmode = "marginal"\n{tiers}\n'
    (tmp_path / "plan.toml").write_text(TERMS.format(start="2027-03-01", period="month") + rule, encoding="utf-8")
    orders = "Order ID,Order Date,Sales Rep,Amount\n1,2026-02-05,Ann,500\n2,2026-03-05,Ann,90\n3,2026-03-31,Ann,5\n"
    (tmp_path / "orders.csv").write_text(orders, encoding="utf-8")

    found = lint(Ask((str(tmp_path / "orders.csv"),), Surroundings(tmp_path, {})), tmp_path / "plan.toml", Request())

    # February, in which 500 were sold, lies before the first of March.
    assert [row[1] for row in found.report.records.rows] == ["dead_tier"]
    assert [note.text.en for note in found.report.notes] == [
        "the plan begins on 2027-03-01: it is held against sales from 2026-03-01 to 2026-03-31"
    ]
    assert not found.has_warnings


def test_a_plan_whose_first_period_is_not_over_is_held_against_it_all_the_same(tmp_path: Path) -> None:
    # The last sale is of 20 March: February is over, the plan begins in March.
    tiers = "tiers = [{ to = 100, rate = 0.1 }, { rate = 0.2 }]"
    rule = f'[[component]]\nname = "base"\nrule = "tiered"\nmode = "marginal"\n{tiers}\n'
    (tmp_path / "plan.toml").write_text(TERMS.format(start="2026-03-01", period="month") + rule, encoding="utf-8")
    orders = "Order ID,Order Date,Sales Rep,Amount\n1,2026-02-05,Ann,500\n2,2026-03-05,Ann,90\n3,2026-03-20,Ann,5\n"
    (tmp_path / "orders.csv").write_text(orders, encoding="utf-8")

    found = lint(Ask((str(tmp_path / "orders.csv"),), Surroundings(tmp_path, {})), tmp_path / "plan.toml", Request())

    assert [row[1] for row in found.report.records.rows] == ["dead_tier"], "95 of March reach no second tier"
    assert not found.report.notes
