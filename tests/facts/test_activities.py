from __future__ import annotations

from datetime import date

from msgspec.structs import replace

from salesperf.engine import collect
from salesperf.facts.activities import activities
from salesperf.facts.events import Events
from salesperf.facts.section import ActivityKinds, SalesSection
from salesperf.facts.subject import Subject
from salesperf.tables.literal import bundle_of

ACTIVITIES = (
    "activity_id,activity_date,rep_id,kind,planned,completed\n"
    "A1,2026-02-02,R1,拜访,true,true\n"
    "A2,2026-02-03,R1,call,false,\n"
    "A3,2026-02-03,R2,visit,true,false\n"
    ",2026-02-04,R2,Z1,true,\n"
    ",2026-02-04,R2,quote,false,true\n"
    "A6,,R2,visit,false,true\n"
    "A7,2026-09-30,R2,visit,true,false\n"
)


def _events(text: str = ACTIVITIES, **own: tuple[str, ...]) -> dict[Subject, Events]:
    return activities(bundle_of([("activities", text)]), SalesSection(activity_kinds=ActivityKinds(**own)), None)


def test_what_was_done_counts_by_kind_and_what_was_planned_by_whether_it_was_kept() -> None:
    lines = collect(_events()[Subject.ACTIVITIES].lines)

    assert lines.select("activity", "visit", "call", "proposal", "planned_activity", "kept_activity").rows() == [
        ("A1", "A1", None, None, "A1", "A1"),
        ("A2", None, "A2", None, None, None),
        (None, None, None, None, "A3", None),
        (None, None, None, None, "#4", None),
        ("#5", None, None, "#5", None, None),
        (None, None, None, None, "A7", None),
    ]


def test_what_is_planned_ahead_does_not_move_the_day_the_data_reach() -> None:
    bundle = bundle_of([("activities", ACTIVITIES)])
    bundle = replace(bundle, tables={"activities": replace(bundle.tables["activities"], data_through=date(2026, 2, 4))})
    days = activities(bundle, SalesSection(), None)[Subject.ACTIVITIES].days

    assert days is not None
    assert (days.as_of, days.last, days.later) == (date(2026, 2, 4), date(2026, 2, 4), 1)


def test_kinds_that_nobody_knows_and_rows_without_a_date_are_told() -> None:
    events = _events()[Subject.ACTIVITIES]

    assert [(one.code, one.count, one.message) for one in events.findings] == [
        ("F546", 1, "1 activity without activity_date: counted on no day"),
        (
            "F545",
            1,
            "kinds of activities that nobody knows: 'Z1' (1 activity); counted among all activities only",
        ),
    ]
    assert events.notes[0][1].en == (
        "kinds of activities counted as visits: 'visit', '拜访'; calls: 'call'; proposals: 'quote'"
    )
    declared = _events(other=("Z1",))[Subject.ACTIVITIES]
    assert [one.code for one in declared.findings] == ["F546"]


def test_without_marks_everything_was_done_and_nothing_is_known_of_plans() -> None:
    events = _events("activity_date,rep_id,kind\n2026-02-02,R1,visit\n2026-02-02,R1,visit\n")[Subject.ACTIVITIES]

    assert collect(events.lines)["visit"].to_list() == ["#1", "#2"]
    assert not events.has("planned_activity")


def test_where_no_kind_is_known_nothing_is_counted_by_kind() -> None:
    events = _events("activity_date,rep_id,kind\n2026-02-02,R1,K1\n")[Subject.ACTIVITIES]

    assert events.has("activity")
    assert not events.has("visit")
