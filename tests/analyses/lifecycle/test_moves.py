from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lifecycle_ground import HEAD, ORDERS, tables
from salesperf.analyses.lifecycle.moves import METRICS, Move, moves_of, refuse_broken
from salesperf.core.period import Grain, Period
from salesperf.facts.section import CalendarSection, SalesSection
from salesperf.metrics.catalog import CATALOG
from salesperf.metrics.request import Request
from salesperf.metrics.scope import scope_of


def moves(orders: str = ORDERS, period: str | None = None) -> tuple[Move, ...]:
    request = Request(metrics=METRICS, grain=Grain.MONTH, period=period)
    scope = scope_of(tables(orders), request, section=SalesSection(), calendar=CalendarSection(), catalog=CATALOG)
    return moves_of(scope)


def test_months_by_hand() -> None:
    told = [tuple(one.values[key] for key in METRICS[:6]) for one in moves()]

    # opening, new, reactivated, lost, active, retained
    assert told == [
        (0, 3, 0, 0, 3, 0),  # Ann, Bob, Eve
        (3, 1, 0, 2, 2, 1),  # Ann stays, Cas is new
        (2, 1, 1, 1, 3, 1),  # Ann stays, Bob is back, Dora is new
        (3, 0, 0, 1, 2, 2),  # Ann and Dora stay; what Eve gives back is no purchase
    ]
    assert [one.is_first for one in moves()] == [True, False, False, False]


def test_periods_asked_about_know_what_was_before_them() -> None:
    [march, april] = moves(period="2026-03-01..2026-04-30")

    assert [march.values[key] for key in METRICS[:6]] == [2, 1, 1, 1, 3, 1]
    assert [april.values[key] for key in METRICS[:6]] == [3, 0, 0, 1, 2, 2]
    assert not march.is_first


def test_identities_that_do_not_hold_are_a_bug() -> None:
    whole = dict(zip(METRICS, (3, 1, 0, 2, 2, 1), strict=False))
    period = Period(date(2026, 2, 1), date(2026, 2, 28), "2026-02")
    refuse_broken(period, whole)
    for key in METRICS[:6]:
        with pytest.raises(ArithmeticError, match="2026-02"):
            refuse_broken(period, whole | {key: whole[key] + 1})


ROWS = st.lists(
    st.tuples(st.dates(date(2025, 11, 1), date(2026, 4, 30)), st.sampled_from("ABCD"), st.integers(-9, 20)),
    min_size=1,
    max_size=30,
).filter(lambda rows: any(amount > 0 for _, _, amount in rows))


@given(ROWS)
def test_identities_hold_of_any_data(rows: list[tuple[date, str, int]]) -> None:
    orders = HEAD + "".join(f"{at},{day},{who},East,{amount}\n" for at, (day, who, amount) in enumerate(rows))

    found = moves(orders)

    # Whoever is active at the end came, or came back, and did not leave since.
    came = sum(int(str(one.values["new_customers"])) + int(str(one.values["reactivated_customers"])) for one in found)
    left = sum(int(str(one.values["lost_customers"])) for one in found)
    assert found[-1].values["active_customers"] == came - left
