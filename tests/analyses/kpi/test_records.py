from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from salesperf.core.period import Grain
from salesperf.core.unit import Unit
from salesperf.metrics.request import Compare, Request
from salesperf.report.model import Records, Report
from salesperf.tables.literal import bundle_of

Ask = Callable[..., Report]


def keys(records: Records) -> list[str]:
    return [column.key for column in records.columns]


def named(records: Records, row: int = 0) -> dict[str, object]:
    return dict(zip(keys(records), records.rows[row], strict=True))


def test_a_record_is_a_period_and_group_with_name_and_id(reported: Ask) -> None:
    records = reported(
        Request(metrics=("net_revenue", "orders"), by=("rep",), grain=Grain.MONTH, period="2026")
    ).records

    assert keys(records)[:4] == ["period", "rep", "rep_id", "net_revenue"]
    assert [row[:4] for row in records.rows] == [
        ("2026-01", "Ann", "R1", 100),
        ("2026-01", "Bob", "R2", 50),
        ("2026-02", "Bob", "R2", 70),
        ("2026-02", "Ann", "R1", 40),
        ("2026-02", None, None, -20),
    ]


def test_each_metric_is_followed_by_its_bases_and_growth(reported: Ask) -> None:
    records = reported(
        Request(metrics=("net_revenue",), period="2026-02", compare=(Compare.PREV, Compare.YOY, Compare.YTD))
    ).records

    # To 6 February: 90, of which January's first six days had 100 and last February's 80; 240 in the year so far.
    assert named(records) == {
        "period": "2026-02",
        "net_revenue": 90,
        "net_revenue_prev": 100,
        "net_revenue_mom": -0.1,
        "net_revenue_yoy_base": 80,
        "net_revenue_yoy": 90 / 80 - 1,
        "net_revenue_ytd": 240,
        "net_revenue_ytd_base": 80,
        "net_revenue_ytd_yoy": 240 / 80 - 1,
    }


def test_growth_over_a_quarter_and_a_range_has_its_own_key(reported: Ask) -> None:
    quarter = reported(Request(metrics=("orders",), period="2026-Q1")).records
    some = reported(Request(metrics=("orders",), period="2026-01-01..2026-01-31")).records

    assert keys(quarter) == ["period", "orders", "orders_prev", "orders_qoq", "orders_yoy_base", "orders_yoy"]
    assert keys(some) == ["period", "orders", "orders_prev", "orders_pop", "orders_yoy_base", "orders_yoy"]


def test_a_year_has_one_growth_key(reported: Ask) -> None:
    records = reported(Request(metrics=("orders",), grain=Grain.YEAR, compare=(Compare.PREV, Compare.YOY))).records

    assert keys(records) == ["period", "orders", "orders_prev", "orders_yoy_base", "orders_yoy"]


def test_values_keep_their_units_and_types(reported: Ask) -> None:
    records = reported(Request(metrics=("net_revenue", "orders", "return_rate", "aov"))).records
    units = {column.key: column.unit for column in records.columns}
    row = named(records)

    assert [units[key] for key in keys(records)] == [None, Unit.MONEY, Unit.COUNT, Unit.RATIO, Unit.PRICE]
    # 340 sold less 20 returned, in five orders.
    assert row["net_revenue"] == Decimal(320)
    assert row["orders"] == 5
    assert row["return_rate"] == 20 / 340
    assert row["aov"] == Decimal(64)


def test_the_total_is_named_in_the_first_group_column(reported: Ask) -> None:
    records = reported(Request(metrics=("active_customers",), by=("rep", "customer"), period="2026")).records

    assert keys(records)[:5] == ["period", "rep", "rep_id", "customer", "customer_id"]
    assert records.total is not None
    assert records.total[:6] == ("2026", "total", None, None, None, 2)


def test_a_period_without_data_has_the_same_columns_and_no_rows(reported: Ask) -> None:
    empty = reported(Request(metrics=("orders",), period="2030-01")).records
    full = reported(Request(metrics=("orders",), period="2026-01")).records

    assert empty.rows == ()
    assert keys(empty) == keys(full)


def test_two_reps_of_one_name_are_two_records(reported: Ask) -> None:
    orders = "order_id,order_date,rep_id,rep_name,amount\nA,2026-01-01,R1,Ann,1\nB,2026-01-01,R2,Ann,2\n"

    records = reported(Request(metrics=("net_revenue",), by=("rep",)), bundle_of([("orders", orders)])).records

    assert [row[1:4] for row in records.rows] == [("Ann", "R2", 2), ("Ann", "R1", 1)]
