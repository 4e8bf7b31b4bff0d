from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from salesperf.analyses.kpi.compute import Result, computed
from salesperf.analyses.kpi.growth import value_cell
from salesperf.core.errors import ConfigError, DataError
from salesperf.core.period import Grain
from salesperf.core.text import Text
from salesperf.core.unit import Unit
from salesperf.facts.section import CalendarSection, SalesSection
from salesperf.metrics.catalog import CATALOG
from salesperf.metrics.custom import custom_metrics
from salesperf.metrics.model import Derived, Ratio
from salesperf.metrics.request import Request
from salesperf.metrics.section import CustomMetric, MetricsSection
from salesperf.tables.literal import bundle_of

ORDERS = (
    "order_id,order_date,rep_id,region,amount\n"
    "A,2026-01-05,R1,East,100\nB,2026-01-06,R1,West,50\nC,2026-02-05,R2,West,30\nD,2026-02-06,R1,East,-10\n"
)
EAST = CustomMetric(label="east", expression="net_revenue", unit=Unit.MONEY, where=("region=East",))
EAST_AOV = CustomMetric(label="east aov", numerator="net_revenue", denominator="orders", where=("region=East",))


def section(**metrics: CustomMetric) -> MetricsSection:
    return MetricsSection(custom=metrics)


def answered(request: Request, *, orders: str = ORDERS, **metrics: CustomMetric) -> Result:
    catalog = CATALOG.extended(custom_metrics(section(**metrics)))
    return computed(
        bundle_of([("orders", orders)]),
        request,
        section=SalesSection(),
        calendar=CalendarSection(),
        catalog=catalog,
    )


def test_a_custom_metric_becomes_the_same_value_as_a_built_in_one() -> None:
    (ratio, derived) = custom_metrics(
        section(
            take=CustomMetric(label="take", label_zh="占比", numerator="net_revenue", denominator="gross_revenue"),
            double=CustomMetric(label="double", expression="take * 2", default=False),
        )
    )

    assert ratio.formula == Ratio("net_revenue", "gross_revenue")
    assert (ratio.label.en, ratio.label.zh, ratio.group, ratio.default) == ("take", "占比", "custom", True)
    assert derived.formula == Derived("take * 2")
    assert (derived.label.zh, derived.default) == ("double", False)


@pytest.mark.parametrize(
    ("key", "metric", "message"),
    [
        ("x", CustomMetric(label="x", expression="net_revnue / orders"), "unknown metric 'net_revnue'"),
        ("x", CustomMetric(label="x", expression="x + 1"), "made of itself"),
        ("x", CustomMetric(label="x", expression="__import__('os')"), "not allowed"),
        ("x", CustomMetric(label="x", expression="1e400 * orders"), "too large"),
        ("x", CustomMetric(label="x", numerator="nothing", denominator="orders"), "unknown metric"),
        ("Net-Profit", CustomMetric(label="x", expression="orders"), "lower-case"),
        ("orders", CustomMetric(label="x", expression="units"), "built-in"),
        ("net", CustomMetric(label="x", expression="units"), "built-in"),
    ],
)
def test_a_faulty_metric_is_a_configuration_error_with_its_key_path(
    key: str, metric: CustomMetric, message: str
) -> None:
    with pytest.raises(ConfigError, match=message) as fault:
        custom_metrics(section(**{key: metric}))

    assert f"metrics.custom.{key}" in fault.value.message


def test_a_metric_is_made_of_metrics_with_conditions_each_measured_on_its_own_lines() -> None:
    # East keeps 100 - 10 of 170 in all: the share is not that of everything.
    share = CustomMetric(label="share", numerator="east", denominator="net_revenue")
    gap = CustomMetric(label="gap", expression="net_revenue - east * 2", unit=Unit.MONEY)

    result = answered(Request(metrics=("share", "gap"), by=("rep",)), east=EAST, share=share, gap=gap)

    values = {entry.group[0]: [entry.now["share"], entry.now["gap"]] for entry in result.entries}
    assert values == {"R1": [90 / 140, 140 - 180], "R2": [0, 30]}
    assert result.total is not None
    assert (result.total.now["share"], result.total.now["gap"]) == (90 / 170, 170 - 180)


def test_conditions_of_a_metric_hold_for_its_parts_together_with_theirs() -> None:
    # East in January: 100 of the 150 of January.
    january = "date<2026-02-01"
    share = CustomMetric(label="share", numerator="east", denominator="net_revenue", where=(january,))

    result = answered(Request(metrics=("share", "net_revenue")), east=EAST, share=share)

    assert (result.entries[0].now["share"], result.entries[0].now["net_revenue"]) == (100 / 150, 170)


