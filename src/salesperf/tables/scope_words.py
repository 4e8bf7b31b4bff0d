"""Words for whose a target is, as a column of scopes says it, and the headers of such a column."""

from __future__ import annotations

from collections.abc import Mapping

from salesperf.core.text import folded

SCOPE_HEADERS = (
    "scope", "level", "scope type", "target scope", "target level", "范围", "层级", "目标层级", "考核层级",
    "考核对象类型",
)  # fmt: skip
"""Headers over the scope of each row."""
COMPANY, TEAM, REGION, REP = "company", "team", "region", "rep"
_SCOPE_WORDS: Mapping[str, tuple[str, ...]] = {
    COMPANY: (
        "company", "overall", "corporate", "total company", "group total", "公司", "全公司", "集团", "总公司", "整体",
        "公司级",
    ),
    TEAM: ("team", "department", "group", "dept", "团队", "部门", "小组", "组", "团队级", "部门级"),
    REGION: ("region", "territory", "area", "区域", "大区", "地区", "区域级"),
    REP: (
        "rep", "person", "individual", "salesperson", "employee", "sales rep", "personal", "个人", "员工", "销售员",
        "业务员", "人员",
    ),
    "product": ("product", "sku", "产品", "商品", "单品"),
    "category": ("category", "product line", "品类", "产品线"),
    "channel": ("channel", "渠道"),
    "customer": ("customer", "客户"),
}  # fmt: skip
"""Words of a scope column, and those that stand alone for the whole company."""


def scope_of_word(word: str) -> str | None:
    """The scope a word of a scope column means; None for a word that is none.

    >>> scope_of_word("个人"), scope_of_word("Company"), scope_of_word("Ann")
    ('rep', 'company', None)
    """
    text = folded(word).lower()
    return next((scope for scope, words in _SCOPE_WORDS.items() if text in words), None)
