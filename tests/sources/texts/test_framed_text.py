"""Texts whose lines are framed by rules or quoted whole."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from salesperf.sources.loaded import Loaded
from salesperf.sources.texts.framed_text import is_framed, unframed

Write = Callable[..., Path]
Load = Callable[..., Loaded]
RULE = "-" * 40
LIST = (
    "Sales Orders List                04.06.2024",
    RULE,
    "|SD Doc.|Doc. Date |Name       |Net Value|",
    RULE,
    "|1000001|03.05.2024|Harris Corp| 1,000.00|",
    "|1000002|17.05.2024|Vance Inc  | 2,250.00|",
    "|1000003|21.05.2024|Harris Corp|   500.00-|",
    RULE,
)


@pytest.mark.parametrize("mark", ["*", "**", " "])
def test_a_list_between_rules_is_read_and_its_total_left_out(write_text: Write, load_files: Load, mark: str) -> None:
    total = f"|{mark:7}|          |           | 2,750.00|"

    loaded = load_files(write_text("\n".join((*LIST, total, RULE)) + "\n"))

    assert loaded.bundle.tables["orders"].frame["amount"].sum() == 2750
    assert loaded.bundle.tables["orders"].frame.height == 3


def test_rows_keep_their_numbers() -> None:
    assert unframed("|a|b|\n|---|\n|1|2|\n|3|4|\n") == "|a|b|\n\n|1|2|\n|3|4|\n"


def test_lines_quoted_whole_are_opened(write_text: Write, load_files: Load) -> None:
    rows = ('"日期,单号,客户,金额"', '"2025-01-05,A1,""甲"",100"', '"2025-01-06,A2,乙,20.5"')

    loaded = load_files(write_text("\n".join(rows) + "\n"))

    assert float(loaded.bundle.tables["orders"].frame["amount"].sum()) == 120.5
    assert loaded.bundle.tables["orders"].frame["customer_name"].to_list() == ["甲", "乙"]


@pytest.mark.parametrize(
    "text",
    [
        "a,b\n1,2\n",
        '"a","b"\n"1","2"\n',
        '"a, b"\n"c, d, e"\n',
        "order|amount\n---|---\n",
        "date,note\n2025-01-05,----\n",
        '"Acme, Ltd"\n"Brix"\n',
        "",
    ],
    ids=["plain", "each cell quoted", "uneven", "one rule", "a cell of dashes", "one column", "nothing"],
)
def test_other_texts_are_left_alone(text: str) -> None:
    assert not is_framed(text)
    assert unframed(text) == text
