from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from conftest import Salesperf


def test_a_customer_is_shown_by_name(salesperf: Salesperf, here: Path) -> None:
    said = salesperf("customer", "Bob", "orders.csv", "--lang", "en", "--period", "2026-Q1")

    assert said.code == 0
    assert "Customer: Bob" in said.out
    assert "Segments before" in said.out
    assert salesperf("customer", "Bob", "orders.csv", "-o", "bob.html").code == 0
    assert "Bob" in (here / "bob.html").read_text(encoding="utf-8")


def test_who_is_no_customer_is_told_with_who_may_be_meant(salesperf: Salesperf) -> None:
    said = salesperf("customer", "Anne", "orders.csv", "--lang", "en")

    assert said.code == 2
    assert "Ann" in said.err
