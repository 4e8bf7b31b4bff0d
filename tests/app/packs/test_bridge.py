"""`bridge`: what the change of a metric is made of."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

from salesperf.app.pack_plans.company import BridgePlan
from salesperf.app.packs.bridge import BOUGHT, LOST, SO_FAR, bridge, steps_by_size
from salesperf.app.packs.briefing import Briefing
from salesperf.app.packs.changes import Change
from salesperf.core.text import Text, keeping
from salesperf.report.figure import FigureKind
from salesperf.report.model import Cell, TableBlock

Briefed = Callable[..., Briefing]


def _rows(block: TableBlock) -> list[tuple[object, ...]]:
    return [tuple(cell.value for cell in row.cells if isinstance(cell, Cell)) for row in block.rows]


def test_customers_that_came_went_grew_and_shrank_lead_from_the_base_to_now(briefed: Briefed) -> None:
    section = bridge(briefed({"kind": "bridge"}), BridgePlan(kind="bridge"))

    assert section is not None
    assert _rows(section.blocks[0]) == [
        ("year before", None, Decimal(350)),
        ("customers that bought now, not then", 2, Decimal(80)),
        ("customers that bought then, not now", 1, Decimal(-200)),
        ("customers that grew", 1, Decimal(50)),
        ("customers that shrank", 1, Decimal(-20)),
        ("now", None, Decimal(260)),
    ]
    assert section.blocks[0].figures[0].kind is FigureKind.WATERFALL
    values = {name: cell.value for name, cell in section.sentences[0].values.items()}
    assert values == {"base": Decimal(350), "lost": Decimal(200), "gained": Decimal(80), "stayed": Decimal(30)}


def test_of_many_groups_the_largest_changes_are_shown_and_the_rest_is_one_step() -> None:
    changes = [_change("Pump", 80, 180), _change("Valve", 40, 20), _change("Hose", 10, 15), _change("Seal", 5, 5)]

    assert [(step.name.en, step.amount, step.count) for step in steps_by_size(changes, top=1)] == [
        ("Pump", Decimal(100), None),
        ("2 others", Decimal(-15), 2),
    ]
    assert [step.name.en for step in steps_by_size(changes, top=2)] == ["Pump", "Valve", "Hose"]


def _change(name: str, base: int, now: int) -> Change:
    return Change(name, name, Decimal(base), Decimal(now))


def test_the_groups_that_changed_most_are_named(briefed: Briefed) -> None:
    plan = BridgePlan(kind="bridge", by="product", against="prev", top=1)

    section = bridge(briefed({"kind": "bridge", "by": "product", "against": "prev"}), plan)

    assert section is not None
    # Pump: 80 in February, 180 in March; Valve: 40, then 80.
    assert _rows(section.blocks[0]) == [
        ("period before", Decimal(120)),
        ("Pump", Decimal(100)),
        ("Valve", Decimal(40)),
        ("now", Decimal(260)),
    ]
    sentence = section.sentences[0]
    assert (
        sentence.words.en == "{now} now, {base} in the period before: more from {up1} ({up1_by}) and {up2} ({up2_by})."
    )
    assert sentence.words.zh == "本期{now}，上期{base}：{up1}增加{up1_by}、{up2}增加{up2_by}。"
    assert [sentence.values[name].value for name in ("up1", "up1_by", "up2")] == ["Pump", Decimal(100), "Valve"]


def test_who_brought_less_is_named_after_who_brought_more(briefed: Briefed) -> None:
    section = bridge(briefed({"kind": "bridge", "by": "product"}), BridgePlan(kind="bridge", by="product"))

    assert section is not None
    # A year before: Pump 150, Valve 200; now 180 and 80.
    sentence = section.sentences[0]
    assert (
        sentence.words.en
        == "{now} now, {base} a year before: more from {up1} ({up1_by}), less from {down1} ({down1_by})."
    )
    assert [sentence.values[name].value for name in ("up1_by", "down1", "down1_by")] == [30, "Valve", 120]


def test_where_a_year_before_nothing_was_sold_the_period_before_is_the_base_and_it_is_said(
    briefed: Briefed, company: Path
) -> None:
    with (company / "orders.csv").open("a", encoding="utf-8") as orders:
        orders.write("10,2026-04-30,Ann,Mei Lin,East Team,East,Pump,200\n")

    section = bridge(briefed({"kind": "bridge"}, period="2026-04"), BridgePlan(kind="bridge"))

    assert section is not None
    # In April 2025 nobody bought; in March 2026 Ann for 150, Cas, Dee and Eve for 110.
    assert (section.key, section.title.en) == (
        "bridge-customer-prev",
        "Change by customer on the period before",
    )
    assert section.sentences[0].words.en.endswith("the base is the period before.")
    assert _rows(section.blocks[0])[0] == ("period before", None, Decimal(260))
    assert section.sentences[1].values["lost"].value == Decimal(110)


def test_without_a_base_there_is_no_bridge(briefed: Briefed) -> None:
    assert bridge(briefed({"kind": "bridge"}, period="2025-03"), BridgePlan(kind="bridge")) is None


def test_in_a_part_of_a_month_customers_that_have_not_bought_yet_are_not_called_lost(
    briefed: Briefed, company: Path
) -> None:
    # Without the order of 31 March the data end on Monday the 16th: Bob bought 200 by then a year before.
    file = company / "orders.csv"
    lines = [line for line in file.read_text(encoding="utf-8").splitlines() if not line.startswith("9,")]
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")

    section = bridge(briefed({"kind": "bridge"}), BridgePlan(kind="bridge"))

    assert section is not None
    steps = {row[0]: row[1:] for row in _rows(section.blocks[0])}
    assert steps["customers that bought then, not yet now"] == (1, Decimal(-200))
    assert not any("lost" in str(step) or "gained" in str(step) for step in steps)
    assert section.sentences[0].words.en.startswith("Of {base} in the same days a year before, {lost} was of customers")
    assert "not yet now" in section.sentences[0].words.en
    assert "流失" not in section.sentences[0].words.zh


def test_only_who_bought_nothing_for_a_whole_year_is_lost(briefed: Briefed, company: Path) -> None:
    with (company / "orders.csv").open("a", encoding="utf-8") as orders:
        orders.write("10,2024-01-01,Zed,Mei Lin,East Team,East,Pump,70\n")

    month = bridge(briefed({"kind": "bridge"}), BridgePlan(kind="bridge"))
    year = bridge(briefed({"kind": "bridge"}, period="2025"), BridgePlan(kind="bridge"))

    assert month is not None
    assert year is not None
    then = Text("a year before", "去年同期")
    words = (month.sentences[0].words, year.sentences[0].words)
    assert words == (keeping(BOUGHT.said, then=then), keeping(LOST.said, then=then))
    # Of 2024 Zed alone; in 2025 Ann, Bob and Cas, and no more Zed.
    assert _rows(year.blocks[0])[1:3] == [("customers gained", 3, Decimal(350)), ("customers lost", 1, Decimal(-70))]
    told = [text for words in (BOUGHT, SO_FAR) for text in (words.gained, words.lost, words.said)]
    assert not any("lost" in text.en.replace("{lost}", "") or "流失" in text.zh for text in told)
