from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from salesperf.facts.section import CalendarSection, SalesSection
from salesperf.facts.subject import Subject
from salesperf.facts.subjects import facts_of
from salesperf.metrics.catalog import CATALOG
from salesperf.metrics.compare import Against, View
from salesperf.metrics.request import Request
from salesperf.metrics.scope import scope_of
from salesperf.tables.literal import bundle_of

APRIL = date(2026, 4, 1)
FEW = settings(max_examples=settings().max_examples // 10)


def measured(
    orders: str, people: str | None, *, period: str | None = None, by: str | None = None
) -> Mapping[object, object]:
    tables = [("orders", orders), *([("people", people)] if people else [])]
    request = Request(metrics=("fte", "revenue_per_fte"), period=period, by=(by,) if by else ())
    scope = scope_of(bundle_of(tables), request, section=SalesSection(), calendar=CalendarSection(), catalog=CATALOG)
    view = scope.measure.view(scope.whole, Against.NOW)
    assert isinstance(view, View)
    keys = [f"by_{by}"] if by else []
    rows = scope.measure.values(view, by=keys).rows(named=True)
    return {row[keys[0]] if keys else None: (row["fte"], row["revenue_per_fte"]) for row in rows}


def test_a_team_is_divided_by_the_posts_of_its_own_people() -> None:
    orders = "order_id,order_date,rep_id,amount\nA,2026-04-01,R1,600\nB,2026-04-30,R2,300\nC,2026-04-02,R3,100\n"
    people = "rep_id,team,hire_date,fte\nR1,East,2020-01-01,1\nR2,East,2020-01-01,0.5\nR3,West,2020-01-01,0.5\n"

    assert measured(orders, people, by="team") == {
        "East": (1.5, Decimal("600.000000")),
        "West": (0.5, Decimal("200.000000")),
    }


def test_nobody_who_never_sold_is_counted_and_sales_without_a_rep_are_revenue_all_the_same() -> None:
    orders = "order_id,order_date,rep_id,amount\nA,2026-04-01,R1,600\nB,2026-04-30,,300\n"
    people = "rep_id,hire_date\nR1,2020-01-01\nBOSS,2020-01-01\n"

    assert measured(orders, people) == {None: (1.0, Decimal("900.000000"))}


def test_sales_that_name_no_rep_tell_nothing_of_posts() -> None:
    bundle = bundle_of([("orders", "order_id,order_date,amount\nA,2026-04-01,600\n")])

    assert Subject.HEADCOUNT not in facts_of(bundle, section=SalesSection())


@FEW
@given(
    st.lists(
        st.tuples(
            st.sampled_from(["R1", "R2", "R3"]),
            st.integers(0, 29),
            st.integers(0, 40),
            st.sampled_from([None, Decimal("0.5"), Decimal(1)]),
        ),
        min_size=1,
        max_size=3,
        unique_by=lambda row: row[0],
    ),
    st.lists(st.tuples(st.sampled_from(["R1", "R2", "R3"]), st.integers(0, 29)), min_size=1, max_size=6),
)
def test_posts_are_what_counting_them_day_by_day_finds(
    posts: list[tuple[str, int, int, Decimal | None]], sales: list[tuple[str, int]]
) -> None:
    day = {offset: APRIL + timedelta(days=offset) for offset in range(80)}
    rows = "".join(f"{who},{day[start]},{day[start + length]},{fte or ''}\n" for who, start, length, fte in posts)
    lines = "".join(f"O{number},{day[at]},{who},10\n" for number, (who, at) in enumerate(sales))
    first, last = min(at for _, at in sales), max(at for _, at in sales)

    found = measured("order_id,order_date,rep_id,amount\n" + lines, "rep_id,hire_date,leave_date,fte\n" + rows)

    there = 0.0
    for offset in range(first, last + 1):
        for who in {who for who, _ in sales}:
            told = next((row for row in posts if row[0] == who), None)
            seen = [at for one, at in sales if one == who]
            start, end = (told[1], told[1] + told[2]) if told else (min(seen), max(seen))
            there += float((told and told[3]) or 1) * (start <= offset <= end)
    assert (found[None][0] or 0.0) == pytest.approx(there / (last - first + 1))  # type: ignore[index]
