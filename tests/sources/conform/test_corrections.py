from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest

from salesperf.core.errors import UsageError
from salesperf.core.text import Lang
from salesperf.sources.conform.corrections import corrections_of, without_quarantine
from salesperf.sources.conform.quarantine import quarantine_csv, quarantine_rows
from salesperf.sources.files.raw_tables import Read
from salesperf.sources.loaded import Loaded

Write = Callable[..., Path]
Load = Callable[..., Loaded]
ORDERS = "Order ID,Order Date,Customer,Amount\n007,2026-01-05,张三,abc\n008,2026-01-25,Bob,5\n009,,Eve,7\n"


@pytest.fixture
def bad(write_text: Write, load_files: Load, tmp_path: Path) -> Path:
    """The two bad rows of `ORDERS`."""
    loaded = load_files(write_text(ORDERS))
    file = tmp_path / "bad.csv"
    file.write_bytes(quarantine_csv(quarantine_rows(loaded.aside, lang=Lang.EN)))
    return file


def test_every_row_says_where_it_belongs_and_what_its_cells_are(bad: Path) -> None:
    back = corrections_of([bad])

    assert [(one.file, one.sheet, one.row, one.at_fault) for one in back.rows] == [
        ("orders.csv", None, 2, {"Amount"}),
        ("orders.csv", None, 4, {"Order Date"}),
    ]
    assert back.rows[1].cells == {"Order ID": "009", "Order Date": None, "Customer": "Eve", "Amount": "7"}
    assert back.issues == ()
    assert list(back.files) == ["bad.csv"]


@pytest.mark.parametrize(("encoding", "delimiter"), [("gbk", ","), ("utf-8", ";"), ("utf-16", "\t")])
def test_a_file_saved_by_any_spreadsheet_is_read(bad: Path, encoding: str, delimiter: str) -> None:
    text = bad.read_text(encoding="utf-8-sig").replace(",", delimiter)
    bad.write_text(text, encoding=encoding)

    assert [one.cells["Customer"] for one in corrections_of([bad]).rows] == ["张三", "Eve"]


def test_a_file_saved_as_a_workbook_is_read(bad: Path, tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    for line in bad.read_text(encoding="utf-8-sig").splitlines():
        book.active.append([int(cell) if cell in {"2", "4", "7"} else cell for cell in line.split(",")])
    book.save(tmp_path / "bad.xlsx")

    rows = corrections_of([tmp_path / "bad.xlsx"]).rows

    assert [(one.row, one.cells["Amount"]) for one in rows] == [(2, "abc"), (4, "7")]


@pytest.mark.parametrize(("old", "new"), [(",,2,", ",,3,"), (",,2,", ",Sheet1,2,"), (",,2,", ",,two,"), (",r", ",x")])
def test_a_row_whose_place_was_changed_is_not_guessed(bad: Path, old: str, new: str) -> None:
    bad.write_text(bad.read_text(encoding="utf-8-sig").replace(old, new, 1), encoding="utf-8")
    back = corrections_of([bad])

    assert [one.row for one in back.rows] == [4]
    assert [(one.code, one.where.file, one.where.row) for one in back.issues] == [("R503", "bad.csv", 2)]


def test_a_row_that_stands_twice_counts_once_and_two_versions_of_it_count_for_nothing(bad: Path) -> None:
    head, first, second = bad.read_text(encoding="utf-8-sig").splitlines()
    bad.write_text("\n".join([head, first, first, second, second.replace("Eve", "Eva")]), encoding="utf-8")
    back = corrections_of([bad])

    assert [one.row for one in back.rows] == [2]
    assert [(one.code, one.count) for one in back.issues] == [("R504", 2)]


def test_a_file_of_something_else_is_refused(write_text: Write, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="lacks _file, _sheet"):
        corrections_of([write_text(ORDERS)])
    with pytest.raises(UsageError, match="no file"):
        corrections_of([tmp_path / "nowhere.csv"])


def test_rows_set_aside_are_no_orders_though_they_lie_in_the_folder(
    bad: Path, read: Callable[..., Read], tmp_path: Path
) -> None:
    tables, issues, left_out = without_quarantine(read(tmp_path))

    assert [raw.file.name for raw in tables] == ["orders.csv"]
    assert [one.code for one in issues] == ["R506"]
    assert [one.file.name for one in left_out] == ["bad.csv"]
    assert without_quarantine(read(tmp_path), given=[bad])[1] == ()


def test_rows_set_aside_alone_are_nothing_to_measure(bad: Path, read: Callable[..., Read]) -> None:
    with pytest.raises(UsageError, match="no export"):
        without_quarantine(read(bad))
