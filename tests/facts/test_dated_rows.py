"""What holds for a rep from one day to another."""

from __future__ import annotations

from datetime import date

from salesperf.core.period import Span
from salesperf.facts.dated_rows import dated_rows, joined_spans, overlaps, said
from salesperf.facts.rep_names import RepKeys
from salesperf.tables.literal import bundle_of

REPS = RepKeys(frozenset({"R1", "R2"}), {"Wang": "R1", "Zhang": "R9"}, {"Li": ("R2", "R3")})


def rows(text: str, table: str = "assignments", value: str = "plan", *, are_reps: bool = False):  # noqa: ANN201
    found = bundle_of([(table, text)]).tables[table]
    return dated_rows(found, value, REPS, are_reps=are_reps)


def test_names_are_keys_and_open_ends_are_open() -> None:
    found, faults = rows("rep_id,plan,from,to\nWang,A,2026-01-01,2026-03-31\nR1,B,2026-04-01,\nR2,A,,\n")

    assert [(one.rep, one.value, said(one.span)) for one in found] == [
        ("R1", "A", "2026-01-01..2026-03-31"),
        ("R1", "B", "2026-04-01.."),
        ("R2", "A", ".."),
    ]
    assert faults == ()
    assert list(overlaps(found)) == []


def test_values_may_be_reps() -> None:
    found, faults = rows(
        "rep_id,manager_id,from\nR1,Zhang,2026-01-01\nR2,Li,2026-01-01\n", "hierarchy", "manager_id", are_reps=True
    )

    assert [(one.rep, one.value) for one in found] == [("R1", "R9")]
    assert [one.message for one in faults] == ["'Li' is the name of several reps"]


def test_rows_that_say_too_little_or_end_before_they_begin_are_told() -> None:
    found, faults = rows("rep_id,plan,from,to\nR1,,2026-01-01,\nR2,A,2026-02-01,2026-01-31\n,A,2026-01-01,\n")

    assert found == ()
    assert [(one.code, one.message) for one in faults] == [
        ("F621", "a row of assignments says no plan"),
        ("F621", "'R2': it ends on 2026-01-31, before it begins on 2026-02-01"),
        ("F621", "a row of assignments says no rep_id"),
    ]


def test_two_rows_of_one_rep_on_one_day_are_told_and_rows_that_touch_are_not() -> None:
    found, _ = rows(
        "rep_id,plan,from,to\nR1,A,2026-01-01,2026-03-31\nR1,B,2026-03-31,\nR2,A,2026-01-01,2026-03-31\n"
        "R2,B,2026-04-01,\n"
    )

    assert [(one.code, one.message) for one in overlaps(found)] == [
        ("F620", "'R1' has 'A' (2026-01-01..2026-03-31) and 'B' (2026-03-31..) on one day")
    ]


def test_a_long_span_is_compared_with_all_that_come_within_it() -> None:
    found, _ = rows(
        "rep_id,plan,from,to\nR1,A,2026-01-01,2026-12-31\nR1,B,2026-02-01,2026-02-28\nR1,C,2026-04-01,2026-04-30\n"
    )

    assert len(list(overlaps(found))) == 2


def test_days_that_touch_are_one_span() -> None:
    spans = [
        Span(date(2026, 4, 1), date.max),
        Span(date(2026, 1, 1), date(2026, 1, 31)),
        Span(date(2026, 2, 1), date(2026, 2, 10)),
        Span(date(2026, 1, 5), date(2026, 1, 6)),
    ]

    assert joined_spans(spans) == (Span(date(2026, 1, 1), date(2026, 2, 10)), Span(date(2026, 4, 1), date.max))
