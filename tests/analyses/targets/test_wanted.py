"""Targets of periods before the data are unknown, not missed."""

from __future__ import annotations

from decimal import Decimal
from typing import Any


def _targets(*rows: str) -> str:
    return "scope,scope_id,metric,period,amount\n" + "".join(f"rep,Ann,net_revenue,{row}\n" for row in rows)


def test_a_target_of_a_period_before_the_data_is_unknown(report: Any, bundle: Any, line: Any) -> None:
    ann = line(report(bundle(targets=_targets("2024-03,66.00"))), "Ann")

    assert (ann["actual"], ann["target"], ann["attainment"]) == (None, Decimal(66), None)
    assert (ann["status"], ann["remark"]) == ("unknown", "the data begin on 2026-02-10")


def test_the_year_to_date_is_of_the_months_the_data_cover(report: Any, bundle: Any, line: Any) -> None:
    # The sales begin on 10 February: 50 and 30 against 40 and 60.
    of = bundle(targets=_targets("2026-01,500.00", "2026-02,40.00", "2026-03,60.00"))

    ann = line(report(of, period="2026-03"), "Ann", horizon="ytd")

    assert (ann["actual"], ann["target"]) == (Decimal(80), Decimal(100))
    assert ann["remark"] == "without 1 target (500) of periods before the data, which begin on 2026-02-10"


def test_data_that_begin_late_in_a_target_are_told(report: Any, bundle: Any, line: Any) -> None:
    ann = line(report(bundle(targets=_targets("2026,600.00")), period="2026"), "Ann")

    assert ann["actual"] == Decimal(80)
    assert ann["remark"] == "the data begin on 2026-02-10: days before it bring nothing"


def test_a_first_sale_some_days_into_the_month_is_nothing_to_tell(report: Any, bundle: Any, line: Any) -> None:
    ann = line(report(bundle(targets=_targets("2026-02,40.00")), period="2026-02"), "Ann")

    assert (ann["status"], ann["remark"]) == ("green", None)


def test_a_rep_who_sold_nothing_yet_while_others_did_has_reached_nothing(report: Any, bundle: Any, line: Any) -> None:
    of = bundle(targets=_targets("2026-02,40.00").replace("Ann", "Bob"))

    bob = line(report(of, period="2026-02"), "Bob")

    assert (bob["actual"], bob["status"]) == (0, "red")


def test_a_month_of_a_half_year_that_has_a_target_says_so(report: Any, bundle: Any, line: Any) -> None:
    targets = "scope,scope_id,metric,period,amount\nrep,Ann,net_revenue,2026-H1,60\nrep,Ann,net_revenue,2026,120\n"

    ann = line(report(bundle(targets=targets), period="2026-03"), "Ann")

    assert (ann["target"], ann["status"]) == (None, "unknown")
    assert ann["remark"] == "no target for 2026-03; there is one for 2026-H1 (--period 2026-H1)"


def test_rates_of_people_are_no_target_of_all_and_the_remark_says_so(report: Any, bundle: Any, line: Any) -> None:
    rates = "".join(f"rep,{who},aov,2026-03,40\n" for who in ("Ann", "Bob"))
    of = bundle(targets=f"scope,scope_id,metric,period,amount\n{rates}")

    whole, later = (line(report(of, period=period), "company") for period in ("2026-03", "2026-02"))

    assert whole["remark"] == "no target of its own; targets of rates are not added up"
    assert later["remark"] == "no target for 2026-02"
