"""Metric names as people write them in target sheets, and the metric each stands for.

Names of the metric catalog and of the user's own metrics are added by whoever reads with them at hand.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from salesperf.core.late import late
from salesperf.core.text import folded
from salesperf.tables.header_words import name_words

WORDS: Mapping[str, tuple[str, ...]] = {
    "net_revenue": (
        "net revenue", "revenue", "revenues", "sales", "net sales", "sales revenue", "sales amount", "sales value",
        "sales volume value", "turnover", "income", "销售额", "销售", "销售收入", "营收", "营业收入", "收入", "业绩",
        "销售业绩", "净销售额", "营业额", "销售金额", "成交额", "成交金额", "任务额", "销售任务额", "销售净额",
        "流水",
    ),
    "gross_revenue": ("gross revenue", "gross sales", "毛销售额", "总销售额", "销售总额"),
    "orders": (
        "orders", "order", "number of orders", "order count", "订单数", "订单量", "单量", "订单", "成交单数", "单数",
    ),
    "units": (
        "units", "quantity", "volume", "sales volume", "units sold", "销量", "数量", "销售数量", "件数", "销售量",
    ),
    "aov": ("aov", "average order value", "客单价", "笔单价", "平均订单金额"),
    "gross_profit": ("gross profit", "profit", "毛利", "毛利额", "毛利润", "利润"),
    "gross_margin": ("gross margin", "margin", "gross margin rate", "毛利率"),
    "new_customers": (
        "new customers", "new customer", "new accounts", "new logos", "new clients", "new customer count", "新客户数",
        "新客户", "新增客户", "新增客户数", "新客数", "新客", "新开客户数", "新开客户", "新客户数量", "拓新",
        "开发新客户",
    ),
    "active_customers": ("active customers", "active accounts", "活跃客户数", "活跃客户", "成交客户数", "客户数"),
    "retention_rate": ("retention", "retention rate", "customer retention", "留存率", "客户留存率", "客户保留率"),
    "repeat_rate": ("repeat rate", "repurchase rate", "复购率"),
    "return_rate": ("return rate", "退货率"),
    "received": (
        "collections", "collection", "cash collected", "cash received", "receipts", "payments", "cash", "回款",
        "回款额",
        "回款金额", "收款", "收款额", "收款金额", "实收", "到款", "到款额", "到账金额", "现金回款",
    ),
    "collection_rate": ("collection rate", "回款率", "收款率"),
    "new_deals": ("new deals", "new opportunities", "新增商机", "新增商机数", "商机数"),
    "won_deals": ("won deals", "deals won", "赢单数", "赢单", "签单数", "成单数"),
    "win_rate": ("win rate", "赢单率", "成交率", "成单率"),
    "new_leads": ("leads", "new leads", "线索数", "新增线索", "新增线索数", "线索"),
    "completed_visits": (
        "visits", "completed visits", "customer visits", "拜访", "拜访量", "拜访次数", "拜访数", "客户拜访",
    ),
    "calls": ("calls", "phone calls", "电话量", "电话数", "通话次数", "外呼量"),
    "proposals": ("proposals", "quotes", "报价数", "方案数"),
    "csat": ("csat", "customer satisfaction", "客户满意度", "满意度"),
    "nps": ("nps", "net promoter score", "净推荐值"),
}  # fmt: skip
"""Each metric key with its names; the first match of a whole name counts, never a part of one."""
SCALED = frozenset({"net_revenue", "gross_revenue", "gross_profit", "received", "returned_amount"})
"""Metrics that a sheet in 万元 or thousands tells in them; counts, prices and rates are told as they are."""
IN_POINTS = frozenset({"nps"})
"""Metrics told in points, of which a hundred are a whole: 50 is 0.5, and a target above one is told so."""
ADDING = SCALED | {
    "orders", "units", "new_customers", "new_deals", "won_deals", "new_leads", "completed_visits", "calls", "proposals",
}  # fmt: skip
"""Metrics whose months add up to a quarter; prices, rates and numbers of active customers do not."""
_ABOUT_TARGETS = late(
    r"(?<![a-z])(?:target|quota|goal|plan|budget|objective)s?(?![a-z])|目标值?|任务(?!额)|指标值?|计划|预算|考核"
)
_PLAIN = frozenset({"", "base", "基本", "基础", "amount", "value", "金额", "额", "数额", "值"})
"""What a target is called that says nothing of what it is: beside a stretch target, or that it is an amount."""
_HOW_LONG = late(
    r"(?<![a-z])(?:monthly|quarterly|half[ -]?yearly|yearly|annual|weekly)(?![a-z])|"
    r"每月|月度|季度|半年度|年度|全年|周度"
)
"""What says for how long each target is, and nothing of what."""
_NOT_MONEY = late(r"[数量率次价]$|count|number|rate|%|margin|visits|calls|price|score|days", re.IGNORECASE)
_MARKS = late(r"(?:(?!%)[\W_])+")


def fold_metric(text: str) -> str:
    """A metric's name for comparison: case, blanks, marks and the words for a target do not count.

    >>> fold_metric("销售额目标"), fold_metric("Revenue_Target "), fold_metric("Base target"), fold_metric("月度目标")
    ('销售额', 'revenue', '', '')
    """
    found = _bare(name_words(text))
    return "" if found in _PLAIN or _without_length(text) in _PLAIN else found


def metric_of(text: str, names: Mapping[str, str]) -> str | None:
    """The key of the metric of this name, by these `names` (folded) before the words people use; None for none."""
    word = fold_metric(text)
    shorter = _without_length(text)
    return names.get(word) or _BY_WORD.get(word) or names.get(shorter) or _BY_WORD.get(shorter)


def _bare(spaced: str) -> str:
    return _MARKS.sub("", _ABOUT_TARGETS.sub(" ", spaced))


def _without_length(text: str) -> str:
    """A metric's name without the words for how long a target is: 月度销售额, monthly revenue."""
    return _bare(_HOW_LONG.sub(" ", name_words(text)))


