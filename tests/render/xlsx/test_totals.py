from __future__ import annotations

from decimal import Decimal

from msgspec.structs import replace

from drawn import regions
from salesperf.core.text import Lang
from salesperf.render.xlsx.totals import added_up, measured, totalled
from salesperf.report.model import Cell, Row


def test_only_columns_whose_rows_make_the_total_are_added_up() -> None:
    assert added_up(regions()) == {1}


def test_a_total_that_is_not_the_sum_of_its_rows_is_a_number() -> None:
    """Team rows under the company's: 100.10 + 200.20 are not 300.31."""
    block = regions()
    total = Row((Cell(None), Cell(Decimal("300.31")), Cell(0.4)))

    assert added_up(replace(block, total=total)) == set()


def test_amounts_too_long_for_a_cell_are_not_added_up() -> None:
    block = regions()
    huge = Decimal("1E+20")
    rows = (Row((Cell("East"), Cell(huge), Cell(0.25))),)

    assert added_up(replace(block, rows=rows, total=Row((Cell(None), Cell(huge), Cell(0.25))))) == set()


def test_a_table_without_a_total_adds_nothing_up() -> None:
    assert added_up(replace(regions(), total=None)) == set()
    assert measured(replace(regions(), total=None)) is None


def test_measured_totals_are_told_by_their_columns() -> None:
    told = measured(regions())

    assert told is not None
    assert told.en.startswith("The total of return rate is measured over all rows")
    assert told.zh.startswith("退货率的合计")


def test_a_table_whose_columns_add_up_gets_a_total_of_their_sums() -> None:
    block = replace(regions(), total=None)
    amounts = [row.cells[1].value for row in block.rows if isinstance(row.cells[1], Cell)]

    found = totalled(block, Lang.ZH).total

    assert amounts == [Decimal("100.10"), Decimal("200.20")]
    assert found == Row((Cell("以上各行之和"), Cell(Decimal("300.30")), Cell(None)))
    assert added_up(totalled(block, Lang.ZH)) == {1}


def test_rows_below_others_and_one_row_alone_get_no_total() -> None:
    block = replace(regions(), total=None)
    below = replace(block, rows=(block.rows[0], replace(block.rows[1], level=1)))

    for one in (below, replace(block, rows=block.rows[:1]), regions()):
        assert totalled(one, Lang.EN) is one
