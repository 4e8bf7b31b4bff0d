from __future__ import annotations

import io
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from conftest import Salesperf

FLAGS = (
    *("--id", "field", "--scheme", "tiered", "--tier", "100:1%", "--tier", "2%", "--currency", "USD"),
    *("--period", "month", "--from", "2026-01-01", "--mode", "marginal", "--rounding", "half_up"),
    *("--day-count", "actual", "--clawback", "as_paid", "--negative-balance", "carry"),
    *("--returns-reduce-attainment", "true"),
)


class Terminal(io.StringIO):
    """Somebody who types answers."""

    def isatty(self) -> bool:
        return True


def test_what_is_written_is_shown_and_pays(salesperf: Salesperf, here: Path) -> None:
    (here / "plans").mkdir()

    said = salesperf("commission", "plan", "new", *FLAGS, "-o", "plans/field.toml")

    assert said.code == 0
    assert "plans/field.toml" in said.err
    assert salesperf("commission", "plan", "show", "plans/field.toml").code == 0
    # Mei sold 300.50 in January: 100 x 1 % + 200.50 x 2 % = 5.01.
    assert "5.01" in salesperf("commission", "run", "orders.csv", "--period", "2026-01").out
    assert salesperf("commission", "plan", "new", *FLAGS, "-o", "plans/field.toml").code == 5, "it is not replaced"
    assert (here / "plans" / "field.toml").read_text(encoding="utf-8") == salesperf(
        "commission", "plan", "new", *FLAGS
    ).out


def test_what_is_left_open_is_told_with_its_flags(salesperf: Salesperf, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO())

    said = salesperf("commission", "plan", "new", *FLAGS[:-2])

    assert said.code == 2
    assert "the plan leaves open: --returns-reduce-attainment" in said.err
    assert "do returns lower what counts against the quota" in said.err
    assert said.out == ""


def test_on_a_terminal_what_is_left_open_is_asked_until_it_is_answered(
    salesperf: Salesperf, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", Terminal("perhaps\nfalse\n"))

    said = salesperf("commission", "plan", "new", *FLAGS[:-2])

    assert said.code == 0
    assert "returns_reduce_attainment = false" in said.out
    assert "--returns-reduce-attainment cannot be 'perhaps'" in said.err


def test_questions_that_nobody_answers_end_in_words(salesperf: Salesperf, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", Terminal(""))

    said = salesperf("commission", "plan", "new", *FLAGS[:-2])

    assert said.code == 2
    assert said.out == ""
