"""What the user says goes before what a table looks like."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from salesperf.sources.loaded import Loaded
from salesperf.sources.options import ReadOptions, TableOptions

Write = Callable[..., Path]
Load = Callable[..., Loaded]
_TEXT = "日期,业务员,拜访数,销售额\n2026-03-02,张伟,3,1000\n"


def test_a_table_said_to_be_another_is_not_unfolded(write_text: Write, load_files: Load) -> None:
    loaded = load_files(write_text(_TEXT), options=ReadOptions(as_table="orders"))

    assert set(loaded.bundle.tables) == {"orders"}


def test_columns_that_are_mapped_are_those_of_the_file(write_text: Write, load_files: Load) -> None:
    told = TableOptions(name="activities", files=("*.csv",), columns={"kind": "销售额"})

    loaded = load_files(write_text(_TEXT), options=ReadOptions(tables=(told,)))

    assert loaded.bundle.tables["activities"].frame["kind"].to_list() == ["1000"]
