from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal

import pytest
from msgspec.structs import replace

from salesperf.analyses.explain.rows import SHOWN
from salesperf.core.errors import UsageError
from salesperf.core.period import Grain
from salesperf.core.text import Lang, Text
from salesperf.core.unit import Unit
from salesperf.facts.section import CalendarSection
from salesperf.metrics.catalog import CATALOG
from salesperf.metrics.model import Better, Derived, Family, Metric, Ratio
from salesperf.metrics.request import Request
from salesperf.report.model import Cell, Report, TableBlock
from salesperf.tables.bundle import Bundle
from salesperf.tables.literal import bundle_of

Ask = Callable[..., Report]


def parts(report: Report) -> dict[str, object]:
    block = report.blocks[0]
    assert isinstance(block, TableBlock)
    found = {}
    for row in block.rows:
        name, _, value, _ = (cell.value for cell in row.cells if isinstance(cell, Cell))
        found[str(name).strip()] = value
    return found


def said(report: Report, lang: Lang = Lang.EN) -> dict[str, str]:
    return {note.key: note.text.say(lang) for note in report.notes}


def test_the_parts_give_the_number(explained: Ask) -> None:
    found = parts(explained("return_rate"))

    assert (found["returned_amount"], found["gross_revenue"]) == (Decimal(20), Decimal(190))
    assert found["return_rate"] == pytest.approx(20 / 190, rel=1e-15)


def test_the_report_says_what_it_is_about(explained: Ask) -> None:
    report = explained("net_revenue", Request(period="2026-01", where=("rep=R1",)))

    assert report.title == Text("Where net revenue comes from", "销售净额的来源")
    assert report.subtitle == Text("January 2026; rep=R1", "2026年1月; rep=R1")
    assert parts(report)["net_revenue"] == 80, "100 sold less 20 returned"
    assert report.meta.currency == "EUR"
    assert (report.schema, [block.key for block in report.blocks]) == ("salesperf.explain/1", ["parts", "rows"])


def test_the_records_are_all_rows_and_the_page_says_when_it_shows_fewer(explained: Ask) -> None:
    count = SHOWN + 5
    text = "order_id,order_date,amount\n" + "".join(f"A{n:02},2026-01-05,{n}\n" for n in range(1, count + 1))

    report = explained("net_revenue", of=bundle_of([("orders", text)]))

    assert (len(report.records.rows), len(report.blocks[1].rows)) == (count, SHOWN)
    assert said(report)["rows"].startswith("25 rows are behind it, the largest first")
    assert "rows" not in said(explained("net_revenue"))


def test_lines_that_earn_nothing_and_lines_after_the_as_of_date_are_told(explained: Ask) -> None:
    assert said(explained("net_revenue"))["idle"] == (
        "not among the rows: what earns nothing, in all the data 1 line (1 cancelled, 0 open)"
    )
    later = explained("net_revenue", Request(as_of=date(2026, 2, 4)))
    assert said(later)["as_of"] == "as of 2026-02-04; 1 later line is left out"
    assert said(later, Lang.ZH)["as_of"] == "截至2026-02-04；其后的1行未计入"


def test_lines_before_the_first_day_that_is_believed_are_told(explained: Ask, shop: Bundle) -> None:
    of = replace(shop, tables={"orders": replace(shop.tables["orders"], data_from=date(2026, 2, 1))})

    assert said(explained("net_revenue", of=of), Lang.ZH)["early"].startswith("3行未计入：日期早于2026-02-01")


