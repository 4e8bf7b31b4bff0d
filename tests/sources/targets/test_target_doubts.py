"""What a sheet of targets does not say itself."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from salesperf.sources.loaded import Loaded

Write = Callable[..., Path]
Load = Callable[..., Loaded]


def _told(loaded: Loaded, code: str) -> list[str]:
    return [one.message for one in loaded.issues if one.code == code]


def test_a_period_that_only_the_file_names_is_told_with_its_days(write_text: Write, load_files: Load) -> None:
    loaded = load_files(write_text("Rep,Target\nAnn,5\nBob,6\n", "Targets Jun 2025.csv"))

    assert _told(loaded, "R612") == [
        "2 targets are of 2025-06-01..2025-06-30, as 'Targets Jun 2025' says; no column and no row does"
    ]
    assert _told(loaded, "R611") == ["no unit is said: 2 targets of net_revenue taken as plain money, 11 in all"]


def test_names_across_are_told_with_what_they_are_taken_for(write_text: Write, load_files: Load) -> None:
    text = "月份,华东区,华北区\n2025年4月,50,30\n"

    assert _told(load_files(write_text(text, "目标（万元）.csv")), "R613") == [
        "the names over 2 columns of targets are taken as those of regions: '华东区', '华北区'"
    ]


def test_a_sheet_that_names_its_periods_has_no_such_doubts(write_text: Write, load_files: Load) -> None:
    loaded = load_files(write_text("Rep,Month,Target\nAnn,2025-06,$5\n", "Targets.csv"))

    assert not _told(loaded, "R612") + _told(loaded, "R613")


def test_a_unit_in_the_cells_is_said(write_text: Write, load_files: Load) -> None:
    all_say = load_files(write_text("姓名,目标\n王磊,22万\n李娜,16.5万\n", "2026年6月销售目标.csv"))
    some_say = load_files(write_text("姓名,目标\n王磊,22万\n李娜,165000\n", "2026年7月销售目标.csv"))

    assert _told(all_say, "R611") == []
    assert _told(some_say, "R611") == ["no unit is said: 1 target of net_revenue taken as plain money, 165,000 in all"]
