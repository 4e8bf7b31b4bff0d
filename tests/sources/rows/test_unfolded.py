"""Cells that lay across keep their values, their order and the number of their row."""

from __future__ import annotations

import polars as pl

from salesperf.sources.rows.raw import Layout, RawTable, SourceFile
from salesperf.sources.rows.unfolded import numbers_of, only_columns, renamed_columns, unfolded


def _raw(frame: pl.DataFrame) -> RawTable:
    file = SourceFile(None, "a.csv", "", 1)
    return RawTable(file, None, tuple(frame.columns), frame.lazy(), frame, Layout(1, 2), frame.height)


def test_each_filled_cell_stands_in_a_row_of_its_own() -> None:
    raw = _raw(pl.DataFrame({"kind": ["a", "b"], "Jan": ["1", "-"], "Feb": ["2", "3"]}))

    found = unfolded(raw, {"Jan": ("2026-01",), "Feb": ("2026-02",)}, names=("period",), value="cost")

    assert found.frame.collect().rows() == [("a", "2026-01", "1"), ("a", "2026-02", "2"), ("b", "2026-02", "3")]
    assert found.row_numbers == (2, 2, 3)
    assert found.header == ("kind", "period", "cost")


def test_numbers_of_one_type_stay_numbers_and_mixed_ones_become_text() -> None:
    numbers = _raw(pl.DataFrame({"k": ["a"], "x": [1], "y": [2.5]}))
    mixed = _raw(pl.DataFrame({"k": ["a"], "x": [1], "y": ["2,500"]}))
    across = {"x": ("x",), "y": ("y",)}

    assert unfolded(numbers, across, names=("n",), value="v").frame.collect()["v"].to_list() == [1.0, 2.5]
    assert unfolded(mixed, across, names=("n",), value="v").frame.collect()["v"].to_list() == ["1", "2,500"]


def test_columns_are_chosen_and_renamed() -> None:
    raw = _raw(pl.DataFrame({"a": [1], "b": [2]}))

    assert only_columns(raw, ["b"]).header == ("b",)
    assert renamed_columns(raw, {"a": "c", "z": "y"}).header == ("c", "b")


def test_numbers_as_people_write_them_are_compared() -> None:
    assert numbers_of(pl.Series(["1,200", None, "30"])).to_list() == [1200.0, 0.0, 30.0]
