"""The teams and reps that a report can be of."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from salesperf.app.packs.briefing import Briefing
from salesperf.app.packs.one_of_all import Whom
from salesperf.app.packs.people import everybody, section_of, whom_named
from salesperf.core.errors import UsageError

Briefed = Callable[..., Briefing]


def test_a_name_is_found_and_a_misspelled_one_is_answered_with_the_nearest(briefed: Briefed) -> None:
    briefing = briefed({"kind": "trend"})

    assert whom_named(briefing, "rep", " Mei Lin ") == Whom("rep", "Mei Lin", "Mei Lin")
    with pytest.raises(UsageError) as fault:
        whom_named(briefing, "rep", "Mei Linn")
    assert fault.value.hint == "did you mean 'Mei Lin'?"


def test_everybody_is_who_has_something_in_the_period_or_a_target(briefed: Briefed) -> None:
    assert [whom.key for whom in everybody(briefed({"kind": "trend"}), "team")] == ["East Team", "West Team"]
    assert everybody(briefed({"kind": "trend"}, period="2025-06", targets=False), "rep") == ()


def test_only_a_pack_with_a_drill_down_has_sections_to_link_to(briefed: Briefed) -> None:
    assert section_of(briefed({"kind": "drill"}), "rep", "Mei Lin") == "rep-2"
    assert section_of(briefed({"kind": "trend"}), "rep", "Mei Lin") is None
    assert section_of(briefed({"kind": "drill"}), "customer", "Ann") is None
