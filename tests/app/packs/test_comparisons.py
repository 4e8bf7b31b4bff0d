"""Comparisons that nothing has are left out, and told once."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from salesperf.app.packs.briefing import Briefing
from salesperf.app.packs.comparisons import without_empty
from salesperf.app.packs.compose import composed
from salesperf.core.text import same
from salesperf.core.unit import Unit
from salesperf.report.model import Beside, Cell, Column, Row, Section, TableBlock, Tile

Briefed = Callable[..., Briefing]

WHY = same("begins later")
NONE = Cell(None, Unit.GROWTH, WHY)
COLUMNS = (
    Column("who", same("who")),
    Column("growth", same("on last year"), Unit.GROWTH),
    Column("target", same("target"), Unit.MONEY),
)


def _table(*growths: Cell, total: Cell) -> TableBlock:
    rows = tuple(Row((Cell("a"), growth, Cell(None))) for growth in growths)
    return TableBlock("t", same("t"), COLUMNS, rows, Row((Cell("all"), total, Cell(None))), beyond=rows)


def test_a_column_of_changes_without_any_is_left_out_with_the_reason_in_one_note() -> None:
    section = Section("s", same("s"), blocks=(_table(NONE, NONE, total=NONE),))

    sections, notes = without_empty((Section("outer", same("o"), sections=(section,)), section))

    for one in (sections[1], sections[0].sections[0]):
        block = one.blocks[0]
        assert [column.key for column in block.columns] == ["who", "target"]
        assert block.total is not None
        assert {len(row.cells) for row in (*block.rows, *block.beyond, block.total)} == {2}
    assert [note.text.en for note in notes] == [
        "left out where nothing has it: on last year in 'o', 's' (begins later)"
    ]


def test_of_many_sections_the_first_are_named() -> None:
    table = _table(NONE, total=NONE)
    many = tuple(Section(key, same(key), blocks=(table,)) for key in "abcde")

    _, notes = without_empty(many)

    assert notes[0].text.zh.endswith("：「a」、「b」、「c」等，另有2处的on last year（begins later）")


def test_a_column_that_one_row_or_the_total_has_stays() -> None:
    known = Cell(0.5, Unit.GROWTH)
    sections = (Section("s", same("s"), blocks=(_table(NONE, known, total=NONE), _table(NONE, total=known))),)

    assert without_empty(sections) == (sections, ())


def test_of_tiles_a_comparison_goes_where_none_has_it_and_a_target_never() -> None:
    prev, yoy = Beside("prev", same("prev"), NONE), Beside("yoy", same("yoy"), Cell(0.1, Unit.GROWTH))
    target = Beside("target", same("target"), Cell(None, Unit.MONEY))
    tiles = tuple(Tile(key, same(key), Cell(Decimal(1)), beside=(prev, one, target)) for key, one in (
        ("a", yoy), ("b", Beside("yoy", same("yoy"), NONE)),
    ))  # fmt: skip

    sections, notes = without_empty((Section("s", same("s"), tiles=tiles),))

    assert [[one.label.en for one in tile.beside] for tile in sections[0].tiles] == [["yoy", "target"]] * 2
    assert len(notes) == 1


def test_a_pack_of_the_first_month_compares_nothing_and_says_why(briefed: Briefed) -> None:
    report = composed(briefed({"kind": "headline"}, {"kind": "drill"}, period="2025-03", targets=False))

    assert all(tile.beside == () for tile in report.sections[0].tiles)
    columns = [column.key for column in report.sections[1].blocks[0].columns]
    assert columns == ["team", "net_revenue", "share", "orders"]
    said = [note.text.en for note in report.notes if note.key == "no_comparison"]
    why = "the data begin on 2025-03-03, after the period compared with"
    where = f"in 'In short', 'Teams and reps' ({why})"
    assert said == [f"left out where nothing has it: on last period {where}; on last year {where}"]
