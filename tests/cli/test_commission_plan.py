from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from conftest import Salesperf


def test_help_lists_what_can_be_asked_of_a_plan(salesperf: Salesperf) -> None:
    said = salesperf("commission", "plan", "--help")

    assert said.code == 0
    assert "show" in said.out
