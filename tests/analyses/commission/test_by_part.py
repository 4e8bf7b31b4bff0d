"""What is told apart is measured as far as it is asked for, and is what measuring all of it would tell."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commission_ground import ground
from salesperf.analyses.commission.by_part import ByPart, Place
from salesperf.analyses.commission.credited import credited
from salesperf.analyses.commission.needs import Needs
from salesperf.analyses.commission.proportion import Proportion
from salesperf.core.period import Grain, Period, Span

HEAD = "order_id,order_date,rep_name,product_id,amount,quantity,cost\n"
# December is before the plan, and of February only what is sold from the 10th on is paid for.
ORDERS = (
    "1,2025-12-31,Ann,tea,9,1,1\n"
    "2,2026-01-05,Ann,rice,6,1,2\n3,2026-01-06,Ann,rice,-10,-1,-3\n4,2026-01-31,Ann,tea,10,2,6\n"
    "5,2026-01-01,Bo,,7.5,1,0\n"
    "6,2026-02-09,Ann,wine,3,1,3\n7,2026-02-10,Ann,tea,5,1,1\n8,2026-03-01,Bo,tea,1,1,1\n"
)
PAID = Needs(parts=("product",))


def months(first: date, last: date) -> tuple[Period, ...]:
    return ground(orders=HEAD + ORDERS).days.periods(Grain.MONTH, Span(first, last))


JANUARY, FEBRUARY, MARCH = months(date(2026, 1, 1), date(2026, 3, 31))


def parts(needs: Needs, measure: str = "net_revenue", orders: str = ORDERS) -> ByPart:
    of = ground(orders=HEAD + orders)
    return credited(of, measure, (JANUARY, FEBRUARY, MARCH), needs=needs).parts


def test_a_place_has_the_amounts_of_its_parts() -> None:
    found = parts(PAID)

    assert found["Ann", JANUARY] == {("rice",): -4, ("tea",): 10}
    assert found["Bo", JANUARY] == {("",): Decimal("7.5")}
    assert found["Ann", FEBRUARY] == {("wine",): 3, ("tea",): 5}
    assert found.proportions(("Ann", JANUARY)) == {}
    assert ("Bo", FEBRUARY) not in found
    assert set(found) == {("Ann", JANUARY), ("Bo", JANUARY), ("Ann", FEBRUARY), ("Bo", MARCH)}
    assert len(found) == 4


def test_only_days_that_count_are_told() -> None:
    found = parts(Needs(parts=("product",), start=date(2026, 1, 6), end=date(2026, 2, 28)))

    assert found["Ann", JANUARY] == {("rice",): -10, ("tea",): 10}
    assert ("Bo", JANUARY) not in found
    assert ("Bo", MARCH) not in found
    assert parts(Needs(parts=("product",), start=date(2026, 2, 10)))["Ann", FEBRUARY] == {("tea",): 5}
    assert len(parts(Needs(parts=("product",), start=date(2027, 1, 1)))) == 0


@pytest.mark.parametrize("asked", [JANUARY, FEBRUARY, MARCH])
@pytest.mark.parametrize("measure", ["net_revenue", "units", "orders", "new_customers", "gross_profit"])
def test_the_period_that_is_asked_for_first_changes_nothing(measure: str, asked: Period) -> None:
    orders = HEAD.replace("rep_name", "customer_id,rep_name") + ORDERS.replace(",Ann", ",C1,Ann").replace(
        ",Bo", ",C2,Bo"
    )
    of = ground(orders=orders)
    first, all_at_once = (credited(of, measure, (JANUARY, FEBRUARY, MARCH), needs=PAID).parts for _ in range(2))

    alone = {place: first[place] for place in (("Ann", asked), ("Bo", asked)) if place in first}

    everything = dict(all_at_once.items())
    assert alone == {place: of for place, of in everything.items() if place[1] == asked}
    assert dict(first.items()) == everything


def test_keys_are_told_of_all_periods_that_count() -> None:
    assert parts(PAID).keys_told() == {("rice",), ("tea",), ("wine",), ("",)}
    assert parts(Needs(parts=("product",), start=date(2026, 2, 10))).keys_told() == {("tea",)}
    assert parts(Needs(parts=("product",), start=date(2027, 1, 1))).keys_told() == set()
    assert ByPart(dict(parts(PAID))).keys_told() == {("rice",), ("tea",), ("wine",), ("",)}


def test_who_is_below_zero_is_told_of_periods_that_began_before_a_day() -> None:
    for one in (parts(PAID), ByPart(dict(parts(PAID)))):
        assert one.below_zero(date(2026, 1, 1)) == set()
        assert one.below_zero(date(2026, 1, 2)) == {"Ann"}


def test_a_profit_may_be_below_zero_where_no_amount_is() -> None:
    orders = "1,2026-01-05,Ann,tea,5,1,9\n2,2026-01-06,Bo,tea,5,1,4\n"

    assert parts(PAID, "gross_profit", orders).below_zero(date(2026, 2, 1)) == {"Ann"}
    assert parts(PAID, "net_revenue", orders).below_zero(date(2026, 2, 1)) == set()


def test_the_margin_of_each_part_is_read_with_it() -> None:
    found = parts(Needs(parts=("product",), proportion="margin"))

    # Tea in January: 10 less 6 are left of 10; rice -10 + 6, less -3 + 2.
    assert found.proportions(("Ann", JANUARY)) == {
        ("rice",): Proportion(Decimal(-3), Decimal(-4)),
        ("tea",): Proportion(Decimal(4), Decimal(10)),
    }
    assert found.proportions(("Ann", MARCH)) == {}
    assert ByPart().proportions(("Ann", JANUARY)) == {}


LINE = st.tuples(
    st.dates(date(2025, 12, 30), date(2026, 3, 31)),
    st.sampled_from(["Ann", "Bo"]),
    st.sampled_from(["tea", "rice", ""]),
    st.integers(-500, 500),
)


@given(st.lists(LINE, min_size=1, max_size=15), st.sampled_from([JANUARY, FEBRUARY, MARCH]))
def test_parts_are_the_sums_of_their_lines(lines: list[tuple[date, str, str, int]], asked: Period) -> None:
    # A line before the plan, so that there is a product.
    rows = "x,2025-12-01,Ann,tea,1,1,0\n"
    rows += "".join(f"{at},{day},{who},{what},{much},1,0\n" for at, (day, who, what, much) in enumerate(lines))
    expected: dict[Place, dict[tuple[str, ...], Decimal]] = {}
    for day, who, what, much in lines:
        for month in (JANUARY, FEBRUARY, MARCH):
            if month.start <= day <= month.end:
                of = expected.setdefault((who, month), {})
                of[what,] = of.get((what,), Decimal(0)) + much

    found = parts(PAID, orders=rows)

    assert found.get(("Ann", asked), {}) == expected.get(("Ann", asked), {})
    assert found.keys_told() == {key for of in expected.values() for key in of}
    fallen = {who for (who, month), of in expected.items() if month != MARCH and any(one < 0 for one in of.values())}
    assert found.below_zero(MARCH.start) == fallen
    assert dict(found.items()) == expected
