from __future__ import annotations

from collections.abc import Callable
from datetime import date

from msgspec.structs import replace

from salesperf.core.period import Grain
from salesperf.core.text import Lang, same
from salesperf.metrics.request import Request
from salesperf.report.model import Report
from salesperf.tables.bundle import Bundle
from salesperf.tables.literal import bundle_of

Ask = Callable[..., Report]


def said(report: Report) -> dict[str, str]:
    return {note.key: note.text.say(Lang.EN) for note in report.notes}


def orders(text: str) -> Bundle:
    return bundle_of([("orders", text)])


def test_every_line_is_accounted_for(reported: Ask) -> None:
    assert said(reported(Request()))["lines"] == (
        "7 lines in all: 5 sold, 1 returned; 1 earns nothing (1 cancelled, 0 open)"
    )


def test_an_empty_period_outside_the_data_is_said_and_shows_an_empty_table(reported: Ask) -> None:
    report = reported(Request(period="2030-01"))

    assert said(report)["empty"] == "no sales lines in 2030-01: the data run from 2025-02-03 to 2026-02-06"
    assert (report.blocks[0].rows, report.records.rows) == ((), ())


def test_an_empty_period_inside_the_data_is_said_and_shows_zeros(reported: Ask) -> None:
    report = reported(Request(metrics=("net_revenue", "orders", "aov"), period="2025-07"))

    assert "empty" in said(report)
    row = dict(zip((column.key for column in report.records.columns), report.records.rows[0], strict=True))
    assert (row["net_revenue"], row["orders"], row["aov"]) == (0, 0, None)


def test_conditions_that_nothing_meets_are_named(reported: Ask) -> None:
    report = reported(Request(where=("amount>1000",)))

    assert said(report)["empty"] == "no sales lines with amount>1000 in 2025-02-03..2026-02-06"


def test_conditions_and_how_many_lines_meet_them(reported: Ask) -> None:
    assert said(reported(Request(where=("rep=Ann",))))["where"] == "only lines with rep=Ann: 3 of 7"


def test_lines_before_the_first_day_that_is_believed_are_counted(reported: Ask, shop: Bundle) -> None:
    of = replace(shop, tables={"orders": replace(shop.tables["orders"], data_from=date(2026, 1, 5))})
    report = reported(Request(metrics=("net_revenue",)), of)

    # 100 + 50 + 40 + 70 - 20: the 80 of 2025-02-03 are not in it.
    assert report.records.rows[0][1] == 240
    assert said(report)["early"] == "1 line left out: dated before 2026-01-05, which is years before the rest"
    assert "early" not in said(reported(Request()))


def test_lines_after_the_as_of_date_are_counted(reported: Ask) -> None:
    assert said(reported(Request(as_of=date(2026, 1, 31))))["as_of"] == "as of 2026-01-31; 4 later lines are left out"


def test_lines_without_customer_or_rep_are_counted(reported: Ask) -> None:
    without_customers = orders("order_id,order_date,rep_id,amount\nA,2026-01-01,,1\nB,2026-01-01,R1,1\n")
    without_some = orders("order_id,order_date,customer_id,amount\nA,2026-01-01,,1\nB,2026-01-01,C,1\n")

    by_rep = said(reported(Request(by=("rep",)), without_customers))
    assert by_rep["without_rep"] == "1 line has no rep"
    assert by_rep["no_customer_column"] == "no customer column: customer metrics are left out"
    assert said(reported(Request(), without_some))["without_customer"].startswith("1 line has no customer")


def test_texts_taken_for_no_customer_and_no_rep_are_named(reported: Ask) -> None:
    some = orders("order_id,order_date,customer_id,rep_id,amount\nA,2026-01-01,,,1\nB,2026-01-01,C,R,1\n")
    words = {"customer_id": ("-", "N/A"), "customer_name": ("N/A",), "rep_id": tuple("abcdef")}
    of = replace(some, tables={"orders": replace(some.tables["orders"], empty_words=words)})
    notes = {note.key: note.text for note in reported(Request(by=("rep",)), of).notes}

    assert notes["without_customer"].en.endswith("; taken for empty: '-', 'N/A'")
    assert notes["without_customer"].zh.endswith("；视为空的文字：「-」、「N/A」")
    assert notes["without_rep"].en == "1 line has no rep; taken for empty: 'a', 'b', 'c', 'd', 'e' and others"


