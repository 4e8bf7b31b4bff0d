from __future__ import annotations

from datetime import date, datetime

import polars as pl
import pytest

from salesperf.sources.values.cell_text import as_text, retyped


@pytest.mark.parametrize(
    ("cells", "texts"),
    [
        (pl.Series(["0012", None, " x "]), ["0012", None, " x "]),
        (pl.Series([1054.0, 0.5, None]), ["1054", "0.5", None]),
        (pl.Series([datetime(2026, 1, 5), datetime(2026, 1, 5, 9, 56)]), ["2026-01-05", "2026-01-05 09:56:00"]),  # noqa: DTZ001
        (pl.Series([date(2026, 1, 5)]), ["2026-01-05"]),
        (pl.Series([7, -3]), ["7", "-3"]),
    ],
)
def test_a_typed_cell_is_written_as_a_person_sees_it(cells: pl.Series, texts: list[str | None]) -> None:
    text = as_text("", cells.dtype)

    assert text is not None
    assert cells.alias("").to_frame().select(text).to_series().to_list() == texts


def test_a_cell_of_several_values_has_no_text() -> None:
    assert as_text("tags", pl.List(pl.String())) is None


def test_text_that_fits_a_type_gets_it_back() -> None:
    days = retyped(pl.Series(["2026/1/5", "2026-01-06 09:30:00", None]), pl.Datetime("ms"))

    assert days is not None
    assert days.to_list() == [datetime(2026, 1, 5), datetime(2026, 1, 6, 9, 30), None]  # noqa: DTZ001
    numbers = retyped(pl.Series(["12.5", None]), pl.Float64())
    assert numbers is not None
    assert numbers.to_list() == [12.5, None]


@pytest.mark.parametrize("dtype", [pl.Float64(), pl.Datetime("ms"), pl.Boolean()])
def test_text_that_does_not_fit_is_not_forced(dtype: pl.DataType) -> None:
    assert retyped(pl.Series(["1,234.50"]), dtype) is None
