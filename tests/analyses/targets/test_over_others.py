"""Leaders that only a sheet of targets knows."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

HEAD = "scope,scope_id,metric,period,amount,role\n"


def _targets(max_: str, role: str) -> str:
    return (
        f"{HEAD}rep,Max,net_revenue,2026-02,{max_},{role}\n"
        "rep,Ann,net_revenue,2026-02,60.00,Seller\nrep,Bob,net_revenue,2026-02,50.00,Seller\n"
    )


def test_a_director_about_the_sum_of_the_others_is_measured_over_them(
    report: Any, bundle: Any, line: Any, notes: Any
) -> None:
    # Ann sold 50 in February, Bob nothing; 105 are within a tenth of their 60 + 50.
    found = report(
        bundle(people=None, targets=_targets("105", "Sales Director").replace("Ann", "R1").replace("Bob", "R2")),
        period="2026-02",
    )

    max_, whole = line(found, "Max"), line(found, "company")
    assert (max_["scope"], max_["actual"], max_["target"]) == ("leader", Decimal(50), Decimal(105))
    assert whole["target"] == Decimal(110)
    assert "by title and sales of their own" in notes(found)["leaders"]
    assert "F571" not in notes(found)


def test_a_director_far_from_the_sum_of_the_others_is_never_added_to_them(report: Any, bundle: Any, line: Any) -> None:
    found = report(bundle(people=None, targets=_targets("300", "总监").replace("Ann", "R1")), period="2026-02")

    assert (line(found, "Max")["status"], line(found, "company")["target"]) == ("unknown", Decimal(110))


def test_an_account_manager_and_one_who_sells_are_people_like_the_others(report: Any, bundle: Any, line: Any) -> None:
    titled = report(bundle(people=None, targets=_targets("105", "Account Manager")), period="2026-02")
    selling = report(bundle(people=None, targets=_targets("105", "经理").replace("Max", "R1")), period="2026-02")

    assert line(titled, "company")["target"] == Decimal(215)
    assert line(selling, "company")["target"] == Decimal(215)


def test_without_a_title_it_is_told_with_both_sums(report: Any, bundle: Any, line: Any, notes: Any) -> None:
    found = report(bundle(people=None, targets=_targets("105", "").replace("Ann", "R1")), period="2026-02")
    apart = report(bundle(people=None, targets=_targets("300", "").replace("Ann", "R1")), period="2026-02")

    assert line(found, "company")["target"] == Decimal(215)
    assert "2026-02, 105, is about that of all others together, 110" in notes(found)["near_sum"]
    assert "near_sum" not in notes(apart)
