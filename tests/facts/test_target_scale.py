from __future__ import annotations

from decimal import Decimal

import pytest

from salesperf.core.errors import Issue
from salesperf.facts.calendar import Calendar
from salesperf.facts.sales import sales
from salesperf.facts.section import SalesSection
from salesperf.facts.target_scale import scale_doubts
from salesperf.tables.literal import bundle_of

# Zhang Wei sold 1,000,000 in January and 2,000,000 in February, Li Na 500,000 in each month to the last of March.
ORDERS = (
    "order_id,order_date,rep_id,rep_name,amount\n"
    "1,2025-01-02,EMP007,张伟,1000000\n2,2025-02-10,EMP007,张伟,2000000\n"
    "3,2025-01-05,EMP008,李娜,500000\n4,2025-02-05,EMP008,李娜,500000\n5,2025-03-31,EMP008,李娜,500000\n"
)
PEOPLE = "rep_id,rep_name\nEMP007,张伟\nEMP008,李娜\n"


def _doubts(*targets: str, orders: str = ORDERS, people: str = "") -> list[Issue]:
    table = "scope,scope_id,metric,period,amount\n" + "".join(f"{one}\n" for one in targets)
    tables = [("orders", orders), ("targets", table), *([("people", people)] if people else [])]
    bundle = bundle_of(tables)
    return list(scale_doubts(bundle, sales(bundle, section=SalesSection()), calendar=Calendar()))


@pytest.mark.parametrize(
    ("amounts", "unit"),
    [
        (("1100", "1900"), "thousands"),
        (("110", "190"), "万元"),
        (("1.1", "1.9"), "millions"),
    ],
)
def test_targets_far_below_the_sales_of_their_period_are_told_with_the_likely_unit(
    amounts: tuple[str, str], unit: str
) -> None:
    january, february = amounts
    (found,) = _doubts(f"rep,张伟,net_revenue,2025-01,{january}", f"rep,张伟,net_revenue,2025-02,{february}")

    # 2,000,000 / 1,900 is 1,052 and 1,000,000 / 1,100 only 909: the upper of the two is shown.
    assert (found.code, found.count) == ("F575", 2)
    assert f"such as {Decimal(february):,} where 2,000,000 was sold in 2025-02: perhaps in {unit}" in found.message
    assert found.hint.startswith(f'if so, say unit = "{unit}" under [[table]]; ')


def test_targets_of_the_size_of_sales_are_not_told() -> None:
    assert _doubts("rep,张伟,net_revenue,2025-01,1200000", "rep,李娜,net_revenue,2025-02,50000") == []


def test_a_target_missed_or_passed_by_far_is_no_other_unit() -> None:
    # 1,000,000 sold where 40,000 were asked for is 25 times as much.
    assert _doubts("rep,张伟,net_revenue,2025-01,40000") == []


def test_few_small_targets_among_others_are_no_other_unit() -> None:
    assert (
        _doubts(
            "rep,张伟,net_revenue,2025-01,100",
            "rep,张伟,net_revenue,2025-02,2000000",
            "rep,李娜,net_revenue,2025-01,600000",
        )
        == []
    )


def test_a_target_under_a_name_is_compared_with_the_sales_of_the_id() -> None:
    only_ids = ORDERS.replace("rep_id,rep_name", "rep_id,region").replace("张伟", "x").replace("李娜", "x")

    by_list = _doubts("rep,张伟,net_revenue,2025-01,110", orders=only_ids, people=PEOPLE)
    by_sales = _doubts("rep,张伟,net_revenue,2025-01,110")

    # 1,000,000 / 110 = 9,090
    assert ["1/9,090" in found.message for found in (*by_list, *by_sales)] == [True, True]


def test_targets_of_reps_whom_nobody_knows_are_compared_together_with_all_sales() -> None:
    (found,) = _doubts("rep,A,net_revenue,2025-01,100", "rep,B,net_revenue,2025-01,50")

    # 1,500,000 were sold in January, 150 asked for.
    assert "such as 150 where 1,500,000 was sold in 2025-01" in found.message


def test_the_company_is_compared_with_all_sales() -> None:
    (found,) = _doubts("company,,net_revenue,2025-Q1,450")

    assert "such as 450 where 4,500,000 was sold in 2025-Q1: perhaps in 万元" in found.message


def test_periods_that_the_sales_hardly_reach_are_not_compared() -> None:
    # The sales end on 31 March: a quarter of 2025, and nothing of 2026.
    assert _doubts("company,,net_revenue,2025,1800", "company,,net_revenue,2026-Q1,450") == []


def test_other_metrics_and_periods_that_are_none_are_passed_over() -> None:
    assert _doubts("company,,orders,2025-Q1,5", "company,,net_revenue,soon,5", "team,北区,net_revenue,2025-Q1,1") == []


REGIONS = (
    "order_id,order_date,region,team,product_name,amount\n"
    "1,2025-01-02,North,甲组,Pump,1000000\n2,2025-03-31,South,乙组,Valve,500000\n"
)


@pytest.mark.parametrize(
    ("scope", "one", "other"),
    [
        ("region", "North", "South"),
        ("team", "甲组", "乙组"),
        ("product", "Pump", "Valve"),
    ],
)
def test_targets_of_regions_teams_and_products_are_compared_with_their_own_sales(
    scope: str, one: str, other: str
) -> None:
    rows = [f"{scope},{name},net_revenue,2025-Q1,{amount}" for name, amount in ((one, 100), (other, 50))]
    plain = [f"{row}0000" for row in rows]

    (found,) = _doubts(*rows, orders=REGIONS)

    # 1,000,000 / 100 and 500,000 / 50 are both 10,000.
    assert (found.code, found.count) == ("F575", 2)
    assert "1/10,000" in found.message
    assert _doubts(*plain, orders=REGIONS) == []


def test_teams_that_only_the_people_table_tells_are_compared_too() -> None:
    people = "rep_id,rep_name,team\nEMP007,张伟,北区\nEMP008,李娜,南区\n"

    (found,) = _doubts("team,北区,net_revenue,2025-Q1,300", "team,南区,net_revenue,2025-Q1,150", people=people)

    # 张伟 sold 3,000,000 and 李娜 1,500,000 in the quarter.
    assert "such as 300 where 3,000,000 was sold" in found.message
