"""Scores and segments of public files whose answers somebody else has published."""

from __future__ import annotations

import csv
import json
from collections import Counter
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from salesperf.cli.main import run

pytestmark = [pytest.mark.real, pytest.mark.slow]

Capture = pytest.CaptureFixture[str]


def _rfm(capsys: Capture, *words: str | Path) -> list[dict[str, Any]]:
    code = run(["rfm", *map(str, words), "--format", "json", "--lang", "en"])
    out, talk = capsys.readouterr()
    assert code == 0, talk
    rows: list[dict[str, Any]] = json.loads(out)["rows"]
    return rows


def test_orders_of_the_r_package(real_data: Path, capsys: Capture, tmp_path: Path) -> None:
    """The printed rows, cut-offs and segments of the package's vignette, as of 2006-12-31."""
    kept = tmp_path / "kept.toml"
    words = ("--preset", "r-rfm", "--map", "r-rfm", "--as-of", "2006-12-31", "--save-cutoffs", kept)

    rows = _rfm(capsys, real_data / "rfm_r" / "rfm_data_orders.csv", *words)

    by_name = {row["customer"]: (row["recency"], row["frequency"], row["monetary"], row["code"]) for row in rows}
    assert len(rows) == 995
    assert {name: by_name[name] for name in PRINTED} == PRINTED
    assert Counter(row["segment_title"] for row in rows) == {
        "Potential loyalists": 342,
        "Loyal": 170,
        "Lost": 148,
        "New": 104,
        "About to sleep": 102,
        "Cannot lose": 47,
        "Champions": 35,
        "At risk": 28,
        "Need attention": 10,
        "Promising": 9,
    }
    # The package prints where the next score begins, which is the quintile and one.
    text = kept.read_text(encoding="utf-8")
    edges = [line.split("= ")[1] for line in text.splitlines() if line.startswith("edges")]
    upper = [[Decimal(edge) + 1 for edge in json.loads(one)] for one in edges]
    assert upper == [
        [Decimal(edge) for edge in ("115", "181", "297.4", "482")],
        [4, 5, 6, 8],
        [Decimal(edge) for edge in ("255.8", "382", "506.4", "666")],
    ]


def test_customers_of_the_r_package(real_data: Path, capsys: Capture) -> None:
    """A file that is summed up already: 393,223 orders of 39,999 customers, in the segments of the vignette."""
    words = ("--preset", "r-rfm", "--as-of", "2007-01-01")

    rows = _rfm(capsys, real_data / "rfm_r" / "rfm_data_customer.csv", *words)

    assert len(rows) == 39_999
    assert sum(row["frequency"] for row in rows) == 393_223
    assert Counter(row["segment_title"] for row in rows) == {
        "Potential loyalists": 12_762,
        "Loyal": 6_965,
        "Lost": 5_535,
        "New": 4_475,
        "About to sleep": 4_095,
        "At risk": 2_081,
        "Champions": 1_571,
        "Cannot lose": 1_471,
        "Need attention": 679,
        "Promising": 297,
        "Others": 68,
    }


PRINTED = {
    "Abbey O'Reilly": (205, 6, "472", "343"),
    "Add Senger": (140, 3, "340", "412"),
    "Aden Lesch": (194, 4, "405", "323"),
    "Aden Murphy": (98, 7, "596", "544"),
    "Admiral Senger": (132, 5, "448", "433"),
}


def test_classes_of_superstore(real_data: Path, capsys: Capture) -> None:
    """All 793 classes of the published table, of a file in Mac Roman whose lines end in CR."""
    folder = real_data / "superstore_rfm"
    with (folder / "rfm-table.csv").open(encoding="mac_roman", newline="") as file:
        published = {row["customer"]: row for row in csv.DictReader(file)}

    rows = _rfm(capsys, folder / "sample-orders.csv", "--preset", "quartile", "--as-of", "2014-12-31")

    assert len(published) == 793
    assert {row["customer"]: row["code"] for row in rows} == {name: row["RFMClass"] for name, row in published.items()}
    assert {row["customer"]: row["recency"] for row in rows} == {
        name: int(row["recency"]) for name, row in published.items()
    }


def test_customers_of_online_retail(real_data: Path, capsys: Capture) -> None:
    """4,338 customers and 8,911,407.904 of what they bought, as of many published analyses without the returns."""
    rows = _rfm(capsys, real_data / "online_retail" / "online_retail.parquet", "--returns", "ignored")

    assert len(rows) == 4_338
    assert sum(Decimal(row["amount"]) for row in rows) == Decimal("8911407.904")
    assert sum(row["frequency"] >= 2 for row in rows) == 2_845


def test_the_convention_moves_nearly_a_quarter_of_online_retail(real_data: Path, capsys: Capture) -> None:
    """Between the edges of the R package and left-closed ones 23.8 % of the customers change their segment."""
    file = real_data / "online_retail" / "online_retail.parquet"

    rows = _rfm(capsys, file, "--returns", "ignored", "--preset", "r-rfm", "--compare-presets")

    assert {row["preset"]: round(row["share"], 3) for row in rows}["left-closed"] == 0.238


def test_classes_of_online_retail(real_data: Path, capsys: Capture) -> None:
    """1,132 of class A, 1,469 of B and 1,737 of C, and the Gini coefficient .71514, of what was sold."""
    file = real_data / "online_retail" / "online_retail.parquet"
    code = run(["abc", str(file), "--where", "amount>0", "--format", "json", "--lang", "en"])
    out, talk = capsys.readouterr()

    assert code == 0, talk
    content = json.loads(out)
    assert Counter(row["class"] for row in content["rows"]) == {"A": 1_132, "B": 1_469, "C": 1_737}
    [told] = [note["text"] for note in content["meta"]["notes"] if note["key"] == "gini"]
    assert told.startswith("Gini coefficient 0.71514")


def test_november_of_online_retail(real_data: Path, capsys: Capture) -> None:
    """1,664 active customers are 323 new, 622 retained and 719 reactivated ones."""
    file = real_data / "online_retail" / "online_retail.parquet"
    code = run(["lifecycle", str(file), "--where", "amount>0", "--period", "2011-11", "--format", "md", "--lang", "en"])
    out, talk = capsys.readouterr()

    assert code == 0, talk
    header, row = (
        next(line for line in out.splitlines() if line.startswith(f"| {key}")) for key in ("period", "2011-11")
    )
    told = dict(zip(map(str.strip, header.split("|")), map(str.strip, row.split("|")), strict=True))
    keys = ("active customers", "new customers", "retained customers", "reactivated customers")
    assert [told[key] for key in keys] == ["1,664", "323", "622", "719"]
