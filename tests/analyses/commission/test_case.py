from __future__ import annotations

from decimal import Decimal

from salesperf.analyses.commission.case import Case, Earned, Part
from salesperf.analyses.commission.slices import Slice


def part(end: int, rate: str) -> Part:
    return Part((Slice(Decimal(0), Decimal(end), Decimal(rate)),))


def test_what_is_earned_is_all_parts_and_what_is_fixed_less_what_was_paid_before() -> None:
    # Worked by hand: 100 x 1 % + 200 x 2 % + 3 - 50 x 4 % = 1 + 4 + 3 - 2.
    found = Earned((part(100, "0.01"), part(200, "0.02")), part(50, "0.04").slices, fixed=Decimal(3))

    assert found.exact == 6


def test_nothing_is_earned_of_nothing() -> None:
    assert Earned().exact == 0


def test_the_measure_decides_where_nothing_else_does() -> None:
    case = Case(Decimal(20), before=Decimal(80))

    assert (case.to_date, case.deciding, case.deciding_before) == (100, 100, 80)


def test_another_figure_decides_where_there_is_one_even_if_it_is_zero() -> None:
    case = Case(Decimal(20), before=Decimal(80), reached=Decimal(0), reached_before=Decimal(7))

    assert (case.deciding, case.deciding_before) == (0, 7)
    assert (case.on_its_own().deciding, case.on_its_own().deciding_before) == (100, 80)
