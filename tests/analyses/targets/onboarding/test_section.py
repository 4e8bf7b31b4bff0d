from __future__ import annotations

import pytest
from pydantic import ValidationError

from salesperf.analyses.targets.onboarding.section import OnboardingSection


def test_four_fifths_over_three_months_is_on_board_unless_told_otherwise() -> None:
    assert (OnboardingSection().reaches, OnboardingSection().months) == (0.8, 3)


@pytest.mark.parametrize("wrong", [{"reaches": 0}, {"months": 0}, {"month": 3}])
def test_what_makes_no_sense_is_refused(wrong: dict[str, float]) -> None:
    with pytest.raises(ValidationError):
        OnboardingSection(**wrong)  # type: ignore[arg-type]
