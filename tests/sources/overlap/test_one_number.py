from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import polars as pl
import pytest

from salesperf.sources.loaded import Loaded
from salesperf.sources.overlap.one_number import with_one_number

Write = Callable[..., Path]
Load = Callable[..., Loaded]


def _ids(*columns: list[str | None]) -> list[list[str | None]]:
    frames = [pl.DataFrame({"order_id": pl.Series(ids, dtype=pl.String)}) for ids in columns]
    return [frame["order_id"].to_list() for frame in with_one_number("orders", frames).frames]


def test_a_number_with_point_zero_is_the_number_without() -> None:
    assert _ids(["1001.0", "1001", "1002", None, "A-7"]) == [["1001", "1001", "1002", None, "A-7"]]


def test_numbers_of_two_files_are_compared() -> None:
    assert _ids(["1001.0", "1003.0"], ["1001"]) == [["1001", "1003"], ["1001"]]


@pytest.mark.parametrize(
    "ids",
    [
        ["1001.0", "1001", "1001.10"],
        ["1.0", "1", "2.5"],
        ["1001.0", "1002"],
        ["v1.0", "v1"],
        ["1001.00", "1001"],
        ["1001", "1002"],
    ],
)
def test_other_decimals_and_numbers_without_a_twin_stay(ids: list[str | None]) -> None:
    assert _ids(ids) == [ids]


def test_what_was_changed_is_told_with_its_count() -> None:
    frame = pl.DataFrame({"order_id": ["1001.0", "1001", "1002.0"]})
    found = with_one_number("orders", [frame])

    (fault,) = found.issues
    assert (fault.code, fault.count, fault.value) == ("R318", 2, "1001.0")
    assert found.notes[0].zh == "order_id 有 2 个单元格带 .0，其余不带，例如「1001.0」：视为同一编号"


def test_one_order_in_two_files_counts_once(write_text: Write, load_files: Load) -> None:
    first = write_text("order id,order date,customer,amount\n1001.0,2026-02-05,A,10\nS-3,2026-02-05,A,5\n", "m1.csv")
    second = write_text("order id,order date,customer,amount\n1001,2026-02-05,A,10\n1004,2026-02-06,A,5\n", "m2.csv")

    frame = load_files(first, second).bundle.tables["orders"].frame

    assert sorted(frame["order_id"].to_list()) == ["1001", "1004", "S-3"]
    assert frame["amount"].sum() == Decimal(20)
