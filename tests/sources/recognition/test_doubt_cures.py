"""The lines of salesperf.toml that are told for a column nobody reads."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from salesperf.sources.loaded import Loaded

Write = Callable[..., Path]
Load = Callable[..., Loaded]


@pytest.mark.parametrize(
    ("headers", "cells", "cure"),
    [
        ("Fulfilment", ("ok", "cancelled"), 'columns = { status = "Fulfilment" }'),
        ("Status,Fulfilment", ("Completed,ok", "Completed,cancelled"), 'columns = { line_type = "Fulfilment" }'),
        ("Line kind", ("goods", "exchange"), 'columns = { status = "Line kind" }\n[kpi]\ncancelled = ["exchange"]'),
        ("Was it voided", ("no", "yes"), 'columns = { was_cancelled = "Was it voided" }'),
        ("Remarks", ("", "order was cancelled"), "take these rows out of the file"),
    ],
)
def test_the_cure_fits_what_is_mapped_already(
    headers: str, cells: tuple[str, str], cure: str, write_text: Write, load_files: Load
) -> None:
    rows = "".join(f"2025-01-0{at},A{at},Ann,{at}0,{cell}\n" for at, cell in enumerate(cells, start=1))

    loaded = load_files(write_text(f"order date,order id,customer,amount,{headers}\n{rows}"))

    assert [cure in (one.hint or "") for one in loaded.issues if one.code in {"R341", "R342"}] == [True]
