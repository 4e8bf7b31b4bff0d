from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from commission_ground import TERMS

if TYPE_CHECKING:
    from conftest import Salesperf

FLAT = '[[component]]\nname = "base"\nrule = "flat"\nrate = 0.1\n'
WORDS = ("commission", "statement", "orders.csv", "--plan", "field.toml", "--period", "2026-01")


@pytest.fixture(autouse=True)
def plan(here: Path) -> None:
    (here / "field.toml").write_text(TERMS.format(start="2026-01-01", period="month") + FLAT, encoding="utf-8")


def test_one_statement_goes_to_the_screen(salesperf: Salesperf) -> None:
    said = salesperf(*WORDS, "--rep", "Mei Lin", "--format", "json")

    # 300.50 x 10 % = 30.05.
    told = json.loads(said.out)
    assert (said.code, told["schema"]) == (0, "salesperf.commission-statement/1")
    assert [(row["rep"], row["payout"]) for row in told["rows"]] == [("Mei Lin", "30.05")]


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ((), "it is not said whose statement is wanted"),
        (("--rep", "Mei Lin", "--company"), "--rep and --company name different statements"),
        (("--each", "rep"), "--each writes several files"),
        (("--rep", "Mei Ling"), "Mei Lin"),
    ],
)
def test_what_is_not_said_well_is_told(salesperf: Salesperf, words: tuple[str, ...], told: str) -> None:
    said = salesperf(*WORDS, *words)

    assert said.code == 2
    assert told in said.err
