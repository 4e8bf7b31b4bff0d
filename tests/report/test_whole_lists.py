from __future__ import annotations

from salesperf.core.text import Lang, same
from salesperf.report.model import Cell, Column, Records, Report, Row, Section, TableBlock
from salesperf.report.whole_lists import MOST_BEYOND, rows_beyond, with_whole_lists


def _row(name: str) -> Row:
    return Row((Cell(name),))


def _report(block: TableBlock) -> Report:
    inner = Section("inner", same("Inner"), blocks=(block,))
    outer = Section("outer", same("Outer"), sections=(inner,))
    return Report("salesperf.report/1", same("Page"), Lang.EN, (), Records((), ()), sections=(outer,))


def test_the_records_stand_in_the_place_of_the_row_for_the_others() -> None:
    rows, beyond = (_row("A"), _row("2 others")), (_row("B"), _row("C"))
    block = TableBlock("deals", same("Deals"), (Column("deal", same("deal")),), rows, beyond=beyond)

    found = with_whole_lists(_report(block)).sections[0].sections[0].blocks[0]

    assert found.rows == (_row("A"), _row("B"), _row("C"))
    assert found.beyond == ()


def test_a_list_without_others_stays_as_it_is() -> None:
    report = _report(TableBlock("deals", same("Deals"), (Column("deal", same("deal")),), (_row("A"),)))

    assert with_whole_lists(report) == report


def test_of_very_many_others_none_is_carried_along() -> None:
    assert len(rows_beyond(["A"] * MOST_BEYOND, _row)) == MOST_BEYOND
    assert rows_beyond(["A"] * (MOST_BEYOND + 1), _row) == ()
