from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from salesperf.sources.workbooks.sheet_facts import REMEMBERED, Faults, SheetFacts, column_letters, column_number


def test_the_first_faults_are_listed_and_all_are_counted() -> None:
    faults = Faults()
    for row in range(2, 12):
        faults.add(f"C{row}", row, "#N/A" if row % 2 else "#REF!")

    assert (faults.count, faults.first_row, faults.value) == (10, 2, "#REF!")
    assert faults.addresses == [f"C{row}" for row in range(2, 2 + REMEMBERED)]
    assert (faults.rows[3], faults.rows[4]) == ("#N/A", "#REF!")


def test_the_cells_are_those_from_the_first_filled_row_on() -> None:
    assert SheetFacts(first_row=3, last_row=10, last_column=4).cells == 8 * 4
    assert SheetFacts().cells == 0


@given(st.integers(1, 16_384))
def test_the_letters_of_a_column_name_its_number(column: int) -> None:
    assert column_number(column_letters(column)) == column
