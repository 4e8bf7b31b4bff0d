"""Sentences on targets: how far along a period is, what conditions leave without targets, and who is red."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from salesperf.app.pack_plans.company import HeadlinePlan
from salesperf.app.packs.briefing import Briefing
from salesperf.app.packs.headline import headline
from salesperf.report.model import Section, Sentence

Briefed = Callable[..., Briefing]
PLAN = HeadlinePlan(kind="headline", metrics=("net_revenue",), movers=(), months=2)
WANTED = {"kind": "headline", "metrics": ["net_revenue"]}


def _headline(briefing: Briefing) -> Section:
    found = headline(briefing, PLAN)
    assert found is not None
    return found


def _values(sentence: Sentence) -> dict[str, object]:
    return {name: cell.value for name, cell in sentence.values.items()}


def _runs_to_the_twentieth(company: Path) -> None:
    """Without the order of 31 March the data end on Friday 20 March: 15 of its 22 workdays are over."""
    file = company / "orders.csv"
    lines = [line for line in file.read_text(encoding="utf-8").splitlines() if not line.startswith("9,")]
    file.write_text("\n".join([*lines, "10,2026-03-20,Eve,Ivo Kranz,West Team,West,Valve,20\n"]), encoding="utf-8")


def test_while_a_period_runs_the_first_sentence_says_how_much_of_it_is_over(briefed: Briefed, company: Path) -> None:
    _runs_to_the_twentieth(company)

    first = _headline(briefed(WANTED)).sentences[0]

    assert "; {over} of the workdays are over, by which {expected} was to be reached." in first.words.en
    assert "；工作日已过{over}，至今应完成{expected}。" in first.words.zh
    values = _values(first)
    # 300 x 15 / 22 = 204.545454...
    assert values["over"] == pytest.approx(15 / 22)
    assert float(str(values["expected"])) == pytest.approx(204.55)


def test_a_period_that_is_over_says_nothing_of_it(briefed: Briefed) -> None:
    assert "over" not in _values(_headline(briefed(WANTED)).sentences[0])


def test_without_targets_a_running_period_is_not_over(briefed: Briefed, company: Path) -> None:
    _runs_to_the_twentieth(company)

    assert "the period is not over" in _headline(briefed(WANTED, targets=False)).sentences[0].words.en


def test_conditions_that_no_target_is_of_leave_no_attainment_and_say_so(briefed: Briefed) -> None:
    # Pumps of March: 150 + 30. They were held against the 300 of all sales, and red.
    section = _headline(briefed(WANTED, where=("product=Pump",)))

    first, why, *rest = section.sentences
    assert "target" not in first.words.en
    assert first.status is None
    assert why.words.en == "No target is of {conditions} alone: no attainment and no lights."
    assert _values(why) == {"conditions": "product=Pump"}
    assert rest == []
    assert {one.label.en for one in section.tiles[0].beside}.isdisjoint({"target", "of target"})


def test_targets_of_regions_have_their_sentence(briefed: Briefed, company: Path) -> None:
    # East has 210 of 250, 84 %; West 50 of 50.
    rows = (
        "scope,name,metric,period,target",
        "region,East,net_revenue,2026-03,250",
        "region,West,net_revenue,2026-03,50",
    )
    (company / "targets.csv").write_text("\n".join(rows) + "\n", encoding="utf-8")

    said = _headline(briefed(WANTED)).sentences[-1]

    assert said.words.en == "{red} of {all} targets by region is red: {names}."
    assert _values(said) == {"all": 2, "red": 1, "names": "East"}