def metrics_within(text: str) -> frozenset[str]:
    """The metrics a title speaks of: the longest names it holds, so that 回款率 is not 回款 as well."""
    spaced = name_words(text)
    found: set[str] = set()
    for word in _LONGEST_FIRST:
        pattern = _boundaries(word)
        if re.search(pattern, spaced):
            found.add(_BY_TEXT[word])
            spaced = re.sub(pattern, " ", spaced)
    return frozenset(found)


def is_in_money(key: str | None, written: str) -> bool:
    """Whether a target is money that a unit such as 万元 applies to, judged by its metric, else by its name."""
    if key in _KEYS:
        return key in SCALED
    return not _NOT_MONEY.search(folded(written).lower())


def adds_up(metric: str) -> bool:
    """Whether what people reach in months comes to that of a quarter, as far as the name of a metric tells.

    >>> adds_up("net_revenue"), adds_up("回款率"), adds_up("gross_margin"), adds_up("新品销售")
    (True, False, False, True)
    """
    return metric in ADDING if metric in _KEYS else is_in_money(None, metric)


def known_names() -> tuple[str, ...]:
    """Every name that is understood, for suggestions."""
    return tuple(_BY_TEXT)


def _boundaries(word: str) -> str:
    return rf"(?<![a-z]){re.escape(word)}(?![a-z])" if word.isascii() else re.escape(word)


_KEYS = frozenset(WORDS)
_BY_TEXT: Mapping[str, str] = {word: key for key, words in WORDS.items() for word in words}
_BY_WORD: Mapping[str, str] = {
    **{fold_metric(word): key for word, key in _BY_TEXT.items()},
    **{fold_metric(key): key for key in WORDS},
}
_LONGEST_FIRST = sorted(_BY_TEXT, key=lambda word: (-len(word), word))
