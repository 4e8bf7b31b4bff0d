from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from commission_ground import TERMS

if TYPE_CHECKING:
    from conftest import Salesperf

FLAT = '[[component]]\nname = "base"\nrule = "flat"\nrate = 0.1\n'


@pytest.fixture
def words(here: Path) -> tuple[str, ...]:
    (here / "plan.toml").write_text(TERMS.format(start="2026-01-01", period="month") + FLAT, encoding="utf-8")
    return ("commission", "export", "orders.csv", "--plan", "plan.toml")


def test_payroll_is_a_table_for_any_format(salesperf: Salesperf, here: Path, words: tuple[str, ...]) -> None:
    found = salesperf(*words, "--to", "payroll", "-o", "payroll.csv")

    assert found.code == 0
    header = (here / "payroll.csv").read_text(encoding="utf-8-sig").splitlines()[0]
    assert header.startswith("rep_id,rep,plan,first,last,commission,")


def test_a_journal_of_text_goes_to_standard_output_or_a_file(
    salesperf: Salesperf, here: Path, words: tuple[str, ...]
) -> None:
    shown = salesperf(*words, "--to", "beancount")
    written = salesperf(*words, "--to", "beancount", "-o", "march.beancount")
    again = salesperf(*words, "--to", "beancount", "-o", "march.beancount")

    assert shown.out.splitlines()[0].endswith(" open Expenses:Commission CNY")
    assert (written.code, (here / "march.beancount").read_text(encoding="utf-8")) == (0, shown.out)
    # What is there is not written over.
    assert again.code != 0


def test_a_journal_of_text_says_what_must_be_known_and_takes_no_options_of_tables(
    salesperf: Salesperf, here: Path, words: tuple[str, ...]
) -> None:
    with (here / "orders.csv").open("a", encoding="utf-8") as file:
        file.write("6,2026-03-31,Bob,,East,10\n")

    found = salesperf(*words, "--to", "beancount", "--period", "2026-03")
    refused = salesperf(*words, "--to", "beancount", "--format", "csv")

    assert "have no rep, and nobody is paid for them" in found.err
    assert "6 loaded" in found.err
    assert (refused.code, refused.out) == (2, "")
    assert "--format: not for --to beancount" in refused.err


def test_deferred_cost_needs_its_months(salesperf: Salesperf, words: tuple[str, ...]) -> None:
    found = salesperf(*words, "--to", "deferred")

    assert found.code == 2
    assert "--months 36" in found.err
