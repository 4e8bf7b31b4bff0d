"""Names and ids of people."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from salesperf.core.errors import Issue
from salesperf.sources.loaded import Loaded

Write = Callable[..., Path]
Load = Callable[..., Loaded]


def _issues(loaded: Loaded, code: str) -> list[Issue]:
    return [one for one in loaded.issues if one.code == code]


def test_one_name_with_two_ids_is_told(write_text: Write, load_files: Load) -> None:
    loaded = load_files(
        write_text("order id,order date,amount,rep id,rep name\n1,2026-01-05,5,1,Ann\n2,2026-01-06,5,2,Ａｎｎ\n")
    )

    assert [one.value for one in _issues(loaded, "R309")] == ["Ann"]