def test_how_much_of_the_revenue_has_a_known_cost(reported: Ask) -> None:
    # A3 has no cost: 270 of 320.
    assert said(reported(Request()))["cost_coverage"].startswith("cost is known for 84.4% of net revenue")
    assert "cost_coverage" not in said(reported(Request(metrics=("net_revenue",))))


def test_returns_without_a_cost_are_said_where_the_known_cost_is_of_more_than_was_sold(reported: Ask) -> None:
    rows = "order_id,order_date,amount,cost,status\nA,2026-01-01,100,60,completed\nB,2026-01-02,-20,,returned\n"

    told = said(reported(Request(metrics=("gross_profit", "net_revenue")), orders(rows)))["cost_coverage"]

    # 100 of known cost, 80 net.
    assert "leave gross profit as it was (the lines with a cost are 125.0% of net revenue)" in told


def test_the_first_date_bounds_what_new_means(reported: Ask) -> None:
    assert "begin on 2025-02-03" in said(reported(Request(metrics=("new_customers",))))["first_seen"]
    assert "first_seen" not in said(reported(Request(metrics=("orders",))))


def test_pooled_rates_are_said_only_without_a_period(reported: Ask) -> None:
    assert "pooled" in said(reported(Request(metrics=("retention_rate",))))
    assert "pooled" not in said(reported(Request(metrics=("retention_rate",), period="2026-01")))


def test_metrics_left_out_for_want_of_columns_are_named(reported: Ask) -> None:
    assert said(reported(Request()))["skipped"] == "left out for want of columns: discount rate"


def test_rows_without_order_ids_are_orders(reported: Ask) -> None:
    deals = bundle_of([("deals", "deal_id,stage,amount,closed_date\n1,Won,5,2026-01-01\n")])
    plain = bundle_of([("orders", "order_date,amount\n2026-01-01,5\n2026-01-01,5\n")])

    report = reported(Request(metrics=("orders",)), plain)

    assert "each_row" in said(report)
    assert report.records.rows[0][1] == 2
    assert "each_row" not in said(reported(Request(), deals))
    assert said(reported(Request(), deals))["basis"] == "basis: won deals"


def test_of_rows_by_period_only_the_total_is_pooled(reported: Ask) -> None:
    found = said(reported(Request(metrics=("retention_rate",), grain=Grain.MONTH)))

    assert found["pooled"].startswith("in the total, retention and churn are of the average month")


def test_revenue_retention_says_the_length_of_the_periods_it_is_pooled_over(reported: Ask) -> None:
    by_year = said(reported(Request(metrics=("nrr",), grain=Grain.YEAR)))
    alone = said(reported(Request(metrics=("grr",))))

    assert by_year["pooled"] == (
        "in the total, retention and churn are of the average year (pooled over complete years)"
    )
    assert alone["pooled"].startswith("retention and churn are of the average month")


def test_findings_are_warnings_and_reading_conventions_come_last(reported: Ask) -> None:
    of = replace(
        orders("order_id,order_date,amount,status\nA,2026-01-01,1,odd\n"), notes=(same("dates are day first"),)
    )

    notes = reported(Request(), of).notes

    assert [note.key for note in notes if note.warning] == ["F503"]
    assert notes[-1].text.en == "dates are day first"


def test_a_month_without_sales_before_the_as_of_day_is_not_said_to_lie_within_the_data(reported: Ask) -> None:
    invoices = bundle_of(
        [
            ("invoices", "invoice_id,invoice_date,due_date,customer_id,amount\n1,2026-01-10,2026-02-10,C1,5\n"),
            ("payments", "payment_id,invoice_id,payment_date,customer_id,amount\nP1,1,2026-01-12,C1,2\n"),
        ]
    )
    request = Request(metrics=("net_revenue",), period="2026-03", as_of=date(2026, 3, 31))

    for metrics in (("net_revenue",), ("net_revenue", "receivable")):
        empty = said(reported(replace(request, metrics=metrics), invoices)).get("empty")
        assert empty == "no sales lines in 2026-03: the data run from 2026-01-10 to 2026-01-10"
