from __future__ import annotations

from pathlib import Path

import pytest

from commission_ground import TERMS
from salesperf.app.commission.worked_out import worked_out
from salesperf.app.layers import Surroundings
from salesperf.app.workspace import Ask
from salesperf.core.errors import DataError, UsageError
from salesperf.metrics.request import Request

ORDERS = "Order ID,Order Date,Sales Rep,Amount\n1,2026-01-05,Ann,100\n2,2026-02-27,Ann,200\n3,2026-02-28,Ben,300\n"
FLAT = '[[component]]\nname = "base"\nrule = "flat"\nrate = 0.1\n'


@pytest.fixture
def ask(tmp_path: Path) -> Ask:
    """A folder with one file of orders."""
    (tmp_path / "orders.csv").write_text(ORDERS, encoding="utf-8")
    return Ask((str(tmp_path / "orders.csv"),), Surroundings(tmp_path, {}))


def plan(folder: Path, name: str, start: str = "2026-01-01", more: str = "") -> Path:
    """A plan file that pays 10 %."""
    file = folder / f"{name}.toml"
    terms = TERMS.format(start=start, period="month").replace('"test"', f'"{name}"')
    file.write_text(f"{terms}{more}\n{FLAT}", encoding="utf-8")
    return file


@pytest.mark.parametrize("period", [None, "2026-01"])
def test_a_period_before_the_plan_is_told_as_such(ask: Ask, tmp_path: Path, period: str | None) -> None:
    with pytest.raises(UsageError, match="the plan late holds from 2026-03-01 on"):
        worked_out(ask, [plan(tmp_path, "late", "2026-03-01")], Request(period=period))


def test_a_plan_that_begins_later_is_left_out_beside_one_that_holds(ask: Ask, tmp_path: Path) -> None:
    files = [plan(tmp_path, "now", more="to = 2026-02-28"), plan(tmp_path, "next", "2026-03-01")]

    found = worked_out(ask, files, Request(period="2026-02"))

    assert [one.payroll.plan.plan.id for one in found.asked] == ["now"]


def test_two_plans_for_one_person_and_day_are_refused_by_their_names(ask: Ask, tmp_path: Path) -> None:
    files = [plan(tmp_path, "all"), plan(tmp_path, "anns", "2026-02-01", 'who = { reps = ["Ann"] }')]

    with pytest.raises(DataError) as fault:
        worked_out(ask, files, Request(period="2026-02"))

    [told] = fault.value.issues
    assert told.message == "the plans all v1 and anns v1 both hold for 'Ann' from 2026-02-01 on"


def test_sales_that_no_plan_is_for_are_told_once(ask: Ask, tmp_path: Path) -> None:
    files = [
        plan(tmp_path, "anns", more='to = 2026-01-31\nwho = { reps = ["Ann"] }'),
        plan(tmp_path, "bens", more='who = { reps = ["Ben"] }'),
    ]

    found = worked_out(ask, files, Request(period="2026-02"))

    told = [str(text.en) for one in found.asked for text in one.payroll.uncovered]
    # Ann's 200 of 27 February: her plan had ended, and the other is Ben's.
    assert told == ["'Ann': 1 line from 2026-02-27 to 2026-02-27, 200 in all, on days without the plan anns, bens"]


def test_files_without_sales_have_nothing_to_pay_for(tmp_path: Path) -> None:
    (tmp_path / "targets.csv").write_text("Sales Rep,Month,Target\nAnn,2026-02,100\n", encoding="utf-8")
    nothing = Ask((str(tmp_path / "targets.csv"),), Surroundings(tmp_path, {}))

    with pytest.raises(Exception, match="sales"):
        worked_out(nothing, [plan(tmp_path, "now")], Request(period="2026-02"))


def test_a_plan_of_a_pool_alone_is_measured_against_the_targets_of_its_own_measure(tmp_path: Path) -> None:
    # 300 + 100 of a target of 400 open the pool of 10 %: 40, shared 3 : 1. In February there is nothing to pay.
    (tmp_path / "orders.csv").write_text(
        "order_id,order_date,rep_name,team,amount\n1,2026-01-05,Ann,East,300\n2,2026-01-06,Ben,East,100\n"
        "3,2026-03-01,Ben,East,1\n",
        encoding="utf-8",
    )
    (tmp_path / "targets.csv").write_text("team,month,target\nEast,2026-01,400\n", encoding="utf-8")
    file = tmp_path / "pool.toml"
    pool = '[[pool]]\nname = "team"\nshare = "contribution"\ngate = 1.0\nrate = 0.1\n'
    file.write_text(TERMS.format(start="2026-01-01", period="month") + pool, encoding="utf-8")
    company = Ask(tuple(str(tmp_path / name) for name in ("orders.csv", "targets.csv")), Surroundings(tmp_path, {}))

    found = worked_out(company, [file], Request(period="2026-03"))
    paid = worked_out(company, [file], Request(period="2026-01"))

    told = {line.participant: line.pay for line in paid.asked[0].payroll.lines}
    assert told == {"Ann": 30, "Ben": 10}
    assert all(not line.pay for line in found.asked[0].payroll.lines if line.period.key != "2026-01")
