"""The words of an action's status: done, dropped, or still to do."""

from __future__ import annotations

from enum import StrEnum

from salesperf.tables.line_words import word_key


class ActionState(StrEnum):
    """Where an action stands."""

    OPEN = "open"
    DONE = "done"
    DROPPED = "dropped"


_WORDS = {
    ActionState.DONE: (
        "done", "closed", "complete", "completed", "finished", "resolved", "yes", "ok", "100%",
        "完成", "已完成", "已完结", "完结", "关闭", "已关闭", "结束", "已结束", "已解决", "已落实", "是",
    ),
    ActionState.DROPPED: (
        "dropped", "cancelled", "canceled", "withdrawn", "abandoned", "obsolete", "no longer needed",
        "取消", "已取消", "作废", "已作废", "终止", "已终止", "放弃", "不再执行",
    ),
    ActionState.OPEN: (
        "open", "new", "to do", "todo", "to-do", "not started", "started", "in progress", "ongoing", "in work",
        "pending", "waiting", "blocked", "on hold", "late", "overdue", "delayed", "no", "0%",
        "进行中", "未完成", "未开始", "待办", "待处理", "处理中", "新建", "推进中", "跟进中", "延期", "已延期", "逾期",
        "已逾期", "暂停", "搁置", "未落实", "否",
    ),
}  # fmt: skip
_MEANS = {word_key(word): state for state, words in _WORDS.items() for word in words}


def action_state(word: str) -> ActionState | None:
    """What a status word says; None of a word that nobody knows.

    >>> action_state("已完成"), action_state("In progress"), action_state("??")
    (<ActionState.DONE: 'done'>, <ActionState.OPEN: 'open'>, None)
    """
    return _MEANS.get(word_key(word))
