from __future__ import annotations

from collections import Counter
from datetime import date

import narwhals as nw
import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from salesperf.engine import (
    Frame,
    Match,
    coded,
    collect,
    joined,
    kept,
    looked_up,
    numbered,
    numbered_by_day,
    ranked_within,
    scan,
    small,
)
from salesperf.tables.bundle import Table


def frame(**columns: list[object]) -> Frame:
    return nw.from_native(pl.DataFrame(columns, schema_overrides={"rep": pl.String, "id": pl.String}).lazy())


SALES = frame(rep=["ann", "bob", "ann", None, "eve", "eve"], amount=[1, 2, 3, 4, 5, 6])
TEAMS = frame(rep=["ann", "bob", "kim"], team=["north", "south", "west"])


def test_a_join_keeps_every_row_of_the_left() -> None:
    sales, _ = joined(SALES, TEAMS, on="rep")

    assert collect(sales).sort("amount").rows() == [
        ("ann", 1, "north"),
        ("bob", 2, "south"),
        ("ann", 3, "north"),
        (None, 4, None),
        ("eve", 5, None),
        ("eve", 6, None),
    ]


def test_rows_without_partner_and_keys_nobody_asked_for_are_counted() -> None:
    _, match = joined(SALES, TEAMS, on="rep")

    assert match == Match(unmatched_left=2, unmatched_left_keys=("eve",), duplicate_right=0, unmatched_right=1)


def test_a_repeated_key_on_the_right_cannot_multiply_rows() -> None:
    teams = frame(rep=["ann", "ann", "ann", "bob"], team=["north", "south", "west", "east"])

    sales, match = joined(SALES, teams, on="rep")

    assert collect(sales).height == 6
    assert set(collect(sales).filter(pl.col("rep") == "ann")["team"]) == {"north"}
    assert match.duplicate_right == 2


def test_null_keys_match_nothing_and_are_not_counted() -> None:
    teams = frame(rep=[None, None, "ann"], team=["nowhere", "nobody", "north"])

    sales, match = joined(frame(rep=["ann", None], amount=[1, 2]), teams, on="rep")

    assert collect(sales).sort("amount")["team"].to_list() == ["north", None]
    assert match == Match(0, (), 0, 0)


def test_a_key_of_another_name_is_joined_and_not_repeated() -> None:
    people = frame(id=["ann", "bob", "eve"], team=["north", "south", "east"])

    sales, match = joined(SALES, people, on="rep", right_on="id")

    assert collect(sales).columns == ["rep", "amount", "team"]
    assert match == Match(0, (), 0, 0)


def test_an_empty_right_side_matches_nothing() -> None:
    teams = small({"rep": [], "team": []}, {"rep": pl.String(), "team": pl.String()})

    sales, match = joined(SALES, teams, on="rep")

    assert collect(sales)["team"].null_count() == 6
    assert match.unmatched_left == 5
    assert match.unmatched_left_keys == ("ann", "bob", "eve")


@given(
    st.lists(st.sampled_from(["a", "b", "c", "d", None]), max_size=20),
    st.lists(st.sampled_from(["b", "c", "e", None]), max_size=8),
)
def test_the_counts_are_those_of_a_plain_count(left_keys: list[str | None], right_keys: list[str | None]) -> None:
    rows = frame(rep=list(left_keys), amount=list(range(len(left_keys))))
    lookup = frame(rep=list(right_keys), place=list(range(len(right_keys))))

    result, match = joined(rows, lookup, on="rep")

    asked = Counter(key for key in left_keys if key is not None)
    offered = Counter(key for key in right_keys if key is not None)
    assert collect(result).height == len(left_keys)
    assert match.unmatched_left == sum(count for key, count in asked.items() if key not in offered)
    assert match.unmatched_left_keys == tuple(sorted(set(asked) - set(offered)))
    assert match.duplicate_right == sum(count - 1 for count in offered.values())
    assert match.unmatched_right == len(set(offered) - set(asked))


def test_scanning_and_collecting_gives_the_rows_back() -> None:
    rows = pl.DataFrame({"order_id": ["2", "1"]})

    assert collect(scan(Table("orders", rows, frozenset()))).equals(rows)


