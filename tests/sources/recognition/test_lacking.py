from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from salesperf.sources.loaded import Loaded

Write = Callable[..., Path]
Load = Callable[..., Loaded]


def test_a_missing_column_names_the_headers_most_like_it(write_text: Write, load_files: Load) -> None:
    (fault,) = load_files(write_text("order id,order date,Amuont\n1,2026-01-05,5\n")).issues

    assert fault.code == "R205"
    assert "'Amuont'" in fault.message


def test_an_error_lists_up_to_twelve_headers_of_the_file(write_text: Write, load_files: Load) -> None:
    names = [f"wish {number}" for number in range(14)]

    (fault,) = load_files(write_text([names, ["sun"] * 14], "wishes.csv")).issues

    assert fault.code == "R201"
    assert "'wish 11' and 2 more" in fault.message
    assert "wish 12" not in fault.message
