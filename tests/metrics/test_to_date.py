"""Every metric for many years to date at once, against the evaluation of each day by itself, which others prove."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import narwhals as nw
import polars as pl
from hypothesis import given, settings
from hypothesis import strategies as st

from salesperf.core.period import Grain, Span
from salesperf.facts.calendar import Calendar
from salesperf.facts.sales import sales
from salesperf.facts.section import CalendarSection, SalesSection
from salesperf.metrics.catalog import CATALOG
from salesperf.metrics.evaluate import evaluated, evaluated_to_date
from salesperf.metrics.parts import EVERY_SALE
from salesperf.metrics.to_date import aggregated_to_date
from salesperf.tables.literal import bundle_of

FIRST = date(2024, 11, 1)
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

    at_once = evaluated_to_date({EVERY_SALE: lines}, list(CATALOG), years=years, days=days, **told)  # type: ignore[arg-type]

    for number, listed in days.items():
        for day in listed:
            alone = evaluated({EVERY_SALE: lines}, list(CATALOG), periods=years, until=day, **told)  # type: ignore[arg-type]
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
        starts=[date(2026, 1, 1)],
    ).sort("until")

    # 3 + ... + 12 = 75; without the twelve, 2 + ... + 11 = 65.
    assert found["top10_net"].to_list() == [75, 65, 65]
    assert found["net"].to_list() == [78, 66, 66]
    assert found["repeat"].to_list() == [0, 0, 0]
