"""Rows of files read in one pass: repeats, and columns wanted only where a cell is below zero."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from salesperf.sources.conform import conform
from salesperf.sources.loaded import Loaded
from salesperf.sources.texts import delimited

Write = Callable[..., Path]
Load = Callable[..., Loaded]


def _column(loaded: Loaded, column: str, table: str = "orders") -> list[Any]:
    return loaded.bundle.tables[table].frame[column].to_list()


def test_repeats_inside_a_file_are_counted_and_kept(write_text: Write, load_files: Load) -> None:
    loaded = load_files(write_text("order id,order date,amount\n1,2026-01-05,5\n1,2026-01-05,5\n1,2026-01-05,5\n"))

    assert loaded.accounts[0].repeated == 2
    assert len(_column(loaded, "amount")) == 3


@pytest.mark.parametrize("cell", ["-5", "1.5", "x", "1,000", "", " 7"])
def test_signs_are_seen_in_a_large_file_whatever_the_sample_showed(
    cell: str, write_text: Write, load_files: Load, monkeypatch: pytest.MonkeyPatch
) -> None:
    body = "".join(f"{number},5,2026-01-05,100\n" for number in range(300))
    quoted = f'"{cell}"' if "," in cell else cell
    path = write_text("order id,quantity,order date,amount\n" + body + f"300,{quoted},2026-01-05,100\n")
    needs = {"orders": frozenset({"order_date", "amount"})}
    signs = {"orders": frozenset({"quantity"})}
    in_memory = load_files(path, needs=needs, signs=signs)
    for module in (delimited, conform):
        monkeypatch.setattr(module, "IN_MEMORY", 10)

    streamed = load_files(path, needs=needs, signs=signs)

    assert streamed.issues == in_memory.issues
    assert streamed.bundle.tables["orders"].frame.equals(in_memory.bundle.tables["orders"].frame)
