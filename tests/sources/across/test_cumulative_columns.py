"""Sales that are told together with those of the months before."""

from __future__ import annotations

from pathlib import Path

import polars as pl
import pytest

from salesperf.sources.across.cumulative_columns import periods_apart
from salesperf.sources.across.periods_across import periods_across
from salesperf.sources.files.raw_tables import raw_tables
from salesperf.sources.options import ReadOptions
from salesperf.sources.rows.raw import RawTable

PLAIN = frozenset({"销售额"})


def raw_of(folder: Path, text: str, name: str = "2025年客户销售额.csv") -> RawTable:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    ((table,), _, _) = raw_tables([str(path)], options=ReadOptions())
    return table


def columns(folder: Path, text: str, name: str = "2025年客户销售额.csv") -> dict[str, list[float]] | None:
    found = periods_apart(raw_of(folder, text, name), plain=PLAIN)
    if found is None:
        return None
    frame = found.raw.frame.collect()
    assert tuple(frame.columns) == found.raw.header
    return {text: frame[text].cast(pl.Float64).to_list() for text in found.raw.header[1:]}


@pytest.mark.parametrize(
    ("header", "names"),
    [
        ("1月,1-2月,1-3月", ["1月", "2月", "3月"]),
        ("1月销售额,1-2月销售额,1-3月销售额", ["1月销售额", "2月", "3月"]),
        ("1月累计,2月累计,3月累计", ["1月累计", "2月", "3月"]),
        ("YTD Jan,YTD Feb,YTD Mar", ["YTD Jan", "Feb", "Mar"]),
        ("Jan 2025,Jan-Feb 2025,Jan-Mar 2025", ["Jan 2025", "Feb 2025", "Mar 2025"]),
    ],
)
def test_each_month_is_what_came_after_the_one_before(tmp_path: Path, header: str, names: list[str]) -> None:
    found = columns(tmp_path, f"客户,{header}\n宏远,100.5,300,600\n嘉禾,50,110,180\n")

    assert found == dict(zip(names, [[100.5, 50], [199.5, 60], [300, 70]], strict=True))


def test_quarters_told_together_are_quarters(tmp_path: Path) -> None:
    found = columns(tmp_path, "客户,1-3月,1-6月,1-9月\n宏远,600,1100,1500\n嘉禾,180,380,500\n")

    assert found == {"1-3月": [600, 180], "4-6月": [500, 200], "7-9月": [400, 120]}


@pytest.mark.parametrize(
    "text",
    [
        "客户,1月,2月,3月,1-3月\n宏远,100,200,300,600\n嘉禾,50,60,70,180\n",
        "客户,1-6月,7-12月\n宏远,600,1100\n嘉禾,180,380\n",
        "客户,1月,2月,3月\n宏远,100,300,600\n嘉禾,50,110,180\n",
        "客户,1月,1-2月,1-3月\n宏远,100,,600\n嘉禾,50,110,180\n",
        "客户,1月,1-2月成本,1-3月成本\n宏远,100,300,600\n嘉禾,50,110,180\n",
    ],
)
def test_other_columns_stay_as_they_are(tmp_path: Path, text: str) -> None:
    assert columns(tmp_path, text) is None


def test_a_title_says_it_of_months_that_pile_up_alone(tmp_path: Path) -> None:
    piled = "客户,1月,2月,3月,4月\n宏远,100,300,600,700\n嘉禾,50,110,180,260\n"
    plain = "客户,1月,2月,3月,4月\n宏远,100,90,120,130\n嘉禾,50,60,70,80\n"

    assert columns(tmp_path, piled, "2025年累计销售额.csv") == {
        "1月": [100, 50], "2月": [200, 60], "3月": [300, 70], "4月": [100, 80],
    }  # fmt: skip
    assert columns(tmp_path, plain, "2025年累计销售额.csv") is None


def test_a_month_and_itself_to_date_are_no_two_months(tmp_path: Path) -> None:
    raw = raw_of(tmp_path, "客户,1月,1月累计,2月,2月累计\n宏远,100,100,200,300\n")

    found = periods_across(raw, plain=PLAIN)

    assert found is not None
    assert list(found.across) == ["1月", "2月"]
    assert list(found.sums) == ["2月累计"]
