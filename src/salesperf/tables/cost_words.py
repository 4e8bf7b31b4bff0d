"""What the words for a cost mean: was it spent on selling, on marketing, or on neither."""

from __future__ import annotations

import re
from enum import StrEnum

from salesperf.core.text import folded


class CostKind(StrEnum):
    """What money was spent on, as far as winning customers is concerned."""

    SALES = "sales"
    MARKETING = "marketing"
    NEITHER = "neither"


_PATTERNS = (
    (
        CostKind.SALES,
        r"销售费用|营业费用|销售部|业务部|selling expense|sales (expense|cost|team|department|dept|salar|staff)",
    ),
    (CostKind.MARKETING, r"市场费用|营销费用|市场部|营销部|品牌部|广告|marketing|advert"),
    (
        CostKind.NEITHER,
        (
            r"管理(费|人员|部|层|员工)|研发|财务|行政|人力资源|人事|生产|制造|车间|仓储|仓库|采购|售后|主营|营业成本|"
            r"销售成本|销货成本|产品成本|原材料|直接材料|折旧|摊销|房租|租金|物业|水电|办公|利息|税|\badmin|"
            r"\br ?& ?d\b|research|engineering|finance|accounting|\bhr\b|human resources|\bit\b|production|manufactur|"
            r"cost of (goods|sales|revenue)|\bcogs\b|raw material|depreciation|amorti[sz]ation|\brent(al)?\b|utilities|"
            r"interest|\btax(es)?\b|legal|insurance|office"
        ),
    ),
    (
        CostKind.MARKETING,
        (
            r"市场|营销|推广|宣传|投放|促销|展会|展览|会展|参展|品牌|公关|媒体|获客|引流|直通车|竞价|直播|市调|"
            r"\bads?\b|adwords|promotion|campaign|trade ?shows?|exhibition|\bevents?\b|sponsor|brand|\bpr\b|"
            r"public relations|\bseo\b|\bsem\b|\bppc\b|social media|lead gen|webinar|google|facebook|\bmeta\b|linkedin|"
            r"tiktok|\bbing\b|newsletter|\bagency\b|influencer|affiliate"
        ),
    ),
    (
        CostKind.SALES,
        (
            r"销售|业务|招待|差旅|提成|佣金|工资|薪|奖金|社保|公积金|客户|拜访|样品|礼品|"
            r"\bsales\b|selling|commission|salar|\bwages?\b|payroll|bonus|incentive|travel|entertain|hospitality|client|"
            r"customer|\bcrm\b|samples?\b|gifts?\b|business development|住宿|机票|车票|打车|餐费|油费|停车|过路费|"
            r"\bair ?fares?\b|\bflights?\b|\bhotels?\b|lodging|\bmileage\b|\btaxis?\b|\bmeals?\b"
        ),
    ),
)
"""In this order: what names sales or marketing outright, what belongs to another function, what is of its kind."""
_ACCOUNT = re.compile(r"(?:销售费用|营业费用|(?:selling|sales) (?:expense|cost)s?)[^\w]*(\w.*)")
"""An account of selling expenses, with what stands under it."""
_SPENDING = re.compile(r"cost|expens|spen[dt]|expenditure|outlay|费|支出|花费|消耗|投放|报销|开支", re.IGNORECASE)


def cost_kind(word: str) -> CostKind | None:
    """What a word for a cost means; None for one that nobody knows.

    What says that it belongs to another function (管理人员工资, rent) goes before what it is, unless it names sales or
    marketing outright (销售费用-办公费). What stands under selling expenses is selling, but for what is of marketing.

    >>> cost_kind("线上推广费"), cost_kind("Sales salaries"), cost_kind("管理人员工资"), cost_kind("Other")
    (<CostKind.MARKETING: 'marketing'>, <CostKind.SALES: 'sales'>, <CostKind.NEITHER: 'neither'>, None)
    """
    text = folded(word).casefold().replace("_", " ")
    found = _first(text)
    under = _ACCOUNT.search(text) if found is CostKind.SALES else None
    return CostKind.MARKETING if under and _first(under[1]) is CostKind.MARKETING else found


def _first(text: str) -> CostKind | None:
    return next((kind for kind, pattern in _PATTERNS if re.search(pattern, text)), None)


def speaks_of_spending(header: str) -> bool:
    """Whether a header says that money went out.

    >>> speaks_of_spending("费用金额"), speaks_of_spending("Ad Spend"), speaks_of_spending("Amount")
    (True, True, False)
    """
    return bool(_SPENDING.search(header))
