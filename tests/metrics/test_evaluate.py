"""Every metric over random sales, against the same question answered in plain Python over the same rows."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from decimal import ROUND_HALF_EVEN, Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec import Struct
from msgspec.structs import replace

from salesperf.core.period import Grain, Period, Span
from salesperf.core.text import Text
from salesperf.core.unit import Unit
from salesperf.facts.calendar import Calendar
from salesperf.facts.deals import deals
from salesperf.facts.sales import sales
from salesperf.facts.section import SalesSection
from salesperf.metrics.catalog import CATALOG
from salesperf.metrics.catalog.customers import CUSTOMERS
from salesperf.metrics.catalog.revenue import REVENUE
from salesperf.metrics.evaluate import evaluated
from salesperf.metrics.model import Better, Derived, Distinct, Family, Metric, Ratio
from salesperf.metrics.parts import EVERY_SALE, Lens
from salesperf.tables.literal import bundle_of

CIVIL = Calendar()
OF_SALES = (*REVENUE, *CUSTOMERS)
ZERO = Decimal(0)
FIRST = date(2025, 11, 24)


class Line(Struct, frozen=True):
    """One order line as a spreadsheet has it."""

    order: str
    day: date
    customer: str
    rep: str
    amount: Decimal
    quantity: int | None
    cost: Decimal | None
    discount: Decimal | None
    status: str

    @property
    def kind(self) -> str:
        """Defaults 4: a negative amount or quantity is a return whatever the status says."""
        if self.amount < 0 or (self.quantity or 0) < 0 or self.status == "returned":
            return "returned"
        return {"cancelled": "cancelled", "pending": "open"}.get(self.status, "sold")

    @property
    def gross(self) -> Decimal:
        return self.amount if self.kind == "sold" else ZERO

    @property
    def back(self) -> Decimal:
        return abs(self.amount) if self.kind == "returned" else ZERO

    @property
    def net(self) -> Decimal:
        return self.gross - self.back

    @property
    def buys(self) -> bool:
        return self.kind == "sold" and self.amount > 0


FOURTH = settings(max_examples=settings().max_examples // 4)
"""Each case measures every metric, at some 30 ms: a quarter of the cases keeps a property within seconds."""
TENTH = settings(max_examples=settings().max_examples // 10)
"""The same for a property that measures twice, by group."""

CENTS = st.decimals(Decimal(-40), Decimal(90), places=2)
LINES = st.lists(
    st.builds(
        Line,
        order=st.sampled_from(["", *"ABCDEFGH"]),
        day=st.integers(0, 130).map(lambda offset: FIRST + timedelta(days=offset)),
        customer=st.sampled_from(["", "C1", "C2", "C3", "C4"]),
        rep=st.sampled_from(["", "R1", "R2"]),
        amount=CENTS,
        quantity=st.sampled_from([None, 0, 1, 2, 5, -1]),
        cost=st.none() | st.decimals(Decimal(0), Decimal(60), places=2),
        discount=st.none() | st.decimals(Decimal(0), Decimal(20), places=2),
        status=st.sampled_from(["paid", "paid", "paid", "returned", "cancelled", "pending"]),
    ),
    min_size=1,
    max_size=14,
)


def as_csv(lines: Iterable[Line]) -> str:
    header = "order_id,order_date,customer_id,rep_id,amount,quantity,cost,discount,status\n"

    def cell(value: object) -> str:
        return "" if value is None else str(value)

    return header + "".join(
        f"{line.order},{line.day},{line.customer},{line.rep},{line.amount},"
        f"{cell(line.quantity)},{cell(line.cost)},{cell(line.discount)},{line.status}\n"
        for line in lines
    )


def total(values: Iterable[Decimal | int | None]) -> Decimal | None:
    """The sum of what is known; nothing known of some lines is unknown, of no lines zero."""
    listed = list(values)
    known = [Decimal(value) for value in listed if value is not None]
    return None if listed and not known else sum(known, ZERO)


def minus(a: Decimal | None, b: Decimal | None) -> Decimal | None:
    return None if a is None or b is None else a - b


def over(top: Decimal | int | None, bottom: Decimal | int | None, *, positive: bool = False) -> float | None:
    if top is None or bottom is None or bottom == 0 or (positive and bottom < 0):
        return None
    return float(top) / float(bottom)


def price(top: Decimal | None, bottom: Decimal | int | None) -> Decimal | None:
    if top is None or bottom is None or bottom == 0:
        return None
    return (top / bottom).quantize(Decimal("0.000001"), ROUND_HALF_EVEN)


def with_sale(lines: Sequence[Line]) -> list[Line]:
    """Returns with what the order they bear the number of says: customer and rep where all its other lines agree,

    and the cost of what came back where they state none themselves.
    """

    def told(line: Line, name: str) -> str:
        own: str = getattr(line, name)
        if own or line.kind != "returned" or not line.order:
            return own
        others = {getattr(one, name) for one in lines if one.order == line.order and one.kind != "returned"}
        return others.pop() if len(others) == 1 else ""

    return [
        replace(line, customer=told(line, "customer"), rep=told(line, "rep"), cost=_cost_told(line, lines))
        for line in lines
    ]


def _cost_told(line: Line, lines: Sequence[Line]) -> Decimal | None:
    """The cost of a return that states none: of its order's, the share of the pieces, or else of the amount."""
    if line.cost is not None or line.kind != "returned" or not line.order:
        return line.cost
    sold = [one for one in lines if one.order == line.order and one.kind == "sold"]
    cost = sum((one.cost or ZERO for one in sold), ZERO)
    if cost <= 0 or any(one.cost is None for one in sold):
        return None
    pieces, all_pieces = abs(line.quantity or 0), sum(one.quantity or 0 for one in sold)
    if pieces and all_pieces and all(one.quantity is not None for one in sold):
        return price(cost * pieces, all_pieces)
    return price(cost * line.back, sum((one.gross for one in sold), ZERO))


