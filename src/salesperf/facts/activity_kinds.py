"""What kind of activity a word of the export means: a visit, a call, a proposal, a follow-up, or none of these."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from enum import StrEnum

from salesperf.core.late import late
from salesperf.facts.section import ActivityKinds
from salesperf.tables.line_words import word_key


class ActivityKind(StrEnum):
    """A kind of activity that is counted by itself; `OTHER` counts among all activities only."""

    VISIT = "visit"
    CALL = "call"
    PROPOSAL = "proposal"
    FOLLOW_UP = "follow_up"
    OTHER = "other"


_WORDS: Mapping[ActivityKind, tuple[str, ...]] = {
    ActivityKind.VISIT: ("meeting", "customer meeting", "client meeting", "f2f", "face to face", "in person",
                            "appointment"),
    ActivityKind.OTHER: (
        "email", "e-mail", "mail", "wechat", "sms", "text message", "linkedin", "whatsapp", "note", "task", "todo",
        "to do", "event", "demo", "lunch", "deadline", "other", "others", "training", "webinar", "online meeting",
        "video meeting", "fax", "chat", "message", "letter", "conference", "trade show",
        "邮件", "电子邮件", "微信", "短信", "企业微信", "钉钉", "任务", "备注", "其他", "其它", "会议", "培训", "演示",
        "产品演示", "日程", "线上会议", "视频会议", "聚餐", "宴请", "传真", "展会", "活动", "记录", "qq", "信函",
    ),
}  # fmt: skip
_HOLDS: tuple[tuple[ActivityKind, re.Pattern[str]], ...] = tuple(
    (kind, late(pattern))
    for kind, pattern in (
        (ActivityKind.OTHER, r"\binternal\b|内部"),
        (
            ActivityKind.CALL,
            r"\b(?:phone|telephone|tele)?\s?(?:call|calls|called|phone|telephone|dial)\b|电话|致电|通话|外呼",
        ),
        (
            ActivityKind.VISIT,
            r"\bvisit(?:s|ed)?\b|\bon-?\s?site\b|拜访|陌拜|巡店|访店|扫街|上门|走访|登门|面谈|面访|到访|实地|现场",
        ),
        (ActivityKind.FOLLOW_UP, r"\bfollow(?:ed)?[- ]?ups?\b|\bcheck[- ]?in\b|跟进|回访|随访|跟踪"),
        (
            ActivityKind.PROPOSAL,
            r"\b(?:proposal|quote|quotation|bid|tender|offer|estimate)s?\b|报价|方案|提案|标书|投标|建议书",
        ),
        (ActivityKind.OTHER, r"(?<![a-z])(?:we-?chat|we-?com|qq)(?![a-z])|微信|企微|钉钉|飞书|短信|邮件"),
    )
)
"""What a word holds, the first that fits: 电话回访 is a call, 上门回访 a visit, 报价跟进 a follow-up, 微信沟通
none of these."""


def activity_kinds(words: Iterable[str], *, own: ActivityKinds) -> Mapping[str, ActivityKind | None]:
    """The kind that each word means, the user's `own` first; None for a word nobody knows.

    >>> from salesperf.facts.section import ActivityKinds
    >>> list(activity_kinds(["客户拜访", "Cold Call", "方案", "邮件", "X1"], own=ActivityKinds()).values())[::2]
    [<ActivityKind.VISIT: 'visit'>, <ActivityKind.PROPOSAL: 'proposal'>, None]
    """
    declared = {word_key(word): kind for kind in ActivityKind for word in getattr(own, kind.value)}
    known = {word_key(word): kind for kind, listed in _WORDS.items() for word in listed} | declared
    return {word: known.get(word_key(word)) or _held_by(word_key(word)) for word in words}


def _held_by(word: str) -> ActivityKind | None:
    return next((kind for kind, pattern in _HOLDS if pattern.search(word)), None)
