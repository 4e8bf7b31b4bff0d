from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from salesperf.analyses.kpi.compute import ALL_PERIODS, SEVERAL_PERIODS, Entry, Result, computed, needs
from salesperf.core.period import Grain
from salesperf.core.text import Text
from salesperf.facts.section import CalendarSection, SalesSection
from salesperf.metrics.catalog import CATALOG
from salesperf.metrics.compare import NO_PERIOD_ASKED, Against
from salesperf.metrics.request import Compare, Request
from salesperf.tables.bundle import Bundle, Table
from salesperf.tables.literal import bundle_of

Ask = Callable[..., Result]


def values(entries: tuple[Entry, ...], metric: str = "net_revenue") -> list[tuple[object, ...]]:
    return [(entry.period.key, *entry.group, entry.now[metric]) for entry in entries]


def test_groups_are_ordered_by_the_first_metric_and_the_nameless_group_is_last(answered: Ask) -> None:
    result = answered(Request(metrics=("net_revenue",), by=("rep",), period="2026"))

    assert values(result.entries) == [("2026", "R1", 140), ("2026", "R2", 120), ("2026", None, -20)]


def test_the_nameless_group_is_last_even_when_it_is_the_largest(answered: Ask) -> None:
    orders = "order_id,order_date,rep_id,amount\nA,2026-01-01,,90\nB,2026-01-01,R1,5\nC,2026-01-01,R2,7\n"

    result = answered(Request(metrics=("net_revenue",), by=("rep",)), bundle_of([("orders", orders)]))

    assert [entry.group[0] for entry in result.entries] == ["R2", "R1", None]


def test_periods_come_first_then_groups(answered: Ask) -> None:
    result = answered(Request(metrics=("net_revenue",), by=("rep",), period="2026-Q1", grain=Grain.MONTH))

    # The base of February is January: who sold then and not now is shown with what he sells now.
    assert values(result.entries) == [
        ("2026-01", "R1", 100),
        ("2026-01", "R2", 50),
        ("2026-02", "R2", 70),
        ("2026-02", "R1", 40),
        ("2026-02", None, -20),
    ]


def test_the_total_is_evaluated_again_and_not_added(answered: Ask) -> None:
    result = answered(Request(metrics=("active_customers", "aov"), by=("rep",), period="2026"))

    # C1 buys from both reps: R1 has one customer, R2 two, and the shop two.
    assert [entry.now["active_customers"] for entry in result.entries] == [2, 1, 0]
    assert result.total is not None
    assert (result.total.now["active_customers"], result.total.now["aov"]) == (2, Decimal(60))


def test_a_total_that_is_not_wanted_is_not_measured(answered: Ask) -> None:
    assert answered(Request(by=("rep",), total=False)).total is None
    assert answered(Request()).total is None


def test_a_group_that_did_nothing_has_flows_of_zero_and_ratios_of_null(answered: Ask) -> None:
    result = answered(
        Request(metrics=("net_revenue", "gross_profit", "aov"), by=("rep",), period="2026-02", compare=(Compare.YOY,))
    )

    by_rep = {entry.group[0]: entry for entry in result.entries}
    base = by_rep["R2"].bases[Against.YOY]
    assert not isinstance(base, Text)
    assert (base["net_revenue"], base["gross_profit"], base["aov"]) == (0, 0, None)
    assert isinstance(base["net_revenue"], Decimal)


def test_a_period_switches_the_comparisons_on(answered: Ask) -> None:
    assert answered(Request(period="2026-01")).compare == (Compare.PREV, Compare.YOY)
    assert answered(Request(period="2030-01")).compare == (Compare.PREV, Compare.YOY)
    assert answered(Request(period="2026")).compare == (Compare.YOY,)
    assert answered(Request()).compare == ()
    assert answered(Request(compare=(Compare.YTD, Compare.PREV))).compare == (Compare.PREV, Compare.YTD)


def test_all_the_data_have_no_base(answered: Ask) -> None:
    (entry,) = answered(Request(compare=(Compare.PREV,))).entries

    assert entry.bases[Against.PREV] == NO_PERIOD_ASKED


def test_a_total_of_several_periods_has_no_period_before(answered: Ask) -> None:
    result = answered(Request(period="2026", grain=Grain.MONTH, compare=(Compare.PREV,)))

    assert result.total is not None
    assert result.total.bases[Against.PREV] == SEVERAL_PERIODS


def test_the_total_of_all_periods_is_compared_with_nothing_and_does_not_ask_for_a_period(answered: Ask) -> None:
    result = answered(Request(metrics=("orders",), grain=Grain.YEAR, compare=(Compare.YOY,)))

    assert result.total is not None
    assert result.total.bases[Against.YOY] == ALL_PERIODS


def test_the_last_period_is_partial_whether_or_not_a_period_was_asked_for(answered: Ask) -> None:
    asked = answered(Request(metrics=("orders",), period="2026", grain=Grain.MONTH))
    everything = answered(Request(metrics=("orders",), grain=Grain.MONTH))

    assert [entry.partial for entry in asked.entries] == [False, True]
    assert [entry.partial for entry in everything.entries][-2:] == [False, True]


def test_all_the_data_are_not_partial(answered: Ask) -> None:
    assert [entry.partial for entry in answered(Request()).entries] == [False]


def test_the_trend_holds_whole_months_only(answered: Ask) -> None:
    result = answered(Request(metrics=("net_revenue",)))

    keys = [period.key for period, _ in result.months]
    assert (keys[0], keys[-1], len(keys)) == ("2025-02", "2026-01", 12)
    assert [row["net_revenue"] for _, row in result.months][-2:] == [0, 150]


