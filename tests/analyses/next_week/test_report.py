from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from salesperf.analyses.next_week.compute import NextWeek, Pace, Task, Todo
from salesperf.analyses.next_week.report import TASK_WORDS, next_week_section
from salesperf.core.text import Lang, Text
from section_words import rows, said

ON = date(2026, 3, 27)
REVENUE = Text("net revenue", "销售净额")
OWED = Todo(Task.COLLECT, "Alder", Text("2 past due", "2 张逾期"), Decimal(70), date(2026, 4, 1))


@pytest.mark.parametrize(
    ("required", "gap", "words"),
    [
        (Decimal(500), Decimal(-1000), "Net revenue: each workday left of the period has to bring 500."),
        (Decimal(0), Decimal(10), "Net revenue: the target of the period is reached."),
        (None, Decimal(-1000), None),
    ],
)
def test_the_pace_is_said(required: Decimal | None, gap: Decimal, words: str | None) -> None:
    section = next_week_section(NextWeek(ON, Pace(REVENUE, required, gap), (OWED,), 0), lang=Lang.EN)

    assert said(section) == ([words] if words else [])


def test_each_thing_to_do_has_its_why_and_what_is_left_out_is_counted() -> None:
    section = next_week_section(NextWeek(ON, None, (OWED,), 4), lang=Lang.EN)

    assert rows(section, "next_week") == [("collect", "Alder", "2 past due", 70, date(2026, 4, 1))]
    assert said(section) == ["Not listed: 4 more, of less money."]


def test_nothing_to_do_is_said() -> None:
    section = next_week_section(NextWeek(ON, None, (), 0), lang=Lang.ZH)

    assert section.empty is not None
    assert section.empty.zh == "没有需要采取的行动"


def test_every_task_has_its_words() -> None:
    assert set(TASK_WORDS) == set(Task)
