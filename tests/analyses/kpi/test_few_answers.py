from __future__ import annotations

from collections.abc import Callable

from salesperf.analyses.kpi.compute import Result
from salesperf.analyses.kpi.few_answers import few_answers
from salesperf.metrics.request import Request
from salesperf.tables.bundle import Bundle
from salesperf.tables.literal import bundle_of

Ask = Callable[..., Result]


def _answers(**by_rep: int) -> Bundle:
    rows = "".join(f"2026-03-02,{rep},csat,5,5\n" for rep, count in by_rep.items() for _ in range(count))
    return bundle_of([("surveys", "survey_date,rep_id,kind,score,scale\n" + rows)])


def _told(result: Result) -> list[str]:
    return [note.text.en for note in few_answers(result)]


def test_a_result_of_fewer_than_thirty_answers_is_told_with_their_number(answered: Ask) -> None:
    request = Request(metrics=("csat",))

    (told,) = _told(answered(request, _answers(R1=29)))
    assert told.startswith("fewer than 30 valid answers on satisfaction, so that chance may have moved the result: 29;")
    assert _told(answered(request, _answers(R1=30))) == []


def test_of_groups_those_with_few_answers_are_named(answered: Ask) -> None:
    (told,) = _told(answered(Request(metrics=("csat",), by=("rep",)), _answers(R1=40, R2=3)))

    assert "result: R2 (3);" in told


def test_the_total_is_told_too_and_of_many_groups_the_first(answered: Ask) -> None:
    many = {f"R{number}": 2 for number in range(8)}
    (told,) = _told(answered(Request(metrics=("csat",), by=("rep",)), _answers(**many)))

    assert "R0 (2), R1 (2), R2 (2), R3 (2), R4 (2), 4 more;" in told


def test_metrics_of_no_survey_rest_on_no_answers(answered: Ask) -> None:
    assert _told(answered(Request())) == []
