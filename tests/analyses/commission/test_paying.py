"""Every rule kind of a plan is paid, and what holds for all of them."""

from __future__ import annotations

from decimal import Decimal
from typing import get_args

import pytest

from commission_ground import plan
from salesperf.analyses.commission.case import Case
from salesperf.analyses.commission.paying import earned
from salesperf.analyses.commission.plan import AnyComponent
from salesperf.analyses.commission.written.component import Component

TIERS = "tiers = [{ to = 100, rate = 0.01 }, { rate = 0.02 }]"
FACTORS = "rate = 0.01\ntiers = [{ to = 1, factor = 1 }, { factor = 2 }]"
KINDS = {
    "flat": 'rule = "flat"\nrate = 0.01',
    "marginal": f'rule = "tiered"\nmode = "marginal"\n{TIERS}',
    "whole": f'rule = "tiered"\nmode = "whole"\ntie = "lower"\n{TIERS}',
    "interpolated": 'rule = "tiered"\nmode = "interpolated"\npoints = [{ at = 100, rate = 0.01 }]',
    "marginal accelerator": f'rule = "accelerator"\nmode = "marginal"\n{FACTORS}',
    "whole accelerator": f'rule = "accelerator"\nmode = "whole"\ntie = "upper"\n{FACTORS}',
    "rates": 'rule = "rates"\nrows = [{ rate = 0.01 }]',
    "margin": f'rule = "margin"\ntie = "upper"\n{TIERS}',
    "discount": f'rule = "discount"\nof = "order"\ntie = "upper"\n{TIERS}',
    "spif": 'rule = "spif"\neach = 5',
    "over_target": 'rule = "over_target"\nrate = 0.1',
    "record_bonus": 'rule = "record_bonus"\nbase = "total"\nrate = 0.1\nsince = 2025-01-01',
    "collected": 'rule = "collected"\nrate = 0.01\ncash_of = "received"',
    "override": 'rule = "override"\nof = "credited"\nlevels = 1\nrate = 0.01',
}


def component(kind: str) -> AnyComponent:
    return plan(f'[[component]]\nname = "c"\n{KINDS[kind]}').component[0]


def _kinds(union: object) -> set[type]:
    return {union} if isinstance(union, type) else {kind for one in get_args(union) for kind in _kinds(one)}


def test_every_kind_of_the_plan_is_here() -> None:
    declared = {kind for kind in _kinds(AnyComponent) if issubclass(kind, Component)}

    assert declared == {type(component(kind)) for kind in KINDS}


@pytest.mark.parametrize("kind", KINDS)
def test_an_empty_period_pays_nothing(kind: str) -> None:
    for target in (None, Decimal(100)):
        assert earned(component(kind), Case(Decimal(0), target=target)).exact == 0


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_not_paid_has_a_reason_or_is_lacking(kind: str) -> None:
    found = earned(component(kind), Case(Decimal(10), parts={("A",): Decimal(10)}))

    assert found.exact or found.reasons or found.lacking


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_earned_is_a_decimal(kind: str) -> None:
    found = earned(component(kind), Case(Decimal("10.01"), target=Decimal(100), parts={("A",): Decimal("10.01")}))

    assert type(found.exact) is Decimal
