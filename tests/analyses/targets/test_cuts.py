"""A number and its target are of the same days: what a span cuts off a target counts by its workdays."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from salesperf.analyses.targets.cuts import fitted
from salesperf.analyses.targets.weights import Weights
from salesperf.core.errors import Where
from salesperf.core.period import Grain, Period
from salesperf.facts.goals import Goal
from salesperf.facts.workdays import Workdays


def goal(key: str, start: date, end: date, amount: int, grain: Grain = Grain.MONTH) -> Goal:
    return Goal("rep", "Ann", "net_revenue", Period(start, end, key, grain), Decimal(amount), Where())


MARCH = goal("2026-03", date(2026, 3, 1), date(2026, 3, 31), 66)
YEAR = goal("2026", date(2026, 1, 1), date(2026, 12, 31), 2610, Grain.YEAR)
WEIGHTS = Weights(Workdays())


def span(start: date, end: date) -> Period:
    return Period(start, end, f"{start}..{end}")


def test_a_week_counts_by_its_workdays(report: Any, bundle: Any, line: Any) -> None:
    # March 2026 has 22 workdays, week 10 (2 to 8 March) five of them: 66 x 5 / 22 = 15, 132 x 5 / 22 = 30.
    found = report(bundle(), period="2026-W10")

    ann, company = line(found, "Ann"), line(found, "company")
    assert (ann["actual"], ann["target"], ann["attainment"]) == (Decimal(30), Decimal(15), 2.0)
    assert (company["actual"], company["target"]) == (Decimal(30), Decimal(45))


def test_days_of_two_months_count_by_the_workdays_of_each(report: Any, bundle: Any, line: Any) -> None:
    # February has 20 workdays, 14 of them from the 10th on: 40 x 14 / 20 = 28; 2 to 6 March 15; sold 50 + 30.
    ann = line(report(bundle(), period="2026-02-10..2026-03-06"), "Ann")

    assert (ann["actual"], ann["target"], ann["remark"]) == (Decimal(80), Decimal(43), None)


def test_the_year_to_date_of_a_past_week_ends_with_it_on_both_sides(report: Any, bundle: Any, line: Any) -> None:
    # Sold to 8 March 80; February's 40 and 15 of March. It once held 50 against 40: March was left out of both.
    ann = line(report(bundle(), period="2026-W10"), "Ann", horizon="ytd")

    assert (ann["actual"], ann["target"]) == (Decimal(80), Decimal(55))


def test_a_span_that_ends_where_the_data_end_is_held_against_all_it_has_begun(
    report: Any, bundle: Any, line: Any, notes: Any
) -> None:
    # 40 of February and all 66 of March; by 13 March ten of its 22 workdays are over: 80 / (40 + 30).
    found = report(bundle(), period="ytd")

    ann = line(found, "Ann")
    assert (ann["actual"], ann["target"], ann["expected"]) == (Decimal(80), Decimal(106), Decimal(70))
    assert ann["pace"] == pytest.approx(80 / 70)
    assert "up to 2026-03-31" in notes(found)["running"]


def test_the_running_year_is_the_same_line_whatever_period_is_asked(report: Any, bundle: Any, line: Any) -> None:
    alone = line(report(bundle(), period="ytd"), "Ann")

    for period in ("2026-03", "2026-W11"):
        beside = line(report(bundle(), period=period), "Ann", horizon="ytd")
        assert [beside[key] for key in ("actual", "target", "pace")] == [
            alone[key] for key in ("actual", "target", "pace")
        ]


def test_a_month_of_a_year_stays_without_a_target() -> None:
    may = Period(date(2026, 5, 1), date(2026, 5, 31), "2026-05", Grain.MONTH)

    assert fitted([YEAR], may, through=date(2026, 6, 1), weights=WEIGHTS).cuts == ()


def test_a_year_beside_its_months_is_not_counted_again() -> None:
    # 2 to 13 March are ten of March's 22 workdays: 30, and nothing of the year's 2,610.
    found = fitted([MARCH, YEAR], span(date(2026, 3, 2), date(2026, 3, 13)), through=date(2027, 1, 1), weights=WEIGHTS)

    assert [(one.goal.period.key, one.part.amount) for one in found.cuts] == [("2026-03", Decimal(30))]


def test_days_that_a_year_alone_covers_have_its_share() -> None:
    # 2026 has 261 workdays, ten a day each: the ten from 2 to 13 March come to 100.
    found = fitted([YEAR], span(date(2026, 3, 2), date(2026, 3, 13)), through=date(2027, 1, 1), weights=WEIGHTS)

    assert [one.part.amount for one in found.cuts] == [Decimal(100)]


def test_a_rate_is_not_shared_out(report: Any, bundle: Any, line: Any) -> None:
    rates = "scope,scope_id,metric,period,amount\nrep,Ann,aov,2026-03,40\n"

    assert line(report(bundle(targets=rates), period="2026-W10"), "Ann")["target"] is None
