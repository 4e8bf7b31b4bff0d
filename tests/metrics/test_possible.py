from __future__ import annotations

import pytest
from msgspec.structs import replace

from salesperf.analyses.kpi.compute import computed
from salesperf.core.errors import DataError, UsageError
from salesperf.facts.section import CalendarSection, SalesSection
from salesperf.facts.subjects import facts_of
from salesperf.metrics.catalog import CATALOG
from salesperf.metrics.model import Metric
from salesperf.metrics.possible import Lack, Lacking, possible_metrics
from salesperf.metrics.request import Request
from salesperf.tables.bundle import Bundle, Spot
from salesperf.tables.literal import bundle_of

SHOP = bundle_of([("orders", "order_id,order_date,customer_id,amount\nA,2026-01-05,C1,10\n")])


def found(request: Request, of: Bundle = SHOP) -> tuple[tuple[Metric, ...], Lacking]:
    return possible_metrics(request, facts_of(of, section=SalesSection()), of, CATALOG)


def test_metrics_that_the_files_cannot_give_are_left_out_of_the_defaults() -> None:
    there, skipped = found(Request())

    lacking = {"units", "gross_profit", "gross_margin", "discount_rate", "revenue_per_rep", "ltv"}
    assert {key for key, lacks in skipped.items() if all(lack.columns for lack in lacks)} == lacking
    assert "top10_customer_share" in {metric.key for metric in there}


def test_metrics_asked_for_by_name_must_be_had() -> None:
    unread = replace(SHOP, unmapped=("Kosten", "cosst"))

    with pytest.raises(DataError) as fault:
        found(Request(metrics=("gross_profit", "units", "orders")), unread)

    assert [(issue.code, issue.message) for issue in fault.value.issues] == [
        ("F509", "gross_profit needs cost, which the orders do not have"),
        ("F509", "units needs quantity, which the orders do not have"),
    ]
    assert "'cosst'" in fault.value.issues[0].hint


def test_a_metric_asked_for_twice_is_measured_once() -> None:
    there, skipped = found(Request(metrics=("orders", "net_revenue", "orders")))

    assert ([metric.key for metric in there], skipped) == (["orders", "net_revenue"], {})


def test_an_unknown_metric_is_answered_with_the_closest() -> None:
    with pytest.raises(UsageError) as fault:
        found(Request(metrics=("net_revenu",)))

    assert "'net_revenue'" in fault.value.hint


def test_metrics_of_tables_that_are_not_there_say_which_table_they_want() -> None:
    _, skipped = found(Request())

    assert [lack.text.en for lack in skipped["win_rate"]] == ["a table of deals"]


SHOP_AND_LEADS = bundle_of(
    [
        ("orders", "order_id,order_date,customer_id,amount\nA,2026-01-05,C1,10\n"),
        ("leads", "lead_id,created_at,source,status\nL1,2026-01-03,fair,converted\nL2,2026-01-04,web,new\n"),
    ]
)


def test_sales_that_cannot_be_split_as_asked_are_left_out_where_other_events_can() -> None:
    there, skipped = found(Request(by=("source",)), SHOP_AND_LEADS)

    assert {metric.key for metric in there} == {"new_leads", "lead_conversion"}
    assert [lack.text.en for lack in skipped["net_revenue"]] == ["source, which the orders do not have"]


def test_metrics_of_leads_are_split_by_what_only_leads_have() -> None:
    request = Request(metrics=("new_leads",), by=("source",), where=("source=fair",))

    result = computed(SHOP_AND_LEADS, request, section=SalesSection(), calendar=CalendarSection(), catalog=CATALOG)

    assert [(entry.group, entry.now["new_leads"]) for entry in result.entries] == [(("fair",), 1)]
    assert result.scope.matching == 1


def test_sales_that_are_asked_for_must_be_split_as_asked() -> None:
    request = Request(metrics=("new_leads", "net_revenue"), by=("source",))

    with pytest.raises(DataError, match="cannot split by source"):
        computed(SHOP_AND_LEADS, request, section=SalesSection(), calendar=CalendarSection(), catalog=CATALOG)


def test_payments_that_name_no_invoices_are_what_is_lacking_where_the_invoices_have_due_days() -> None:
    text = "invoice_id,customer_id,invoice_date,due_date,amount\nA,C,2026-01-10,2026-02-09,10\n"
    paid = "payment_date,amount\n2026-02-09,10\n"

    with pytest.raises(DataError) as fault:
        found(Request(metrics=("collection_rate", "overdue_rate")), bundle_of([("invoices", text), ("payments", paid)]))

    lacks = "payments that name their invoices, or customers who have some: those of the files name neither"
    assert [one.message for one in fault.value.issues] == [
        f"collection_rate needs {lacks}",
        f"overdue_rate needs {lacks}",
    ]


def test_a_lack_is_told_in_words_of_the_language() -> None:
    lack = Lack("payments", ("rep",))

    assert lack.text.en == "rep, which the payments do not have"
    assert lack.text.zh == "回款（payments）中的销售员（rep）"


ANSWERS = bundle_of([("surveys", "survey_date,customer_id,kind,score,scale\n2026-01-05,C1,csat,5,5\n")])


@pytest.mark.parametrize(
    ("request_", "of", "column"),
    [
        (Request(metrics=("units",)), SHOP, "quantity"),
        (Request(metrics=("gross_profit",)), SHOP, "cost"),
        (Request(metrics=("csat",), by=("rep",)), ANSWERS, "rep_name"),
        (Request(metrics=("csat",), by=("product",)), ANSWERS, "product_name"),
    ],
)
def test_the_example_names_the_column_that_is_needed(request_: Request, of: Bundle, column: str) -> None:
    with pytest.raises(DataError) as fault:
        found(request_, of)

    assert f"columns = {{ {column} = " in fault.value.hint_text.en


def test_where_a_table_says_the_source_the_channel_is_asked_for_as_that() -> None:
    of = bundle_of([("leads", "lead_id,created_at,source\n1,2026-04-01,Paid Search\n")])

    with pytest.raises(DataError) as fault:
        found(Request(metrics=("new_leads",), by=("channel",)), of)

    assert fault.value.hint_text.en == "the leads say the source: ask --by source"


def test_the_lines_for_a_header_that_names_reps_of_a_survey_can_be_pasted() -> None:
    of = replace(ANSWERS, unmapped=("回访专员",), unmapped_in={"回访专员": Spot("surveys", ("s.csv",))})

    with pytest.raises(DataError) as fault:
        found(Request(by=("rep",)), of)

    lines = '\n[[table]]\nname = "surveys"\nfiles = ["s.csv"]\ncolumns = { rep_name = "回访专员" }'
    assert fault.value.hint_text.en.endswith(lines)


def test_files_of_which_nothing_can_be_split_as_asked_are_told_what_they_lack() -> None:
    with pytest.raises(DataError) as fault:
        found(Request(by=("rep",)), ANSWERS)

    told = {issue.message for issue in fault.value.issues}
    assert "csat needs rep, which the surveys do not have" in told
    assert all(message.endswith("rep, which the surveys do not have") for message in told)
