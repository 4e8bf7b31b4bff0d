from __future__ import annotations

from decimal import Decimal

from salesperf.analyses.decisions.compute import Decision, Rule
from salesperf.analyses.decisions.report import DECIDE, RULE_WORDS, decisions_section
from salesperf.core.text import Lang, Text
from salesperf.core.unit import Unit
from section_words import rows, said, table

WHY = Text("why", "原因")
SOURCES = {rule: (rule.value, Text(f"Section {rule.value}", f"章节 {rule.value}")) for rule in Rule}


def late(name: str) -> Decision:
    return Decision(Rule.LATE_ACTION, Text(name, name), WHY, 3, Unit.COUNT)


def test_every_line_says_the_rule_the_value_and_the_section_it_comes_from() -> None:
    owed = Decision(Rule.LONG_OVERDUE, Text("Alder", "Alder"), WHY, Decimal(70), Unit.MONEY, Decimal(70))

    section = decisions_section([owed, late("Call")], lang=Lang.EN, sources=SOURCES)

    assert said(section) == ["Rules ask for 2 decisions."]
    assert rows(section, "decisions") == [
        ("Alder", "stop deliveries or visit", "why", 70, 70, "Section long_overdue"),
        ("Call", "keep, move or drop", "why", 3, None, "Section late_action"),
    ]
    told = table(section, "decisions").rows
    assert [(row.section, row.cells[3].unit) for row in told] == [  # type: ignore[union-attr]
        ("long_overdue", Unit.MONEY),
        ("late_action", Unit.COUNT),
    ]


def test_one_sentence_says_how_many_more_there_are_of_which_kind_and_where_they_stand() -> None:
    owed = [Decision(Rule.LONG_OVERDUE, Text(name, name), WHY, 9, Unit.MONEY, Decimal(9)) for name in "AB"]

    section = decisions_section([*owed, late("C"), late("D")], lang=Lang.EN, sources=SOURCES, most=1)

    (told,) = said(section)
    assert told == (
        "Rules ask for 4 decisions; those with most money at stake are shown; 3 more are not: "
        "1 of long overdue (Section long_overdue), 2 of late actions (Section late_action)."
    )
    assert [row[0] for row in rows(section, "decisions")] == ["A"]


def test_at_most_ten_are_shown() -> None:
    section = decisions_section([late(str(number)) for number in range(12)], lang=Lang.EN, sources=SOURCES)

    assert len(rows(section, "decisions")) == 10


def test_one_decision_is_one_and_none_is_said() -> None:
    alone = decisions_section([late("A")], lang=Lang.ZH, sources=SOURCES)
    none = decisions_section([], lang=Lang.EN, sources=SOURCES)

    assert said(alone, Lang.ZH) == ["共有1项待决。"]
    assert none.empty is not None
    assert none.empty.en == "no rule asks for a decision"


def test_every_rule_has_its_words() -> None:
    assert set(DECIDE) == set(RULE_WORDS) == set(Rule)
