from __future__ import annotations

import pytest

from salesperf.facts.section import SalesSection
from salesperf.facts.words import LineKind, line_kinds

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
        ("on-hold", LineKind.OPEN),
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


@pytest.mark.parametrize("word", ["Open", "unpaid invoice"])
def test_unpaid_invoices_are_declared_by_their_own_word_or_by_their_kind(word: str) -> None:
    section = SalesSection(open=(word,))

    assert line_kinds(["unpaid invoice: Open"], section=section) == {"unpaid invoice: Open": LineKind.OPEN}
