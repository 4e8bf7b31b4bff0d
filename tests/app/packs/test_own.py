from __future__ import annotations

from datetime import date
from pathlib import Path

from people_company import write_company
from salesperf.app.layers import Surroundings
from salesperf.app.packs.briefing import Briefing, Whom
from salesperf.app.packs.own import day_of, shows_reps, whose_of
from salesperf.app.report import Asked, briefed
from salesperf.app.workspace import Ask
from salesperf.facts.whose import Whose
from salesperf.metrics.request import Request

ANN, NORTH = Whom("rep", "R1", "Ann Ashby"), Whom("team", "North", "North")


def briefing(folder: Path, **question: object) -> Briefing:
    write_company(folder)
    asked = Asked("meeting", Request(**{"period": "2026-03", **question}))  # type: ignore[arg-type]
    return briefed(Ask((str(folder),), Surroundings(folder, {})), asked)[1]


def test_events_are_those_of_whom_the_report_is_under_the_conditions_asked(tmp_path: Path) -> None:
    told = briefing(tmp_path, where=("team=North",))

    assert whose_of(told) == Whose(where=("team=North",))
    assert whose_of(told.of(ANN)) == Whose("rep", "R1", ("team=North",))


def test_balances_are_of_the_last_day_of_the_period_that_the_data_reach(tmp_path: Path) -> None:
    over, going_on = briefing(tmp_path, period="2026-02"), briefing(tmp_path, period="2026")

    assert (day_of(over), day_of(going_on)) == (date(2026, 2, 28), date(2026, 3, 31))


def test_reps_are_named_but_on_the_page_of_one(tmp_path: Path) -> None:
    told = briefing(tmp_path)

    assert (shows_reps(told), shows_reps(told.of(NORTH)), shows_reps(told.of(ANN))) == (True, True, False)


def test_what_is_the_same_for_everybody_is_worked_out_once(tmp_path: Path) -> None:
    told, made = briefing(tmp_path), list[int]()

    def make() -> int:
        made.append(1)
        return len(made)

    assert [told.once("x", make), told.of(ANN).once("x", make), told.once("y", make)] == [1, 1, 2]
