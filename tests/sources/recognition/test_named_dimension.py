"""Sheets and files named after regions, reps and the like, seen from the door of reading."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from salesperf.sources.loaded import Loaded
from salesperf.sources.options import ReadOptions, TableOptions

Write = Callable[..., Path]
Load = Callable[..., Loaded]
_HEADER = ["Order No", "Date", "Customer", "Amount"]


def _rows(first: int, *amounts: int, month: int = 10) -> list[Sequence[object]]:
    return [
        _HEADER,
        *([f"SO{first + at}", f"2026-{month}-{at + 1:02d}", "Ann", amount] for at, amount in enumerate(amounts)),
    ]


def _sums(loaded: Loaded, column: str) -> dict[str | None, int]:
    frame = loaded.bundle.tables["orders"].frame
    if column not in frame.columns:
        return {}
    return {key: int(rows["amount"].sum()) for (key,), rows in frame.group_by(column)}


def _told(**settings: str) -> ReadOptions:
    return ReadOptions(tables=(TableOptions("orders", ("*",), **settings),))  # type: ignore[arg-type]


def test_sheets_of_regions_are_the_regions_of_their_rows(write_book: Write, load_files: Load) -> None:
    loaded = load_files(write_book({"North": _rows(1, 10, 20), "South": _rows(5, 5)}))

    assert _sums(loaded, "region") == {"North": 30, "South": 5}
    assert any("North, South" in note.en and "sheet_is" in note.en for note in loaded.bundle.notes)


def test_sheets_of_regions_in_files_of_months_are_the_same_regions(write_book: Write, load_files: Load) -> None:
    october = write_book({"华东": _rows(1, 10), "华南": _rows(5, 5)}, "10月.xlsx")
    november = write_book({"华东": _rows(11, 40, month=11), "华南": _rows(15, 7, month=11)}, "11月.xlsx")

    assert _sums(load_files(october, november), "region") == {"华东": 50, "华南": 12}


def test_files_of_branches_are_regions(write_book: Write, load_files: Load) -> None:
    files = [
        write_book({"Sheet1": _rows(at, at)}, f"{name}分公司2026年{month}月销售.xlsx")
        for at, name, month in ((10, "上海", 10), (20, "广州", 10), (40, "上海", 11))
    ]

    assert _sums(load_files(*files), "region") == {"上海分公司": 50, "广州分公司": 20}


def test_sheets_of_people_that_a_summary_lists_are_reps(write_book: Write, load_files: Load) -> None:
    summary = [["Salesperson", "Orders"], ["Maria Gomez", 1], ["May Lin", 1]]
    sheets = {"Summary": summary, "Maria Gomez": _rows(1, 10), "May Lin": _rows(5, 5)}

    assert _sums(load_files(write_book(sheets)), "rep_name") == {"Maria Gomez": 10, "May Lin": 5}


@pytest.mark.parametrize(
    "names", [("Maria", "Tom"), ("Jan", "Feb"), ("Sheet1", "Sheet2"), ("North", "All"), ("Retail", "Online")]
)
def test_names_of_anything_are_left_alone(names: tuple[str, str], write_book: Write, load_files: Load) -> None:
    loaded = load_files(write_book({names[0]: _rows(1, 10), names[1]: _rows(5, 5)}))

    assert _sums(loaded, "region") == _sums(loaded, "rep_name") == {}


def test_a_column_of_regions_goes_before_the_names(write_book: Write, load_files: Load) -> None:
    header, row = [*_HEADER, "Region"], ["SO1", "2026-10-01", "Ann", 10, "Texas"]
    other = ["SO2", "2026-10-01", "Ann", 5, "Ohio"]

    assert _sums(load_files(write_book({"North": [header, row], "South": [header, other]})), "region") == {
        "Texas": 10,
        "Ohio": 5,
    }


@pytest.mark.parametrize(
    ("dimension", "column"), [("rep", "rep_name"), ("team", "team"), ("store", "store"), ("product", "product_name")]
)
def test_what_the_sheets_are_can_be_said(dimension: str, column: str, write_book: Write, load_files: Load) -> None:
    path = write_book({"Maria": _rows(1, 10), "Tom": _rows(5, 5)})

    assert _sums(load_files(path, options=_told(sheet_is=dimension)), column) == {"Maria": 10, "Tom": 5}


def test_what_the_files_are_can_be_said(write_book: Write, load_files: Load) -> None:
    files = [
        write_book({"Sheet1": _rows(at, at)}, f"Sales {name} Oct 2026.xlsx")
        for at, name in ((10, "Maria"), (20, "Tom"))
    ]

    assert _sums(load_files(*files, options=_told(file_is="rep")), "rep_name") == {"Maria": 10, "Tom": 20}


def test_nothing_leaves_the_names_out(write_book: Write, load_files: Load) -> None:
    path = write_book({"North": _rows(1, 10), "South": _rows(5, 5)})

    assert _sums(load_files(path, options=_told(sheet_is="nothing")), "region") == {}


def test_a_sheet_of_all_beside_its_parts_still_counts_once(write_book: Write, load_files: Load) -> None:
    path = write_book({"All": _rows(1, 10, 20), "Maria": _rows(1, 10), "Tom": [_HEADER, _rows(1, 10, 20)[2]]})

    plain, told = load_files(path), load_files(path, options=_told(sheet_is="rep"))

    assert sum(_sums(told, "rep_name").values()) == int(plain.bundle.tables["orders"].frame["amount"].sum()) == 30


def test_copies_of_rows_without_numbers_count_once_under_other_names(write_book: Write, load_files: Load) -> None:
    """Twelve rows of 101 to 112 (1,278 in all), once whole and once by halves."""
    header = ["Date", "Customer", "Product", "Amount"]
    rows = [[f"2026-10-{day:02d}", f"Cust {day % 4}", f"P{day}", 100 + day] for day in range(1, 13)]
    path = write_book({"All": [header, *rows], "Maria": [header, *rows[:6]], "Tom": [header, *rows[6:]]})

    loaded = load_files(path, options=_told(sheet_is="rep"))

    assert int(loaded.bundle.tables["orders"].frame["amount"].sum()) == 1278


def test_names_that_may_say_more_are_kept_for_the_refusal(write_book: Write, load_files: Load) -> None:
    sisters = load_files(write_book({"Maria": _rows(1, 10), "Tom": _rows(5, 5)})).bundle.sisters
    of_months = load_files(write_book({"Jan": _rows(1, 10), "Feb": _rows(5, 5)})).bundle.sisters

    assert (sisters["orders"].key, sisters["orders"].names) == ("sheet_is", ("Maria", "Tom"))
    assert of_months == {}
