from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from conftest import Salesperf


def test_customers_are_classed_without_any_setting(salesperf: Salesperf) -> None:
    said = salesperf("abc", "orders.csv", "--format", "json")

    # Bob 270 and Ann 150.50 of 420.50; Cas gave back 20.
    rows = json.loads(said.out)["rows"]
    assert [(row["customer"], row["class"], row["amount"]) for row in rows] == [
        ("Bob", "A", "270"),
        ("Ann", "C", "150.5"),
        ("Cas", "C", "-20"),
    ]


def test_every_choice_can_be_typed(salesperf: Salesperf) -> None:
    typed = ("--of", "region", "--own", "not", "--period", "2026-02", "--by", "rep", "--lang", "en")
    said = salesperf("abc", "orders.csv", *typed)

    assert said.code == 0
    assert "Regions by what they bring (ABC)" in said.out
    assert "who crosses a threshold is still in the better class" in said.out
    assert "Classes by rep" in said.out
    # The East sold in January alone.
    assert "class D: 1 that brought something only before 2026-02-01" in said.out


def test_wrong_words_are_refused(salesperf: Salesperf) -> None:
    assert salesperf("abc", "orders.csv", "--of", "custmer").code == 2
    assert salesperf("abc", "orders.csv", "--of", "product").code == 4
    assert salesperf("abc", "orders.csv", "--measure", "margin").code == 4
    assert salesperf("abc", "orders.csv", "--period", "2020").code == 4
