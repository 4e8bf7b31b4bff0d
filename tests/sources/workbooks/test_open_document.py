from __future__ import annotations

from io import BytesIO

import pytest

from salesperf.sources.workbooks.open_document import Reach, reaches_of
from salesperf.sources.workbooks.part_xml import ForbiddenXmlError

CELL = '<t:table-cell o:value-type="float" {}><x:p>1</x:p></t:table-cell>'
EMPTY = "<t:table-cell {}/>"


def _reach(*rows: str, before: str = "") -> tuple[Reach, ...]:
    sheet = f'<t:table t:name="S">{"".join(rows)}</t:table>'
    return reaches_of(BytesIO(f"{before}<o:document>{sheet}</o:document>".encode()))


def _row(*cells: str, repeated: int = 1) -> str:
    return f'<t:table-row t:number-rows-repeated="{repeated}">{"".join(cells)}</t:table-row>'


def _times(cell: str, times: int) -> str:
    return cell.format(f't:number-columns-repeated="{times}"')


def test_rows_and_cells_count_as_often_as_they_repeat() -> None:
    assert _reach(_row(_times(CELL, 3), repeated=4), _row(_times(EMPTY, 5), _times(CELL, 1))) == (Reach("S", 5, 6),)


def test_empty_cells_at_the_end_of_a_sheet_reach_nowhere() -> None:
    rows = _row(_times(CELL, 2), _times(EMPTY, 16_382)), _row(_times(EMPTY, 16_384), repeated=1_048_575)

    assert _reach(*rows) == (Reach("S", 1, 2),)


def test_empty_rows_before_a_filled_one_count() -> None:
    assert _reach(_row(EMPTY.format(""), repeated=9), _row(CELL.format(""))) == (Reach("S", 10, 1),)


def test_an_empty_sheet_reaches_nowhere() -> None:
    assert _reach() == (Reach("S", 0, 0),)


def test_entities_are_refused() -> None:
    with pytest.raises(ForbiddenXmlError):
        _reach(before='<!DOCTYPE x [<!ENTITY a "b">]>')
