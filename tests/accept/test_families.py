"""Exports of families beside sales, as their systems write them: what `kpi` prints, told nothing.

Each file of `families/` holds the exports, the period asked for (and as of which day), and the values worked by hand.
"""

from __future__ import annotations

import json
import tomllib
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from salesperf.cli.main import run
from salesperf.metrics.catalog import CATALOG

_FOLDER = Path(__file__).parent / "families"
CASES = {path.stem: tomllib.loads(path.read_text(encoding="utf-8")) for path in sorted(_FOLDER.glob("*.toml"))}
Capture = pytest.CaptureFixture[str]


def _number(value: int | str) -> float | None:
    """A value as a case writes it: a number, a fraction, or `-` for none."""
    return None if value == "-" else float(Fraction(value))


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_an_export_gives_the_numbers_worked_by_hand(case: dict[str, Any], tmp_path: Path, capsys: Capture) -> None:
    for name, text in case["files"].items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    expected = {key: _number(value) for key, value in case["expected"].items()}
    period = ("--period", case["period"]) if case.get("period") else ()
    as_of = ("--as-of", case["as_of"]) if "as_of" in case else ()

    code = run(["kpi", str(tmp_path), "--metrics", ",".join(expected), "--format", "json", *period, *as_of])

    out, talk = capsys.readouterr()
    assert code == 0, talk
    row: dict[str, Any] = json.loads(out)["rows"][0]
    found = {key: None if row[key] is None else float(row[key]) for key in expected}
    assert found == pytest.approx(expected, rel=1e-4), case["worked"]


def test_campaigns_are_known_by_their_names(tmp_path: Path, capsys: Capture) -> None:
    """440 on six days online against 80 on the six days before, for 100."""
    (tmp_path / "活动.csv").write_text(
        "活动名称,开始日期,结束日期,费用（万元）,渠道\n618大促,2026-06-15,2026-06-20,0.01,线上\n", encoding="utf-8"
    )
    (tmp_path / "订单.csv").write_text(
        "订单号,下单日期,客户,渠道,金额\n1,2026-06-01,A,线上,100\n2,2026-06-11,B,线上,80\n3,2026-06-16,C,线上,240\n"
        "4,2026-06-18,D,线上,200\n5,2026-06-19,E,线下,100\n6,2026-06-30,F,线上,50\n",
        encoding="utf-8",
    )

    assert run(["kpi", str(tmp_path), "--by", "campaign", "--format", "json"]) == 0

    (row,) = json.loads(capsys.readouterr().out)["rows"]
    assert row["campaign"] == "618大促"
    assert {"440", "80", "100"} <= {str(value) for value in row.values()}


def test_the_hint_without_sales_names_more_than_orders(tmp_path: Path, capsys: Capture) -> None:
    (tmp_path / "customers.csv").write_text("Customer ID,Customer Name,Industry\nC1,Alpha,Steel\n", encoding="utf-8")

    assert run(["kpi", str(tmp_path), "--metrics", "net_revenue"]) != 0

    assert "surveys, costs, campaigns" in capsys.readouterr().err


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_every_metric_is_reached_from_an_export_of_each_language(lang: str) -> None:
    reached = {key for name, case in CASES.items() if name.startswith(f"{lang}_") for key in case["expected"]}

    assert {metric.key for metric in CATALOG} - reached == set()
