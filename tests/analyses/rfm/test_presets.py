from __future__ import annotations

import pytest

from salesperf.analyses.rfm.presets import PRESETS, Method, Preset


def test_the_presets_are_those_of_the_field() -> None:
    assert list(PRESETS.keys) == ["quintile", "r-rfm", "ntile", "nested", "quartile", "thresholds", "cn8"]


@pytest.mark.parametrize("preset", PRESETS, ids=lambda preset: preset.key)
def test_a_code_has_a_digit_an_axis(preset: Preset) -> None:
    assert 2 <= preset.bins <= 9
    assert (preset.method is Method.MEAN) == (preset.key == "cn8")
