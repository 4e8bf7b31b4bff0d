from __future__ import annotations

from datetime import date
from decimal import Decimal

import polars as pl

from salesperf.sources.conform.row_places import PART
from salesperf.sources.overlap.stack import FileRows, stacked, twins


def _piece(part: int, **columns: list[object]) -> pl.DataFrame:
    frame = pl.DataFrame(columns, strict=False)
    return frame.with_columns(pl.lit(part, dtype=pl.UInt32).alias(PART))


def _file(place: int, name: str, last: date | None = None, **more: object) -> FileRows:
    height = more.pop("height", 1)
    return FileRows(place, name, None, frozenset({"amount"}), int(str(height)), last, **more)  # type: ignore[arg-type]


JANUARY, FEBRUARY = date(2026, 1, 31), date(2026, 2, 28)


def test_an_order_in_two_files_is_taken_whole_from_the_later() -> None:
    old = _piece(0, order_id=["A", "B", "B"], amount=[1, 2, 3])
    new = _piece(1, order_id=["B", "C"], amount=[20, 30])

    whole = stacked("orders", [old, new], [_file(0, "z.csv", JANUARY), _file(1, "a.csv", FEBRUARY)])

    assert whole.frame.select("order_id", "amount").rows() == [("A", 1), ("B", 20), ("C", 30)]
    assert whole.superseded == {0: 2}


def test_the_order_of_the_files_changes_nothing() -> None:
    old = _piece(0, order_id=["A", "B"], amount=[1, 2])
    new = _piece(1, order_id=["B"], amount=[20])
    files = [_file(0, "a.csv", JANUARY), _file(1, "b.csv", JANUARY)]

    one = stacked("orders", [old, new], files).frame
    other = stacked("orders", [new, old], files[::-1]).frame

    assert one.sort("order_id").equals(other.sort("order_id"))
    assert one["amount"].sum() == 21


def test_lines_are_told_apart_by_their_number() -> None:
    old = _piece(0, order_id=["A"], line_id=["1"], amount=[1])
    new = _piece(1, order_id=["A"], line_id=["2"], amount=[2])

    whole = stacked("orders", [old, new], [_file(0, "a.csv"), _file(1, "b.csv")])

    assert whole.frame.height == 2
    assert whole.superseded == {}


def test_rows_of_one_file_and_rows_without_a_key_are_never_merged() -> None:
    old = _piece(0, order_id=["A", "A", None], amount=[1, 1, 5])
    new = _piece(1, order_id=[None], amount=[5])

    whole = stacked("orders", [old, new], [_file(0, "a.csv"), _file(1, "b.csv")])

    assert whole.frame.height == 4


def test_snapshots_of_deals_are_kept() -> None:
    old = _piece(0, deal_id=["A"], snapshot_date=[JANUARY])
    new = _piece(1, deal_id=["A"], snapshot_date=[FEBRUARY])

    assert stacked("deals", [old, new], [_file(0, "a.csv"), _file(1, "b.csv")]).frame.height == 2


def test_the_same_table_in_two_formats_counts_once() -> None:
    money = {"amount": Decimal(5)}
    files = [_file(0, "orders.csv", JANUARY, money=money), _file(1, "orders.xlsx", JANUARY, money=money)]

    assert twins(files) == {1: 0}


def test_two_formats_with_other_sums_are_two_tables() -> None:
    files = [
        _file(0, "orders.csv", JANUARY, money={"amount": Decimal(5)}),
        _file(1, "orders.xlsx", JANUARY, money={"amount": Decimal(6)}),
    ]

    assert twins(files) == {}


def test_two_files_of_one_format_are_no_twins() -> None:
    assert twins([_file(0, "a/orders.csv"), _file(1, "b/orders.csv")]) == {}
