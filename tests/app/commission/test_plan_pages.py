from __future__ import annotations

from pathlib import Path

import pytest

from commission_ground import TERMS
from salesperf.app.commission.plan_pages import show
from salesperf.app.layers import Surroundings
from salesperf.app.workspace import Ask
from salesperf.core.errors import ConfigError
from salesperf.core.text import Lang

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
