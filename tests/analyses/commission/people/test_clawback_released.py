"""Taking back no more than was released, worked by hand."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from salesperf.analyses.commission.lines import Kind, Line
from salesperf.analyses.commission.people.clawback_released import of_released
from salesperf.analyses.commission.people.settlement import SettlementTerms, Standing
from salesperf.analyses.commission.people.terms import Holdback
from salesperf.analyses.commission.written.answers import NegativeBalance
from salesperf.core.money import Rounding
from salesperf.core.period import Grain, Period
from salesperf.core.text import same

JANUARY = Period(date(2026, 1, 1), date(2026, 1, 31), "2026-01", Grain.MONTH)
HELD = Holdback(share=Decimal("0.6"), release_after=3)


def told(
    amount: str, reserve: dict[int, str], *, holdback: Holdback | None = HELD, now: int = 1
) -> tuple[str, dict[int, str]]:
    """What is taken of an amount that January (period 1) was paid, and what is then held back."""
    line = Line("ann", "P", JANUARY, Kind.CLAWBACK, "x", same("x"), Decimal(amount))
    terms = SettlementTerms("P", 2, Rounding.HALF_UP, NegativeBalance.CARRY, holdback=holdback)
    standing = Standing(now, reserve={number: Decimal(held) for number, held in reserve.items()})

    found, left = of_released(line, {JANUARY: Decimal(amount)}, standing, terms=terms, numbers={JANUARY: 1})

    # What is taken and what is never released are all that came back.
    assert found.pay + (found.moved or 0) == line.pay
    return str(found.pay), {number: str(held) for number, held in left.reserve.items()}


@pytest.mark.parametrize(
    ("amount", "reserve", "taken", "left"),
    [
        # 40 % of 10,000 were paid.
        ("-10000", {4: "21000.00"}, "-4000.00", {4: "15000.00"}),
        # All of the period comes back: nothing of it stays held back.
        ("-35000", {4: "21000.00"}, "-14000.00", {}),
        # 0.6 x 0.01 = 0.006 is a cent, so that nothing is taken.
        ("-0.01", {4: "1.00"}, "0.00", {4: "0.99"}),
        # Less was held back than the share, as a cap of the person withheld it before: only that much is not taken.
        ("-10000", {4: "5000.00"}, "-5000.00", {}),
        # What is paid in addition has no reserve to fall on.
        ("10", {4: "21000.00"}, "10", {4: "21000.00"}),
        # What other periods hold back is theirs.
        ("-10000", {5: "100.00"}, "-10000", {5: "100.00"}),
    ],
)
def test_what_is_still_held_back_is_not_taken(
    amount: str, reserve: dict[int, str], taken: str, left: dict[int, str]
) -> None:
    assert told(amount, reserve) == (taken, left)


def test_what_this_payout_releases_counts_as_paid() -> None:
    assert told("-10000", {4: "21000.00"}, now=3) == ("-10000", {4: "21000.00"})
    assert told("-10000", {4: "21000.00"}, now=2)[0] == "-4000.00"


def test_without_a_holdback_everything_was_paid() -> None:
    assert told("-10000", {}, holdback=None) == ("-10000", {})
