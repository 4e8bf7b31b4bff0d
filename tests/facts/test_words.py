from __future__ import annotations

import pytest

from salesperf.facts.section import SalesSection
from salesperf.facts.words import LineKind, Outcome, line_kinds, outcomes

NOTHING_SAID = SalesSection()


@pytest.mark.parametrize(
    ("word", "kind"),
    [
        ("Completed", LineKind.SOLD),
        ("PAID", LineKind.SOLD),
        ("交易成功", LineKind.SOLD),
        ("已付款", LineKind.SOLD),
        ("Refunded", LineKind.RETURNED),
        ("credit  note", LineKind.RETURNED),
        ("Credit_Note", LineKind.RETURNED),
        ("退款成功", LineKind.RETURNED),
        ("Canceled", LineKind.CANCELLED),
        ("VOID", LineKind.CANCELLED),
        ("交易关闭", LineKind.CANCELLED),
        (" 作废 ", LineKind.CANCELLED),
        ("On Hold", LineKind.OPEN),
        ("待付款", LineKind.OPEN),
        ("ｐｅｎｄｉｎｇ", LineKind.OPEN),
        ("7", None),
        ("神秘状态", None),
    ],
)
def test_a_status_word_says_the_kind_of_a_line(word: str, kind: LineKind | None) -> None:
    assert line_kinds([word], section=NOTHING_SAID) == {word: kind}


def test_the_users_own_words_win() -> None:
    section = SalesSection(cancelled=("Shipped",), sold=("7",))

    assert line_kinds(["shipped", "7", "paid"], section=section) == {
        "shipped": LineKind.CANCELLED,
        "7": LineKind.SOLD,
        "paid": LineKind.SOLD,
    }


@pytest.mark.parametrize(
    ("word", "outcome"),
    [
        ("Won", Outcome.WON),
        ("Closed Won", Outcome.WON),
        ("closedwon", Outcome.WON),
        ("赢单", Outcome.WON),
        ("Closed Lost", Outcome.LOST),
        ("丢单", Outcome.LOST),
        ("进行中", Outcome.OPEN),
        ("Negotiation", None),
    ],
)
def test_a_stage_word_says_the_outcome_of_a_deal(word: str, outcome: Outcome | None) -> None:
    assert outcomes([word]) == {word: outcome}
