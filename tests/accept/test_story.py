"""The story of the sample company, as a manager finds it in the standings and the scoreboard."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from salesperf.cli.main import run

pytestmark = pytest.mark.slow
Capture = pytest.CaptureFixture[str]
MONTHS = [f"2025-{month:02d}" for month in range(1, 13)]


def company(root: Path, capsys: Capture, period: str) -> dict[str, dict[str, Any]]:
    """The company's line of `targets status` by horizon."""
    folder = root / "examples" / "hengyuan_zh"
    code = run(
        [
            "targets",
            "status",
            str(folder),
            "--period",
            period,
            "--format",
            "json",
            "--config",
            str(folder / "salesperf.toml"),
        ]
    )
    out, talk = capsys.readouterr()
    assert code == 0, talk
    return {row["horizon"]: row for row in json.loads(out)["rows"] if row["scope"] == "company"}


@pytest.mark.parametrize("month", MONTHS[:6])
def test_the_falling_half_year_is_red_from_its_first_month(root: Path, capsys: Capture, month: str) -> None:
    to_date = company(root, capsys, month)["ytd"]

    assert to_date["attainment"] < 0.9
    assert to_date["status"] == "red"


@pytest.mark.parametrize("month", MONTHS[6:])
def test_every_month_of_the_recovery_is_green(root: Path, capsys: Capture, month: str) -> None:
    period = company(root, capsys, month)["period"]

    assert period["attainment"] >= 1
    assert period["status"] == "green"


def test_the_halves_land_where_the_story_says(root: Path, capsys: Capture) -> None:
    first = company(root, capsys, "2025-H1")["period"]
    second = company(root, capsys, "2025-H2")["period"]

    # 18.19 of 22.47 million, 28.06 of 24.15.
    assert first["attainment"] == pytest.approx(0.81, abs=0.005)
    assert second["attainment"] == pytest.approx(1.162, abs=0.005)


def test_the_collections_trouble_shows_in_dso_and_collection_rate(root: Path, capsys: Capture) -> None:
    folder = root / "examples" / "hengyuan_zh"
    words = ("--metrics", "collection_rate,dso", "--grain", "quarter", "--format", "json")

    code = run(["kpi", str(folder), *words, "--config", str(folder / "salesperf.toml")])

    out, talk = capsys.readouterr()
    assert code == 0, talk
    rows = {row["period"]: row for row in json.loads(out)["rows"]}
    bad, others = ("2025-Q1", "2025-Q2"), [key for key in rows if key not in {"2023-Q1", "2025-Q1", "2025-Q2"}]
    assert max(rows[key]["collection_rate"] for key in bad) < 0.75
    assert min(rows[key]["collection_rate"] for key in others) > 0.9
    assert min(rows[key]["dso"] for key in bad) > 1.2 * max(rows[key]["dso"] for key in others)
