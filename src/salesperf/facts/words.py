"""Status words: what an export's own words say about an order line or a deal."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import StrEnum

from salesperf.facts.section import SalesSection
from salesperf.tables.line_words import LineKind, kind_of_word, word_key

__all__ = ["LineKind", "Outcome", "line_kinds", "outcomes"]


class Outcome(StrEnum):
    """What became of a deal."""

    WON = "won"
    LOST = "lost"
    OPEN = "open"


_DEAL_WORDS: dict[Outcome, tuple[str, ...]] = {
    Outcome.WON: (
        "won", "closed won", "closedwon", "closed - won", "win", "signed", "success",
        "赢单", "已赢单", "成交", "已成交", "签约", "已签约", "合同签订", "成功",
    ),
    Outcome.LOST: (
        "lost", "closed lost", "closedlost", "closed - lost", "lose", "canceled", "cancelled", "out-sold",
        "输单", "已输单", "丢单", "已丢单", "失败", "流失", "无效", "取消", "已取消",
    ),
    Outcome.OPEN: ("open", "in progress", "ongoing", "active", "进行中", "跟进中", "未成交", "打开"),
}  # fmt: skip


def line_kinds(words: Iterable[str], *, section: SalesSection) -> Mapping[str, LineKind | None]:
    """The kind each status word means; None for a word nobody declared."""
    own: dict[LineKind, tuple[str, ...]] = {
        LineKind.SOLD: section.sold,
        LineKind.RETURNED: section.returned,
        LineKind.CANCELLED: section.cancelled,
        LineKind.OPEN: section.open,
    }
    declared = {word_key(word): kind for kind, listed in own.items() for word in listed}
    return {word: declared.get(word_key(word)) or kind_of_word(word) for word in words}


def outcomes(words: Iterable[str]) -> Mapping[str, Outcome | None]:
    """The outcome each status or stage word means; None for a word nobody declared."""
    declared = {word_key(word): outcome for outcome, listed in _DEAL_WORDS.items() for word in listed}
    return {word: declared.get(word_key(word)) for word in words}
