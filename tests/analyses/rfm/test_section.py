from __future__ import annotations

from decimal import Decimal

import pytest
from pydantic import ValidationError

from salesperf.analyses.rfm.section import RfmSection


def test_edges_run_upwards() -> None:
    found = RfmSection.model_validate({"monetary_edges": ["0.1", 2]})

    assert found.monetary_edges == (Decimal("0.1"), Decimal(2))
    for edges in ([2, 1], [1, 1]):
        with pytest.raises(ValidationError, match="from low to high"):
            RfmSection.model_validate({"frequency_edges": edges})


@pytest.mark.parametrize("bins", [1, 10])
def test_scores_have_one_digit(bins: int) -> None:
    with pytest.raises(ValidationError):
        RfmSection.model_validate({"bins": bins})
