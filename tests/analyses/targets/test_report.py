"""Standings as a report."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from salesperf.analyses.targets.section import TargetsSection


def test_thresholds_of_a_metric_stand_before_those_of_all(report: Any, bundle: Any, line: Any) -> None:
    section = TargetsSection.model_validate({"metrics": {"net_revenue": {"green": 0.5, "yellow": 0.3}}})

    found = report(bundle(), section=section)

    assert line(found, "East")["status"] == "green", "a pace of 90 / 90"
    assert line(found, "Bob")["pace"] == pytest.approx(1.0)
    assert line(report(bundle(), section=section, as_of=date(2026, 3, 12)), "Bob")["status"] == "red", "nothing yet"
