"""Names under which companies book tests, demonstrations and what they take for themselves, as if to a customer.

A name counts only where one of its parts is such a word and nothing else: `Test Valley Council` is a customer.
"""

from __future__ import annotations

from salesperf.core.late import late
from salesperf.core.text import folded

_WORDS = frozenset({
    "test", "tests", "testing", "demo", "dummy", "fake", "internal", "internal use", "internal only", "internal order",
    "internal sale", "internal sales", "in-house", "intercompany", "inter-company", "sample", "samples",
    "do not use", "do not ship", "do not invoice",
    "测试", "测试单", "测试专用", "演示", "试用", "样品", "内部", "内部领用", "内部使用", "内部订单", "内部自用",
    "内部消耗", "内部交易", "内部往来", "内部员工", "自用", "公司自用", "公司内部", "领用", "员工内购", "内购",
})  # fmt: skip
MAY_BE = (
    r"(?i)test|demo|dummy|fake|intern|in-house|inter-?company|sample|do not|测试|演示|试用|样品|内部|自用|领用|内购"
)
"""What every such name holds."""
_BETWEEN = late(r"\s[-–—]+\s|(?<=[\u4e00-\u9fff])-|-(?=[\u4e00-\u9fff])|[–—_/:：|;；()（）\[\]【】<>]+")
_NOUN = late(
    r"\b(?:customers?|clients?|accounts?|acct|cust|users?|buyers?|company|orders?|units?|data|deal|store|shop)\b"
    r"|客户|公司|账[号户]|用户|单位|会员|买家|门店"
)
_NUMBER = late(r"(?:[\s-]*[#№]?\s*\d+|(?<=[\s\u4e00-\u9fff])[A-Za-z])$")


def is_own_name(name: str) -> bool:
    """Whether the name of a customer says that nothing was sold to one.

    >>> [is_own_name(name) for name in ("TEST CUSTOMER - DO NOT SHIP", "Internal - Demo Unit", "测试客户A", "内部领用")]
    [True, True, True, True]
    >>> is_own_name("Test Valley Council"), is_own_name("华测检测"), is_own_name("Internal Medicine Partners")
    (False, False, False)
    """
    whole = folded(name).casefold()
    return any(_bare(part) in _WORDS for part in (whole, *_BETWEEN.split(whole)))


def _bare(part: str) -> str:
    """A part of a name without its number and what it says of customers in general."""
    return " ".join(_NOUN.sub(" ", _NUMBER.sub("", part.strip())).split()).strip("- ")