def test_retention_over_all_the_data_is_pooled_over_months(answered: Ask) -> None:
    (entry,) = answered(Request(metrics=("retention_rate", "opening_customers"))).entries

    # Only February 2025 has a month after it with nothing kept; of December nobody could be kept.
    assert (entry.now["retention_rate"], entry.now["opening_customers"]) == (0.0, None)


def test_the_total_of_years_pools_retention_over_years() -> None:
    rows = (
        "order_id,order_date,customer_id,amount\n"
        "1,2024-03-01,A,100000\n2,2024-06-01,B,200000\n"
        "3,2025-03-01,A,120000\n4,2025-06-01,B,150000\n5,2025-09-01,C,90000\n6,2025-12-31,D,10000\n"
    )
    contracts = bundle_of([("orders", rows)])
    request = Request(metrics=("nrr", "grr", "retention_rate"), grain=Grain.YEAR)
    total = computed(contracts, request, section=SalesSection(), calendar=CalendarSection(), catalog=CATALOG).total

    # 2025 holds 120,000 + 150,000 of the 300,000 of 2024, no customer for more than then 100,000 + 150,000; both stay.
    assert total is not None
    assert (total.now["nrr"], total.now["grr"], total.now["retention_rate"]) == (0.9, 250 / 300, 1.0)


def test_a_period_outside_the_data_has_no_entries(answered: Ask) -> None:
    result = answered(Request(period="2030", by=("rep",)))

    assert (result.entries, result.total) == ((), None)


def test_a_question_without_metrics_needs_every_column() -> None:
    assert needs(Request(), CATALOG) is None


LINES = st.lists(
    st.tuples(
        st.integers(0, 75),
        st.sampled_from(["C1", "C2", "C3", ""]),
        st.sampled_from(["R1", "R2", ""]),
        st.integers(-30, 90),
        st.sampled_from(["", "4", "20"]),
        st.sampled_from(["paid", "cancelled", "returned"]),
    ),
    min_size=1,
    max_size=12,
)
SOME = settings(max_examples=settings().max_examples // 25)
"""Each case asks up to five whole questions: a few dozen cases keep a property within seconds."""
METRICS = (
    "net_revenue", "orders", "aov", "gross_profit", "active_customers", "new_customers", "retained_customers",
    "lost_customers", "repeat_rate", "top10_customer_share", "revenue_per_rep",
)  # fmt: skip
Rows = list[tuple[int, str, str, int, str, str]]


def bundle(rows: Rows) -> Bundle:
    first = date(2026, 1, 12)
    return bundle_of(
        [
            (
                "orders",
                "order_id,order_date,customer_id,rep_id,amount,cost,status\n"
                + "".join(
                    f"{number},{first + timedelta(days=day)},{customer},{rep},{amount},{cost},{status}\n"
                    for number, (day, customer, rep, amount, cost, status) in enumerate(rows)
                ),
            )
        ]
    )


def ask(of: Bundle, request: Request) -> Result:
    return computed(of, request, section=SalesSection(), calendar=CalendarSection(), catalog=CATALOG)


def figures(entry: Entry) -> dict[str, object]:
    """Every value now and then; why there is none does not matter."""
    found: dict[str, object] = {key: entry.now[key] for key in METRICS}
    for against, base in entry.bases.items():
        found |= {f"{key} {against}": None if isinstance(base, Text) else base[key] for key in METRICS}
    return found


@SOME
@given(LINES, st.sampled_from([None, "2026-02", "this-month", "ytd"]))
def test_a_groups_row_answers_the_question_with_that_group_only(rows: Rows, period: str | None) -> None:
    of = bundle(rows)
    compare = (Compare.PREV,)

    grouped = ask(of, Request(metrics=METRICS, by=("rep",), period=period, compare=compare))

    for entry in grouped.entries:
        where = f"rep={entry.group[0] or '-'}"
        alone = ask(of, Request(metrics=METRICS, where=(where,), period=period, compare=compare))
        # A group that only its base knows has no line in the period: asked alone, there is nothing to show.
        expected = figures(alone.entries[0]) if alone.entries else figures(entry)
        assert figures(entry) == expected, where


@SOME
@given(LINES, st.sampled_from([None, "2026-02", "this-month"]))
def test_the_total_answers_the_question_without_groups(rows: Rows, period: str | None) -> None:
    of = bundle(rows)

    grouped = ask(of, Request(metrics=METRICS, by=("rep", "customer"), period=period))
    whole = ask(of, Request(metrics=METRICS, period=period))

    if grouped.total is None:
        assert whole.entries == ()
    else:
        assert figures(grouped.total) == figures(whole.entries[0])


@SOME
@given(LINES, st.sampled_from([None, Grain.MONTH]), st.sampled_from(METRICS))
def test_the_columns_a_question_needs_are_enough(rows: Rows, grain: Grain | None, metric: str) -> None:
    of = bundle(rows)
    request = Request(metrics=(metric,), by=("rep",), grain=grain, where=("amount>-1000", "customer!=-"))
    wanted = needs(request, CATALOG)
    assert wanted is not None
    table = of.tables["orders"]
    frame = table.frame.select([name for name in table.frame.columns if name in wanted["orders"]])
    narrow = Bundle({"orders": Table("orders", frame, table.mapped, table.data_through)})

    found, expected = ask(narrow, request), ask(of, request)

    assert values(found.entries, metric) == values(expected.entries, metric)
