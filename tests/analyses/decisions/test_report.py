from __future__ import annotations

from decimal import Decimal

from salesperf.analyses.decisions.compute import Decision, Measured, Rule
from salesperf.analyses.decisions.report import DECIDE, RULE_WORDS, decisions_section
from salesperf.core.text import Lang, Text, same
from salesperf.core.unit import Unit
from section_words import rows, said, table

WHY, DAYS = Text("why", "原因"), Text("3 days late", "已逾期3天")
STAKE = (
    "At stake is what is missing to a target, what a customer owes that is past due, or what an open deal is worth; of "
    "actions no money is known."
)
SOURCES = {rule: (rule.value, Text(f"Section {rule.value}", f"章节 {rule.value}")) for rule in Rule}


def late(name: str) -> Decision:
    return Decision((Rule.LATE_ACTION,), Text(name, name), WHY, (Measured(DAYS),))


def test_every_line_says_the_rule_the_value_and_the_section_it_comes_from() -> None:
    owed = Decision((Rule.LONG_OVERDUE,), same("Alder"), WHY, (Measured(same("50 days")),), Decimal(70))

    section = decisions_section([owed, late("Call")], lang=Lang.EN, sources=SOURCES)

    assert said(section) == ["Rules ask for 2 decisions.", STAKE]
    assert rows(section, "decisions") == [
        ("Alder", "stop deliveries or visit", "why", "50 days", 70, "Section long_overdue"),
        ("Call", "keep, move or drop", "why", "3 days late", None, "Section late_action"),
    ]
    assert [row.section for row in table(section, "decisions").rows] == ["long_overdue", "late_action"]


def test_a_decision_of_two_rules_is_one_row_whose_numbers_say_what_they_are() -> None:
    measured = (
        Measured(Text("{value} of what was expected", "为预期的{value}"), 0.861, Unit.RATIO),
        Measured(Text("{value} probability", "达成概率{value}"), 0.004, Unit.CHANCE),
    )
    both = Decision((Rule.RED_FOR_WEEKS, Rule.OUT_OF_REACH), same("Ann"), WHY, measured, Decimal(5))

    (row,) = rows(decisions_section([both], lang=Lang.EN, sources=SOURCES), "decisions", "decide", "measured", "from")
    assert row == (
        "review: what keeps it back, and who helps; adjust the target or support it",
        "86.1% of what was expected; <1% probability",
        "Section red_for_weeks",
    )
    (chinese,) = rows(decisions_section([both], lang=Lang.ZH, sources=SOURCES), "decisions", "measured")
    assert chinese == ("为预期的86.1%；达成概率<1%",)


def test_without_money_nothing_is_said_of_what_is_at_stake() -> None:
    assert said(decisions_section([late("A"), late("B")], lang=Lang.EN, sources=SOURCES)) == [
        "Rules ask for 2 decisions."
    ]


def test_one_sentence_says_how_many_more_there_are_of_which_kind_and_where_they_stand() -> None:
    owed = [Decision((Rule.LONG_OVERDUE,), same(name), WHY, (), Decimal(9)) for name in "AB"]

    section = decisions_section([*owed, late("C"), late("D")], lang=Lang.EN, sources=SOURCES, most=1)

    told, stake = said(section)
    assert stake == STAKE
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
