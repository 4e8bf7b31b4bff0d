"""What is said below standings."""

from __future__ import annotations

from typing import Any


def test_a_rate_no_target_can_have_is_told(report: Any, bundle: Any, notes: Any) -> None:
    targets = "scope,scope_id,metric,period,amount\ncompany,,return_rate,2026-03,{}\n"

    assert "50 of return rate for 2026-03 is 5,000%" in notes(report(bundle(targets=targets.format("50"))))["F584"]
    assert "F584" not in notes(report(bundle(targets=targets.format("0.5"))))
