from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from salesperf.analyses.commission.case import Case
from salesperf.analyses.commission.ladder import Ladder, Tie
from salesperf.analyses.commission.slices import pay_of
from salesperf.analyses.commission.windowed import as_a_whole, by_deal, by_slices, target_of

LADDER = Ladder((Decimal(100), Decimal(200)), (Decimal("0.01"), Decimal("0.03"), Decimal("0.02")))
AMOUNTS = st.lists(st.integers(-(10**6), 10**6).map(Decimal), min_size=1, max_size=6)


def to_date(amounts: list[Decimal]) -> list[Case]:
    return [Case(amount, sum(amounts[:at], Decimal(0))) for at, amount in enumerate(amounts)]


@given(AMOUNTS)
def test_periods_by_slices_add_up_to_the_window(amounts: list[Decimal]) -> None:
    by_period = sum((by_slices(LADDER, case).exact for case in to_date(amounts)), Decimal(0))

    assert by_period == by_slices(LADDER, Case(sum(amounts, Decimal(0)))).exact


@given(AMOUNTS, st.sampled_from(Tie))
def test_periods_as_a_whole_add_up_to_the_window(amounts: list[Decimal], tie: Tie) -> None:
    by_period = sum((as_a_whole(LADDER, case, tie=tie).exact for case in to_date(amounts)), Decimal(0))

    assert by_period == as_a_whole(LADDER, Case(sum(amounts, Decimal(0))), tie=tie).exact


def test_what_was_paid_before_is_shown_beside_what_is_earned_by_now() -> None:
    # Worked by hand: 150 x 3 % less 90 x 1 %.
    found = as_a_whole(LADDER, Case(Decimal(60), Decimal(90)), tie=Tie.UPPER)

    assert (found.parts[0].slices[0].pay, found.before[0].pay, found.exact) == (
        Decimal("4.50"),
        Decimal("0.90"),
        Decimal("3.60"),
    )


@pytest.mark.parametrize(("target", "usable"), [(None, None), ("0", None), ("-1", None), ("0.01", "0.01")])
def test_only_a_target_above_zero_can_be_reached(target: str | None, usable: str | None) -> None:
    found = target_of(Case(Decimal(1), target=None if target is None else Decimal(target)))

    assert found == (None if usable is None else Decimal(usable))


def test_each_deal_is_taken_on_where_it_stood() -> None:
    # Worked by hand: A from 90 to 110: 10 x 1 % + 10 x 3 %; B from nothing to 50: 50 x 1 %.
    parts = {("A",): Decimal(20), ("B",): Decimal(50)}
    case = Case(Decimal(70), parts=parts, parts_before={("A",): Decimal(90)})

    found = by_deal(LADDER, case, tie=None)

    assert [(part.name, pay_of(part.slices)) for part in found.parts] == [
        (("A",), Decimal("0.40")),
        (("B",), Decimal("0.50")),
    ]
    # As a whole: 110 x 3 % + 50 x 1 % less the 90 x 1 % of before.
    assert by_deal(LADDER, case, tie=Tie.UPPER).exact == Decimal("2.90")
