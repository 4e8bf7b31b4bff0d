from __future__ import annotations

import polars as pl

from salesperf.engine import collect
from salesperf.facts.events import Events
from salesperf.facts.section import SalesSection
from salesperf.facts.subject import Subject
from salesperf.facts.surveys import surveys
from salesperf.tables.literal import bundle_of

LONG = (
    "survey_date,customer_id,kind,score,scale\n"
    "2026-03-02,C1,满意度,5,5\n2026-03-03,C2,csat,4,5\n2026-03-04,C3,csat,9,10\n2026-03-05,C4,csat,3,\n"
    "2026-03-06,C5,csat,6,5\n2026-03-07,C6,csat,80,100\n2026-03-08,C7,csat,,5\n"
    "2026-03-02,C1,NPS,9,10\n2026-03-03,C2,NPS,6,\n2026-03-04,C3,NPS,8,10\n2026-03-05,C4,NPS,11,\n"
    "2026-03-06,C5,NPS,5,5\n2026-03-07,C6,CES,3,\n,C7,NPS,9,\n2026-03-09,C8,,9,\n"
)
COLUMNS = ("csat_answer", "satisfied", "nps_answer", "promoter", "detractor")


def _events(text: str, **said: int) -> Events:
    return surveys(bundle_of([("surveys", text)]), SalesSection(**said), None)[Subject.SURVEYS]


def _sums(events: Events) -> dict[str, int]:
    lines = collect(events.lines)
    return {name: lines[name].sum() for name in COLUMNS if name in lines.columns}


def test_answers_are_counted_on_their_scale_by_their_question() -> None:
    events = _events(LONG)

    # 5 and 4 of 5, 9 of 10, and 3 of the 5 that the answer without a scale shows; 9, 6 and 8 of 10.
    assert _sums(events) == {"csat_answer": 4, "satisfied": 3, "nps_answer": 3, "promoter": 1, "detractor": 1}


def test_what_is_not_counted_is_told() -> None:
    assert [(one.code, one.count, one.value) for one in _events(LONG).findings] == [
        ("F550", 1, None),
        ("F551", 2, "6"),
        ("F551", 2, "11"),
        ("F552", 2, None),
    ]
    messages = [one.message for one in _events(LONG).findings]
    assert messages[1] == "2 scores lie outside the scale, not counted: 6 of 5, 80 of 100"
    assert messages[2] == "2 scores lie outside the scale, not counted: 11 of 10, 5 of 5"
    assert messages[3].endswith("not counted: no kind (1 answer), 'CES' (1 answer)")


def test_a_score_outside_names_its_row_where_rows_have_places() -> None:
    bundle = bundle_of([("surveys", "survey_date,kind,score\n2026-03-02,csat,5\n2026-03-03,csat,50\n")])
    table = bundle.tables["surveys"]
    placed = table.frame.with_columns(
        pl.lit("a.csv").cast(pl.Categorical).alias("_file"),
        pl.lit(None, dtype=pl.Categorical).alias("_sheet"),
        pl.Series("_row", [2, 3], dtype=pl.UInt32),
    )
    (fault,) = surveys(
        type(bundle)({"surveys": type(table)("surveys", placed, table.mapped, table.data_through)}),
        SalesSection(),
        None,
    )[Subject.SURVEYS].findings

    assert (fault.where.file, fault.where.row, fault.where.column) == ("a.csv", 3, "csat_score")
    assert "50 of 5 (row 3)" in fault.message


def test_columns_for_each_question_need_no_kind() -> None:
    wide = "survey_date,csat_score,nps_score\n2026-03-02,5,10\n2026-03-03,4,\n2026-03-04,,2\n2026-03-05,2,7\n"

    assert _sums(_events(wide)) == {"csat_answer": 3, "satisfied": 2, "nps_answer": 3, "promoter": 1, "detractor": 1}


def test_a_column_named_after_satisfaction_holds_what_the_kind_says() -> None:
    text = "survey_date,kind,csat_score\n2026-03-02,满意度,5\n2026-03-02,NPS,10\n"

    assert _sums(_events(text)) == {"csat_answer": 1, "satisfied": 1, "nps_answer": 1, "promoter": 1, "detractor": 0}


def test_scores_without_any_kind_are_of_satisfaction() -> None:
    events = _events("survey_date,score\n2026-03-02,5\n2026-03-03,3\n")

    assert _sums(events) == {"csat_answer": 2, "satisfied": 1}
    assert not events.has("nps_answer")


def test_the_scale_may_be_said_and_only_a_scale_of_ten_has_a_zero() -> None:
    text = "survey_date,kind,score\n2026-03-02,csat,5\n2026-03-03,csat,0\n2026-03-03,csat,4\n"

    assert _sums(_events(text)) == {"csat_answer": 2, "satisfied": 2}
    assert _sums(_events(text, csat_scale=10)) == {"csat_answer": 3, "satisfied": 0}


def test_questions_that_nobody_was_asked_are_not_measured() -> None:
    events = _events("survey_date,kind,score\n2026-03-02,csat,5\n")

    assert events.has("csat_answer")
    assert not events.has("nps_answer")


def test_a_scale_that_nobody_knows_is_told_with_the_scores() -> None:
    (fault,) = _events("survey_date,kind,score\n2026-03-02,csat,95\n").findings

    assert fault.message == "1 score lies outside the scale, not counted: 95 of no known scale"
