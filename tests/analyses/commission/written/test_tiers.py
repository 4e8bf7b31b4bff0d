from __future__ import annotations

from decimal import Decimal

import pytest
from pydantic import TypeAdapter, ValidationError

from salesperf.analyses.commission.ladder import Tie
from salesperf.analyses.commission.written.tiers import (
    FactorTiers,
    Points,
    Tier,
    Tiers,
    curve_of,
    faults_of_tiers,
    ladder_of,
    ladder_of_factors,
)

TIERS: TypeAdapter[Tiers] = TypeAdapter(Tiers)
FACTORS: TypeAdapter[FactorTiers] = TypeAdapter(FactorTiers)
POINTS: TypeAdapter[Points] = TypeAdapter(Points)


def tiers(*told: dict[str, object]) -> list[Tier]:
    return [Tier.model_validate({"rate": "0.01", **one}) for one in told]


@pytest.mark.parametrize(
    ("told", "faults"),
    [
        ([{"to": 100}, {"to": 200}, {}], []),
        ([{}], []),
        ([{"to": 100}, {"from": 100}], []),
        ([], ["write one tier at least"]),
        ([{"to": 100}], ["leave `to` out of the last tier"]),
        ([{}, {"to": 100}, {}], ["leave `to` out of the last tier"]),
        ([{"to": 100}, {"to": 100}, {}], ["tier 2 ends at 100, which is not above 100"]),
        ([{"to": 200}, {"to": 100}, {}], ["tier 2 ends at 100, which is not above 200"]),
        ([{}, {"to": 100}], ["leave `to` out of the last tier"]),
        ([{}, {}], ["leave `to` out of the last tier"]),
        # What follows a tier left open is looked at all the same.
        (
            [{}, {"to": 100}, {"to": 90}, {}],
            ["leave `to` out of the last tier", "tier 3 ends at 90, which is not above 100"],
        ),
        ([{"to": 100}, {"from": 101}], ["tier 2 begins at 101, 100 is where"]),
        ([{"to": 100}, {"from": 99}], ["tier 2 begins at 99, below 100"]),
        # Published error: 424.98 for 425.00, because bounds of .99 leave a cent in no tier.
        ([{"to": "9999.99"}, {}], ["tier 1 ends at 9999.99: what lies between"]),
        ([{"to": "9999.995"}, {}], []),
        ([{"to": "9999.98"}, {}], []),
        # All at once.
        (
            [{"to": "9.99"}, {"from": 10, "to": 5}, {}],
            ["tier 1 ends at 9.99", "tier 2 ends at 5", "tier 2 begins"],
        ),
    ],
)
def test_every_fault_of_tiers_is_told_with_its_number(told: list[dict[str, object]], faults: list[str]) -> None:
    found = [one.en for one in faults_of_tiers(tiers(*told))]

    assert len(found) == len(faults)
    assert all(one.startswith(start) for one, start in zip(found, faults, strict=True))


def test_a_bound_of_99_is_told_the_bound_to_write() -> None:
    [told] = faults_of_tiers(tiers({"to": "9999.99"}, {}))

    assert "write 10000.00" in told.en
    assert "请写 10000.00" in told.zh


def test_tiers_with_a_fault_are_refused_in_both_languages() -> None:
    with pytest.raises(ValidationError) as fault:
        TIERS.validate_python([{"to": 100, "rate": "0.01"}, {"from": 120, "rate": "0.02"}])

    [error] = fault.value.errors()
    assert "120" in error["ctx"]["hint"].zh


def test_a_tier_is_no_place_for_other_keys() -> None:
    with pytest.raises(ValidationError, match="form"):
        Tier.model_validate({"form": 1, "rate": 1})


def test_tiers_are_rates_between_bounds() -> None:
    ladder = ladder_of(tuple(tiers({"to": 100, "rate": "0.01"}, {"rate": "0.02"})))

    assert (ladder.bounds, ladder.rates) == ((Decimal(100),), (Decimal("0.01"), Decimal("0.02")))
    assert ladder.tier_of(Decimal(100), tie=Tie.UPPER) == 1


def test_factors_multiply_the_base_rate() -> None:
    told = FACTORS.validate_python([{"to": 1, "factor": "0.5"}, {"factor": "1.5"}])

    assert ladder_of_factors(told, Decimal("0.08")).rates == (Decimal("0.040"), Decimal("0.120"))
    with pytest.raises(ValidationError, match="greater than or equal to 0"):
        FACTORS.validate_python([{"factor": -1}])


def test_points_ascend() -> None:
    told = [{"at": at, "rate": rate} for at, rate in (("0.5", "0"), ("1", "0.02"))]

    assert curve_of(POINTS.validate_python(told)).value(Decimal("0.75")) == Decimal("0.01")
    assert curve_of(POINTS.validate_python(told[:1])).value(Decimal(5)) == 0
    with pytest.raises(ValidationError, match="at least 1"):
        POINTS.validate_python([])
    for wrong in ([told[1], told[0]], [told[0], told[0]]):
        with pytest.raises(ValidationError) as fault:
            POINTS.validate_python(wrong)
        [error] = fault.value.errors()
        assert error["ctx"]["hint"].en.startswith("point 2 is at 0.5, which is not above")
