from __future__ import annotations

import pytest

from salesperf.core.text import same
from salesperf.core.unit import Unit
from salesperf.report.marks import mark, superscript
from salesperf.report.model import Cell, Value


@pytest.mark.parametrize(("number", "text"), [(1, "¹"), (10, "¹⁰"), (120, "¹²⁰")])
def test_superscripts_have_as_many_digits_as_needed(number: int, text: str) -> None:
    assert superscript(number) == text


@pytest.mark.parametrize(
    ("value", "unit", "sign"),
    [
        (0.1, Unit.GROWTH, " ▲"),
        (-0.1, Unit.GROWTH, " ▼"),
        (0.1, Unit.POINTS, " ▲"),
        (0.0, Unit.POINTS, ""),
        (0.0, Unit.GROWTH, ""),
        (0.1, Unit.RATIO, ""),
        (5, Unit.MONEY, ""),
    ],
)
def test_only_a_change_has_an_arrow(value: Value, unit: Unit, sign: str) -> None:
    assert mark(Cell(value), unit, notes={}) == sign


def test_a_partial_value_has_a_star_and_a_missing_one_its_footnote() -> None:
    why = same("nothing was sold")

    assert mark(Cell(5, partial=True), Unit.MONEY, notes={}) == "*"
    assert mark(Cell(None, reason=why, partial=True), Unit.MONEY, notes={why: "¹"}) == "¹"
    assert mark(Cell(None), Unit.MONEY, notes={why: "¹"}) == ""
