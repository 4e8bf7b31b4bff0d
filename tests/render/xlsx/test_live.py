from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
from openpyxl.workbook import Workbook

from opened import opened, recalculated
from salesperf.core.money import settle
from salesperf.render.xlsx import Limits, draw
from with_formulas import with_formulas

WORKED = ["10.03", "10.02", "10.04", "0.29", "-2.00", "20.00", "5.00"]
"""What the lines are, by hand; see `with_formulas`."""


def lines_of(book: Workbook) -> list[object]:
    """The column of pay, from its header to its total."""
    column = [row[1].value for row in book["Lines"].iter_rows()]
    start = column.index("Pay (USD)")
    return column[start + 1 : start + 9]


def test_cells_hold_formulas_over_the_cells_they_come_from() -> None:
    book = opened(draw(with_formulas()))

    slices = {str(row[0].value): str(row[3].value) for row in book["It's slices"].iter_rows() if row[3].value}
    assert slices["07"].startswith("=B")
    assert slices["back"].startswith("=-B")
    lines = [str(one) for one in lines_of(book)]
    ids, pays = "'It''s slices'!$A$6:$A$13", "'It''s slices'!$D$6:$D$13"
    assert lines[0] == f"=ROUND(SUMPRODUCT(--EXACT({ids},$A9),{pays}),2)"
    assert lines[3].startswith("=ROUNDDOWN(ROUND(SUMPRODUCT(")
    assert lines[5].startswith("=ROUND(MIN(SUMPRODUCT(")
    assert lines[6].startswith("=ROUND(MIN(IF(")


def test_the_number_beside_a_formula_is_ours() -> None:
    book = opened(draw(with_formulas()), values=True)

    assert [Decimal(str(one)) for one in lines_of(book)] == [*map(Decimal, WORKED), Decimal("53.38")]


def test_what_leads_to_a_list_that_is_written_out_stays_a_number() -> None:
    """Eight slices are a long table here, and on a sheet of their own."""
    lines = lines_of(opened(draw(with_formulas(), limits=Limits(large=7))))

    assert [Decimal(str(one)) for one in lines[:-1]] == list(map(Decimal, WORKED))


def test_libreoffice_works_out_every_formula_to_the_same_cent(tmp_path: Path) -> None:
    again = recalculated(draw(with_formulas()), tmp_path)

    assert [settle(Decimal(str(one)), places=9) for one in lines_of(again)] == [*map(Decimal, WORKED), Decimal("53.38")]
    tiles = {row[0].value: row[1].value for row in again["Lines"].iter_rows() if row[0].value in {"Paid", "Twice"}}
    assert tiles == {"Paid": pytest.approx(53.38), "Twice": pytest.approx(106.76)}
