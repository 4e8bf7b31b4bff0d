from __future__ import annotations

from decimal import Decimal

import pytest
from pydantic import ValidationError

from salesperf.analyses.targets.smart.section import CheckSection


def test_thresholds_are_written_as_texts_or_numbers() -> None:
    assert CheckSection.model_validate({"growth": "0.3"}).growth == Decimal("0.3")


@pytest.mark.parametrize("wrong", [{"growth": "0"}, {"equal": "1"}, {"newcomer_months": 0}, {"grows": "1"}])
def test_thresholds_that_mean_nothing_are_refused(wrong: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        CheckSection.model_validate(wrong)
