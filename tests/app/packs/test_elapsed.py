"""How much of a period is over, and what was to be reached by now."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from salesperf.app.packs.briefing import Briefing
from salesperf.app.packs.elapsed import expected_by_now, so_far

Briefed = Callable[..., Briefing]


def test_workdays_that_are_over_and_what_was_expected_by_then(briefed: Briefed) -> None:
    running = briefed({"kind": "targets"}, as_of=date(2026, 3, 20))

    # 15 of the 22 workdays of March are over; of 300 that is 204.55.
    words, values = so_far(running, running.line("net_revenue"), partial=True)
    assert words[0].en.startswith("; {over} of the workdays are over")
    assert values["over"].value == pytest.approx(15 / 22)
    assert float(values["expected"].value) == pytest.approx(300 * 15 / 22, abs=0.01)  # type: ignore[arg-type]


def test_of_a_period_that_is_over_nothing_is_to_be_expected(briefed: Briefed) -> None:
    over = briefed({"kind": "targets"})

    assert expected_by_now(over.line("net_revenue")) is None
    assert so_far(over, over.line("net_revenue"), partial=False) == ((), {})
    assert expected_by_now(None) is None
