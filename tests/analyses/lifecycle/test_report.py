from __future__ import annotations

from datetime import date
from decimal import Decimal

from lifecycle_ground import HEAD, ORDERS, purchases, tables
from salesperf.analyses.lifecycle.moves import METRICS
from salesperf.analyses.lifecycle.report import lifecycle_report, lived
from salesperf.core.period import Grain
from salesperf.core.text import Lang
from salesperf.facts.section import CalendarSection, SalesSection
from salesperf.metrics.catalog import CATALOG
from salesperf.metrics.request import Request
from salesperf.metrics.scope import scope_of
from salesperf.report.model import Report


def report(
    orders: str = ORDERS, *, churn_days: int | None = None, lists: bool = False, period: str | None = None
) -> Report:
    asked = Request(metrics=METRICS, grain=Grain.MONTH, period=period)
    scope = scope_of(tables(orders), asked, section=SalesSection(), calendar=CalendarSection(), catalog=CATALOG)
    found = lived(scope, purchases(orders), grain=Grain.MONTH, churn_days=churn_days)
    return lifecycle_report(found, asked, lang=Lang.EN, lists=lists)


def notes(told: Report) -> dict[str, str]:
    return {note.key: note.text.en for note in told.notes}


def test_tables_and_a_record_a_customer() -> None:
    found = report()

    assert [block.key for block in found.blocks] == ["moves", "states", "cohorts", "cohort_revenue", "gaps", "overdue"]
    assert [row[0] for row in found.records.rows] == ["Ann", "Bob", "Dora", "Cas", "Eve"]
    assert found.records.rows[0] == (
        "Ann", None, "active", date(2026, 1, 10), date(2026, 4, 29), 4, 31.0, 50, 1, 50, Decimal(230), Decimal(230),
    )  # fmt: skip


def test_what_the_numbers_rest_on_is_told() -> None:
    found = notes(report())

    assert found["identities"].startswith("checked of every period")
    assert found["first_period"] == "the data begin in 2026-01: whoever buys in it counts as new"
    assert found["limit"].endswith("with fewer than 2 gaps of its own, after 50 days, nine in ten of all gaps")
    assert found["gaps"] == "of 5 gaps half are up to 31 days, nine in ten up to 50"
    assert found["repeat"] == "3 of 5 customers (60.0%) bought on more than one day"
    assert found["without_customer"] == "left out: 1 line without a customer (9.00 net)"
    assert notes(report(churn_days=30))["limit"] == "a customer has been silent too long after 30 days"


def test_a_month_that_is_not_over_is_told() -> None:
    found = notes(report(ORDERS.replace("2026-04-30", "2026-04-29")))

    assert found["partial"] == "2026-04 is not over: who has not bought in it yet counts as lost"


def test_one_purchase_tells_no_habit() -> None:
    found = report(HEAD + "1,2026-01-01,Ann,East,5\n")

    assert "is not known" in notes(found)["limit"]
    assert "gaps" not in {block.key for block in found.blocks}


def test_cohorts_are_cut_where_there_is_no_room() -> None:
    long = HEAD + "1,2024-01-01,Ann,East,5\n2,2026-01-31,Ann,East,5\n"

    assert notes(report(long))["cohorts_cut"] == "cohorts are shown up to +12; a page or workbook has all of it"
    whole = report(long, lists=True)
    assert "cohorts_cut" not in notes(whole)
    [block] = [one for one in whole.blocks if one.key == "cohorts"]
    assert [column.key for column in block.columns][-1] == "age_24"


def test_returns_alone_are_nobody() -> None:
    found = report(HEAD + "1,2026-01-01,Ann,East,-5\n")

    assert [block.key for block in found.blocks] == ["moves"]
    assert len(found.records.rows) == 0


def test_a_period_without_sales_is_told() -> None:
    found = report(period="2031")

    assert notes(found)["empty"] == "there are no sales in the period asked about"
    assert "identities" not in notes(found)
    assert {"cohorts", "overdue"} <= {block.key for block in found.blocks}
