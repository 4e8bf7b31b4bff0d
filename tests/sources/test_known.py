"""A raw table with the canonical table it is taken for."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from salesperf.sources.known import Known
from salesperf.sources.loaded import Recognition
from salesperf.sources.raw import RawTable

Write = Callable[..., Path]
ReadOne = Callable[..., RawTable]


def test_its_table_is_that_of_its_recognition(write_text: Write, read_one: ReadOne) -> None:
    raw = read_one(write_text([["a", "b"], ["1", "2"]]))
    recognition = Recognition("x.csv", None, "orders", None, (), (), 1.0, raw.layout)

    assert Known(raw, recognition, {}).table == "orders"
