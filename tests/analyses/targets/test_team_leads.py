"""Leaders that only the sum of their team's targets tells."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from salesperf.analyses.targets.section import TargetsSection

PEOPLE = "rep_id,rep_name,team{more}\nR1,Ann,East{none}\nR2,Bob,East{none}\nR9,Max,East{lead}\n"
TARGETS = """\
scope,scope_id,metric,period,amount
rep,Max,net_revenue,2026-02,{target}
rep,Ann,net_revenue,2026-02,40.00
rep,Bob,net_revenue,2026-02,60.00
"""
ORDERS = """\
order_id,order_date,rep_id,customer_id,amount
1,2026-02-10,R1,C1,30.00
2,2026-02-12,R2,C1,60.00
3,2026-02-27,{own},C2,90.00
"""


def board(report: Any, bundle: Any, *, own: str = "R1", target: int = 100, role: str = "", **section: Any) -> Any:
    more = {"more": ",role", "none": ",", "lead": f",{role}"} if role else {"more": "", "none": "", "lead": ""}
    made = bundle(people=PEOPLE.format(**more), targets=TARGETS.format(target=target), orders=ORDERS.format(own=own))
    return report(made, section=TargetsSection(**section), period="2026-02")


def test_the_sum_of_the_own_team_held_by_who_sells_nothing_counts_once(
    report: Any, bundle: Any, line: Any, notes: Any
) -> None:
    found = board(report, bundle)

    # 40 + 60; Max is measured over Ann's 120 and Bob's 60.
    assert line(found, "company")["target"] == Decimal(100)
    assert (line(found, "Max")["scope"], line(found, "Max")["actual"]) == ("leader", Decimal(180))
    assert (
        "by the sum of those of the own team, which sellers under [targets] says is chance" in notes(found)["leaders"]
    )


def test_a_title_says_it_too(report: Any, bundle: Any, line: Any) -> None:
    assert line(board(report, bundle, own="R9", role="Sales Manager"), "company")["target"] == Decimal(100)


@pytest.mark.parametrize(
    "asked", [{"own": "R9"}, {"target": 101}, {"sellers": ("Max",)}, {"own": "R9", "role": "Account Manager"}]
)
def test_chance_other_amounts_and_the_configuration_leave_a_seller_one(
    asked: Any, report: Any, bundle: Any, line: Any
) -> None:
    found = board(report, bundle, **asked)

    assert line(found, "Max")["scope"] == "rep"
    assert line(found, "company")["target"] == Decimal(asked.get("target", 100)) + 100
