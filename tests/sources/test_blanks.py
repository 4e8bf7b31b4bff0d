from __future__ import annotations

import polars as pl
import pytest

from salesperf.sources.blanks import clean, cleaned, is_odd

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
