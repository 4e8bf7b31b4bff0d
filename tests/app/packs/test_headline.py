"""`headline`: sentences made of the figures."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

import pytest

from salesperf.app.pack_plans.company import HeadlinePlan
from salesperf.app.packs.briefing import Briefing
from salesperf.app.packs.headline import headline
from salesperf.core.status import Status
from salesperf.report.model import Sentence

Briefed = Callable[..., Briefing]


PLAN = HeadlinePlan(kind="headline", metrics=("net_revenue", "orders"), movers=("team",), months=2)
WANTED = {"kind": "headline", "metrics": ["net_revenue", "orders"], "movers": ["team"]}


def _values(sentence: Sentence) -> dict[str, object]:
    return {name: cell.value for name, cell in sentence.values.items()}


def test_the_sentences_say_result_targets_lights_and_what_moved_it(briefed: Briefed) -> None:
    section = headline(briefed(WANTED), PLAN)

    assert section is not None
    first, to_date, teams, reps, moved = section.sentences
    said = "Net revenue {now}, {attained} of target, {prev} on the period before, {yoy} on last year."
    assert first.words.en == said
    assert _values(first) == {
        "now": Decimal(260),
        "attained": pytest.approx(260 / 300),
        "prev": pytest.approx(260 / 120 - 1),
        "yoy": pytest.approx(260 / 350 - 1),
    }
    # February and March together: 380 of 450.
    assert _values(to_date) == {"actual": Decimal(380), "target": Decimal(450), "attained": pytest.approx(380 / 450)}
    # In the year to date West Team has 90 of 150.
    assert {name: cell.value for name, cell in teams.values.items()} == {
        "all": 2,
        "red": 1,
        "name_1": "West Team",
        "all1": 2,
        "red1": 1,
        "name1_1": "West Team",
    }
    to_date_too = "year to date: {red1} of {all1} reps is red: {name1_1}."
    assert reps.words.en == f"{{red}} of {{all}} reps is red: {{name_1}}; {to_date_too}"
    assert {name: _values(reps)[name] for name in ("all", "red", "name_1")} == {
        "all": 2,
        "red": 1,
        "name_1": "Ivo Kranz",
    }
    assert reps.status is Status.RED
    # East fell from 300 to 210; West has 50 as before.
    assert moved.words.en == "What moved it most on last year, by team: {name1} down {by1}."
    assert _values(moved) == {"name1": "East Team", "by1": Decimal(90)}


def test_without_targets_nothing_is_said_of_them(briefed: Briefed) -> None:
    section = headline(briefed(WANTED, targets=False), PLAN)

    assert section is not None
    assert len(section.sentences) == 2
    assert "target" not in " ".join(sentence.words.en for sentence in section.sentences)


def test_of_metrics_that_the_files_do_not_tell_there_is_no_headline(briefed: Briefed) -> None:
    plan = HeadlinePlan(kind="headline", metrics=("gross_margin",))

    assert headline(briefed({"kind": "headline", "metrics": ["gross_margin"]}), plan) is None
