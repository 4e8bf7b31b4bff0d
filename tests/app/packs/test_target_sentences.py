"""Sentences on targets: how far along a period is, what conditions leave without targets, and who is red."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
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
    # East has 210 of 250, 84 %; West 50 of 50; the year to date tells of February too, which has no target.
    rows = (
        "scope,name,metric,period,target",
        "region,East,net_revenue,2026-03,250",
        "region,West,net_revenue,2026-03,50",
    )
    (company / "targets.csv").write_text("\n".join(rows) + "\n", encoding="utf-8")

    said = _headline(briefed(WANTED)).sentences[-1]

    assert said.words.en.startswith("{red} of {all} targets by region is red: {name_1}; year to date: ")
    values = _values(said)
    assert [values[name] for name in ("all", "red", "name_1")] == [2, 1, "East"]


def test_those_who_lack_most_are_named_first(briefed: Briefed, company: Path) -> None:
    # East lacks 300 - 210 = 90, West 500 - 50 = 450: by the alphabet, or by the sheet, East would come first.
    rows = (
        "scope,name,metric,period,target",
        "region,East,net_revenue,2026-03,300",
        "region,West,net_revenue,2026-03,500",
    )
    (company / "targets.csv").write_text("\n".join(rows) + "\n", encoding="utf-8")

    said = _headline(briefed(WANTED)).sentences[-1]

    assert said.words.en.startswith("{red} of {all} targets by region are red: {name_1}, {name_2}; ")
    assert said.words.zh.startswith("{all}个区域目标中有{red}个为红灯：{name_1}、{name_2}；")
    assert [_values(said)[name] for name in ("name_1", "name_2")] == ["West", "East"]


def _by_quarter(company: Path, *, quarters: tuple[int, ...] = (1, 2, 3, 4)) -> None:
    """Regions with quarterly targets: East 400 and West 100 in each quarter, 500 together."""
    rows = [
        f"region,{name},net_revenue,2026-Q{quarter},{amount}"
        for quarter in quarters
        for name, amount in (("East", 400), ("West", 100))
    ]
    text = "\n".join(["scope,name,metric,period,target", *rows]) + "\n"
    (company / "targets.csv").write_text(text, encoding="utf-8")


def test_a_month_of_quarterly_targets_tells_its_quarter(briefed: Briefed, company: Path) -> None:
    _by_quarter(company)
    with (company / "orders.csv").open("a", encoding="utf-8") as sheet:
        sheet.write("10,2026-04-06,Ann,Mei Lin,East Team,East,Pump,100\n")
        sheet.write("11,2026-05-29,Ann,Mei Lin,East Team,East,Pump,60\n")

    longer = _headline(briefed(WANTED, period="2026-05")).sentences[1]

    assert longer.words.en.startswith("No target is of May 2026; of the longer Q2 2026 to date: {actual}")
    assert longer.words.zh.startswith("2026年5月没有单独的目标；所在的2026年第二季度累计：{actual}")
    # The quarter runs: it is held against all of its 500.
    assert {name: _values(longer)[name] for name in ("actual", "target")} == {"actual": 160, "target": 500}
    landing = next(
        one.words.en for one in _headline(briefed(WANTED, period="2026-05")).sentences if "pace" in one.words.en
    )
    assert landing.startswith("At this pace Q2 2026 comes to {landing}")


def test_a_landing_is_told_without_a_chance_too(briefed: Briefed, company: Path) -> None:
    # Without the orders of 2025 the weeks before are too few for a chance.
    file = company / "orders.csv"
    lines = [line for line in file.read_text(encoding="utf-8").splitlines() if ",2025-" not in line]
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")

    told = _headline(briefed(WANTED, as_of=date(2026, 3, 20))).sentences

    landing = next(one for one in told if "pace" in one.words.en)
    assert landing.words.en == "At this pace the period comes to {landing}."
    # 240 after 15 of 22 workdays.
    assert float(landing.values["landing"].value) == pytest.approx(240 * 22 / 15, abs=0.01)  # type: ignore[arg-type]


def test_a_quarter_that_is_the_year_to_date_is_told_as_that(briefed: Briefed, company: Path) -> None:
    # February and March come to 380, 76 % of 500: East 290 of 400, West 90 of 100.
    _by_quarter(company)

    march = _headline(briefed(WANTED))
    assert "of target" not in march.sentences[0].words.en
    # The first quarter is the year to date, and told once; 500 and 2,000 are its target and the year's.
    told = [sentence.words.en for sentence in march.sentences]
    assert told[1].startswith("No target is of March 2026; of the longer Q1 2026: {actual}")
    assert not any(said.startswith("Year to date") for said in told)
    assert _values(march.sentences[1]) == {"actual": 380, "attained": 0.76, "target": 500}
    assert told[2] == "Net revenue: {actual} of the full-year target of {target}, {attained}."
    assert _values(march.sentences[2]) == {"actual": 380, "target": 2000, "attained": 0.19}
    beside = {one.key: (one.label.en, one.cell.value) for one in march.tiles[0].beside}
    assert beside["target"] == ("target, Q1 2026", 500)
    assert beside["of_target"] == ("of target, Q1 2026", 0.76)


def test_without_targets_of_all_quarters_no_full_year_is_told(briefed: Briefed, company: Path) -> None:
    _by_quarter(company, quarters=(1, 2, 3))

    assert not any("full-year" in sentence.words.en for sentence in _headline(briefed(WANTED)).sentences)


def test_what_is_red_is_counted_in_the_period_and_in_the_year_to_date(briefed: Briefed, company: Path) -> None:
    # Of regions by month: East 210 of 250 in March is red; in the year to date East has 290 of 300, West 90 of 200.
    rows = [
        "scope,name,metric,period,target",
        *("region,East,net_revenue,2026-02,50", "region,West,net_revenue,2026-02,150"),
        *("region,East,net_revenue,2026-03,250", "region,West,net_revenue,2026-03,50"),
    ]
    (company / "targets.csv").write_text("\n".join(rows) + "\n", encoding="utf-8")

    said = _headline(briefed(WANTED)).sentences[-1]

    assert said.words.en == (
        "{red} of {all} targets by region is red: {name_1}; "
        "year to date: {red1} of {all1} targets by region is red: {name1_1}."
    )
    assert _values(said) == {"all": 2, "red": 1, "name_1": "East", "all1": 2, "red1": 1, "name1_1": "West"}
