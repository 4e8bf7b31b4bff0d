"""Standings worked out by hand on a small company, end to end through the report."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

import pytest

from salesperf.analyses.targets.actuals import Question
from salesperf.analyses.targets.report import status_report
from salesperf.analyses.targets.section import TargetsSection
from salesperf.core.errors import DataError
from salesperf.core.text import Lang
from salesperf.facts.section import CalendarSection, SalesSection
from salesperf.facts.subjects import facts_of
from salesperf.metrics.catalog import CATALOG
from salesperf.metrics.request import Request
from salesperf.report.model import Report, Value
from salesperf.tables.bundle import Bundle
from salesperf.tables.literal import bundle_of

# March 2026 has 22 workdays; by Friday the 13th ten of them are over.
ORDERS = """\
order_id,order_date,rep_id,customer_id,amount
1,2026-02-10,R1,C1,50.00
2,2026-03-02,R1,C1,30.00
3,2026-03-13,R2,C2,60.00
4,2026-03-12,R3,C3,9.00
"""
PEOPLE = "rep_id,rep_name,team\nR1,Ann,East\nR2,Bob,East\nR3,Cid,West\n"
TARGETS = """\
scope,scope_id,metric,period,amount
rep,Ann,net_revenue,2026-02,40.00
rep,Ann,net_revenue,2026-03,66.00
rep,Bob,net_revenue,2026-03,132.00
"""


PLAIN = TargetsSection()


def bundle(*, orders: str = ORDERS, people: str | None = PEOPLE, targets: str = TARGETS) -> Bundle:
    tables = [("orders", orders), ("targets", targets), *([("people", people)] if people else [])]
    return bundle_of(tables)


def report(of: Bundle, *, section: TargetsSection = PLAIN, lang: Lang = Lang.EN, **asked: object) -> Report:
    request = Request(**asked)  # type: ignore[arg-type]
    question = Question(
        of,
        facts_of(of, section=SalesSection(), as_of=request.as_of),
        SalesSection(),
        CalendarSection(),
        CATALOG,
        request,
    )
    return status_report(question, section, lang=lang)


def line(found: Report, who: str, *, horizon: str = "period") -> Mapping[str, Value]:
    keys = [column.key for column in found.records.columns]
    rows = [dict(zip(keys, row, strict=True)) for row in found.records.rows]
    return next(row for row in rows if row["who"] == who and row["horizon"] == horizon)


def notes(found: Report) -> Mapping[str, str]:
    return {note.key: note.text.en for note in found.notes}


def test_a_rep_half_way_through_the_month() -> None:
    ann = line(report(bundle()), "Ann")

    assert (ann["period"], ann["actual"], ann["target"]) == ("2026-03", Decimal(30), Decimal(66))
    assert ann["attainment"] == pytest.approx(30 / 66)
    assert ann["gap"] == Decimal("-36.00")
    assert ann["expected"] == Decimal("30.00"), "66 x 10 / 22"
    assert ann["pace"] == pytest.approx(1.0)
    assert ann["required"] == Decimal("3.00"), "36 over the 12 workdays that remain"
    assert ann["landing"] == Decimal("66.00")
    assert (ann["status"], ann["probability"]) == ("green", None), "no eight weeks of history"


def test_a_team_is_the_sum_of_its_reps_over_the_sum_of_their_targets() -> None:
    found = report(bundle())

    east, company = line(found, "East"), line(found, "company")
    assert (east["actual"], east["target"]) == (Decimal(90), Decimal(198))
    assert (company["actual"], company["target"]) == (Decimal(90), Decimal(198)), "Cid has no target"
    assert notes(found)["untargeted"].startswith("1 person with sales and no target: Cid; 9.00 in 2026-03")


def test_the_year_to_date_adds_the_targets_of_its_months() -> None:
    ann = line(report(bundle()), "Ann", horizon="ytd")

    assert (ann["actual"], ann["target"]) == (Decimal(80), Decimal(106))
    assert ann["expected"] == Decimal("70.00"), "40 of February and 30 of March"
    assert ann["remark"] == "without 31 days that have no target", "January"


def test_sales_of_days_without_a_target_are_not_held_against_it() -> None:
    found = report(bundle(orders=ORDERS + "5,2026-01-20,R1,C1,1000.00\n6,2026-02-20,R2,C2,500.00\n"))

    ann, bob = line(found, "Ann", horizon="ytd"), line(found, "Bob", horizon="ytd")
    assert (ann["actual"], ann["target"]) == (Decimal(80), Decimal(106)), "January is left out"
    assert (bob["actual"], bob["target"]) == (Decimal(60), Decimal(132)), "January and February are left out"
    assert line(found, "company", horizon="ytd")["actual"] == Decimal(140)


def test_a_period_that_is_over_is_judged_by_what_was_reached() -> None:
    found = report(bundle(orders=ORDERS + "5,2026-02-20,R2,C2,500.00\n"), period="2026-02")

    ann, bob = line(found, "Ann"), line(found, "Bob")
    assert (ann["attainment"], ann["landing"], ann["required"]) == (1.25, Decimal("50.00"), None)
    assert (bob["actual"], bob["target"], bob["status"]) == (Decimal(500), None, "unknown")
    assert bob["remark"] == "no target for 2026-02"


def test_a_metric_that_is_better_low_is_reached_from_above() -> None:
    targets = "scope,scope_id,metric,period,amount\ncompany,,return_rate,2026-03,0.02\n"
    orders = ORDERS + "5,2026-03-13,R2,C2,-3.00\n"

    company = line(report(bundle(orders=orders, targets=targets)), "company")

    # 3 came back of 99 sold: 3.03 % against 2 %.
    assert company["attainment"] == pytest.approx(0.02 / (3 / 99))
    assert (company["status"], company["landing"]) == ("red", None)


def test_nobody_of_that_name_counts_as_nothing_reached_and_is_told() -> None:
    targets = TARGETS + "rep,Bbo,net_revenue,2026-03,10.00\n"

    found = report(bundle(targets=targets))

    stranger = line(found, "Bbo")
    assert (stranger["actual"], stranger["attainment"]) == (0, 0.0)
    assert line(found, "company")["target"] == Decimal(208)
    assert "'Bbo'" in notes(found)["F571"]


def test_targets_of_what_cannot_be_measured_are_told_and_the_rest_is_measured() -> None:
    targets = TARGETS + "rep,Ann,gross_margin,2026-03,0.40\nrep,Ann,smiles,2026-03,9\n"

    found = report(bundle(targets=targets))

    assert line(found, "Ann")["metric"] == "net_revenue"
    told = [note.text.en for note in found.notes if note.key == "F570"]
    assert any("'smiles' is no metric" in text for text in told)
    assert any("gross margin" in text and "cost" in text for text in told)


def test_a_manager_is_measured_over_the_people_led_and_added_to_nobody() -> None:
    people = "rep_id,rep_name,manager_id\nR1,Ann,R9\nR2,Bob,R9\nR9,Max,\n"
    targets = TARGETS + "rep,Max,net_revenue,2026-03,198.00\n"

    found = report(bundle(people=people, targets=targets))

    boss = line(found, "Max")
    assert (boss["scope"], boss["actual"], boss["target"]) == ("leader", Decimal(90), Decimal(198))
    assert line(found, "company")["target"] == Decimal(198), "not 396"
    assert "Max contain those of others, by the people table" in notes(found)["leaders"]


def test_two_weeks_below_make_a_light_red_where_the_rule_says_so() -> None:
    # Ann is on pace for the month, but sold nothing in the weeks from 2 to 8 and 9 to 15 March that was due.
    orders = "order_id,order_date,rep_id,customer_id,amount\n1,2026-02-27,R1,C1,1.00\n2,2026-03-16,R1,C1,66.00\n"
    targets = "scope,scope_id,metric,period,amount\nrep,Ann,net_revenue,2026-03,66.00\n"
    of = bundle(orders=orders, targets=targets)

    calm, strict = report(of), report(of, section=TargetsSection(red_after_weeks=2))

    assert line(calm, "Ann")["status"] == "green"
    assert (line(strict, "Ann")["status"], line(strict, "Ann")["remark"]) == ("red", "2 weeks in a row below")


def test_thresholds_of_a_metric_stand_before_those_of_all() -> None:
    section = TargetsSection.model_validate({"metrics": {"net_revenue": {"green": 0.5, "yellow": 0.3}}})

    found = report(bundle(), section=section)

    assert line(found, "East")["status"] == "green", "a pace of 90 / 90"
    assert line(found, "Bob")["pace"] == pytest.approx(1.0)
    assert line(report(bundle(), section=section, as_of=date(2026, 3, 12)), "Bob")["status"] == "red", "nothing yet"


def test_an_export_without_targets_says_what_to_give() -> None:
    with pytest.raises(DataError, match="no targets to measure against"):
        report(bundle_of([("orders", ORDERS)]))


def test_chinas_holidays_count_for_chinese_reports() -> None:
    # October 2026 has 18 workdays in China: 1 to 7 are off, Saturday the 10th is worked.
    orders = "order_id,order_date,rep_id,customer_id,amount\n1,2026-10-09,R1,C1,10.00\n2,2026-10-12,R1,C1,26.00\n"
    targets = "scope,scope_id,metric,period,amount\nrep,R1,net_revenue,2026-10,180.00\n"
    of = bundle(orders=orders, people=None, targets=targets)

    chinese, english = report(of, lang=Lang.ZH), report(of)

    # The 8th, 9th, 10th and 12th are over.
    assert line(chinese, "R1")["expected"] == Decimal("40.00")
    # Of 22 days from Monday to Friday eight are over.
    assert line(english, "R1")["expected"] == Decimal("65.45")
