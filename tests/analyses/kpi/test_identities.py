"""What must hold of any sales at any grain: what adds up adds up to the total, and the total is one and the same."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from salesperf.analyses.kpi.compute import Entry, computed
from salesperf.core.period import Grain
from salesperf.facts.section import CalendarSection, SalesSection
from salesperf.metrics.adding import adds_up
from salesperf.metrics.catalog import CATALOG
from salesperf.metrics.catalog.customers import CUSTOMERS
from salesperf.metrics.catalog.revenue import REVENUE
from salesperf.metrics.request import Request
from salesperf.tables.bundle import Bundle
from salesperf.tables.literal import bundle_of

FEW = settings(max_examples=settings().max_examples // 10)
FIRST = date(2025, 11, 20)
# Over all the data these are those of the average month: what they are of a period, of any grain, is not one number.
AT_ALL_GRAINS = tuple(metric.key for metric in (*REVENUE, *CUSTOMERS) if not metric.periodic)
GRAINS = (Grain.WEEK, Grain.MONTH, Grain.QUARTER, Grain.YEAR)
ADDING = tuple(key for key in AT_ALL_GRAINS if adds_up(CATALOG[key], CATALOG))
LINES = st.lists(
    st.tuples(
        st.integers(0, 160),
        st.sampled_from(["C1", "C2", "C3", ""]),
        st.sampled_from(["R1", "R2"]),
        st.decimals(Decimal(-40), Decimal(90), places=2),
        st.integers(1, 5),
        st.decimals(Decimal(0), Decimal(30), places=2),
    ),
    min_size=1,
    max_size=12,
)


def table(lines: list[tuple[int, str, str, Decimal, int, Decimal]]) -> Bundle:
    rows = "".join(
        f"O{number},{FIRST + timedelta(days=offset)},{customer},{rep},{amount},{quantity},{cost},0\n"
        for number, (offset, customer, rep, amount, quantity, cost) in enumerate(lines)
    )
    head = "order_id,order_date,customer_id,rep_id,amount,quantity,cost,discount\n"
    # The half-year is asked for as a whole, so that every grain covers the same days.
    return bundle_of([("orders", f"{head}a,{FIRST},C0,R1,1,1,1,0\n{rows}z,2026-04-30,C0,R1,1,1,1,0\n")])


def of(bundle: Bundle, **asked: object) -> tuple[tuple[Entry, ...], Entry]:
    request = Request(metrics=AT_ALL_GRAINS, total=True, **asked)  # type: ignore[arg-type]
    found = computed(bundle, request, section=SalesSection(), calendar=CalendarSection(), catalog=CATALOG)
    return found.entries, found.total or found.entries[0]


@FEW
@given(LINES, st.sampled_from(GRAINS), st.sampled_from([(), ("rep",)]))
def test_totals_at_any_grain_and_split_agree(
    lines: list[tuple[int, str, str, Decimal, int, Decimal]], grain: Grain, by: tuple[str, ...]
) -> None:
    bundle = table(lines)
    _, whole = of(bundle)

    entries, total = of(bundle, grain=grain, by=by)

    for key in AT_ALL_GRAINS:
        assert (
            total.now[key] == pytest.approx(whole.now[key])
            if isinstance(whole.now[key], float)
            else (total.now[key] == whole.now[key])
        ), key
    # A customer is new to each rep once: split, that is another question.
    for key in [key for key in ADDING if not by or key != "new_customers"]:
        parts = [entry.now[key] for entry in entries if entry.now[key] is not None]
        assert sum(parts) == whole.now[key], key  # type: ignore[arg-type]


def test_what_adds_up_is_revenue_orders_and_units() -> None:
    assert {"net_revenue", "gross_revenue", "returned_amount", "orders", "units", "gross_profit"} <= set(ADDING)
