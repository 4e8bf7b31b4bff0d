"""Every metric for many years to date at once, against the evaluation of each day by itself, which others prove."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import narwhals as nw
import polars as pl
from hypothesis import given, settings
from hypothesis import strategies as st

from salesperf.core.period import Grain, Period, Span
from salesperf.facts.calendar import Calendar
from salesperf.facts.deals import deals
from salesperf.facts.sales import sales
from salesperf.facts.section import CalendarSection, SalesSection
from salesperf.metrics.catalog import CATALOG
from salesperf.metrics.catalog.customer_money import CUSTOMER_MONEY
from salesperf.metrics.catalog.customers import CUSTOMERS
from salesperf.metrics.catalog.deals import DEAL_METRICS
from salesperf.metrics.catalog.revenue import REVENUE
from salesperf.metrics.evaluate import evaluated, evaluated_to_date
from salesperf.metrics.parts import EVERY_SALE, Lens
from salesperf.metrics.reach import Reach, Told
from salesperf.metrics.to_date import aggregated_to_date
from salesperf.tables.literal import bundle_of

FIRST = date(2024, 11, 1)
OF_SALES = (*REVENUE, *CUSTOMERS, *CUSTOMER_MONEY)
TENTH = settings(max_examples=settings().max_examples // 10)
"""Each case evaluates every metric once a day: a tenth of the cases keeps the property within seconds."""
SALES = st.lists(
    st.tuples(
        st.sampled_from("ABCDEF"),
        st.integers(0, 500),
        st.sampled_from(["", "C1", "C2", "C3"]),
        st.sampled_from(["", "R1", "R2"]),
        st.decimals(Decimal(-40), Decimal(90), places=2),
        st.sampled_from(["", "1", "-2"]),
        st.sampled_from(["", "5"]),
    ),
    min_size=1,
    max_size=14,
)
OFFSETS = st.lists(st.integers(-20, 560), min_size=1, max_size=5)
HEADER = "order_id,order_date,customer_id,rep_id,amount,quantity,cost,discount\n"


@TENTH
@given(
    SALES,
    st.lists(st.integers(-20, 560), min_size=1, max_size=5),
    st.sampled_from([1, 7]),
    st.sampled_from(["", "rep"]),
)
def test_all_days_at_once_give_what_each_day_gives_by_itself(
    rows: list[tuple[object, ...]], offsets: list[int], first_month: int, by: str
) -> None:
    text = "".join(
        f"{order},{FIRST + timedelta(days=day)},{customer},{rep},{amount},{quantity},{cost},{cost}\n"
        for order, day, customer, rep, amount, quantity, cost in rows
    )
    lines = sales(bundle_of([("orders", HEADER + text)]), section=SalesSection()).lines
    found = [FIRST + timedelta(days=day) for _, day, *_ in rows]
    span = Span(min(found), max(found))
    years = Calendar(CalendarSection(first_month=first_month)).periods(Grain.YEAR, span)
    asked = sorted({FIRST + timedelta(days=offset) for offset in offsets})
    days = {
        number: [day for day in asked if year.start <= day <= year.end]
        for number, year in enumerate(years)
        if any(year.start <= day <= year.end for day in asked)
    }
    told = {"catalog": CATALOG, "span": span, "by": [by] if by else []}

    at_once = evaluated_to_date({EVERY_SALE: lines}, OF_SALES, years=years, days=days, **told)  # type: ignore[arg-type]

    for number, listed in days.items():
        for day in listed:
            alone = evaluated({EVERY_SALE: lines}, OF_SALES, periods=years, until=day, **told)  # type: ignore[arg-type]
            expected = alone.filter(pl.col("period") == number)
            columns = [name for name in expected.columns if name != "rows"]
            mine = at_once.filter(pl.col("until") == day).select(columns)
            assert mine.rows() == expected.select(columns).rows()


def test_the_largest_ten_of_a_day_may_fall_out_again() -> None:
    # Twelve customers buy 1 to 12 on the first day; the largest gives all back on the second.
    text = "".join(f"O{n},2026-01-01,C{n:02},R1,{n},,,\n" for n in range(1, 13)) + "X,2026-01-02,C12,R1,-12,,,\n"
    facts = sales(bundle_of([("orders", HEADER + text)]), section=SalesSection())
    lines = facts.lines.with_columns(period=nw.lit(0).cast(nw.Int32))

    found = aggregated_to_date(
        lines,
        by=[],
        atoms=["top10_net", "net", "repeat"],
        days={0: [date(2026, 1, 1), date(2026, 1, 2), date(2026, 1, 9)]},
        years=[Period(date(2026, 1, 1), date(2026, 12, 31), "2026", Grain.YEAR)],
    ).sort("until")

    # 3 + ... + 12 = 75; without the twelve, 2 + ... + 11 = 65.
    assert found["top10_net"].to_list() == [75, 65, 65]
    assert found["net"].to_list() == [78, 66, 66]
    assert found["repeat"].to_list() == [0, 0, 0]


@TENTH
@given(
    st.lists(st.tuples(st.integers(0, 500), st.integers(0, 90), st.sampled_from(["won", "lost", "open"])), min_size=1),
    OFFSETS,
    st.sampled_from(["", "rep"]),
)
def test_other_subjects_than_sales_give_the_same_too(
    rows: list[tuple[int, int, str]], offsets: list[int], by: str
) -> None:
    text = "deal_id,created_date,closed_date,rep_id,stage,amount\n" + "".join(
        f"D{at},{FIRST + timedelta(days=day)},{FIRST + timedelta(days=day + took)},R{at % 3},{stage},{at}\n"
        for at, (day, took, stage) in enumerate(rows)
    )
    bundle = bundle_of([("deals", text)])
    facts = deals(bundle, SalesSection(), None)
    lines = {Lens(subject): events.lines for subject, events in facts.items()}
    ends = [FIRST + timedelta(days=day + shift) for day, took, _ in rows for shift in (0, took)]
    years = Calendar().periods(Grain.YEAR, Span(min(ends), max(ends)))
    asked = sorted({FIRST + timedelta(days=offset) for offset in offsets})
    days = {n: found for n, year in enumerate(years) if (found := [d for d in asked if year.start <= d <= year.end])}
    reach = Reach(max(ends), {one: Told(Span(e.days.first, e.days.last)) for one, e in facts.items() if e.days})
    told = {
        "catalog": CATALOG,
        "span": Span(min(ends), max(ends)),
        "by": [by] if by else [],
        "reach": reach,
    }
    if not days:
        return

    at_once = evaluated_to_date(lines, DEAL_METRICS, years=years, days=days, **told)  # type: ignore[arg-type]

    for number, listed in days.items():
        for day in listed:
            alone = evaluated(lines, DEAL_METRICS, periods=years, until=day, **told)  # type: ignore[arg-type]
            expected = alone.filter(pl.col("period") == number)
            assert at_once.filter(pl.col("until") == day).select(expected.columns).rows() == expected.rows()
