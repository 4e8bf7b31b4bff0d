from __future__ import annotations

import pytest

from salesperf.facts.activity_kinds import ActivityKind, activity_kinds
from salesperf.facts.section import ActivityKinds

VISIT, CALL, OTHER = ActivityKind.VISIT, ActivityKind.CALL, ActivityKind.OTHER
PROPOSAL, FOLLOW_UP = ActivityKind.PROPOSAL, ActivityKind.FOLLOW_UP


def _kind(word: str, **own: tuple[str, ...]) -> ActivityKind | None:
    return activity_kinds([word], own=ActivityKinds(**own))[word]


@pytest.mark.parametrize(
    ("word", "kind"),
    [
        *(
            (word, VISIT)
            for word in ("拜访", "客户拜访", "上门", "上门回访", "Site Visit", "MEETING", "On-site", "首次走访")
        ),
        *(
            (word, CALL)
            for word in ("电话", "致电", "电话回访", "电话拜访", "Cold Call", "phone_call", "Telephone", "calls")
        ),
        *((word, PROPOSAL) for word in ("报价", "方案", "提交提案", "Proposal sent", "Quote")),
        *((word, FOLLOW_UP) for word in ("跟进", "回访", "报价跟进", "Follow-up", "follow up")),
        *(
            (word, OTHER)
            for word in (
                "微信沟通",
                "企业微信",
                "QQ",
                "QQ沟通",
                "钉钉",
                "微信",
                "邮件",
                "E-mail",
                "内部会议",
                "Internal call",
                "会议",
            )
        ),
        *((word, None) for word in ("X1", "recall", "supervisit")),
    ],
)
def test_words_of_both_languages_are_known(word: str, kind: ActivityKind | None) -> None:
    assert _kind(word) is kind


def test_what_the_user_declares_goes_first() -> None:
    assert _kind("Z1", visit=("z1",)) is VISIT
    assert _kind("电话拜访", visit=("电话拜访",)) is VISIT
    assert _kind("方案", other=("方案",)) is OTHER
