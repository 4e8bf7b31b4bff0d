"""The words of a deal's status or stage: which say that it was won or lost, and which that it goes on."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from enum import StrEnum

from salesperf.core.late import late
from salesperf.facts.section import SalesSection
from salesperf.tables.line_words import word_key

__all__ = ["Outcome", "outcomes", "speaking", "undecided"]


class Outcome(StrEnum):
    """What became of a deal."""

    WON = "won"
    LOST = "lost"
    OPEN = "open"


_WORDS: dict[Outcome, tuple[str, ...]] = {
    Outcome.WON: (
        "won", "closed won", "closedwon", "closed-won", "close won", "win", "signed", "success", "successful",
        "deal won", "contract signed", "order received", "order placed", "order won", "po received",
        "purchase order received", "awarded", "contract awarded",
        "赢单", "已赢单", "赢", "成交", "已成交", "签约", "已签约", "签约成功", "成功签约", "合同签订", "签订合同",
        "合同已签", "合同已签订", "已签合同", "已签订", "签单", "已签单", "签单成功", "成功", "中标", "已中标",
        "赢单关闭", "赢单结束", "赢得", "已下单", "成单", "已成单", "合同签署", "合同已签署",
    ),
    Outcome.LOST: (
        "lost", "closed lost", "closedlost", "closed-lost", "close lost", "lose", "loss", "deal lost", "canceled",
        "cancelled", "out-sold", "abandoned", "disqualified", "no decision", "rejected", "declined", "dead",
        "withdrawn", "not won", "not awarded", "lost deal",
        "输单", "已输单", "输", "丢单", "已丢单", "失败", "流失", "已流失", "客户流失", "无效", "取消", "已取消",
        "战败", "已战败", "未中标", "落标", "失标", "丢标", "放弃", "已放弃", "客户放弃", "客户取消", "项目取消",
        "丢单关闭", "输单关闭", "丢单结束", "输单结束", "无效关闭",
        "已失败", "失单", "已失单", "终止", "已终止", "项目终止", "废标",
    ),
    Outcome.OPEN: (
        "open", "in progress", "ongoing", "active", "new", "pending", "on hold", "won pending", "pipeline",
        "prospect", "prospecting", "qualification", "qualified", "qualify", "qualifying", "needs analysis",
        "discovery", "demo", "value proposition", "id. decision makers", "perception analysis", "proposal", "quote",
        "quotation", "quoted", "proposal/price quote", "proposal/quote", "negotiation", "negotiating",
        "negotiation/review", "negotiations", "contract sent", "contract", "evaluation", "engaging", "develop",
        "propose", "lead", "contacted", "contact made", "initial contact", "meeting", "meeting scheduled",
        "demo scheduled", "appointment scheduled", "qualified to buy", "presentation scheduled",
        "decision maker bought-in", "proposal made", "proposal sent", "quote sent", "negotiations started", "commit",
        "verbal commit", "verbal", "trial", "poc", "review", "decision",
        "未成交", "打开", "新建", "初步接触", "初步接洽", "初步沟通", "初次接触", "接触", "需求分析", "需求确认",
        "需求调研",
        "发现需求", "方案", "方案报价", "方案/报价", "报价", "已报价", "方案制定", "方案评估", "方案演示", "产品演示",
        "提交方案", "商务谈判", "谈判", "谈判审核", "谈判/复审", "合同审批", "合同评审", "合同谈判", "招投标", "投标",
        "立项", "立项评估", "验证客户", "意向客户", "意向", "初期沟通", "价值建议", "确认决策人", "待签约", "待签",
        "待成交", "待定", "暂停", "搁置", "样品测试", "试用", "评估", "跟进", "未成单", "未签约", "待跟进", "未结单",
        "潜在客户", "线索",
    ),
}  # fmt: skip
_MEANS = {word_key(word): outcome for outcome, words in _WORDS.items() for word in words}
_UNDECIDED = frozenset(
    map(
        word_key,
        (
            "canceled", "cancelled", "abandoned", "disqualified", "no decision", "withdrawn", "dead",
            "无效", "无效关闭", "取消", "已取消", "客户取消", "项目取消", "终止", "已终止", "项目终止", "废标",
        ),
    )
)  # fmt: skip
"""Words of deals that nobody else won: some count them among the lost, some leave them out of the win rate."""
_BETWEEN = late(r"[,，;；、/|:：()（）\[\]【】–—>]+|\s-+\s|(?<=[\u4e00-\u9fff])-+|-+(?=[\u4e00-\u9fff])")
_NUMBERING = late(r"^(?:s|stage|阶段)?\s*\d+(?:\.\d+)?\s*%?\s*[.)、:：\-–—]*\s*", re.IGNORECASE)
_SHARE = late(r"\s*\d+(?:\.\d+)?\s*%$")
_WHY = late(r"(closed[- ]?won|closed[- ]?lost|won|lost) (?:to|due|because|on|against|by|for|as|after)\b")
_CLOSED = frozenset(("closed", "close", "关闭", "已关闭", "结单", "已结单", "完成", "已完成"))


def outcomes(words: Iterable[str], *, section: SalesSection) -> Mapping[str, Outcome | None]:
    """The outcome each status or stage word means; None for a word nobody declared. The user's own words come first."""
    listed = ((Outcome.WON, section.deal_won), (Outcome.LOST, section.deal_lost), (Outcome.OPEN, section.deal_open))
    own = {word_key(word): outcome for outcome, said in listed for word in said}
    return {word: own.get(word_key(word)) or _outcome(word) for word in words}


def undecided(words: Iterable[str], *, section: SalesSection) -> tuple[str, ...]:
    """The words taken as lost that may say of a deal that it never came to a decision; not those the user declared."""
    own = {word_key(word) for said in (section.deal_won, section.deal_lost, section.deal_open) for word in said}
    return tuple(word for word in words if word_key(word) not in own and speaking(word) in _UNDECIDED)


def _outcome(word: str) -> Outcome | None:
    """The outcome of a word as a whole, else of its leading part: `Lost (price)`, `Closed - Won`, `6. 赢单 100%`."""
    said = speaking(word)
    if said in _MEANS:
        return _MEANS[said]
    return Outcome.OPEN if len(said) > 1 and said.endswith("中") else None


def speaking(word: str) -> str:
    """The part of a word that says what became of a deal."""
    key = word_key(word)
    bare = _SHARE.sub("", _NUMBERING.sub("", key)) or key
    whole = next((one for one in (key, bare) if one in _MEANS), None)
    if whole is not None:
        return whole
    parts = [part.strip() for part in _BETWEEN.split(bare) if part.strip()]
    if len(parts) > 1 and parts[0] in _CLOSED:
        parts = parts[1:]
    leading = parts[0] if parts else bare
    why = None if leading in _MEANS else _WHY.match(leading)
    return leading if why is None else why[1]
