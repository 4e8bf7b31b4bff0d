from __future__ import annotations

from pathlib import Path

import pytest

from commission_ground import TERMS
from salesperf.app.commission.simulate import grid_of, simulate
from salesperf.app.layers import Surroundings
from salesperf.app.workspace import Ask
from salesperf.core.errors import UsageError
from salesperf.metrics.request import Request
from salesperf.report.model import Report

ORDERS = "Order ID,Order Date,Sales Rep,Amount\n1,2026-01-05,Ann,100\n2,2026-02-27,Ann,200\n3,2026-02-28,Ben,300\n"


@pytest.fixture
def ask(tmp_path: Path) -> Ask:
    """A folder with one file of orders."""
    (tmp_path / "orders.csv").write_text(ORDERS, encoding="utf-8")
    return Ask((str(tmp_path / "orders.csv"),), Surroundings(tmp_path, {}))


def plan(
    folder: Path, name: str, *, rate: str, start: str = "2026-01-01", period: str = "month", currency: str = "CNY"
) -> Path:
    """A plan file of one rate."""
    file = folder / f"{name}.toml"
    terms = TERMS.format(start=start, period=period).replace('"test"', f'"{name}"').replace("CNY", currency)
    file.write_text(f'{terms}[[component]]\nname = "x"\nrule = "flat"\nrate = {rate}\n', encoding="utf-8")
    return file


def totals(report: Report) -> dict[object, object]:
    keys = [column.key for column in report.records.columns]
    rows = [dict(zip(keys, row, strict=True)) for row in report.records.rows]
    return {row["plan"]: str(row["payout"]) for row in rows if row["rep"] is None}


def test_plans_that_hold_for_the_same_people_are_compared(ask: Ask, tmp_path: Path) -> None:
    files = [plan(tmp_path, "now", rate="0.1"), plan(tmp_path, "new", rate="0.2")]

    assert totals(simulate(ask, files, Request(period="2026-02")).report) == {"now": "50.00", "new": "100.00"}


def test_a_plan_of_next_year_is_worked_out_as_if_it_held(ask: Ask, tmp_path: Path) -> None:
    files = [plan(tmp_path, "now", rate="0.1"), plan(tmp_path, "new", rate="0.2", start="2027-01-01")]

    report = simulate(ask, files, Request()).report

    assert totals(report) == {"now": "50.00", "new": "100.00"}
    assert [note.text.en for note in report.notes if note.key == "as_if"] == [
        "the plan new does not hold from 2026-02-01 to 2026-02-28: it is worked out as if it did"
    ]


def test_a_plan_settled_by_quarters_is_compared_over_a_whole_one(ask: Ask, tmp_path: Path) -> None:
    files = [plan(tmp_path, "now", rate="0.1"), plan(tmp_path, "new", rate="0.2", period="quarter")]

    # The quarter has 600, of three months of the first plan.
    assert totals(simulate(ask, files, Request(period="2026-02")).report) == {"now": "60.00", "new": "120.00"}


def test_plans_of_two_currencies_are_refused(ask: Ask, tmp_path: Path) -> None:
    files = [plan(tmp_path, "now", rate="0.1"), plan(tmp_path, "new", rate="0.2", currency="USD")]

    with pytest.raises(UsageError, match="'CNY', 'USD', which cannot be compared"):
        simulate(ask, files, Request())


@pytest.mark.parametrize(
    ("written", "steps"),
    [
        ("50..200%", (50, 75, 100, 125, 150, 175, 200)),
        ("80%..120%:20", (80, 100, 120)),
        ("90..100%:8", (90, 98, 100)),
        ("100..100%", (100,)),
    ],
)
def test_a_grid_has_both_its_ends(written: str, steps: tuple[int, ...]) -> None:
    assert grid_of(written) == steps


@pytest.mark.parametrize("written", ["all", "200..50%", "50..200%:0", "1..9999%:1", "-5..10%"])
def test_what_is_no_grid_is_refused_with_how_to_write_one(written: str) -> None:
    with pytest.raises(UsageError, match="is no grid"):
        grid_of(written)
