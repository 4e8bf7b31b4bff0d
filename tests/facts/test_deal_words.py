from __future__ import annotations

import pytest

from salesperf.facts.deal_words import Outcome, outcomes
from salesperf.facts.section import SalesSection

WON, LOST, OPEN = Outcome.WON, Outcome.LOST, Outcome.OPEN


@pytest.mark.parametrize(
    ("outcome", "words"),
    [
        (
            WON,
            (
                "Won",
                "Closed Won",
                "closedwon",
                "Won - Signed",
                "Signed",
                "Order received",
                "6. Closed Won",
                "Closed: Won",
            ),
        ),
        (WON, ("赢单", "成交", "中标", "签约", "合同签订", "赢单100%", "5-赢单", "已成交（首单）")),
        (LOST, ("Closed Lost", "Closed - Lost", "Lost (price)", "Lost to competitor", "Abandoned", "Disqualified")),
        (LOST, ("丢单", "战败", "输单", "未中标", "客户流失", "流失", "放弃", "输单-价格", "战败：价格高")),
        (OPEN, ("进行中", "谈判中", "Negotiation", "3 - Proposal", "方案报价", "Proposal/Price Quote", "未成交")),
        (
            None,
            ("S7", "神秘", "Lost contact", "Signed NDA", "Success plan", "Win-back offer", "Closed", "已关闭", "中"),
        ),
    ],
)
def test_the_leading_word_of_a_status_or_stage_says_the_outcome(
    outcome: Outcome | None, words: tuple[str, ...]
) -> None:
    assert outcomes(words, section=SalesSection()) == dict.fromkeys(words, outcome)


def test_the_users_own_words_come_first() -> None:
    section = SalesSection(deal_won=("S7",), deal_lost=("Signed",), deal_open=("战败",))

    assert outcomes(["s7", "signed", "战败"], section=section) == {"s7": WON, "signed": LOST, "战败": OPEN}
