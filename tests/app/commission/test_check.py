from __future__ import annotations

from pathlib import Path

import pytest

from commission_ground import TERMS
from salesperf.app.commission.check import Verdict, check
from salesperf.app.layers import Surroundings
from salesperf.app.workspace import Ask
from salesperf.metrics.request import Request

ORDERS = "Order ID,Order Date,Sales Rep,Amount\n1,2026-01-05,Ann,100\n2,2026-02-27,Ann,200\n3,2026-02-28,Ben,300\n"
FLAT = '[[component]]\nname = "base"\nrule = "flat"\nrate = 0.1\n'
FEBRUARY = Request(period="2026-02")


@pytest.fixture
def ask(tmp_path: Path) -> Ask:
    """A folder with one file of orders."""
    (tmp_path / "orders.csv").write_text(ORDERS, encoding="utf-8")
    return Ask((str(tmp_path),), Surroundings(tmp_path, {}))


def plan(folder: Path, name: str, rule: str = FLAT) -> Path:
    file = folder / f"{name}.plan"
    file.write_text(TERMS.format(start="2026-01-01", period="month").replace('"test"', f'"{name}"') + rule, "utf-8")
    return file


def verdicts(found: Verdict) -> dict[object, object]:
    return {row[0]: row[1] for row in found.answer.report.records.rows}


def test_everything_holds_for_a_plan_that_was_worked_out(ask: Ask, tmp_path: Path) -> None:
    (tmp_path / "people.csv").write_text(
        "Sales Rep,Hire Date,Title\nAnn,2025-01-01,Rep\nBen,2025-01-01,Rep\n", encoding="utf-8"
    )

    found = check(ask, [plan(tmp_path, "one")], FEBRUARY)

    assert found.holds
    assert set(verdicts(found).values()) == {"holds"}


def test_whether_the_paid_are_listed_is_not_looked_at_without_a_list_of_people(ask: Ask, tmp_path: Path) -> None:
    found = check(ask, [plan(tmp_path, "one")], FEBRUARY)

    assert found.holds
    assert {name for name, said in verdicts(found).items() if said != "holds"} == {"paid_are_listed"}
    assert verdicts(found)["paid_are_listed"] == "not_looked_at"


def test_who_is_paid_and_not_in_the_list_of_people_is_told(ask: Ask, tmp_path: Path) -> None:
    (tmp_path / "people.csv").write_text("Sales Rep,Hire Date,Title\nAnn,2025-01-01,Rep\n", encoding="utf-8")

    found = check(ask, [plan(tmp_path, "one")], FEBRUARY)

    assert verdicts(found)["paid_are_listed"] == "fails"
    [told] = [row[3] for row in found.answer.report.records.rows if row[0] == "paid_are_listed"]
    assert "Ben" in str(told)


def test_a_plan_that_cannot_be_used_is_a_fault_and_stops_what_rests_on_it(ask: Ask, tmp_path: Path) -> None:
    tiers = "tiers = [{ to = 1, rate = 1 }, { from = 2, rate = 1 }]"
    gap = f'[[component]]\nname = "x"\nrule = "tiered"\nmode = "marginal"\n{tiers}\n'

    found = check(ask, [plan(tmp_path, "torn", gap)], FEBRUARY)

    assert not found.holds
    assert verdicts(found)["plans_usable"] == "fails"
    assert verdicts(found)["worked_out"] == "not_looked_at"
    [told] = [row[3] for row in found.answer.report.records.rows if row[1] == "fails"]
    assert str(told).startswith("torn.plan: component[1].tiers: tier 2 begins at 2, 1 is where")


def test_two_plans_for_one_person_are_a_fault_beside_checks_that_hold(ask: Ask, tmp_path: Path) -> None:
    found = check(ask, [plan(tmp_path, "one"), plan(tmp_path, "two")], FEBRUARY)

    assert not found.holds
    assert verdicts(found)["one_plan_a_day"] == "fails"
    assert verdicts(found)["lines_sum_to_payouts"] == "holds"


def test_who_is_assigned_no_plan_and_sold_is_told(ask: Ask, tmp_path: Path) -> None:
    assigned = "rep,plan,start,end\nAnn,one,2026-01-01,\n"
    (tmp_path / "assignments.csv").write_text(assigned, encoding="utf-8")

    found = check(ask, [plan(tmp_path, "one")], FEBRUARY)

    assert verdicts(found)["plan_for_who_sold"] == "fails"
    assert verdicts(found)["lines_sum_to_payouts"] == "holds"
    [told] = [row[3] for row in found.answer.report.records.rows if row[0] == "plan_for_who_sold"]
    assert told == "'Ben': 1 line from 2026-02-28 to 2026-02-28, 300 in all, on days without the plan one"


def test_splits_that_are_no_whole_are_told_under_their_own_check(ask: Ask, tmp_path: Path) -> None:
    (tmp_path / "splits.csv").write_text("order_id,rep,share\n1,Ann,33.33%\n1,Ben,33.33%\n", encoding="utf-8")

    found = check(ask, [plan(tmp_path, "one")], FEBRUARY)

    assert verdicts(found)["splits_sum_to_one"] == "fails"
    assert verdicts(found)["no_orphan_credit"] == "not_looked_at"


def test_what_rules_ask_for_and_the_files_lack_is_told(ask: Ask, tmp_path: Path) -> None:
    rule = '[[component]]\nname = "x"\nrule = "rates"\nrows = [{ rep = "Ann", rate = 0.1 }]\n'

    found = check(ask, [plan(tmp_path, "one", rule)], FEBRUARY)

    assert verdicts(found)["worked_out"] == "fails"
    assert any("no rate for" in str(row[3]) for row in found.answer.report.records.rows)
