"""Daily reports that count activities, seen from the door of reading."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from salesperf.sources.loaded import Loaded

Write = Callable[..., Path]
Load = Callable[..., Loaded]


def _kinds(loaded: Loaded) -> dict[tuple[str, str], int]:
    frame = loaded.bundle.tables["activities"].frame
    counted = frame.group_by("rep_name", "kind").len()
    return {(rep, kind): rows for rep, kind, rows in counted.rows()}


def test_each_count_is_so_many_activities_and_the_account_speaks_of_the_files_rows(
    write_text: Write, load_files: Load
) -> None:
    path = write_text("日期,业务员,拜访数,电话数,报价数\n2026-03-02,张伟,3,10,1\n2026-03-03,李娜,4,,0\n")

    loaded = load_files(path)

    assert _kinds(loaded) == {("张伟", "拜访"): 3, ("张伟", "电话"): 10, ("张伟", "报价"): 1, ("李娜", "拜访"): 4}
    (account,) = loaded.accounts
    assert (account.rows, account.loaded) == (2, 2)
    assert any("2 rows hold 18 activities" in note.en for note in loaded.bundle.notes)


def test_english_headers_are_counts_too(write_text: Write, load_files: Load) -> None:
    path = write_text("Date,Rep,# of Calls,Demos,Meetings held,Notes\n2026-03-02,Ann,12,1,2,ok\n")

    assert _kinds(load_files(path)) == {("Ann", "call"): 12, ("Ann", "demo"): 1, ("Ann", "meeting"): 2}


def test_a_report_that_tells_sales_too_is_read_as_both(write_text: Write, load_files: Load) -> None:
    path = write_text("日期,业务员,拜访数,销售额\n2026-03-02,张伟,3,1000\n2026-03-03,张伟,2,500\n")

    loaded = load_files(path)

    assert loaded.bundle.tables["orders"].frame["amount"].sum() == 1500
    assert loaded.bundle.tables["activities"].frame.height == 5
    assert [(account.table, account.rows) for account in loaded.accounts] == [("orders", 2), ("activities", 0)]


@pytest.mark.parametrize(
    "text",
    [
        "日期,业务员,计划拜访数\n2026-03-02,张伟,3\n",
        "日期,业务员,电话\n2026-03-02,张伟,13800000000\n",
        "日期,业务员,拜访数\n2026-03-02,张伟,3.5\n",
        "日期,业务员,拜访数\n2026-03-02,张伟,多\n",
    ],
)
def test_plans_numbers_to_call_and_broken_counts_are_none(text: str, write_text: Write, load_files: Load) -> None:
    assert "activities" not in load_files(write_text(text)).bundle.tables