def test_a_metric_of_metrics_with_conditions_shows_each_part_and_the_rows_of_all(explained: Ask) -> None:
    # R1 in January: 100 - 20 in two lines; orders of 50 and more: A1 and A2.
    def own(key: str, formula: Derived | Ratio, unit: Unit, *where: str) -> Metric:
        return Metric(key, Text(key, key), Text("", ""), unit, Better.UP, Family.RESULT, formula, where=where)

    catalog = CATALOG.extended(
        (
            own("first", Derived("net_revenue"), Unit.MONEY, "rep=R1"),
            own("large", Derived("orders"), Unit.COUNT, "amount>=50"),
            own("ratio", Ratio("first", "large"), Unit.NUMBER, "date<2026-02-01"),
        )
    )

    report = explained("ratio", catalog=catalog)

    block = report.blocks[0]
    assert isinstance(block, TableBlock)
    lines = [tuple(cell.value for cell in row.cells[:3] if isinstance(cell, Cell)) for row in block.rows]
    assert lines == [
        ("ratio", "first / large, only lines with date<2026-02-01", 40.0),
        ("  first", "net_revenue, only lines with rep=R1", Decimal(80)),
        ("    net_revenue", "net", Decimal(80)),
        ("      net", "sum over lines", Decimal(80)),
        ("  large", "orders, only lines with amount>=50", 2),
        ("    orders", "orders", 2),
        ("      orders", "distinct count", 2),
    ]
    orders = [column.key for column in report.records.columns].index("order")
    assert [row[orders] for row in report.records.rows] == ["A1", "A2", "A3"]


def test_a_metric_that_looks_back_says_so(explained: Ask) -> None:
    assert "history" in said(explained("new_customers"))
    assert "history" not in said(explained("net_revenue"))


def test_a_rate_over_all_the_data_is_the_one_pooled_over_its_months(explained: Ask) -> None:
    # January C1, C2; February C1, C3; March C3: kept 1 of 2, then 1 of 2.
    text = (
        "order_id,order_date,customer_id,amount\n"
        "1,2026-01-02,C1,1\n2,2026-01-05,C2,1\n3,2026-02-05,C1,1\n4,2026-02-06,C3,1\n5,2026-03-31,C3,1\n"
    )
    of = bundle_of([("orders", text)])

    whole, march = (explained("retention_rate", Request(period=period), of) for period in (None, "2026-03"))

    assert (parts(whole)["retained"], parts(whole)["opening"], parts(whole)["retention_rate"]) == (2, 4, 0.5)
    assert "pooled" in said(whole)
    assert (parts(march)["retained"], parts(march)["opening"], parts(march)["retention_rate"]) == (1, 2, 0.5)
    assert "pooled" not in said(march)


def test_a_metric_with_conditions_of_its_own_has_its_own_rows(explained: Ask) -> None:
    of_r1 = Metric(
        "rate_r1",
        Text("return rate of R1", "R1退货率"),
        Text("returns of R1", "R1的退货"),
        Unit.RATIO,
        Better.DOWN,
        Family.RESULT,
        Ratio("returned_amount", "gross_revenue"),
        where=("rep=R1",),
    )

    report = explained("rate_r1", catalog=CATALOG.extended((of_r1,)))

    assert parts(report)["rate_r1"] == 0.2, "20 of 100"
    orders = [column.key for column in report.records.columns].index("order")
    assert [row[orders] for row in report.records.rows] == ["A1", "A3"]


def test_a_period_without_lines_has_no_rows(explained: Ask) -> None:
    report = explained("net_revenue", Request(period="2027-01"))

    assert (report.records.rows, parts(report)["net_revenue"]) == ((), None)


def test_the_fiscal_year_is_the_one_that_is_set(explained: Ask) -> None:
    # From February 2025 to January 2026, and from February 2026 on; a fiscal year is named for its end.
    from_february = CalendarSection(first_month=2)

    assert parts(explained("net_revenue", Request(period="2026"), calendar=from_february))["net_revenue"] == 130
    assert parts(explained("net_revenue", Request(period="2027"), calendar=from_february))["net_revenue"] == 40


@pytest.mark.parametrize("request_", [Request(by=("rep",)), Request(grain=Grain.MONTH)])
def test_several_numbers_cannot_be_taken_apart_at_once(request_: Request, explained: Ask) -> None:
    with pytest.raises(UsageError, match="one number"):
        explained("net_revenue", request_)


def test_an_unknown_metric_suggests(explained: Ask) -> None:
    with pytest.raises(UsageError) as fault:
        explained("net_revenu")

    assert "'net_revenue'" in fault.value.hint
