from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import openpyxl
import pytest

from commission_ground import TERMS

if TYPE_CHECKING:
    from conftest import Salesperf

FLAT = '[[component]]\nname = "base"\nrule = "flat"\nrate = 0.1\n'
WORDS = ("--rep", "Rep", "--period", "Month", "--amount", "Paid", "--plan", "field.toml", "--fail-on", "findings")


@pytest.fixture(autouse=True)
def files(here: Path) -> None:
    (here / "field.toml").write_text(TERMS.format(start="2026-01-01", period="month") + FLAT, encoding="utf-8")


def book(here: Path, paid: float) -> None:
    made = openpyxl.Workbook()
    for row in (("Rep", "Month", "Paid"), ("Mei Lin", "2026-01", paid)):
        made.worksheets[0].append(row)
    made.save(here / "paid.xlsx")


def test_a_row_that_disagrees_is_listed_with_its_cell(salesperf: Salesperf, here: Path) -> None:
    book(here, 31)

    said = salesperf("commission", "audit", "paid.xlsx", "orders.csv", *WORDS, "--format", "json")

    # 300.50 x 10 % = 30.05.
    assert said.code == 1
    [row] = json.loads(said.out)["rows"]
    assert (row["cell"], row["theirs"], row["ours"], row["difference"]) == ("C2", "31", "30.05", "-0.95")


def test_a_workbook_that_agrees_meets_no_finding(salesperf: Salesperf, here: Path) -> None:
    book(here, 30.05)

    said = salesperf("commission", "audit", "paid.xlsx", "orders.csv", *WORDS)

    assert said.code == 0
    assert "every row agrees" in said.out


def test_the_columns_must_be_named(salesperf: Salesperf, here: Path) -> None:
    book(here, 1)

    said = salesperf("commission", "audit", "paid.xlsx", "orders.csv", "--rep", "Rep", "--period", "Month")

    assert said.code == 2
    assert "--amount" in said.err
