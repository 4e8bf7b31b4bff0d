"""Cells that say a quarter or a year."""

from __future__ import annotations

from datetime import date

import polars as pl
import pytest

from salesperf.sources.values.parse_date import date_format, is_date_like


@pytest.mark.parametrize(
    ("cells", "months", "expected"),
    [
        (["2025-Q1", "2025-Q4"], 3, [date(2025, 1, 1), date(2025, 10, 1)]),
        (["2025Q2", "2025 q3"], 3, [date(2025, 4, 1), date(2025, 7, 1)]),
        (["Q1 2025", "Q2-2025"], 3, [date(2025, 1, 1), date(2025, 4, 1)]),
        (["2025年第一季度", "2025年4季度", "2025年二季度"], 3, [date(2025, 1, 1), date(2025, 10, 1), date(2025, 4, 1)]),
        (["CY2024", "CY2025"], 12, [date(2024, 1, 1), date(2025, 1, 1)]),
        (["2024年", "2025年"], 12, [date(2024, 1, 1), date(2025, 1, 1)]),
    ],
)
def test_they_stand_for_their_first_day(cells: list[str], months: int, expected: list[date]) -> None:
    column = pl.Series(cells)

    how = date_format(column).format

    assert how.months == months
    assert column.to_frame("cell").select(how.parsed(pl.col("cell"))).to_series().to_list() == expected
    assert not is_date_like(column)


@pytest.mark.parametrize("cells", [["2024", "2025"], ["2025-5", "2025-6"], ["20251", "20252"], ["Q1", "Q2"]])
def test_numbers_that_look_like_them_are_none(cells: list[str]) -> None:
    assert date_format(pl.Series(cells)).format.months not in {3, 12}
