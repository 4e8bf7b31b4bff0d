from __future__ import annotations

from datetime import date

from salesperf.engine import collect
from salesperf.facts.activities import activities
from salesperf.facts.events import Events
from salesperf.facts.section import SalesSection
from salesperf.facts.subject import Subject
from salesperf.tables.literal import bundle_of

# 2026-03-02 is a Monday.
ACTIVITIES = (
    "activity_date,rep_id,kind\n"
    "2026-03-02,R1,visit\n2026-03-09,R1,visit\n2026-03-04,R2,call\n2026-03-05,R2,call\n2026-03-10,,call\n"
    "2026-03-07,R3,visit\n"
)


def _rep_days(people: str | None = None, text: str = ACTIVITIES) -> Events | None:
    tables = [("activities", text), *([("people", people)] if people else [])]
    return activities(bundle_of(tables), SalesSection(), None).get(Subject.REP_DAYS)


def _days(events: Events | None) -> dict[str, list[int]]:
    assert events is not None
    rows = collect(events.lines).sort("rep", "date").select("rep", "date").rows()
    found: dict[str, list[int]] = {}
    for rep, day in rows:
        found.setdefault(rep, []).append(day.day)
    return found


def test_without_people_reps_are_there_from_their_first_to_their_last_activity_on_workdays() -> None:
    # R3 was active on a Saturday only.
    assert _days(_rep_days()) == {"R1": [2, 3, 4, 5, 6, 9], "R2": [4, 5]}


def test_hire_and_leave_dates_say_who_was_there_within_the_days_of_the_activities() -> None:
    people = "rep_id,hire_date,leave_date\nR1,2026-03-05,\nR2,2020-01-01,2026-03-03\nR9,2020-01-01,\n"
    events = _rep_days(people)

    assert _days(events) == {"R1": [5, 6, 9, 10], "R2": [2, 3]}
    assert events is not None
    assert events.notes[0][1].en.startswith("rep-days are Monday to Friday from 2026-03-02 to 2026-03-10")


def test_rows_of_one_person_that_overlap_count_a_day_once_and_those_without_dates_not_at_all() -> None:
    people = (
        "rep_id,team,valid_from,valid_to\n"
        "R1,A,2026-03-02,2026-03-04\nR1,B,2026-03-04,2026-03-05\nR2,A,,\nR3,A,2026-03-09,\n"
    )

    assert _days(_rep_days(people)) == {"R1": [2, 3, 4, 5], "R2": [4, 5], "R3": [9, 10]}


def test_names_are_looked_up_by_name() -> None:
    people = "rep_id,rep_name,hire_date\nE1,Ann,2026-03-03\n"
    text = "activity_date,rep_name,kind\n2026-03-02,Ann,visit\n2026-03-05,Ann,visit\n"

    assert list(_days(_rep_days(people, text)).values()) == [[3, 4, 5]]


def test_without_reps_there_are_no_rep_days() -> None:
    assert _rep_days(text="activity_date,kind\n2026-03-02,visit\n") is None


def test_rep_days_end_with_the_activities_whatever_other_tables_reach() -> None:
    bundle = bundle_of([("activities", ACTIVITIES), ("orders", "order_id,order_date,amount\n1,2026-06-30,5\n")])
    events = activities(bundle, SalesSection(), None)[Subject.REP_DAYS]

    assert collect(events.lines)["date"].max() == date(2026, 3, 9)
