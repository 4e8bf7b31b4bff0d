"""`[targets.cascade]`."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from pydantic import ValidationError

from salesperf.analyses.targets.cascade.section import CascadeSection, TargetsAndCascade


def test_capacity_grows_evenly_to_full_unless_a_ramp_is_told() -> None:
    assert CascadeSection().steps == (Fraction(1, 4), Fraction(1, 2), Fraction(3, 4))
    assert CascadeSection(newcomers_months=1).steps == (Fraction(1, 2),)
    assert CascadeSection(newcomers_months=0).steps == ()
    assert CascadeSection(ramp=(Decimal("0.1"),)).steps == (Fraction(1, 10),)


@pytest.mark.parametrize("said", [{"weights": "luck"}, {"target": 0}, {"unit": 0}, {"to": "desk"}, {"flor": {}}])
def test_what_makes_no_sense_is_refused(said: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        CascadeSection.model_validate(said)


def test_the_section_of_targets_holds_it() -> None:
    assert (
        TargetsAndCascade.model_validate({"green": 0.9, "yellow": 0.8, "cascade": {"unit": "1000"}}).cascade.unit
        == 1000
    )