def truth(everything: Sequence[Line], periods: Sequence[Period], number: int) -> dict[str, object]:
    """What every metric of one period is by its definition; `everything` are the lines of one group."""
    orders_net: dict[str, Decimal] = {}
    for line in everything:
        orders_net[line.order] = orders_net.get(line.order, ZERO) + line.net
    inside = [line for line in everything if line.day in periods[number]]
    before = [line for line in everything if number and line.day in periods[number - 1]]
    earlier = [line for line in everything if line.day < periods[number].start]
    active = {line.customer for line in inside if line.buys and line.customer}
    opening = {line.customer for line in before if line.buys and line.customer}
    known = {line.customer for line in earlier if line.buys and line.customer}
    orders = {line.order for line in inside if line.buys and line.order and orders_net[line.order] > 0}
    reps = {line.rep for line in inside if line.buys and line.rep}
    bought = {
        who: {line.order for line in inside if line.customer == who and line.order in orders and line.buys}
        for who in active
    }
    buyers = {line.customer for line in inside if line.customer}
    nets = {who: total(line.net for line in inside if line.customer == who) or ZERO for who in buyers}
    net, gross = total(line.net for line in inside), total(line.gross for line in inside)
    returned = total(line.back for line in inside)
    counted = [line for line in inside if line.quantity is not None]
    sold_units = total(line.quantity if line.kind == "sold" else 0 for line in counted)
    units_back = total(abs(line.quantity or 0) if line.kind == "returned" else 0 for line in counted)
    units = total(_signed(line, line.quantity) for line in inside)
    priced = total(line.net if line.quantity is not None else None for line in inside)
    cost = total(_signed(line, line.cost) for line in inside)
    costed = total(line.net if line.cost is not None else None for line in inside)
    listed = [line for line in inside if line.kind == "sold" and line.discount is not None]
    list_value = total(line.gross + (line.discount or ZERO) for line in listed) if listed or not inside else None
    listed_gross = total(line.gross for line in listed) if listed or not inside else None
    customer_net = total(line.net if line.customer else None for line in inside)
    new, retained = active - known, active & opening
    return {
        "net_revenue": net,
        "gross_revenue": gross,
        "returned_amount": returned,
        "return_rate": over(returned, gross),
        "return_rate_by_units": over(units_back, sold_units, positive=True),
        "orders": len(orders),
        "units": units,
        "aov": price(net, len(orders)),
        "average_price": price(priced, units),
        "discount_rate": over(minus(list_value, listed_gross), list_value),
        "gross_profit": minus(costed, cost),
        "gross_margin": over(minus(costed, cost), costed, positive=True),
        "cost_coverage": over(costed, net, positive=True),
        "revenue_per_rep": price(net, len(reps)),
        "active_customers": len(active),
        "new_customers": len(new),
        "retained_customers": len(retained),
        "reactivated_customers": len((active & known) - opening),
        "lost_customers": len(opening - active),
        "opening_customers": len(opening),
        "new_customer_rate": over(len(new), len(active)),
        "new_customer_revenue_share": over(sum((nets[who] for who in new), ZERO), customer_net, positive=True),
        "retention_rate": over(len(retained), len(opening)),
        "churn_rate": over(len(opening - active), len(opening)),
        "repeat_rate": over(sum(len(ids) > 1 for ids in bought.values()), len(active)),
        "repeat_revenue_share": over(
            sum((nets[who] for who, ids in bought.items() if len(ids) > 1), ZERO), customer_net, positive=True
        ),
        "revenue_per_customer": price(customer_net, len(active)),
        "top10_customer_share": over(sum(sorted(nets.values(), reverse=True)[:10], ZERO), customer_net, positive=True),
    }


