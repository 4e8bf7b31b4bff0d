from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest

from commission_ground import TERMS
from salesperf.app.answer import Answer
from salesperf.app.commission.again import COMMANDS
from salesperf.app.commission.audit import Theirs, audit
from salesperf.app.commission.audit_book import Columns
from salesperf.app.commission.check import check
from salesperf.app.commission.export import Wanted, export
from salesperf.app.commission.run import explain, run
from salesperf.app.commission.simulate import simulate
from salesperf.app.commission.statement import statement_of
from salesperf.app.layers import Surroundings
from salesperf.app.manifest import manifest_bytes
from salesperf.app.rerun import run_again
from salesperf.app.workspace import Ask
from salesperf.metrics.request import Request

ORDERS = "Order ID,Order Date,Sales Rep,Amount\n1,2026-01-05,Ann,100\n2,2026-02-27,Ann,200\n3,2026-02-28,Ben,300\n"
FLAT = '[[component]]\nname = "base"\nrule = "flat"\nrate = 0.1\n'
FEBRUARY = Request(period="2026-02")


@pytest.fixture
def ask(tmp_path: Path) -> Ask:
    """A folder with orders, a plan in plans/, and a workbook."""
    (tmp_path / "orders.csv").write_text(ORDERS, encoding="utf-8")
    (tmp_path / "plans").mkdir()
    (tmp_path / "plans" / "p.toml").write_text(TERMS.format(start="2026-01-01", period="month") + FLAT, "utf-8")
    book = openpyxl.Workbook()
    for row in (("Rep", "Month", "Paid"), ("Ann", "2026-02", 21)):
        book.worksheets[0].append(row)
    book.save(tmp_path / "paid.xlsx")
    return Ask((str(tmp_path / "orders.csv"),), Surroundings(tmp_path, {}))


ANSWERS: dict[str, Callable[[Ask], Answer]] = {
    "commission run": lambda ask: run(ask, (), FEBRUARY),
    "commission explain": lambda ask: explain(ask, (), "Ann", FEBRUARY),
    "commission statement": lambda ask: statement_of(ask, (), "Ann", FEBRUARY),
    "commission simulate": lambda ask: simulate(ask, (), FEBRUARY, grid="50..100%"),
    "commission check": lambda ask: check(ask, (), FEBRUARY).answer,
    "commission audit": lambda ask: (
        audit(ask, Theirs(ask.surroundings.cwd / "paid.xlsx", Columns("Rep", "Month", "Paid")), (), Request()).answer
    ),
    "commission export": lambda ask: export(ask, (), FEBRUARY, Wanted("journal", accounts=("expense=6601",))),
}


@pytest.mark.parametrize("command", COMMANDS)
def test_an_answer_about_commission_is_made_again(command: str, ask: Ask) -> None:
    recorded = ANSWERS[command](ask).report.meta.manifest
    (ask.surroundings.cwd / "run.json").write_bytes(manifest_bytes(recorded))

    assert recorded["command"] == command
    assert run_again(ask, Path("run.json")).is_same


def test_a_plan_that_was_changed_makes_the_answer_differ(ask: Ask) -> None:
    folder = ask.surroundings.cwd
    (folder / "run.json").write_bytes(manifest_bytes(run(ask, (), FEBRUARY).report.meta.manifest))
    plan = folder / "plans" / "p.toml"
    plan.write_text(plan.read_text(encoding="utf-8") + "# a word\n", encoding="utf-8")

    assert not run_again(ask, Path("run.json")).is_same
