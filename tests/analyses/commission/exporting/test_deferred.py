from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commission_ground import ground, plan, worked_out
from salesperf.analyses.commission.exporting.deferred import deferred_report, spread
from salesperf.analyses.commission.together import Asked
from salesperf.core.money import Rounding
from salesperf.core.period import Span
from salesperf.core.text import Lang


@pytest.mark.parametrize(
    ("total", "months", "expected"),
    [
        ("100.00", 3, ["33.33", "33.33", "33.34"]),
        ("0.05", 3, ["0.02", "0.02", "0.01"]),
        ("-100.00", 3, ["-33.33", "-33.33", "-33.34"]),
        ("0.00", 2, ["0.00", "0.00"]),
        ("7.00", 1, ["7.00"]),
        # 0.05 / 9 is 0.0056: 0.01 a month would be 0.08 by the eighth and leave -0.03.
        ("0.05", 9, ["0.00"] * 8 + ["0.05"]),
        ("-0.05", 9, ["0.00"] * 8 + ["-0.05"]),
    ],
)
def test_the_last_month_absorbs_the_cents(total: str, months: int, expected: list[str]) -> None:
    assert [str(one) for one in spread(Decimal(total), months, places=2)] == expected


@given(st.decimals(-(10**9), 10**9, places=2), st.integers(1, 120), st.sampled_from(list(Rounding)))
def test_the_months_add_up_and_all_but_the_last_are_alike(total: Decimal, months: int, mode: Rounding) -> None:
    found = spread(total, months, places=2, mode=mode)

    assert sum(found) == total
    assert len(found) == months
    assert len(set(found[:-1])) <= 1
    assert found[-1] * total >= 0
    assert all(abs(one - total / months) < Decimal("0.01") for one in found[:-1])


def test_no_months_is_no_spread() -> None:
    with pytest.raises(ValueError, match="one month"):
        spread(Decimal(1), 0, places=2)


def test_each_cost_is_spread_from_the_month_of_its_period_on() -> None:
    # By hand: 100.00 of November over three months, 10.00 of December: 3.33, 3.33, 3.34. The draw is no cost.
    told = plan(
        '[[component]]\nname = "base"\nrule = "flat"\nrate = 0.1\n'
        '[draw]\nkind = "recoverable"\nstyle = "minimum"\namount = 50\n',
        start="2025-11-01",
    )
    orders = "order_id,order_date,rep_id,amount\n1,2025-11-03,Ann,1000\n2,2025-12-03,Ann,100\n"
    span = Span(date(2025, 11, 1), date(2025, 12, 31))

    report = deferred_report([Asked(worked_out(ground(orders=orders), told, span.end), span)], 3, lang=Lang.EN)

    [months] = report.blocks
    assert [[cell.value for cell in row.cells] for row in months.rows] == [
        ["2025-11", "CNY", Decimal("33.33"), Decimal("76.67")],
        ["2025-12", "CNY", Decimal("36.66"), Decimal("40.01")],
        ["2026-01", "CNY", Decimal("36.67"), Decimal("3.34")],
        ["2026-02", "CNY", Decimal("3.34"), Decimal("0.00")],
    ]
    assert sum(row[-2] for row in report.records.rows if isinstance(row[-2], Decimal)) == Decimal("110.00")
