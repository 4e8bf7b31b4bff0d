"""What it costs to sell, over random orders and costs, against plain Python over the same rows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from salesperf.core.period import Grain, Period
from salesperf.core.text import Text
from salesperf.facts.dimensions import column_of
from salesperf.facts.section import CalendarSection, SalesSection
from salesperf.metrics.catalog import CATALOG
from salesperf.metrics.catalog.costs import COST_METRICS
from salesperf.metrics.compare import Against
from salesperf.metrics.request import Request
from salesperf.metrics.scope import Scope, scope_of
from salesperf.tables.literal import bundle_of

FIRST = date(2025, 1, 1)
TENTH = settings(max_examples=settings().max_examples // 10)
ZERO = Decimal(0)
KINDS = {"Ads": (1, 1), "Salaries": (1, 0), "Rent": (0, 0), "": (0, 0)}
"""Whether a kind counts as sales and marketing cost, and as marketing cost."""
Order = tuple[int, str, str, Decimal]
Cost = tuple[int, str, str, Decimal]
CENTS = st.decimals(Decimal(1), Decimal(90), places=2)
ORDERS = st.lists(
    st.tuples(st.integers(0, 150), st.sampled_from(["C1", "C2", "C3"]), st.sampled_from(["web", "shop"]), CENTS),
    min_size=1,
    max_size=14,
)
COSTS = st.lists(
    st.tuples(st.integers(0, 150), st.sampled_from(sorted(KINDS)), st.sampled_from(["", "web"]), CENTS),
    min_size=1,
    max_size=8,
)


def day(offset: int) -> date:
    return FIRST + timedelta(days=offset)


def asked(orders: Sequence[Order], costs: Sequence[Cost], request: Request) -> Scope:
    sold = "order_id,order_date,customer_id,channel,amount,cost\n" + "".join(
        f"O{at},{day(when)},{who},{channel},{amount},{amount / 4}\n"
        for at, (when, who, channel, amount) in enumerate(orders)
    )
    spent = "cost_date,kind,channel,amount\n" + "".join(
        f"{day(when)},{kind},{channel},{amount}\n" for when, kind, channel, amount in costs
    )
    return scope_of(
        bundle_of([("orders", sold), ("costs", spent)]),
        request,
        section=SalesSection(),
        calendar=CalendarSection(),
        catalog=CATALOG,
    )


def over(top: object, bottom: object) -> float | None:
    return None if top is None or not bottom else float(str(top)) / float(str(bottom))


def month_end(one: date) -> date:
    return (one.replace(day=1) + timedelta(days=32)).replace(day=1) - timedelta(days=1)


def truth(
    orders: Sequence[Order], costs: Sequence[Cost], period: Period, before: Period, *, known: bool
) -> Mapping[str, float | None]:
    """What every metric of a whole month is by its definition; a quarter of each amount is its cost."""
    inside = [order for order in orders if day(order[0]) in period]
    active = {order[1] for order in inside}
    earlier = {order[1] for order in orders if day(order[0]) < period.start}
    opening = {order[1] for order in orders if day(order[0]) in before}
    net = sum((order[3] for order in inside), ZERO)
    paid = [cost for cost in costs if day(cost[0]) in period]
    spent = sum((amount for _, kind, _, amount in paid if KINDS[kind][0]), ZERO) if known else None
    marketing = sum((amount for _, kind, _, amount in paid if KINDS[kind][1]), ZERO) if known else None
    cac = over(spent, len(active - earlier))
    arpa = over(net, len(active))
    ltv = None if arpa is None else over(arpa * 0.75, over(len(opening - active), len(opening)))
    return {
        "sales_cost": None if spent is None else float(spent),
        "marketing_cost": None if marketing is None else float(marketing),
        "cac": cac,
        "sales_cost_ratio": over(spent, net),
        "ltv_cac": over(ltv, cac),
        "cac_payback_months": over(cac, None if arpa is None else arpa * 0.75),
    }


def differences(row: Mapping[str, object], expected: Mapping[str, float | None]) -> dict[str, object]:
    wrong = {}
    for key, value in expected.items():
        found = None if row[key] is None else float(str(row[key]))
        if (found is None) is not (value is None) or (
            value is not None and found != pytest.approx(value, abs=2e-6, rel=1e-5)
        ):
            wrong[key] = (found, value)
    return wrong


def test_the_truth_covers_the_metrics_of_costs() -> None:
    month = Period(FIRST, date(2025, 1, 31))

    assert set(truth([], [], month, month, known=True)) == {metric.key for metric in COST_METRICS}


@TENTH
@given(ORDERS, COSTS, st.sampled_from(["", "web", "shop"]))
def test_every_metric_of_every_whole_month_is_what_plain_python_finds(
    orders: list[Order], costs: list[Cost], channel: str
) -> None:
    by = ("channel",) if channel else ()
    keys = tuple(metric.key for metric in COST_METRICS)
    scope = asked(orders, costs, Request(metrics=keys, grain=Grain.MONTH, by=by))
    first, last = min(cost[0] for cost in costs), max(cost[0] for cost in costs)
    reach = (day(first).replace(day=1), month_end(day(last)))
    sold = [order for order in orders if not channel or order[2] == channel]
    paid = [cost for cost in costs if not channel or cost[2] == channel]

    for number, period in enumerate(scope.periods):
        view = scope.measure.view(period, Against.NOW)
        assert not isinstance(view, Text)
        found = scope.measure.values(view, by=[column_of(key) for key in by])
        rows = [row for row in found.iter_rows(named=True) if not channel or row[column_of("channel")] == channel]
        if scope.measure.is_partial(period) or not rows:
            continue
        before = scope.measure.calendar.previous(period)
        known = reach[0] <= period.start and period.end <= reach[1]
        assert differences(rows[0], truth(sold, paid, period, before, known=known)) == {}, number


@TENTH
@given(ORDERS, COSTS)
def test_over_all_the_data_the_cost_is_known_where_it_covers_them(orders: list[Order], costs: list[Cost]) -> None:
    scope = asked(orders, costs, Request(metrics=("sales_cost", "cac")))
    begins, ends = scope.whole.start, scope.whole.end
    days = [day(cost[0]) for cost in costs]
    known = min(days).replace(day=1) <= begins and ends <= month_end(max(days))
    spent = sum((cost[3] for cost in costs if KINDS[cost[1]][0] and begins <= day(cost[0]) <= ends), ZERO)

    view = scope.measure.view(scope.whole, Against.NOW)
    assert not isinstance(view, Text)
    row = scope.measure.values(view, by=()).row(0, named=True)

    customers = len({order[1] for order in orders})
    expected = (
        {"sales_cost": float(spent), "cac": float(spent) / customers} if known else {"sales_cost": None, "cac": None}
    )
    assert differences(row, expected) == {}


def test_half_a_month_of_costs_told_by_month_is_not_known() -> None:
    sold = "order_id,order_date,customer_id,amount\nA,2026-01-10,C1,10\nB,2026-02-10,C2,10\n"
    spent = "period,kind,amount\n2026-01,Ads,5\n2026-02,Ads,6\n"

    def cost(period: str) -> object:
        scope = scope_of(
            bundle_of([("orders", sold), ("costs", spent)]),
            Request(metrics=("sales_cost",), period=period),
            section=SalesSection(),
            calendar=CalendarSection(),
            catalog=CATALOG,
        )
        view = scope.measure.view(scope.whole, Against.NOW)
        assert not isinstance(view, Text)
        return scope.measure.values(view, by=())["sales_cost"][0]

    # The data reach 10 February: what the month's 6 are by then, nobody knows; nor of a week of January.
    assert [cost("2026-01"), cost("2026-02"), cost("2026-W02")] == [Decimal(5), None, None]
