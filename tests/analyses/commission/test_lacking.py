from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from commission_ground import plan
from salesperf.analyses.commission.case import Earned, Lacking
from salesperf.analyses.commission.lacking import refuse_lacking
from salesperf.analyses.commission.lines import Kind, Line
from salesperf.core.errors import DataError, Where
from salesperf.core.period import Grain, Period
from salesperf.core.text import same

BY = plan('[[component]]\nname = "base"\nrule = "flat"\nrate = 0.01')
MONTHS = [Period(date(2026, at, 1), date(2026, at, 28), f"2026-0{at}", Grain.MONTH) for at in (1, 2)]


def line(who: str, month: int, *lacking: Lacking) -> Line:
    earned = Earned(lacking=lacking)
    return Line(who, "test", MONTHS[month], Kind.EARNING, "base", same("base"), Decimal(0), earned=earned)


def first_row(one: Line, part: tuple[str, ...]) -> Where:
    return Where(one.participant, f"{one.period.key} {part[0]}", 7)


def test_nothing_is_refused_where_nothing_is_lacking() -> None:
    refuse_lacking(BY, [line("Ann", 0)], first_row=first_row)


def test_amounts_that_wait_for_the_same_thing_are_one_issue() -> None:
    of_a = [Lacking("F610", same("no rate for A"), Decimal(amount), ("A",)) for amount in (1200, 30, 4)]
    of_b = Lacking("F610", same("no rate for B"), Decimal(5))
    lines = [line("Ann", 0, of_a[0], of_b), line("Ann", 1, of_a[1]), line("Ben", 1, of_a[2])]

    with pytest.raises(DataError) as fault:
        refuse_lacking(BY, lines, first_row=first_row)

    assert [(one.message, one.count, one.where) for one in fault.value.issues] == [
        ("base: no rate for A: 1,234 of 2 people in 2 periods", 3, Where("Ann", "2026-01 A", 7)),
        ("base: no rate for B: 5 of 1 person in 1 period", 1, Where()),
    ]
