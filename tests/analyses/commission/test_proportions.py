from __future__ import annotations

import pytest

from salesperf.analyses.commission.proportions import PROPORTIONS
from salesperf.metrics.atoms import ATOMS
from salesperf.metrics.catalog import CATALOG


@pytest.mark.parametrize("of", PROPORTIONS)
def test_what_is_measured_is_in_the_catalog(of: str) -> None:
    asked = PROPORTIONS[of]  # type: ignore[index]

    assert asked.metric in CATALOG
    assert {asked.whole, asked.less} <= set(ATOMS.keys)
