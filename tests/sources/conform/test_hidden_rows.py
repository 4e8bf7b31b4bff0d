"""Large files are small here: they are read as large ones are, and their middle lies beyond the ends that are seen."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import polars as pl
import pytest

from salesperf.sources.conform.hidden_rows import says_total
from salesperf.sources.files import raw_tables
from salesperf.sources.loaded import Loaded
from salesperf.sources.options import Needs, ReadOptions
from salesperf.sources.raw_files import read_tidy
from salesperf.sources.texts import delimited

Load = Callable[..., Loaded]
ROWS = 8000
"""Rows of 10 each, so that the first and the last of them are far from the middle."""
HEADER = "order_id,order_date,customer,product,amount"
AMOUNTS: Needs = {"orders": frozenset({"order_date", "amount"})}


@pytest.fixture(autouse=True)
def _large(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(delimited, "IN_MEMORY", 10)


def _line(at: int) -> str:
    return f"SO-{at:05d},2024-01-{1 + at * 28 // ROWS:02d},C{at % 977},{'Pipe' if at % 3 else 'Nut'},10"


def _file(*odd: str, header: str = HEADER, line: Callable[[int], str] = _line) -> str:
    lines = [line(at) for at in range(ROWS)]
    middle = ROWS // 2
    return "\n".join([header, *lines[:middle], *odd, *lines[middle:]]) + "\n"


def _amounts(loaded: Loaded) -> tuple[int, int]:
    (account,) = loaded.accounts
    return account.loaded, int(account.money_loaded["amount"])


@pytest.mark.parametrize("needs", [None, AMOUNTS])
@pytest.mark.parametrize(
    "total",
    [
        "Subtotal,2024-01-14,,,40000",
        ",2024-01-14,Total,,40000",
        ",2024-01-14,,小计,40000",
        "East Total,2024-01-14,,,40000",
        "合计,,,,40000",
    ],
)
def test_a_subtotal_in_the_middle_of_a_large_file_never_counts(
    write_text: Any, load_files: Load, needs: Needs | None, total: str
) -> None:
    loaded = load_files(write_text(_file(total)), needs=needs)

    assert _amounts(loaded) == (8000, 80_000)
    assert loaded.accounts[0].dropped == {"total": 1}


def test_rows_of_no_data_of_each_kind_are_found_in_the_middle(write_text: Any, load_files: Load) -> None:
    loaded = load_files(write_text(_file(",,,,", HEADER, "Total,2024-01-14,,,40000", ",,,,")))

    assert _amounts(loaded) == (8000, 80_000)
    assert loaded.accounts[0].dropped == {"blank": 2, "repeated_header": 1, "total": 1}


def test_rows_below_a_subtotal_keep_the_numbers_of_the_file(write_text: Any, load_files: Load) -> None:
    wrong = "SO-99999,2024-01-14,C1,Pipe,many"

    loaded = load_files(write_text(_file("Subtotal,2024-01-14,,,40000", wrong)))

    # The header, 4,000 rows and the subtotal stand above it.
    assert [fault.where.row for fault in loaded.issues if fault.code == "R301"] == [4003]


@pytest.mark.parametrize(
    ("header", "line"),
    [
        (HEADER, lambda at: f"{at},2024-01-05,C{at % 9},Pipe,10"),
        (HEADER, lambda at: f"{hash((at, 1)) % 16**8:08x},2024-01-05,C{at % 9},Pipe,10"),
        ("order_date,customer,product,amount", lambda at: f"2024-01-05,C{at % 9},Pipe {at},10"),
        ("日期,客户,产品,金额", lambda at: f"2024-01-05,客户{at % 9},产品{at},10"),
    ],
    ids=["numbers", "hexadecimal", "no ids", "no ids, Chinese"],
)
def test_subtotals_are_found_whatever_numbers_the_rows(
    write_text: Any, load_files: Load, header: str, line: Callable[[int], str]
) -> None:
    words = [""] * header.count(",")
    words[header.split(",").index("customer" if "customer" in header else "客户")] = "小计"
    words[header.split(",").index("order_date" if "order_date" in header else "日期")] = "2024-01-05"

    loaded = load_files(write_text(_file(",".join([*words, "40000"]), header=header, line=line)), needs=AMOUNTS)

    assert _amounts(loaded) == (8000, 80_000)


@pytest.mark.parametrize("odd", ["SO-99999,2024-01-14,Total Wine,Pipe,10", ",2024-01-14,C5,Pipe,10"])
def test_a_row_that_only_looks_odd_stays_and_the_file_is_not_read_into_memory(
    write_text: Any, load_files: Load, monkeypatch: pytest.MonkeyPatch, odd: str
) -> None:
    monkeypatch.setattr(raw_tables, "looked_through", None)

    loaded = load_files(write_text(_file(odd)))

    assert _amounts(loaded) == (8001, 80_010)


def test_a_dated_total_that_is_no_sum_is_told_in_a_large_file_too(write_text: Any, load_files: Load) -> None:
    loaded = load_files(write_text(_file("Total,2024-01-14,,,777")))

    assert [(fault.code, fault.where.row) for fault in loaded.issues if fault.code == "R138"] == [("R138", 4002)]
    assert _amounts(loaded) == (8001, 80_777)


def test_each_of_several_large_files_is_looked_through_by_itself(
    write_text: Any, load_files: Load, tmp_path: Path
) -> None:
    write_text(_file("Subtotal,2024-01-14,,,40000"), name="a.csv")
    write_text(_file(line=lambda at: "X" + _line(at)), name="b.csv")
    header = "order_id,order_date,customer,amount"
    write_text(_file("小计,2024-02-14,,40000", header=header, line=lambda at: f"{at},2024-02-05,C1,10"), name="c.csv")

    loaded = load_files(tmp_path)

    assert [(one.loaded, one.dropped) for one in loaded.accounts] == [
        (8000, {"total": 1}),
        (8000, {}),
        (8000, {"total": 1}),
    ]


def test_tidy_leaves_a_hidden_subtotal_out_and_counts_it(write_text: Any) -> None:
    path = write_text(_file("Subtotal,2024-01-14,,,40000"))

    (table,), _ = read_tidy(str(path), ReadOptions())

    assert (table.rows.height, table.dropped) == (8000, {"total": 1})


def test_a_total_among_the_distinct_texts_of_a_column_is_seen() -> None:
    assert says_total(pl.Series("rep", ["甲", "小计", None]))
    assert not says_total(pl.Series("rep", ["Ann", "Bo", None]))
