from __future__ import annotations

from pathlib import Path

import pytest

from commission_ground import TERMS
from salesperf.app.commission.run import explain, run
from salesperf.app.layers import Surroundings
from salesperf.app.workspace import Ask
from salesperf.core.errors import UsageError
from salesperf.metrics.request import Request

ORDERS = "Order ID,Order Date,Sales Rep,Amount\n1,2026-01-05,Ann,100\n2,2026-02-27,Ann,200\n3,2026-02-28,Ben,300\n"
FLAT = '[[component]]\nname = "base"\nrule = "flat"\nrate = 0.1\n'


@pytest.fixture
def ask(tmp_path: Path) -> Ask:
    """A folder with one file of orders."""
    (tmp_path / "orders.csv").write_text(ORDERS, encoding="utf-8")
    return Ask((str(tmp_path / "orders.csv"),), Surroundings(tmp_path, {}))


def plan(folder: Path, start: str = "2026-01-01") -> Path:
    """A plan file; amounts are in the currency of the plan where the files name none."""
    file = folder / "plan.toml"
    file.write_text(TERMS.format(start=start, period="month") + FLAT, encoding="utf-8")
    return file


def test_the_last_complete_period_of_the_plan_is_paid(ask: Ask, tmp_path: Path) -> None:
    found = run(ask, plan(tmp_path), Request()).report

    keys = [column.key for column in found.records.columns]
    told = [dict(zip(keys, row, strict=True)) for row in found.records.rows]
    assert [(row["period"], row["rep"], str(row["payout"])) for row in told] == [
        ("2026-02", "Ann", "20.00"),
        ("2026-02", "Ben", "30.00"),
    ]


def test_one_person_is_explained_to_the_row(ask: Ask, tmp_path: Path) -> None:
    found = explain(ask, plan(tmp_path), "Ben", Request(period="2026-02")).report

    keys = [column.key for column in found.records.columns]
    [told] = [dict(zip(keys, row, strict=True)) for row in found.records.rows]
    assert (told["file"], told["row"], told["order"]) == ("orders.csv", 4, "3")


@pytest.mark.parametrize("period", [None, "2026-01"])
def test_a_period_before_the_plan_is_told_as_such(ask: Ask, tmp_path: Path, period: str | None) -> None:
    with pytest.raises(UsageError, match="the plan test holds from 2026-03-01 on"):
        run(ask, plan(tmp_path, "2026-03-01"), Request(period=period))
