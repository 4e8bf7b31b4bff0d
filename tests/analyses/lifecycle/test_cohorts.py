from __future__ import annotations

from datetime import date
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from lifecycle_ground import HEAD, purchases
from salesperf.analyses.lifecycle.cohorts import Cohort, cohorts_of
from salesperf.core.period import Grain, Period, Span
from salesperf.facts.calendar import Calendar
from salesperf.facts.section import CalendarSection

MONTHS = Calendar(CalendarSection()).periods(Grain.MONTH, Span(date(2026, 1, 1), date(2026, 4, 30)))


def cohorts(periods: tuple[Period, ...] = MONTHS) -> list[Cohort]:
    return list(cohorts_of(purchases(), periods, open_last=False))


def test_cohorts_by_hand() -> None:
    january, february, march = cohorts()

    # Ann, Bob and Eve; then Ann; then Ann and Bob; then Ann, with the return of Eve's 80.
    assert (january.customers, january.active) == (3, (3, 1, 2, 1))
    assert january.revenue == (Decimal(220), Decimal(50), Decimal(130), Decimal(-70))
    assert (february.customers, february.active) == (1, (1, 0, 0))
    # Of March there are two periods to live; of April nobody is new.
    assert (march.period.start, march.active, march.revenue) == (date(2026, 3, 1), (1, 1), (20, 25))


def test_no_periods_and_no_purchases_are_no_cohorts() -> None:
    assert cohorts_of(purchases(), (), open_last=False) == ()


ROWS = st.lists(st.tuples(st.dates(date(2026, 1, 1), date(2026, 4, 30)), st.sampled_from("ABCD")), min_size=1)


@given(ROWS)
def test_everybody_is_in_one_cohort_and_all_that_was_brought_in_some_period(rows: list[tuple[date, str]]) -> None:
    orders = HEAD + "".join(f"{at},{day},{who},East,5\n" for at, (day, who) in enumerate(rows))

    found = cohorts_of(purchases(orders), MONTHS, open_last=False)

    assert sum(one.customers for one in found) == len({who for _, who in rows})
    assert sum(sum(one.revenue) for one in found) == 5 * len(rows)
    assert all(one.active[0] == one.customers and max(one.active) <= one.customers for one in found)
