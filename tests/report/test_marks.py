from __future__ import annotations

import pytest

from salesperf.core.text import Lang, same
from salesperf.core.unit import Unit
from salesperf.report.marks import cells_of, has_partial, mark, reasons, superscript
from salesperf.report.model import (
    Beside,
    Cell,
    Column,
    Records,
    Report,
    Row,
    Section,
    Sentence,
    TableBlock,
    Tile,
    Value,
)


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
        (-0.0003, Unit.GROWTH, ""),
        (0.0005, Unit.GROWTH, " ▲"),
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


def test_what_must_be_known_of_a_value_is_a_footnote_after_its_arrow() -> None:
    known = same("of two months alone")

    assert mark(Cell(0.1, aside=known), Unit.GROWTH, notes={known: "²"}) == " ▲²"
    assert Cell(None, reason=same("why"), aside=known).footnote == same("why")
    assert Cell(5, reason=same("why")).footnote is None


def _sectioned(*sections: Section) -> Report:
    return Report("salesperf.test/1", same("Test"), Lang.EN, (), Records((), ()), sections=sections)


def test_cells_stand_in_reading_order_and_those_inside_a_section_after_it() -> None:
    table = TableBlock("t", same("T"), (Column("a", same("A")),), (Row((Cell(4),)),), Row((Cell(5),)))
    inner = Section("inner", same("Inner"), (Sentence(same("{x}"), {"x": Cell(6)}),))
    tile = Tile("k", same("K"), Cell(2), (Beside("target", same("target"), Cell(3)),))
    outer = Section("outer", same("Outer"), (Sentence(same("{x}"), {"x": Cell(1)}),), (tile,), (table,), (inner,))

    assert [cell.value for cell in cells_of(_sectioned(outer, Section("last", same("Last"))))] == [1, 2, 3, 4, 5, 6]


def test_reasons_and_partial_values_of_sentences_and_tiles_count() -> None:
    first, second = same("no costs"), same("no base")
    tile = Tile("k", same("K"), Cell(None, reason=second), (Beside("b", same("b"), Cell(None, reason=first)),))
    said = Sentence(same("{x}"), {"x": Cell(None, reason=first)})
    report = _sectioned(Section("s", same("S"), (said,), (tile,)))

    assert reasons(report) == (first, second)
    assert not has_partial(report)
    assert has_partial(_sectioned(Section("s", same("S"), (), (Tile("k", same("K"), Cell(1, partial=True)),))))
