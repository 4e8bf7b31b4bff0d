from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from salesperf.app.commission.run import run
from salesperf.app.layers import Surroundings
from salesperf.app.workspace import Ask
from salesperf.metrics.request import Request

QUARTER = {4: 28096, 5: 27316, 6: 25495}
"""Amina Yusuf's quota, as targets.csv has it; she was hired in March 2025, so that no ramp cuts it."""


def paid_to_date(sold: Decimal, quota: Decimal) -> Decimal:
    """By hand: 2 % up to half of the quota, 4 % up to it, 6 % up to 1.25 of it, 8 % above."""
    edges = [Decimal(0), quota / 2, quota, quota * Decimal("1.25")]
    rates = [Decimal("0.02"), Decimal("0.04"), Decimal("0.06"), Decimal("0.08")]
    ends = [*edges[1:], max(sold, edges[-1])]
    slices = zip(edges, ends, rates, strict=True)
    return sum((max(min(sold, end) - start, Decimal(0)) * rate for start, end, rate in slices), Decimal(0))


@pytest.fixture(scope="module")
def lines(demo_folder: Path) -> list[dict[str, Any]]:
    """The payout lines of June 2026 by the plan of the company."""
    folder = demo_folder / "acme_en"
    found = run(Ask((str(folder),), Surroundings(folder, {})), (), Request(period="2026-06")).report
    keys = [column.key for column in found.records.columns]
    return [dict(zip(keys, row, strict=True)) for row in found.records.rows]


def test_commission_accelerates_with_the_attainment_of_the_quarter(
    acme_exports: Any, lines: list[dict[str, Any]]
) -> None:
    own = [line for line in acme_exports.lines if line.rep == "Amina Yusuf" and line.day.isoformat() >= "2026-04"]
    assert not any(line.return_of for line in own)
    by = {
        month: sum(line.amount for line in own if line.status == "Completed" and line.day.month <= month)
        for month in (5, 6)
    }
    quota = Decimal(sum(QUARTER.values()))

    [line] = [one for one in lines if one["rep"] == "Amina Yusuf" and one["component"] == "base"]

    expected = paid_to_date(Decimal(by[6]), quota) - paid_to_date(Decimal(by[5]), quota)
    assert (line["payout"], line["target"]) == (round(expected, 2), quota)


def test_newcomers_are_paid_ahead_and_pay_it_back(lines: list[dict[str, Any]]) -> None:
    drawn = {one["rep"]: one["payout"] for one in lines if one["kind"] == "draw_advance"}
    sums: dict[str, Decimal] = {}
    for one in lines:
        sums[one["rep"]] = sums.get(one["rep"], Decimal(0)) + one["payout"]

    assert drawn
    # Commission is filled up to 1,500 and no further; what returns take back comes off it.
    assert all(sums[rep] <= 1500 for rep in drawn)
