"""Standings worked out by hand on a small company."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from salesperf.analyses.targets.section import TargetsSection
from salesperf.core.text import Lang


def test_a_rep_half_way_through_the_month(report: Any, bundle: Any, line: Any) -> None:
    ann = line(report(bundle()), "Ann")

    assert (ann["period"], ann["actual"], ann["target"]) == ("2026-03", Decimal(30), Decimal(66))
    assert ann["attainment"] == pytest.approx(30 / 66)
    assert ann["gap"] == Decimal("-36.00")
    assert ann["expected"] == Decimal("30.00"), "66 x 10 / 22"
    assert ann["pace"] == pytest.approx(1.0)
    assert ann["required"] == Decimal("3.00"), "36 over the 12 workdays that remain"
    assert ann["landing"] == Decimal("66.00")
    assert (ann["status"], ann["probability"]) == ("green", None), "no eight weeks of history"


def test_a_team_is_the_sum_of_its_reps_over_the_sum_of_their_targets(
    report: Any, bundle: Any, line: Any, notes: Any
) -> None:
    found = report(bundle())

    east, company = line(found, "East"), line(found, "company")
    assert (east["actual"], east["target"]) == (Decimal(90), Decimal(198))
    assert (company["actual"], company["target"]) == (Decimal(90), Decimal(198)), "Cid has no target"
    assert notes(found)["untargeted"].startswith("1 person with net revenue and no target of it: Cid; 9.00 in 2026-03")


def test_the_year_to_date_adds_the_targets_of_its_months(report: Any, bundle: Any, line: Any) -> None:
    ann = line(report(bundle()), "Ann", horizon="ytd")

    assert (ann["actual"], ann["target"]) == (Decimal(80), Decimal(106))
    assert ann["expected"] == Decimal("70.00"), "40 of February and 30 of March"
    assert ann["remark"] == "without 31 days that have no target", "January"


def test_sales_of_days_without_a_target_are_not_held_against_it(
    report: Any, bundle: Any, line: Any, orders: str
) -> None:
    found = report(bundle(orders=orders + "5,2026-01-20,R1,C1,1000.00\n6,2026-02-20,R2,C2,500.00\n"))

    ann, bob = line(found, "Ann", horizon="ytd"), line(found, "Bob", horizon="ytd")
    assert (ann["actual"], ann["target"]) == (Decimal(80), Decimal(106)), "January is left out"
    assert (bob["actual"], bob["target"]) == (Decimal(60), Decimal(132)), "January and February are left out"
    company = line(found, "company", horizon="ytd")
    assert company["actual"] == Decimal(640), "in February Ann has a target, so what Bob brought is the company's"
    assert "days that have no target" in company["remark"], "of January nobody has one"


def test_a_period_that_is_over_is_judged_by_what_was_reached(report: Any, bundle: Any, line: Any, orders: str) -> None:
    found = report(bundle(orders=orders + "5,2026-02-20,R2,C2,500.00\n"), period="2026-02")

    ann, bob = line(found, "Ann"), line(found, "Bob")
    assert (ann["attainment"], ann["landing"], ann["required"]) == (1.25, Decimal("50.00"), None)
    assert (bob["actual"], bob["target"], bob["status"]) == (Decimal(500), None, "unknown")
    assert bob["remark"] == "no target for 2026-02"


def test_a_metric_that_is_better_low_is_reached_from_above(report: Any, bundle: Any, line: Any, orders: str) -> None:
    targets = "scope,scope_id,metric,period,amount\ncompany,,return_rate,2026-03,0.02\n"
    more = orders + "5,2026-03-13,R2,C2,-3.00\n"

    company = line(report(bundle(orders=more, targets=targets)), "company")

    # 3 came back of 99 sold: 3.03 % against 2 %.
    assert company["attainment"] == pytest.approx(0.02 / (3 / 99))
    assert (company["status"], company["landing"]) == ("red", None)


def test_two_weeks_below_make_a_light_red_where_the_rule_says_so(report: Any, bundle: Any, line: Any) -> None:
    # Ann is on pace for the month, but sold nothing in the weeks from 2 to 8 and 9 to 15 March that was due.
    orders = "order_id,order_date,rep_id,customer_id,amount\n1,2026-02-27,R1,C1,1.00\n2,2026-03-16,R1,C1,66.00\n"
    targets = "scope,scope_id,metric,period,amount\nrep,Ann,net_revenue,2026-03,66.00\n"
    of = bundle(orders=orders, targets=targets)

    calm, strict = report(of), report(of, section=TargetsSection(red_after_weeks=2))

    assert line(calm, "Ann")["status"] == "green"
    assert (line(strict, "Ann")["status"], line(strict, "Ann")["remark"]) == ("red", "2 weeks in a row below")


def test_chinas_holidays_count_for_chinese_reports(report: Any, bundle: Any, line: Any) -> None:
    # October 2026 has 18 workdays in China: 1 to 7 are off, Saturday the 10th is worked.
    orders = "order_id,order_date,rep_id,customer_id,amount\n1,2026-10-09,R1,C1,10.00\n2,2026-10-12,R1,C1,26.00\n"
    targets = "scope,scope_id,metric,period,amount\nrep,R1,net_revenue,2026-10,180.00\n"
    of = bundle(orders=orders, people=None, targets=targets)

    chinese, english = report(of, lang=Lang.ZH), report(of)

    # The 8th, 9th, 10th and 12th are over.
    assert line(chinese, "R1")["expected"] == Decimal("40.00")
    # Of 22 days from Monday to Friday eight are over.
    assert line(english, "R1")["expected"] == Decimal("65.45")


def test_none_of_what_is_better_low_is_met(report: Any, bundle: Any, line: Any) -> None:
    for asked in ("0.02", "0"):
        targets = f"scope,scope_id,metric,period,amount\ncompany,,return_rate,2026-03,{asked}\n"

        company = line(report(bundle(targets=targets)), "company")

        assert (company["actual"], company["attainment"], company["status"]) == (Decimal(0), None, "green")
        assert company["remark"] == "0 is met: low is better"


def test_a_light_held_back_by_the_period_before_says_from_where_it_is_better(
    report: Any, bundle: Any, line: Any
) -> None:
    # February: 38 of 40 is yellow; March: 66.66 of 66 is 101 %, which is below 102 %.
    orders = "order_id,order_date,rep_id,customer_id,amount\n1,2026-02-10,R1,C1,38.00\n2,2026-03-31,R1,C1,66.66\n"
    held = report(bundle(orders=orders), section=TargetsSection(hysteresis=0.02), period="2026-03")
    free = report(bundle(orders=orders), period="2026-03")

    assert (line(held, "Ann")["status"], line(free, "Ann")["status"]) == ("yellow", "green")
    assert "held back by the period before: better from 102% of pace on" in line(held, "Ann")["remark"]
    assert line(free, "Ann")["remark"] is None


@pytest.mark.parametrize(("last", "is_marked"), [("2026-02-27", False), ("2026-02-26", True)])
def test_a_month_whose_last_workday_the_data_reach_is_finished(
    last: str, report: Any, bundle: Any, *, is_marked: bool
) -> None:
    # 28 February 2026 is a Saturday: the kpi report calls data to Friday the 27th the whole month too.
    orders = f"order_id,order_date,rep_id,customer_id,amount\n1,2026-02-02,R1,C1,50.00\n2,{last},R1,C1,1.00\n"
    found = report(bundle(orders=orders), period="2026-02")

    assert {row.cells[1].partial for row in found.blocks[0].rows} == {is_marked}


def test_targets_of_a_scope_that_is_none_are_told_and_stop_nothing(report: Any, bundle: Any, line: Any) -> None:
    targets = (
        "scope,scope_id,metric,period,amount\nrep,Ann,net_revenue,2026-03,50\nLake Erie,Bob,net_revenue,2026-03,9\n"
    )

    found = report(bundle(targets=targets))

    assert line(found, "Ann")["target"] == Decimal(50)
    stranger = next(note for note in found.notes if note.key == "F570")
    assert "targets by Lake Erie cannot be measured: no such dimension" in stranger.text.en
