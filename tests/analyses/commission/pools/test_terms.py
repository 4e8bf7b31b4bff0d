from __future__ import annotations

from decimal import Decimal

import pytest
from pydantic import TypeAdapter, ValidationError

from salesperf.analyses.commission.pools.terms import Pool, ScoredPool

POOLS: TypeAdapter[Pool] = TypeAdapter(Pool)
RATE = Decimal("0.02")


def test_a_pool_is_of_the_kind_that_its_share_names() -> None:
    told = {
        "name": "team",
        "rate": RATE,
        "share": "contribution_and_score",
        "contribution": Decimal("0.7"),
        "dimension": "collaboration",
    }
    assert isinstance(POOLS.validate_python(told), ScoredPool)


@pytest.mark.parametrize(
    ("told", "fault"),
    [
        ({"share": "equal", "cap": Decimal(100)}, "does not say"),
        ({"share": "equal", "beyond": "shared"}, "says what lies beyond"),
        ({"share": "weighted"}, "weights"),
        ({"share": "contribution_and_score"}, "contribution"),
        ({}, "discriminator"),
    ],
)
def test_what_a_pool_leaves_open_is_a_fault(told: dict[str, object], fault: str) -> None:
    with pytest.raises(ValidationError, match=fault):
        POOLS.validate_python({"name": "team", "rate": RATE, **told})


def test_a_pool_has_a_label_in_both_languages() -> None:
    pool = POOLS.validate_python({"name": "team", "rate": RATE, "share": "equal", "title_zh": "团队奖池"})
    assert (pool.label.en, pool.label.zh) == ("team", "团队奖池")
