from __future__ import annotations

from datetime import datetime

import polars as pl
import pytest

from salesperf.sources import rows_of_no_data
from salesperf.sources.rows_of_no_data import without_rows_of_no_data

HEADER = ("id", "rep", "amount")


def _frame(*rows: tuple[object, object, object]) -> pl.DataFrame:
    return pl.DataFrame(rows, schema=list(HEADER), orient="row", strict=False)


def test_a_clean_frame_is_returned_as_it_is() -> None:
    rows = _frame(("1", "Ann", 10.0), ("2", "Bo", 20.0))

    found = without_rows_of_no_data(rows, header=HEADER, first_row=2)

    assert found.rows is rows
    assert (found.dropped, found.row_numbers) == ({}, None)


def test_rows_left_out_at_the_end_need_no_row_numbers() -> None:
    rows = _frame(("1", "Ann", 10.0), ("2", "Bo", 20.0), ("Total", None, 30.0), (None, None, None))

    found = without_rows_of_no_data(rows, header=HEADER, first_row=2)

    assert found.rows.height == 2
    assert found.dropped == {"total": 1, "blank": 1}
    assert found.row_numbers is None
    assert found.places == (2, 3)


def test_rows_left_out_inside_are_numbered_as_the_sheet_shows_them() -> None:
    rows = _frame(("1", "Ann", 10.0), (None, " ", None), ("小计", None, 10.0), ("2", "Bo", 20.0))

    found = without_rows_of_no_data(rows, header=HEADER, first_row=5)

    assert found.row_numbers == (5, 8)


def test_a_total_under_an_empty_number_column_is_found() -> None:
    rows = pl.DataFrame({"id": [1, 2, None], "rep": ["Ann", "Bo", "合计"], "amount": [1.0, 2.0, 3.0]})

    found = without_rows_of_no_data(rows, header=HEADER, first_row=2)

    assert found.dropped == {"total": 1}


def test_rows_without_any_text_column_are_only_blank_or_data() -> None:
    rows = pl.DataFrame({"at": [datetime(2024, 1, 5), None], "amount": [1.0, None]})  # noqa: DTZ001

    assert without_rows_of_no_data(rows, header=("at", "amount"), first_row=2).dropped == {"blank": 1}


def test_many_rows_without_a_first_cell_are_judged_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    rows = _frame((None, "Ann", 10.0), (None, "Bo", 20.0), (None, "total", 30.0), (None, None, None))
    few = without_rows_of_no_data(rows, header=HEADER, first_row=2)
    monkeypatch.setattr(rows_of_no_data, "_FEW", 0)

    many = without_rows_of_no_data(rows, header=HEADER, first_row=2)

    assert few.dropped == many.dropped == {"total": 1, "blank": 1}
    assert many.rows.equals(few.rows)