def _signed(line: Line, value: Decimal | int | None) -> Decimal | int | None:
    if value is None or line.kind not in {"sold", "returned"}:
        return None
    return value if line.kind == "sold" else -abs(value)


def measured(lines: Sequence[Line], periods: Sequence[Period], by: Sequence[str] = ()) -> list[Mapping[str, object]]:
    facts = sales(bundle_of([("orders", as_csv(lines))]), section=SalesSection())
    days = [line.day for line in lines]
    span = Span(min(days), max(days))
    found = evaluated({EVERY_SALE: facts.lines}, OF_SALES, catalog=CATALOG, periods=periods, by=by, span=span)
    return list(found.iter_rows(named=True))


def periods_of(lines: Sequence[Line], grain: Grain | None) -> tuple[Period, ...]:
    span = Span(min(line.day for line in lines), max(line.day for line in lines))
    return (Period(span.start, span.end, "all"),) if grain is None else CIVIL.periods(grain, span)


def same(found: object, expected: object) -> bool:
    if isinstance(expected, float):
        return isinstance(found, float) and found == pytest.approx(expected, rel=1e-9, abs=1e-12)
    return found == expected


def differences(row: Mapping[str, object], expected: Mapping[str, object]) -> dict[str, tuple[object, object]]:
    return {key: (row[key], value) for key, value in expected.items() if not same(row[key], value)}


def test_the_truth_covers_the_metrics_of_sales() -> None:
    line = Line("A", FIRST, "C1", "R1", Decimal(1), 1, Decimal(1), ZERO, "paid")

    assert set(truth([line], periods_of([line], None), 0)) == {metric.key for metric in OF_SALES}


@FOURTH
@given(LINES, st.sampled_from([None, Grain.WEEK, Grain.MONTH, Grain.QUARTER]))
def test_every_metric_of_every_period_is_what_plain_python_finds(lines: list[Line], grain: Grain | None) -> None:
    periods = periods_of(lines, grain)

    rows = measured(lines, periods)

    assert len(rows) == len(periods)
    wrong = {
        periods[number].key: difference
        for number, row in enumerate(rows)
        if (difference := differences(row, truth(with_sale(lines), periods, number)))
    }
    assert wrong == {}


@FOURTH
@given(LINES, st.sampled_from([None, Grain.MONTH]))
def test_a_group_is_measured_as_if_there_were_no_other(lines: list[Line], grain: Grain | None) -> None:
    # Orders are split so that none has lines of two reps: whether an order counts is judged over the whole order.
    lines = [_own_order(line) for line in lines]
    periods = periods_of(lines, grain)

    rows = measured(lines, periods, by=["rep"])

    lines = with_sale(lines)
    wrong = {
        (row["period"], row["rep"]): difference
        for row in rows
        if (difference := differences(row, truth(_of_rep(lines, row["rep"]), periods, int(str(row["period"])))))
    }
    assert wrong == {}
    assert {row["rep"] for row in rows} == {line.rep or None for line in lines}


