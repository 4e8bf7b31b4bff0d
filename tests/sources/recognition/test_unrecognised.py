from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from salesperf.core.errors import Severity
from salesperf.core.text import Text
from salesperf.sources.loaded import Loaded
from salesperf.sources.options import ReadOptions, TableOptions

Write = Callable[..., Path]
Load = Callable[..., Loaded]


def _codes(loaded: Loaded, *, errors_only: bool = False) -> list[str]:
    return [one.code for one in loaded.issues if not errors_only or one.severity is Severity.ERROR]


def test_a_configured_header_that_is_not_there_is_an_error(write_text: Write, load_files: Load) -> None:
    path = write_text("order id,order date,amount\n1,2026-01-05,10\n")
    table = TableOptions("orders", ("orders.csv",), columns={"cost": "kosten"})

    assert "R204" in _codes(load_files(path, options=ReadOptions(tables=(table,))), errors_only=True)


def test_a_strange_file_is_an_error_when_named_and_a_note_in_a_folder(write_text: Write, load_files: Load) -> None:
    strange = write_text("wish,whose\nsun,Ann\n", "wishes.csv")
    write_text("order id,order date,amount\n1,2026-01-05,10\n")

    assert _codes(load_files(strange)) == ["R201"]
    folder = load_files(strange.parent)
    assert _codes(folder) == ["R202"]
    assert [account.note for account in folder.accounts if account.table is None] == [
        Text("not recognised", "未能识别")
    ]
