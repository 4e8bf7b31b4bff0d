from __future__ import annotations

from decimal import Decimal

from salesperf.analyses.targets.whole_section import WholeTargetsSection


def test_lights_cascade_and_check_are_one_section() -> None:
    found = WholeTargetsSection.model_validate({"green": 0.9, "yellow": 0.8, "check": {"growth": "0.3"}})

    assert (found.green, found.check.growth, found.cascade.grain) == (0.9, Decimal("0.3"), "month")
