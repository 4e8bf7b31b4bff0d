from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from salesperf.render.template.areas import (
    Area,
    area_of,
    areas_in,
    cell_name,
    column_number,
    first_meeting,
    is_absolute,
    split_sheet,
)


@pytest.mark.parametrize(
    ("reference", "expected"),
    [
        ("A1", (1, 1, 1, 1)),
        ("$B$2:$D$9", (2, 2, 9, 4)),
        ("D9:B2", (2, 2, 9, 4)),
        ("xfd1048576", (1_048_576, 16_384, 1_048_576, 16_384)),
    ],
)
def test_a_reference_is_an_area(reference: str, expected: tuple[int, ...]) -> None:
    assert area_of(reference, "S") == Area("S", *expected)


@pytest.mark.parametrize("reference", ["A0", "XFE1", "A1048577", "A:A", "1:1", "", "A1,B2", "#REF!", "Total", "A1B"])
def test_anything_else_is_none(reference: str) -> None:
    assert area_of(reference, "S") is None


@given(st.integers(1, 1_048_576), st.integers(1, 16_384))
def test_a_cell_is_named_as_it_is_read(row: int, column: int) -> None:
    assert area_of(cell_name(row, column), "S") == Area("S", row, column, row, column)


def test_columns_have_letters() -> None:
    assert [column_number(letters) for letters in ("A", "Z", "AA", "xfd")] == [1, 26, 27, 16_384]


@pytest.mark.parametrize(
    ("reference", "expected"),
    [
        ("Sheet1!$A$1", ("Sheet1", "$A$1")),
        ("'Ann''s 表'!$A$1:$B$2", ("Ann's 表", "$A$1:$B$2")),
        ("'a!b'!$A$1", ("a!b", "$A$1")),
        ("汇总!$A$1", ("汇总", "$A$1")),
        ("$A$1", (None, "$A$1")),
        ("OFFSET(A!B1)", (None, "OFFSET(A!B1)")),
    ],
)
def test_the_sheet_stands_before_the_cells(reference: str, expected: tuple[str | None, str]) -> None:
    assert split_sheet(reference) == expected


def test_a_chart_may_read_several_areas() -> None:
    found = list(areas_in("(Sheet1!$A$1:$A$3,'My ''x'''!B2,[1]Other!$C$3,[0]!name,Sheet1!A1B)"))

    assert found == [Area("Sheet1", 1, 1, 3, 1), Area("My 'x'", 2, 2, 2, 2)]


def test_areas_meet_in_a_cell_of_one_sheet() -> None:
    area = Area("Sheet", 2, 2, 4, 4)

    assert area.meets(Area("SHEET", 4, 4, 9, 9))
    assert not area.meets(Area("Sheet", 5, 2, 9, 9))
    assert not area.meets(Area("Sheet", 2, 5, 9, 9))
    assert not area.meets(Area("Other", 2, 2, 4, 4))
    assert first_meeting([Area("Sheet", 1, 1, 1, 1), area], [area]) is area
    assert first_meeting([area], []) is None


def test_an_area_has_a_size_and_a_name() -> None:
    area = Area("S", 2, 2, 4, 3)

    assert (area.rows, area.columns, area.is_cell, str(area)) == (3, 2, False, "B2:C4")
    assert str(Area("S", 1, 1, 1, 1)) == "A1"
    assert area.holds(4, 3)
    assert not area.holds(4, 4)


def test_only_what_is_pinned_down_stays() -> None:
    assert is_absolute("$A$1:$B$2")
    assert not is_absolute("$A$1:B$2")
    assert not is_absolute("A1")
