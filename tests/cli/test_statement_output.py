from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from commission_ground import TERMS
from opened import opened

if TYPE_CHECKING:
    from conftest import Salesperf

FLAT = '[[component]]\nname = "base"\nrule = "flat"\nrate = 0.1\n'
ORDERS = "Order ID,Order Date,Sales Rep,Amount\n1,2026-01-05,Ann,100.05\n2,2026-01-06,../CON,200\n3,2026-01-07,a/b,1\n"
WORDS = ("commission", "statement", "paid.csv", "--plan", "field.toml")


@pytest.fixture(autouse=True)
def files(here: Path) -> None:
    (here / "field.toml").write_text(TERMS.format(start="2026-01-01", period="month") + FLAT, encoding="utf-8")
    (here / "paid.csv").write_text(ORDERS, encoding="utf-8")


def test_each_is_written_under_a_name_that_files_can_have(salesperf: Salesperf, here: Path) -> None:
    """Half up: 10 % of 100.05 is 10.005, 10.01 to pay."""
    said = salesperf(*WORDS, "--period", "2026-01", "--each", "rep", "-o", "out")

    assert said.code == 0, said.err
    assert "wrote 3 statements into 'out'" in said.err
    listed = json.loads((here / "out" / "index.json").read_text(encoding="utf-8"))["reports"]
    assert sorted(one["name"] for one in listed) == ["../CON", "Ann", "a/b"]
    names = {file["file"] for one in listed for file in one["files"]}
    assert {path.name for path in (here / "out").iterdir()} == {*names, "index.json"}
    assert "a%2Fb.xlsx" in names
    book = opened((here / "out" / "Ann.xlsx").read_bytes(), values=True)
    assert 10.01 in [cell for row in book["Payout"].iter_rows(values_only=True) for cell in row]


def test_files_that_are_there_are_told_before_any_is_written(salesperf: Salesperf, here: Path) -> None:
    (here / "out").mkdir()
    (here / "out" / "a%2Fb.html").write_text("kept", encoding="utf-8")

    said = salesperf(*WORDS, "--period", "2026-01", "--each", "rep", "-o", "out")

    assert said.code == 5
    assert [path.name for path in (here / "out").iterdir()] == ["a%2Fb.html"]


def test_one_goes_into_a_folder_as_page_and_workbook(salesperf: Salesperf, here: Path) -> None:
    said = salesperf(*WORDS, "--period", "2026-01", "--company", "-o", "book")

    assert said.code == 0, said.err
    assert {path.name for path in (here / "book").iterdir()} >= {
        "commission-statement.html",
        "commission-statement.xlsx",
    }


def test_a_period_in_which_nobody_is_paid_has_no_statements(salesperf: Salesperf, here: Path) -> None:
    (here / "field.toml").write_text(
        TERMS.format(start="2026-01-01", period="month") + 'who = { reps = ["Zoe"] }\n' + FLAT, encoding="utf-8"
    )

    said = salesperf(*WORDS, "--period", "2026-01", "--each", "rep", "-o", "out")

    assert said.code != 0
    assert not (here / "out").exists()
