from __future__ import annotations

import pytest

from salesperf.analyses.rfm.axes import AXIS_WORDS, Axis, Counting, Often, Returns, Worth


def test_of_days_since_the_last_purchase_less_is_better() -> None:
    assert [axis.letter for axis in Axis if axis.less_is_better] == ["r"]
    assert [axis.letter for axis in Axis] == ["r", "f", "m"]
    assert set(AXIS_WORDS) == set(Axis)


@pytest.mark.parametrize("often", Often)
@pytest.mark.parametrize("worth", Worth)
@pytest.mark.parametrize("returns", Returns)
def test_every_convention_has_words_of_its_own(often: Often, worth: Worth, returns: Returns) -> None:
    told = Counting(often, worth, returns).told()
    others = [Counting(a, b, c) for a in Often for b in Worth for c in Returns if (a, b, c) != (often, worth, returns)]

    assert told.en not in {other.told().en for other in others}
    assert told.zh not in {other.told().zh for other in others}
