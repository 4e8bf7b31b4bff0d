"""What customers are worth, over random sales, against plain Python over the same rows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from salesperf.core.period import Grain, Period, Span
from salesperf.facts.calendar import Calendar, year_before
from salesperf.facts.sales import sales
from salesperf.facts.section import SalesSection
from salesperf.metrics.catalog import CATALOG
from salesperf.metrics.catalog.customer_money import CUSTOMER_MONEY
from salesperf.metrics.evaluate import evaluated
from salesperf.metrics.parts import EVERY_SALE
from salesperf.metrics.reach import Reach
from salesperf.tables.literal import bundle_of

FIRST = date(2024, 1, 1)
CIVIL = Calendar()
FOURTH = settings(max_examples=settings().max_examples // 4)
ZERO = Decimal(0)

Row = tuple[int, str, str, Decimal]
"""Days after the first, customer, region, amount; an amount below zero came back."""
ROWS = st.lists(
    st.tuples(
        st.integers(0, 430),
        st.sampled_from(["", "C1", "C2", "C3"]),
        st.sampled_from(["", "East", "West"]),
        st.decimals(Decimal(-60), Decimal(90), places=2),
    ),
    min_size=1,
    max_size=16,
)


def day_of(row: Row) -> date:
    return FIRST + timedelta(days=row[0])


def nets(rows: Sequence[Row], first: date, last: date) -> dict[str, Decimal]:
    found: dict[str, Decimal] = {}
    for row in rows:
        if row[1] and first <= day_of(row) <= last:
            found[row[1]] = found.get(row[1], ZERO) + row[3]
    return found


def elapsed_base(base: Period, period: Period, through: date) -> date:
    """The end of the base's same elapsed part; a period is complete with its last workday."""
    last = period.end
    while last.weekday() > 4:
        last -= timedelta(days=1)
    if through >= last:
        return base.end
    if period.grain is Grain.YEAR:
        return min(base.end, year_before(through))
    return min(base.end, base.start + (through - period.start))


def worth(rows: Sequence[Row], periods: Sequence[Period], number: int) -> dict[str, float | None]:
    """What an active customer brings in the period, and until it is lost; half of each amount is its cost."""
    period, base = periods[number], periods[number - 1]
    active = {row[1] for row in rows if row[1] and row[3] > 0 and day_of(row) in period}
    before = {row[1] for row in rows if number and row[1] and row[3] > 0 and day_of(row) in base}
    net = sum(nets(rows, period.start, period.end).values(), ZERO)
    whole = sum((row[3] for row in rows if day_of(row) in period), ZERO)
    arpa = float(net) / len(active) if active else None
    churn = len(before - active) / len(before) if before else None
    revenue = None if arpa is None or not churn else arpa / churn
    return {
        "arpa": arpa,
        "ltv_without_margin": revenue,
        "ltv": None if revenue is None or whole <= 0 else revenue / 2,
    }


def truth(rows: Sequence[Row], periods: Sequence[Period], number: int, through: date) -> dict[str, float | None]:
    return worth(rows, periods, number) | kept(rows, periods, number, through)


def kept(rows: Sequence[Row], periods: Sequence[Period], number: int, through: date) -> dict[str, float | None]:
    if not number:
        return {"nrr": None, "grr": None}
    period, base = periods[number], periods[number - 1]
    before = nets(rows, base.start, elapsed_base(base, period, through))
    now = nets(rows, period.start, period.end)
    cohort = {who: net for who, net in before.items() if net > 0}
    if not cohort:
        return {"nrr": None, "grr": None}
    opening = sum(cohort.values())
    return {
        "nrr": float(sum(now.get(who, ZERO) for who in cohort)) / float(opening),
        "grr": float(sum(min(net, now.get(who, ZERO)) for who, net in cohort.items())) / float(opening),
    }


def measured(rows: Sequence[Row], periods: Sequence[Period], by: Sequence[str] = ()) -> list[Mapping[str, object]]:
    text = "order_id,order_date,customer_id,region,amount,cost\n" + "".join(
        f"O{at},{day_of(row)},{row[1]},{row[2]},{row[3]},{row[3] / 2}\n" for at, row in enumerate(rows)
    )
    lines = sales(bundle_of([("orders", text)]), section=SalesSection()).lines
    span = Span(min(map(day_of, rows)), max(map(day_of, rows)))
    found = evaluated(
        {EVERY_SALE: lines},
        CUSTOMER_MONEY,
        catalog=CATALOG,
        periods=periods,
        by=by,
        span=span,
        reach=Reach(span.end, {}),
    )
    return list(found.iter_rows(named=True))


def is_close(found: object, expected: float | None) -> bool:
    if expected is None or found is None:
        return found is expected
    # Money is rounded to six places.
    return float(str(found)) == pytest.approx(expected, rel=1e-9, abs=1e-6)


@FOURTH
@given(ROWS, st.sampled_from([Grain.MONTH, Grain.QUARTER, Grain.YEAR]))
def test_what_customers_are_worth_is_what_plain_python_finds(rows: list[Row], grain: Grain) -> None:
    span = Span(min(map(day_of, rows)), max(map(day_of, rows)))
    periods = CIVIL.periods(grain, span)

    found = measured(rows, periods)

    for number, row in enumerate(found):
        expected = truth(rows, periods, number, span.end)
        assert {key: row[key] for key, value in expected.items() if not is_close(row[key], value)} == {}


@FOURTH
@given(ROWS)
def test_a_region_is_measured_as_if_there_were_no_other(rows: list[Row]) -> None:
    span = Span(min(map(day_of, rows)), max(map(day_of, rows)))
    periods = CIVIL.periods(Grain.QUARTER, span)

    found = measured(rows, periods, ["region"])

    for row in found:
        own = [one for one in rows if (one[2] or None) == row["region"]]
        expected = truth(own, periods, int(str(row["period"])), span.end)
        assert {key: row[key] for key, value in expected.items() if not is_close(row[key], value)} == {}


@FOURTH
@given(ROWS, st.sampled_from([Grain.MONTH, Grain.YEAR]))
def test_without_expansion_no_more_than_all_is_kept(rows: list[Row], grain: Grain) -> None:
    span = Span(min(map(day_of, rows)), max(map(day_of, rows)))

    for row in measured(rows, CIVIL.periods(grain, span)):
        nrr, grr = row["nrr"], row["grr"]
        assert (nrr is None) is (grr is None)
        assert grr is None or (float(str(grr)) <= 1 and float(str(grr)) <= float(str(nrr)) + 1e-12)


def test_a_month_cut_off_is_held_against_the_same_days_of_the_month_before() -> None:
    # The data end on 10 February, a Saturday in the middle of the month: January counts to the 10th.
    rows: list[Row] = [
        (4, "C1", "", Decimal(100)),
        (20, "C2", "", Decimal(900)),
        (40, "C1", "", Decimal(60)),
    ]
    periods = CIVIL.periods(Grain.MONTH, Span(FIRST, FIRST + timedelta(days=40)))

    _, february = measured(rows, periods)

    assert (february["nrr"], february["grr"]) == (0.6, 0.6)
