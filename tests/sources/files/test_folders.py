"""Folders inside a folder: what is in them is told, and never read by itself."""

from __future__ import annotations

from pathlib import Path

import pytest

from salesperf.core.errors import UsageError
from salesperf.core.text import Text
from salesperf.sources.files.discover import discover
from salesperf.sources.files.folders import folders_inside, listed

SUFFIXES = frozenset({".csv", ".xlsx"})


def _put(folder: Path, *names: str) -> None:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"a,b\n1,{name}\n", encoding="utf-8")


def _inside(folder: Path) -> list[tuple[str, int]]:
    found = folders_inside(folder, suffixes=SUFFIXES, hidden=(".", "~$"))
    return [(str(one.path.relative_to(folder)), one.files) for one in found]


def test_folders_that_hold_tables_are_found_at_any_depth_but_hidden_ones(tmp_path: Path) -> None:
    _put(
        tmp_path,
        "a.csv",
        "2025/b.csv",
        "2025/Q1/c.CSV",
        "2025/Q1/d.xlsx",
        "notes/e.docx",
        ".git/f.csv",
        "2026/~$g.xlsx",
    )

    assert _inside(tmp_path) == [("2025", 1), (str(Path("2025") / "Q1"), 2)]


def test_folders_far_below_are_not_looked_into(tmp_path: Path) -> None:
    _put(tmp_path, "1/2/3/4/a.csv", "1/2/3/4/5/b.csv")

    assert _inside(tmp_path) == [(str(Path("1", "2", "3", "4")), 1)]


def test_beyond_five_folders_the_rest_are_counted(tmp_path: Path) -> None:
    _put(tmp_path, *(f"{number}/a.csv" for number in range(7)))

    told = listed(folders_inside(tmp_path, suffixes=SUFFIXES, hidden=()))

    assert told.en.endswith("/4' (1 file) and 2 more folders")


def test_a_folder_of_folders_says_what_is_in_them_and_what_to_type(tmp_path: Path) -> None:
    _put(tmp_path, "east/a.csv", "west/a.csv", "west/b.csv")

    with pytest.raises(UsageError) as caught:
        discover([str(tmp_path)])

    assert caught.value.message.endswith(
        f"files that may be tables are in '{tmp_path / 'east'}' (1 file), '{tmp_path / 'west'}' (2 files)"
    )
    assert caught.value.hint.startswith(f"name one of them, such as {tmp_path / 'east'};")


def test_folders_beside_files_are_told_unless_they_are_named_too(tmp_path: Path) -> None:
    _put(tmp_path, "a.csv", "2025/b.csv")

    (told,) = discover([str(tmp_path)]).issues

    assert (told.code, told.text) == (
        "R418",
        Text(
            "the folder '2025' inside it was not read: it holds 1 file that may be tables",
            "其中的文件夹「2025」未读取：内有 1 个可能是数据表的文件",
        ),
    )
    assert discover([str(tmp_path / "a.csv"), str(tmp_path / "2025")]).issues == ()
    assert discover([str(tmp_path), str(tmp_path / "2025")]).issues == ()
