from __future__ import annotations

from datetime import date

from salesperf.engine import collect
from salesperf.facts.events import Events
from salesperf.facts.leads import leads
from salesperf.facts.section import SalesSection
from salesperf.facts.subject import Subject
from salesperf.tables.literal import bundle_of

LEADS = (
    "lead_id,created_at,rep_id,first_response_at,status,converted_at\n"
    "L1,2026-03-02 09:00,R1,2026-03-02 11:00,contacted,2026-03-20\n"
    "L2,2026-03-03 10:00,R2,2026-03-04 14:00,contacted,2026-03-01\n"
    "L3,2026-03-10 16:30,R1,,converted,\n"
    ",2026-03-31 15:00,R2,,new,\n"
    "L1,2026-03-02 09:00,R1,2026-03-02 11:00,contacted,2026-03-20\n"
    "L6,,R2,,new,\n"
    "L7,2026-03-05 10:00,R2,2026-03-05,new,\n"
)


def _events(text: str = LEADS, *, as_of: date | None = None, section: SalesSection | None = None) -> Events:
    return leads(bundle_of([("leads", text)]), section or SalesSection(), as_of)[Subject.LEADS]


def test_leads_stand_on_their_day_with_what_became_of_them() -> None:
    lines = collect(_events().lines).sort("date", "lead")

    assert lines.select("lead", "date", "converted_lead", "response_hours").rows() == [
        ("L1", date(2026, 3, 2), "L1", 2.0),
        ("L2", date(2026, 3, 3), "L2", 28.0),
        ("L7", date(2026, 3, 5), None, None),
        ("L3", date(2026, 3, 10), "L3", None),
        ("#4", date(2026, 3, 31), None, None),
    ]
    assert lines.select("prompt_lead", "judged_lead", "unanswered_lead").rows() == [
        ("L1", "L1", None),
        (None, "L2", None),
        (None, None, None),
        (None, "L3", "L3"),
        (None, None, "#4"),
    ]


def test_rows_that_are_no_sound_leads_are_told() -> None:
    assert [(one.code, one.count, one.message) for one in _events().findings] == [
        ("F540", 1, "1 lead without created_at: counted on no day"),
        ("F544", 1, "1 row of leads without lead_id, each counted as a lead of its own"),
        ("F542", 1, "1 row repeats the id of an earlier lead: the first row of each counts"),
        ("F543", 1, "1 lead was answered before being created: 'L7'"),
        ("F543", 1, "1 lead was converted before being created: 'L2'"),
    ]


def test_leads_without_an_answer_are_named_once_they_are_late() -> None:
    told = dict(_events().notes)

    assert told["unanswered"].en == (
        "2 leads have no first response: 1 past the time limit count as not answered in time ('L3'), 1 may still be"
    )


def test_as_of_a_day_later_answers_and_conversions_had_not_come() -> None:
    lines = collect(_events(as_of=date(2026, 3, 3)).lines).filter(date=date(2026, 3, 3))

    assert lines.select("lead", "response_hours", "judged_lead", "unanswered_lead").rows() == [("L2", None, None, "L2")]


def test_without_first_responses_only_numbers_and_conversions_are_known() -> None:
    events = _events("lead_id,created_at,status\nL1,2026-03-02,new\n")

    assert not events.has("response_hours")
    assert not events.has("judged_lead")
    assert events.has("lead", "converted_lead")
    assert [key for key, _ in events.notes] == ["lead_status"]


def test_names_are_no_ids_so_that_two_leads_may_have_one() -> None:
    text = (
        "lead_name,created_at,first_response_at,status\n"
        "Chen,2026-03-02,,new\nChen,2026-03-09,2026-03-10,converted\nLi,2026-03-20,2026-03-21,new\n"
    )
    events = _events(text)

    assert collect(events.lines).sort("date")["lead"].to_list() == ["#1", "#2", "#3"]
    assert events.findings == ()
    assert "'Chen'" in dict(events.notes)["unanswered"].en


def test_there_are_no_leads_without_their_table() -> None:
    assert leads(bundle_of([("orders", "order_id,order_date,amount\n1,2026-01-01,5\n")]), SalesSection(), None) == {}