def test_a_kept_frame_holds_the_same_rows() -> None:
    assert collect(kept(TEAMS)).equals(collect(TEAMS))


def test_numbering_tells_rows_without_an_id_apart() -> None:
    orders = numbered(Table("orders", pl.DataFrame({"amount": [5, 5]}), frozenset()), "order")

    assert collect(orders).sort("order")["order"].to_list() == [0, 1]


def test_groups_by_codes_are_the_groups_by_text() -> None:
    rows = frame(rep=["ann", "bob", "ann", None, "", None], amount=[1, 2, 3, 4, 5, 6])

    found = collect(coded(rows, ["rep", "amount"]).group_by("rep").agg(nw.col("amount").sum()))

    assert dict(found.with_columns(pl.col("rep").cast(pl.String)).iter_rows()) == {"ann": 4, "bob": 2, None: 10, "": 5}


def test_sums_in_batches_are_the_same_sums() -> None:
    summed = SALES.group_by("rep").agg(nw.col("amount").sum())

    assert dict(collect(summed, in_batches=True).iter_rows()) == {"ann": 4, "bob": 2, None: 4, "eve": 11}


def test_a_looked_up_column_is_null_where_the_dimension_lacks_the_key() -> None:
    rows = frame(rep=["ann", "bob", None, "cat"])
    teams = small({"rep": ["ann", "bob"], "team": ["North", None]}, {"rep": pl.String(), "team": pl.String()})

    found = collect(looked_up(rows, teams, on="rep"))

    assert found.rows() == [("ann", "North"), ("bob", None), (None, None), ("cat", None)]


NUMBERS = {date(2024, 2, 28): 7, date(2024, 2, 29): 8, date(2024, 3, 2): 9}
DAYS: list[date | None] = [
    None, date(2024, 2, 27), date(2024, 2, 28), date(2024, 2, 29), date(2024, 3, 1), date(2024, 3, 2),
    date(2024, 3, 3), date(1, 1, 1), date(9999, 12, 31),
]  # fmt: skip


def test_a_day_has_its_number_and_others_have_none() -> None:
    lines = nw.from_native(pl.LazyFrame({"day": DAYS, "row": range(len(DAYS))}))

    found = numbered_by_day(lines, NUMBERS, on="day", name="period")

    expected = [None, None, 7, 8, None, 9, None, None, None]
    assert collect(found).sort("row")["period"].to_list() == expected
    assert collect(found, in_batches=True).sort("row")["period"].to_list() == expected
    assert collect(numbered_by_day(lines, {}, on="day", name="period"))["period"].to_list() == [None] * len(DAYS)


@given(st.lists(st.dates(date(2023, 12, 1), date(2024, 4, 1)) | st.none(), max_size=50))
def test_numbers_of_days_are_those_looked_up(days: list[date | None]) -> None:
    lines = nw.from_native(pl.LazyFrame({"day": days}, schema={"day": pl.Date}))

    found = collect(numbered_by_day(lines, NUMBERS, on="day", name="period"))["period"].to_list()

    assert found == [None if day is None else NUMBERS.get(day) for day in days]


def test_another_engine_looks_up_by_joining() -> None:
    duckdb = pytest.importorskip("duckdb", reason="DuckDB absent")
    rows = nw.from_native(duckdb.sql("select unnest(['ann', 'bob', 'cat']) as rep"))
    teams = nw.from_native(duckdb.sql("select 'ann' as rep, 'North' as team"))

    found = looked_up(rows, teams, on="rep").sort("rep")

    assert found.to_native().fetchall() == [("ann", "North"), ("bob", None), ("cat", None)]


def test_rows_are_numbered_within_their_group_by_order_and_not_by_place() -> None:
    rows = small({"who": ["b", "a", "a", "b"], "what": ["2", "9", "1", "1"]}, {"who": pl.String(), "what": pl.String()})

    found = collect(ranked_within(rows, "who", "what", "number")).sort("who", "number")

    assert found.rows() == [("a", "1", 0), ("a", "9", 1), ("b", "1", 0), ("b", "2", 1)]
