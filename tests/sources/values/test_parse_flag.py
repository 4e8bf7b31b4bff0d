from __future__ import annotations

import polars as pl
import pytest

from salesperf.sources.values.parse_flag import FALSE_WORDS, TRUE_WORDS, flag, is_flag_like


def _read(cells: pl.Series) -> list[bool | None]:
    return cells.to_frame("cell").select(flag(pl.col("cell"), cells.dtype)).to_series().to_list()


def test_no_word_says_both() -> None:
    assert not set(TRUE_WORDS) & set(FALSE_WORDS)


@pytest.mark.parametrize(
    ("cells", "read"),
    [
        (
            ["是", "否", " Yes ", "NO", "1", "0.0", "已退货", "未取消"],
            [True, False, True, False, True, False, True, False],
        ),
        (["maybe", "2", "", "-", None], [None, None, None, None, None]),
        ([1, 0, 2], [True, False, None]),
        ([1.0, 0.0, 0.5], [True, False, None]),
        ([True, False], [True, False]),
    ],
)
def test_words_and_numbers_are_yes_no_or_neither(cells: list[object], read: list[bool | None]) -> None:
    assert _read(pl.Series(cells)) == read


@pytest.mark.parametrize("cells", [["是", "否", None], ["yes", "", "no", "maybe"], [1, 0, None], [True], [], ["Y"] * 3])
def test_a_column_of_yes_and_no_may_hold_a_slip(cells: list[object]) -> None:
    assert is_flag_like(pl.Series(cells))


@pytest.mark.parametrize("cells", [["2", "0", "1"], [2, 0, 1], ["2026-01-05", "", ""], ["yes", "maybe"], [0.5, 1.0]])
def test_counts_dates_and_other_words_are_no_column_of_yes_and_no(cells: list[object]) -> None:
    assert not is_flag_like(pl.Series(cells))


def test_a_status_says_whether_an_activity_was_done() -> None:
    words = ["Completed", "NOT_STARTED", "已取消", "Waiting on someone else", "已拜访", "计划中", "是", "X", "No-show"]
    cells = pl.Series("cell", words)

    found = cells.to_frame().select(flag(pl.col("cell"), cells.dtype, column="completed")).to_series().to_list()

    assert found == [True, False, False, False, True, False, True, None, False]
    assert is_flag_like(cells, column="completed")
    assert not is_flag_like(cells)
