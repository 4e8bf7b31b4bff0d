from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from salesperf.app.commission.run import run
from salesperf.app.layers import Surroundings
from salesperf.app.workspace import Ask
from salesperf.metrics.request import Request


@pytest.fixture(scope="module")
def lines(demo_folder: Path) -> list[dict[str, Any]]:
    """The payout lines of the third quarter of 2025 by the plan of the company."""
    folder = demo_folder / "hengyuan_zh"
    found = run(Ask((str(folder),), Surroundings(folder, {})), (), Request(period="2025-07-01..2025-09-30")).report
    keys = [column.key for column in found.records.columns]
    return [dict(zip(keys, row, strict=True)) for row in found.records.rows]


def total(lines: list[dict[str, Any]], **told: str) -> Decimal:
    return sum((one["payout"] for one in lines if all(one[key] == value for key, value in told.items())), Decimal(0))


def test_commission_is_tiered_over_the_quarter(hengyuan_exports: Any, lines: list[dict[str, Any]]) -> None:
    # By hand: what somebody sold from July to September, of whom nothing came back: 1 % up to 1M, 1.5 % above.
    days = ("2025-07", "2025-09-99")
    own = [one for one in hengyuan_exports.lines if one.rep == "赵永强" and days[0] <= one.day.isoformat() <= days[1]]
    assert not any(one.return_of for one in own)
    sold = sum((one.amount for one in own if one.status == "已完成"), Decimal(0))
    expected = min(sold, Decimal(1_000_000)) / 100 + max(sold - 1_000_000, Decimal(0)) * Decimal("0.015")

    found = total(lines, rep="赵永强", component="base")

    # Each of the three months is rounded once.
    assert abs(found - expected) <= Decimal("0.015")


def test_what_is_paid_out_of_it_is_no_more_than_was_collected(lines: list[dict[str, Any]]) -> None:
    for rep in {one["rep"] for one in lines}:
        earned, waits = total(lines, rep=rep, component="base"), total(lines, rep=rep, kind="uncollected")
        released, back = total(lines, rep=rep, kind="collected"), total(lines, rep=rep, kind="clawback")
        assert waits <= 0
        assert 0 <= earned + waits + released <= earned - back


def test_the_pool_is_paid_in_the_last_month_of_the_quarter_to_teams_that_met_their_target(
    lines: list[dict[str, Any]],
) -> None:
    pooled = [one for one in lines if one["kind"] == "pool"]

    assert {one["period"] for one in pooled} == {"2025-09"}
    assert sum(one["payout"] for one in pooled) > 0


def test_a_champion_each_month_shares_or_has_the_thousand(lines: list[dict[str, Any]]) -> None:
    for month in ("2025-07", "2025-08", "2025-09"):
        assert total(lines, period=month, component="champion") == 1000
