"""How messages name files that are alike in something."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import openpyxl

from salesperf.sources.loaded import Loaded

Write = Callable[..., Path]
Load = Callable[..., Loaded]
HEAD = ["Order ID", "Order Date", "Customer", "Amount"]


def test_three_files_are_named_and_the_others_counted(write_text: Write, load_files: Load) -> None:
    paths = [
        write_text([HEAD, [str(month), f"2026-0{month}-05", "A", "5"]], f"2026-0{month}.csv") for month in range(1, 6)
    ]
    with_channel = write_text([[*HEAD, "Channel"], ["6", "2026-06-05", "A", "5", "web"]], "2026-06.csv")

    (fault,) = load_files(*paths, with_channel).issues

    assert fault.message == (
        "5 of 6 files have no channel, which 2026-06.csv has under 'Channel': "
        "2026-01.csv, 2026-02.csv, 2026-03.csv and 2 more; 5 rows without it"
    )


def test_a_file_of_several_sheets_is_named_with_its_sheet(tmp_path: Path, load_files: Load) -> None:
    book = openpyxl.Workbook()
    for month, amount in ((1, "Amount"), (2, "Net amount")):
        sheet = book.create_sheet(f"2026-0{month}")
        sheet.append([*HEAD[:3], amount])
        sheet.append([month, f"2026-0{month}-05", "A", 5])
    del book["Sheet"]
    book.save(tmp_path / "orders.xlsx")

    (told,) = [fault.message for fault in load_files(tmp_path / "orders.xlsx").issues if fault.code == "R409"]

    assert told == (
        "amount stands under several headers: 'Amount' in orders.xlsx, sheet '2026-01'; "
        "'Net amount' in orders.xlsx, sheet '2026-02'"
    )
