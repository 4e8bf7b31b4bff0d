from __future__ import annotations

from pathlib import Path

import pytest

from commission_ground import TERMS
from salesperf.app.commission.again import COMMANDS
from salesperf.app.commission.statement import company, statement_of, statements
from salesperf.app.layers import Surroundings
from salesperf.app.workspace import Ask
from salesperf.core.errors import UsageError
from salesperf.metrics.request import Request

ORDERS = "Order ID,Order Date,Sales Rep,Amount\n1,2026-01-05,Ann,100\n2,2026-02-27,Ann,200\n3,2026-02-28,Ben,300\n"
FLAT = '[[component]]\nname = "base"\nrule = "flat"\nrate = 0.1\n'
FEBRUARY = Request(period="2026-02")


@pytest.fixture
def ask(tmp_path: Path) -> Ask:
    """A folder with one file of orders."""
    (tmp_path / "orders.csv").write_text(ORDERS, encoding="utf-8")
    return Ask((str(tmp_path / "orders.csv"),), Surroundings(tmp_path, {}))


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    """Ten per cent of everything."""
    file = tmp_path / "plan.toml"
    file.write_text(TERMS.format(start="2026-01-01", period="month") + FLAT, encoding="utf-8")
    return file


def test_the_statement_of_each_is_the_one_asked_for_alone(ask: Ask, plan: Path) -> None:
    found = statements(ask, [plan], FEBRUARY)

    assert [whom.name for whom in found.people] == ["Ann", "Ben"]
    for whom in found.people:
        assert found.of(whom).report == statement_of(ask, [plan], whom.key, FEBRUARY).report


def test_somebody_unknown_is_told(ask: Ask, plan: Path) -> None:
    with pytest.raises(UsageError, match="Bent"):
        statement_of(ask, [plan], "Bent", FEBRUARY)


def test_what_a_manifest_records_makes_the_same_statement_and_book_again(ask: Ask, plan: Path) -> None:
    for answer in (statement_of(ask, [plan], "Ben", FEBRUARY), company(ask, [plan], FEBRUARY)):
        asked = answer.report.meta.manifest["request"]
        assert isinstance(asked, dict)
        again = COMMANDS["commission statement"](ask, asked, FEBRUARY)
        assert again.report == answer.report
