from __future__ import annotations

from hashlib import sha256
from pathlib import Path

import pytest

from commission_ground import TERMS
from salesperf.app.commission.run import explain, run
from salesperf.app.layers import Surroundings
from salesperf.app.workspace import Ask
from salesperf.metrics.request import Request

ORDERS = "Order ID,Order Date,Sales Rep,Amount\n1,2026-01-05,Ann,100\n2,2026-02-27,Ann,200\n3,2026-02-28,Ben,300\n"
FLAT = '[[component]]\nname = "base"\nrule = "flat"\nrate = 0.1\n'


@pytest.fixture
def ask(tmp_path: Path) -> Ask:
    """A folder with one file of orders."""
    (tmp_path / "orders.csv").write_text(ORDERS, encoding="utf-8")
    return Ask((str(tmp_path / "orders.csv"),), Surroundings(tmp_path, {}))


def plan(folder: Path, *, of: str = "test", who: str | None = None) -> Path:
    """A plan file; amounts are in the currency of the plan where the files name none."""
    file = folder / f"{of}.toml"
    terms = TERMS.format(start="2026-01-01", period="month").replace('"test"', f'"{of}"')
    named = f'who = {{ reps = ["{who}"] }}\n' if who else ""
    file.write_text(terms + named + FLAT, encoding="utf-8")
    return file


def test_the_last_complete_period_of_the_plan_is_paid(ask: Ask, tmp_path: Path) -> None:
    found = run(ask, [plan(tmp_path)], Request()).report

    keys = [column.key for column in found.records.columns]
    told = [dict(zip(keys, row, strict=True)) for row in found.records.rows]
    assert [(row["period"], row["rep"], str(row["payout"])) for row in told] == [
        ("2026-02", "Ann", "20.00"),
        ("2026-02", "Ben", "30.00"),
    ]


def test_one_person_is_explained_to_the_row(ask: Ask, tmp_path: Path) -> None:
    found = explain(ask, [plan(tmp_path)], "Ben", Request(period="2026-02")).report

    keys = [column.key for column in found.records.columns]
    [told] = [dict(zip(keys, row, strict=True)) for row in found.records.rows]
    assert (told["file"], told["row"], told["order"]) == ("orders.csv", 4, "3")


def test_the_manifest_records_the_plans_their_versions_and_digests(ask: Ask, tmp_path: Path) -> None:
    files = [plan(tmp_path, of=name, who=who) for name, who in (("east", "Ann"), ("west", "Ben"))]
    asked = run(ask, files, Request(period="2026-02")).report.meta.manifest["request"]

    assert isinstance(asked, dict)
    assert asked["plans"] == [
        {"file": file.name, "plan": file.stem, "version": 1, "sha256": sha256(file.read_bytes()).hexdigest()}
        for file in files
    ]
