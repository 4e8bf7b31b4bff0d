"""Which tables have an amount worked out from several columns."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from salesperf.sources.loaded import Loaded
from salesperf.sources.options import ReadOptions

_ROWS = "日期,门店,现金,微信\n2025-03-01,甲店,100,200\n2025-03-02,甲店,120,210\n"


def test_a_file_that_is_said_to_be_another_table_is_left(
    write_text: Callable[..., Path], load_files: Callable[..., Loaded]
) -> None:
    path = write_text(_ROWS)

    assert "orders" in load_files(path).bundle.tables
    assert "orders" not in load_files(path, options=ReadOptions(as_table="payments")).bundle.tables
