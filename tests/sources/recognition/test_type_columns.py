"""Columns of any name whose cells are types of rows, seen from the door of reading."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from salesperf.sources.loaded import Loaded

Write = Callable[..., Path]
Load = Callable[..., Loaded]


@pytest.mark.parametrize(
    ("header", "words", "status"),
    [
        ("类别", ("实际", "计划"), "预算"),
        ("项目", ("实际", "预算"), "预算"),
        ("Category", ("Actual", "Plan"), "budget"),
        ("Series", ("actual", "Forecast"), "budget"),
    ],
)
def test_planned_rows_are_left_out_and_told_under_any_header(
    header: str, words: tuple[str, str], status: str, write_text: Write, load_files: Load
) -> None:
    """Actual are 900 and 1,100, planned twice 1,000."""
    actual, plan = words
    path = write_text(
        f"order date,rep,{header},amount\n2025-01-01,Bob,{plan},1000\n2025-01-01,Bob,{actual},900\n"
        f"2025-02-01,Bob,{plan},1000\n2025-02-01,Bob,{actual},1100\n"
    )

    loaded = load_files(path)

    assert loaded.bundle.tables["orders"].frame["status"].to_list() == [status, None, status, None]
    assert any("2,000.00 in all" in note.en and header in note.en for note in loaded.bundle.notes)


@pytest.mark.parametrize("words", [("Plan", "Licence"), ("计划", "实施"), ("Plan", "Plan"), ("实际", "实际")])
def test_plans_that_are_sold_stay(words: tuple[str, str], write_text: Write, load_files: Load) -> None:
    path = write_text(f"order date,rep,Category,amount\n2025-01-01,Bob,{words[0]},10\n2025-01-02,Bob,{words[1]},20\n")

    assert "status" not in load_files(path).bundle.tables["orders"].frame.columns


@pytest.mark.parametrize(
    ("header", "words", "status"),
    [
        ("Transaction", ("Sale", "Return"), [None, "Return"]),
        ("摘要", ("销售", "收款"), [None, "非销售：收款"]),
        ("事项", ("销售出库", "销售退货"), [None, "销售退货"]),
    ],
)
def test_a_column_of_documents_is_the_type_of_its_rows(
    header: str, words: tuple[str, str], status: list[str | None], write_text: Write, load_files: Load
) -> None:
    path = write_text(
        f"order date,customer,{header},amount\n2025-01-01,Bob,{words[0]},10\n2025-01-02,Bob,{words[1]},4\n"
    )

    assert load_files(path).bundle.tables["orders"].frame["status"].to_list() == status


@pytest.mark.parametrize(
    "words", [("Sale", "Regular"), ("Return", "One-way"), ("Sales", "Marketing"), ("Cash", "Credit"), ("销售", "样机")]
)
def test_words_that_are_not_all_types_say_nothing(words: tuple[str, str], write_text: Write, load_files: Load) -> None:
    path = write_text(f"order date,customer,Kind,amount\n2025-01-01,Bob,{words[0]},10\n2025-01-02,Bob,{words[1]},4\n")

    assert "status" not in load_files(path).bundle.tables["orders"].frame.columns


def test_a_return_far_below_the_sample_is_seen_in_a_small_file(write_text: Write, load_files: Load) -> None:
    rows = "".join(f"2025-01-01,Bob,Sale,{at}\n" for at in range(1, 400))

    loaded = load_files(write_text(f"order date,customer,Transaction,amount\n{rows}2025-01-02,Bob,Return,4\n"))

    assert loaded.bundle.tables["orders"].frame["status"].to_list()[-1] == "Return"
