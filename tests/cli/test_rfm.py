from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

from openpyxl import load_workbook

if TYPE_CHECKING:
    from conftest import Salesperf


def test_customers_are_scored_without_any_setting(salesperf: Salesperf) -> None:
    said = salesperf("rfm", "orders.csv", "--format", "json")

    # As of 2026-03-31: Ann bought twice, last on February 3; Bob twice, last on March 31; Cas only gave back.
    assert said.code == 0
    rows = {row["customer"]: row for row in json.loads(said.out)["rows"]}
    assert {name: (row["recency"], row["frequency"], row["monetary"]) for name, row in rows.items()} == {
        "Ann": (56, 2, "150.5"),
        "Bob": (0, 2, "270"),
    }


def test_every_choice_can_be_typed(salesperf: Salesperf) -> None:
    typed = ("--preset", "thresholds", "--frequency", "lines", "--monetary", "mean", "--returns", "ignored")
    said = salesperf("rfm", "orders.csv", *typed, "--window", "60", "--where", "region=East", "--format", "json")

    assert said.code == 0
    content = json.loads(said.out)
    # East of the last 60 days: Bob's line of March 31. Ann bought there only before.
    assert {row["customer"]: (row["frequency"], row["monetary"], row["segment"]) for row in content["rows"]} == {
        "Ann": (0, "0", "dormant"),
        "Bob": (1, "70", "small"),
    }


def test_wrong_words_are_refused(salesperf: Salesperf) -> None:
    assert salesperf("rfm", "orders.csv", "--preset", "quintle").code == 2
    assert salesperf("rfm", "orders.csv", "--map", "rf11").code == 2
    assert salesperf("rfm", "orders.csv", "--bins", "12").code == 2
    refused = salesperf("rfm", "orders.csv", "--preset", "quartile", "--map", "rf10", "--lang", "en")
    assert (refused.code, "C608" in refused.err) == (3, True)
    early = salesperf("rfm", "orders.csv", "--as-of", "2025-01-01", "--lang", "en")
    assert (early.code, "before the first day" in early.err) == (4, True)


def test_cutoffs_are_kept_and_used(salesperf: Salesperf, here: Path) -> None:
    assert salesperf("rfm", "orders.csv", "--save-cutoffs", "kept.toml").code == 0
    assert (here / "kept.toml").read_text(encoding="utf-8").startswith("# Cut-offs of salesperf rfm")

    said = salesperf("rfm", "orders.csv", "--cutoffs", "kept.toml", "--lang", "en")

    assert said.code == 0
    assert "scored by the cut-offs of 2026-03-31" in said.out


def test_a_workbook_has_a_sheet_a_segment_and_one_of_the_settings(salesperf: Salesperf, here: Path) -> None:
    said = salesperf("rfm", "orders.csv", "--preset", "quartile", "--lang", "en", "-o", "book.xlsx")

    assert said.code == 0
    sheets = load_workbook(here / "book.xlsx").sheetnames
    # 1 is the best: 0 days and 270 of Bob; 4 are 56 days and 150.50 of Ann, and the two orders that both have.
    assert {"141", "444", "Segments", "Settings of this run"} <= set(sheets)


def test_one_customer_moves_lists_and_conventions_can_be_asked_for(salesperf: Salesperf) -> None:
    assert "Why Ann is in" in salesperf("rfm", "orders.csv", "--explain", "Ann", "--lang", "en").out
    assert "no customer yet" in salesperf("rfm", "orders.csv", "--moved-since", "2026-01-10", "--lang", "en").out
    assert "Call list by rep" in salesperf("rfm", "orders.csv", "--call-list", "--lang", "en").out
    assert "What the convention decides" in salesperf("rfm", "orders.csv", "--compare-presets", "--lang", "en").out
    assert "Segments by region" in salesperf("rfm", "orders.csv", "--by", "region", "--lang", "en").out
    assert salesperf("rfm", "orders.csv", "--moved-since", "soon").code == 2
