"""What is wrong in a pack of the project file is told at once."""

from __future__ import annotations

from pathlib import Path

import pytest

from salesperf.app.layers import Surroundings, configured
from salesperf.core.errors import ConfigError

NEAR_METRICS = "did you mean 'net_revenue' or 'gross_revenue' or 'repeat_revenue_share'?"
WRONG = """
[metrics.custom.ours]
label = "Ours"
expression = "net_revenue / orders"
[packs.mine]
title = "Mine"
period = "last-mnth"
sections = [
    { kind = "headlin" },
    { kind = "trend", metric = "net_revenu" },
    { kind = "trend", metric = "ours" },
    { kind = "breakdown", by = "regin" },
]
"""


def test_kind_period_metric_and_dimension_are_all_told_with_the_nearest(tmp_path: Path) -> None:
    (tmp_path / "salesperf.toml").write_text(WRONG, encoding="utf-8")

    with pytest.raises(ConfigError) as fault:
        configured((str(tmp_path),), Surroundings(tmp_path, {}))

    told = [(issue.message, issue.hint) for issue in fault.value.issues if issue.message.startswith("packs.")]
    assert told == [
        ("packs.mine.period: 'last-mnth' is not a period", "did you mean 'last-month' or 'this-month'?"),
        ("packs.mine.sections[1].kind cannot be 'headlin'", "did you mean 'headline'?"),
        ("packs.mine.sections[2] (trend): unknown metric 'net_revenu'", NEAR_METRICS),
        ("packs.mine.sections[4] (breakdown): unknown dimension 'regin'", "did you mean 'region'?"),
    ]
    assert {issue.where.file for issue in fault.value.issues} == {"salesperf.toml"}