def _own_order(line: Line) -> Line:
    order = f"{line.order}-{line.rep}" if line.order else ""
    return replace(line, order=order)


def _of_rep(lines: Iterable[Line], rep: object) -> list[Line]:
    return [line for line in lines if (line.rep or None) == rep]


@TENTH
@given(LINES, st.randoms(use_true_random=False))
def test_the_order_of_the_rows_changes_nothing(lines: list[Line], random: object) -> None:
    shuffled = list(lines)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    periods = periods_of(lines, Grain.MONTH)

    assert measured(shuffled, periods, by=["rep"]) == measured(lines, periods, by=["rep"])


def test_a_period_without_rows_has_flows_of_zero_and_ratios_of_null() -> None:
    lines = [
        Line("A", date(2026, 1, 5), "C1", "R1", Decimal(10), 1, None, None, "paid"),
        Line("B", date(2026, 3, 5), "C1", "R1", Decimal(10), 1, None, None, "paid"),
    ]

    january, february, _ = measured(lines, periods_of(lines, Grain.MONTH))

    assert (february["net_revenue"], february["orders"], february["gross_profit"]) == (0, 0, 0)
    assert (february["aov"], february["return_rate"], february["lost_customers"]) == (None, None, 1)
    assert january["gross_profit"] is None, "a cost that nobody knows is not zero"


def test_a_price_is_an_exact_decimal_rounded_to_six_places() -> None:
    amounts = (Decimal("0.66"), Decimal("0.67"), Decimal("0.67"))
    lines = [Line(str(at), FIRST, "C1", "R1", amount, 1, None, None, "paid") for at, amount in enumerate(amounts)]

    (row,) = measured(lines, periods_of(lines, None))

    # 2.00 / 3
    assert row["aov"] == Decimal("0.666667")


def metric(key: str, formula: Ratio | Derived, unit: Unit = Unit.NUMBER) -> Metric:
    return Metric(key, Text(key, key), Text("", ""), unit, Better.UP, Family.RESULT, formula)


def test_a_derived_amount_of_money_is_an_exact_decimal() -> None:
    commission = metric("commission", Derived("net_revenue * 0.025"), Unit.MONEY)
    lines = [Line("A", FIRST, "C1", "R1", Decimal("33.34"), 1, None, None, "paid")]
    facts = sales(bundle_of([("orders", as_csv(lines))]), section=SalesSection())

    found = evaluated(
        {EVERY_SALE: facts.lines},
        [commission],
        catalog=CATALOG,
        periods=periods_of(lines, None),
        span=Span(FIRST, FIRST),
    )

    assert found["commission"].to_list() == [Decimal("0.8335")]


def test_distinct_things_of_a_total_are_counted_again_and_not_added() -> None:
    lines = [
        Line("A", date(2026, 1, 5), "C1", "R1", Decimal(10), 1, None, None, "paid"),
        Line("A", date(2026, 1, 5), "C1", "R2", Decimal(10), 1, None, None, "paid"),
    ]

    by_rep = measured(lines, periods_of(lines, None), by=["rep"])
    (whole,) = measured(lines, periods_of(lines, None))

    assert [row["orders"] for row in by_rep] == [1, 1]
    assert isinstance(CATALOG["orders"].formula, Distinct)
    assert (whole["orders"], whole["active_customers"]) == (1, 1)


def test_the_median_of_a_period_in_which_nothing_closed_is_nothing() -> None:
    header = "deal_id,created_date,closed_date,stage,amount\n"
    text = header + "D1,2026-01-05,2026-01-15,won,1\nD2,2026-01-05,2026-03-06,won,1\n"
    events = deals(bundle_of([("deals", text)]), SalesSection(), None)
    months = CIVIL.periods(Grain.MONTH, Span(date(2026, 1, 5), date(2026, 3, 6)))

    found = evaluated(
        {Lens(subject): one.lines for subject, one in events.items()},
        [CATALOG["sales_cycle_days"], CATALOG["won_deals"]],
        catalog=CATALOG,
        periods=months,
        span=Span(months[0].start, months[-1].end),
    )

    assert found.select("sales_cycle_days", "won_deals").rows() == [(10.0, 1), (None, 0), (60.0, 1)]
