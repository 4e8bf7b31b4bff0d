from __future__ import annotations

from datetime import date

import narwhals as nw
import polars as pl

from salesperf.engine import collect, small
from salesperf.facts.employment import day_by_day, employed, is_dated
from salesperf.tables.literal import bundle_of

FIRST, LAST = date(2026, 3, 1), date(2026, 3, 31)
SEEN = {"rep": ["R1", "R2"], "starts": [date(2026, 3, 4), date(2026, 3, 9)], "ends": [date(2026, 3, 20)] * 2}
KINDS = {"rep": pl.String(), "starts": pl.Date(), "ends": pl.Date()}


def spans(people: str | None) -> list[tuple[object, ...]]:
    table = None if people is None else bundle_of([("people", people)]).tables["people"]
    found = employed(small(SEEN, KINDS), table, has_ids=True, first=FIRST, last=LAST)
    rows = collect(found).sort("rep", "starts").rows()
    return [(rep, starts.day, ends.day, fte) for rep, starts, ends, fte in rows]


def test_without_a_people_table_a_rep_is_there_in_a_full_post_as_long_as_seen() -> None:
    assert spans(None) == [("R1", 4, 20, 1.0), ("R2", 9, 20, 1.0)]


def test_a_people_table_without_dates_tells_the_size_of_posts_alone() -> None:
    assert spans("rep_id,fte\nR1,0.5\nR9,1\n") == [("R1", 4, 20, 0.5), ("R2", 9, 20, 1.0)]


def test_hire_leave_and_validity_say_who_was_there_and_the_rest_are_there_as_long_as_seen() -> None:
    people = "rep_id,hire_date,leave_date,fte\nR1,2020-01-01,2026-03-10,0.8\nR2,,,0.6\n"

    assert spans(people) == [("R1", 1, 10, 0.8), ("R2", 9, 20, 0.6)]


def test_a_post_that_grew_has_a_span_for_each_size_and_the_later_one_holds_where_they_overlap() -> None:
    people = "rep_id,fte,valid_from,valid_to\nR1,0.5,2026-01-01,2026-03-02\nR1,1,2026-03-02,\n"
    table = bundle_of([("people", people)]).tables["people"]
    found = employed(small(SEEN, KINDS), table, has_ids=True, first=FIRST, last=date(2026, 3, 3))

    days = collect(day_by_day(found, first=FIRST, last=date(2026, 3, 3))).filter(pl.col("rep") == "R1").sort("date")

    assert days["fte"].to_list() == [0.5, 1.0, 1.0]


def test_days_of_the_week_can_be_left_out() -> None:
    found = day_by_day(small(SEEN, KINDS).with_columns(fte=nw.lit(1.0)), first=FIRST, last=LAST, weekdays=5)

    # 2026-03-09 is a Monday: two weeks of Monday to Friday until the 20th.
    assert collect(found).filter(pl.col("rep") == "R2").height == 10


def test_a_people_table_is_dated_by_any_of_its_four_dates() -> None:
    assert not is_dated(None)
    assert not is_dated(bundle_of([("people", "rep_id,team\nR1,A\n")]).tables["people"])
    assert is_dated(bundle_of([("people", "rep_id,leave_date\nR1,2026-01-01\n")]).tables["people"])