def test_a_part_without_lines_leaves_a_ratio_null_with_the_name_of_the_part() -> None:
    north = CustomMetric(label="west revenue", expression="net_revenue", unit=Unit.MONEY, where=("region=West",))
    ratio = CustomMetric(label="ratio", numerator="east", denominator="north")

    result = answered(Request(metrics=("ratio",), where=("region=East",)), east=EAST, north=north, ratio=ratio)

    cell = value_cell(result.entries[0], result.scope.metrics[0], result.scope.measure.catalog)
    assert (cell.value, cell.reason) == (None, Text("no west revenue to divide by", "分母（west revenue）为零或缺失"))


CHANNELS = ("Online", "Shop", "")
SALES = st.lists(
    st.tuples(
        st.sampled_from("ABCD"),
        st.sampled_from(["2026-01-05", "2026-01-20", "2026-02-10", "2026-03-31"]),
        st.sampled_from(CHANNELS),
        st.sampled_from(["R1", "R2"]),
        st.integers(-30, 90),
    ),
    min_size=1,
    max_size=12,
)


@settings(max_examples=settings().max_examples // 10)
@given(SALES, st.sampled_from([None, "rep"]))
def test_a_ratio_of_metrics_with_conditions_is_what_plain_python_finds(
    rows: list[tuple[str, str, str, str, int]], by: str | None
) -> None:
    online = CustomMetric(label="online", expression="net_revenue", unit=Unit.MONEY, where=("channel=Online",))
    large = CustomMetric(label="large orders", expression="orders", unit=Unit.COUNT, where=("amount>=50",))
    ratio = CustomMetric(label="online a large order", numerator="online", denominator="large")
    header = "order_id,order_date,channel,rep_id,amount\n"
    every = [*rows, *(("Z", "2026-01-01", channel, "R9", 1) for channel in CHANNELS)]
    orders = header + "".join(f"{a},{b},{c},{d},{e}\n" for a, b, c, d, e in every)

    result = answered(
        Request(metrics=("ratio",), by=(by,) if by else (), grain=Grain.MONTH),
        orders=orders,
        online=online,
        large=large,
        ratio=ratio,
    )

    worth = {order: sum(row[4] for row in every if row[0] == order) for order, *_ in every}
    for entry in result.entries:
        mine = [row for row in every if row[1][:7] == entry.period.key and (not by or row[3] == entry.group[0])]
        net = sum(row[4] for row in mine if row[2] == "Online")
        count = len({row[0] for row in mine if row[4] >= 50 and worth[row[0]] > 0})
        assert entry.now["ratio"] == (net / count if count else None)


def test_a_condition_of_a_metric_is_checked_when_it_is_defined() -> None:
    with pytest.raises(ConfigError, match=r"metrics\.custom\.x"):
        custom_metrics(section(x=CustomMetric(label="x", expression="orders", where=("region~East",))))


def test_a_metric_with_conditions_measures_its_lines_only() -> None:
    result = answered(Request(metrics=("net_revenue", "east", "east_aov")), east=EAST, east_aov=EAST_AOV)

    (entry,) = result.entries
    # East: 100 - 10; the order D is a return.
    assert [entry.now[key] for key in ("net_revenue", "east", "east_aov")] == [170, 90, 90]


def test_a_condition_may_name_a_dimension_as_reports_print_it() -> None:
    east = CustomMetric(label="华东销售额", expression="net_revenue", unit=Unit.MONEY, where=("区域=East",))

    assert answered(Request(metrics=("east",)), east=east).entries[0].now["east"] == 90


def test_a_group_without_lines_of_the_condition_measures_zero_and_no_ratio() -> None:
    result = answered(Request(metrics=("net_revenue", "east", "east_aov"), by=("rep",)), east=EAST, east_aov=EAST_AOV)
    alone = answered(
        Request(metrics=("net_revenue", "east", "east_aov"), where=("rep=R2",)), east=EAST, east_aov=EAST_AOV
    )

    values = {entry.group[0]: [entry.now[metric.key] for metric in result.scope.metrics] for entry in result.entries}
    assert values == {"R1": [140, 90, 90], "R2": [30, 0, None]}
    assert [alone.entries[0].now[key] for key in ("net_revenue", "east", "east_aov")] == [30, 0, None]


def test_a_metrics_condition_and_the_questions_may_exclude_each_other() -> None:
    result = answered(Request(metrics=("east",), where=("region=West",)), east=EAST)

    assert result.entries[0].now["east"] == 0


def test_a_default_metric_whose_condition_the_files_cannot_judge_is_left_out() -> None:
    orders = "order_id,order_date,amount\nA,2026-01-05,100\n"

    result = answered(Request(), orders=orders, east=EAST)

    assert "east" in result.scope.lacking
    assert result.entries[0].now["net_revenue"] == 100
    with pytest.raises(DataError):
        answered(Request(metrics=("east",)), orders=orders, east=EAST)


def test_an_amount_of_a_custom_metric_is_an_exact_decimal() -> None:
    bonus = CustomMetric(label="bonus", expression="net_revenue * 0.015", unit=Unit.MONEY)

    result = answered(Request(metrics=("bonus",)), bonus=bonus)

    assert result.entries[0].now["bonus"] == Decimal("2.55")
