from __future__ import annotations

import polars as pl
import pytest

from salesperf.sources.values.blanks import clean, cleaned, holds_error, is_odd, misfits_allowed

ODD = [" x1234", "x1234 ", "NULL", "-", "ＡＢＣＤＥ", "x\u3000y z", "Bob  Smith", "\tx1234"]


@pytest.mark.parametrize("cell", ODD)
def test_a_cell_that_cleaning_changes_is_odd(cell: str) -> None:
    assert pl.DataFrame({"cell": [cell]}).select(is_odd(pl.col("cell"), is_name=True)).item()


def test_an_ordinary_cell_is_not_odd() -> None:
    assert not pl.DataFrame({"cell": ["SO-100042"]}).select(is_odd(pl.col("cell"), is_name=True)).item()


@pytest.mark.parametrize("cell", [*ODD, "NA", "n/a", "(blank)", "  "])
def test_one_cell_is_cleaned_like_a_column(cell: str) -> None:
    column = pl.DataFrame({"cell": [cell]}).select(cleaned(pl.col("cell"))).item()

    assert column == clean(cell)


def test_na_is_a_region_and_no_word_for_nothing() -> None:
    assert clean("NA") == "NA"


@pytest.mark.parametrize("cell", ["#N/A", "#REF!", "#DIV/0!", " #value! ", "#NAME?", "#SPILL!"])
def test_what_a_spreadsheet_shows_for_a_failed_formula_is_an_error(cell: str) -> None:
    assert holds_error(pl.Series([cell])).to_list() == [True]


@pytest.mark.parametrize("cell", ["#1", "N/A", "#NA", "order #REF!", ""])
def test_what_only_looks_like_it_is_none(cell: str) -> None:
    assert holds_error(pl.Series([cell])).to_list() == [False]


@pytest.mark.parametrize(("cells", "allowed"), [(2, 0.2), (3, 1), (10, 1), (20, 2)])
def test_one_of_three_cells_may_be_a_slip(cells: int, allowed: float) -> None:
    assert misfits_allowed(cells, share=0.9) == pytest.approx(allowed)
    assert misfits_allowed(cells, share=1.0) == 0
