"""The order in which deals go through the stages of a file, and what tells it; never that of the alphabet."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from decimal import Decimal
from enum import StrEnum
from statistics import median

from msgspec import Struct

from salesperf.core.late import late
from salesperf.facts.deal_words import speaking
from salesperf.tables.line_words import word_key

_SEQUENCE = (
    "lead", "线索", "潜在客户", "prospect", "new", "新建", "prospecting", "contacted", "initial contact",
    "contact made", "初步接触", "初步接洽", "初次接触", "接触", "初步沟通", "初期沟通", "appointment scheduled",
    "meeting scheduled", "meeting", "验证客户", "qualification", "qualify", "qualifying", "qualified", "意向",
    "意向客户", "engaging", "qualified to buy", "立项", "立项评估", "discovery", "发现需求", "需求调研",
    "needs analysis", "需求分析", "需求确认", "demo scheduled", "presentation scheduled", "demo", "产品演示",
    "方案演示", "develop", "value proposition", "价值建议", "id. decision makers", "确认决策人",
    "decision maker bought-in", "perception analysis", "方案", "方案制定", "propose", "proposal made",
    "proposal", "proposal/price quote", "proposal/quote", "方案报价", "方案/报价", "提交方案", "quote",
    "quotation", "报价", "quoted", "已报价", "proposal sent", "quote sent", "trial", "poc", "试用", "样品测试",
    "evaluation", "评估", "方案评估", "投标", "招投标", "review", "negotiations started", "negotiating",
    "negotiation", "negotiations", "negotiation/review", "谈判", "商务谈判", "谈判审核", "谈判/复审",
    "合同谈判", "decision", "verbal", "verbal commit", "commit", "合同评审", "合同审批", "contract",
    "contract sent", "待签", "待签约", "待成交",
)  # fmt: skip
"""Names that stages have in common systems, from the first to the last."""
_PLACE = {word_key(word): place for place, word in enumerate(_SEQUENCE)}
_NUMBER = late(
    r"(?:s|stage|阶段)?\s*(\d+(?:\.\d+)?)\s*%?(?:\s*[.)、:：\-–—]\s*|\s+|(?=[\u4e00-\u9fff]))\S", re.IGNORECASE
)
_NUMBER_ALONE = late(r"(?:s|stage|阶段)\s*(\d+)", re.IGNORECASE)


class OrderBy(StrEnum):
    """What tells the order of stages."""

    NUMBER = "number"
    """Numbers before their names."""
    PROBABILITY = "probability"
    """The median probability of their deals."""
    NAME = "name"
    """Where systems usually have stages of these names: a guess."""
    NOTHING = "nothing"
    """Nothing tells it: the stages are as they were given."""


class StageOrder(Struct, frozen=True):
    """Stages from the first to the last; `unplaced` are those at the end of which a guess knows nothing."""

    stages: tuple[str, ...]
    by: OrderBy
    unplaced: tuple[str, ...] = ()


def stage_order(stages: Sequence[str], probabilities: Mapping[str, Sequence[Decimal]]) -> StageOrder:
    """The stages in order: by their numbers, else by the probabilities of their deals, else by their names.

    >>> stage_order(("Negotiation", "Proposal"), {}).stages
    ('Proposal', 'Negotiation')
    """
    numbers = {stage: number for stage in stages if (number := _number(stage)) is not None}
    if len(numbers) == len(set(numbers.values())) == len(stages):
        return StageOrder(tuple(sorted(stages, key=numbers.__getitem__)), OrderBy.NUMBER)
    likely = {stage: median(probabilities[stage]) for stage in stages if probabilities.get(stage)}
    if len(likely) == len(set(likely.values())) == len(stages):
        return StageOrder(tuple(sorted(stages, key=likely.__getitem__)), OrderBy.PROBABILITY)
    places = {stage: place for stage in stages if (place := _PLACE.get(speaking(stage))) is not None}
    if len(places) < min(2, len(stages)) or len(set(places.values())) < len(places):
        return StageOrder(tuple(stages), OrderBy.NOTHING)
    unplaced = tuple(stage for stage in stages if stage not in places)
    return StageOrder((*sorted(places, key=places.__getitem__), *unplaced), OrderBy.NAME, unplaced)


def _number(stage: str) -> Decimal | None:
    found = _NUMBER.match(stage.strip()) or _NUMBER_ALONE.fullmatch(stage.strip())
    return None if found is None else Decimal(found[1])
