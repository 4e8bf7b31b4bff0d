"""Every kind of section, in one list."""

from __future__ import annotations

from typing import get_args

from salesperf.app.pack_plans.pack import AnyPlan
from salesperf.app.packs.kinds import KINDS


def test_every_kind_that_can_be_declared_can_be_made() -> None:
    declared = {get_args(plan.model_fields["kind"].annotation)[0] for plan in get_args(get_args(AnyPlan)[0])}

    assert declared == set(KINDS.keys)


def test_every_kind_says_what_it_needs_in_both_languages() -> None:
    assert all(kind.needs.en and kind.needs.zh and kind.title.en and kind.title.zh for kind in KINDS)
