from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from conftest import Salesperf


@pytest.mark.parametrize("command", ["run", "explain", "simulate"])
def test_commands_take_plans_and_a_period_alike(salesperf: Salesperf, command: str) -> None:
    said = salesperf("commission", command, "--help")

    assert said.code == 0
    assert all(flag in said.out for flag in ("--plan", "--period"))
