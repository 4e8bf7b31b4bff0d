"""A report pack as it is declared."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from salesperf.app.pack_plans.pack import PackPlan


def test_a_section_takes_the_keys_of_its_kind_alone() -> None:
    plan = PackPlan.model_validate({"title": "Board", "sections": [{"kind": "trend", "months": 6}]})

    assert plan.titled.zh == "Board"
    with pytest.raises(ValidationError):
        PackPlan.model_validate({"title": "Board", "sections": [{"kind": "trend", "top": 3}]})


def test_a_pack_has_a_section() -> None:
    with pytest.raises(ValidationError):
        PackPlan.model_validate({"title": "Board", "sections": []})
