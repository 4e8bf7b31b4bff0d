"""One name from the two parts of a header that merged cells spread over two rows: the group above, the part below.

Of the ways to put them together the one that is a known header is taken (`不含税金额` for 金额 over 不含税); where none
is known, the group stands before the part.
"""

from __future__ import annotations

from salesperf.core.late import late
from salesperf.sources.profile import knows_header, without_unit

_GENERAL = late(
    r"(?i)(?:基本|基础|主要|其他)?(?:信息|资料|情况|明细|详情|数据|内容)$|\b(?:details?|info(?:rmation)?|data|general)$"
)
"""What a group adds that says nothing: 客户信息 is the group of the customer's columns."""
_OF_OTHERS = late(
    r"(?i)预算|计划|目标|预测|上年|去年|同期|上期|退货|退款|\b(?:budget|plan(?:ned)?|target|forecast|quota|prior|previous|"
    r"last year|ly|returns?|refunds?)\b"
)
"""Groups under which a figure is not what its own name says."""


def grouped_name(group: str, part: str) -> str:
    """The name of a column under a group.

    >>> grouped_name("金额", "不含税"), grouped_name("Revenue", "Net"), grouped_name("客户信息", "名称")
    ('不含税 金额', 'Net Revenue', '客户 名称')
    >>> grouped_name("基本信息", "订单号"), grouped_name("预算", "金额"), grouped_name("FY18", "Jul")
    ('订单号', '预算 金额', 'FY18 Jul')
    """
    group, part = group.strip(), part.strip()
    if not group or not part or group in part:
        return part or group
    known = known_name(group, part)
    if known is not None:
        return known
    is_general = not _stem(group) and knows_header(without_unit(part))
    return part if is_general else f"{group} {part}"


def known_name(group: str, part: str) -> str | None:
    """The two put together in one order or the other, without what the group adds in vain; None if unknown."""
    stem = _stem(group)
    for one in dict.fromkeys((group, stem)):
        name, unit = without_unit(one), _unit(one)
        ways = (f"{one} {part}", f"{part} {one}", f"{without_unit(part)} {name}{_unit(part) or unit}") if one else ()
        for way in ways:
            if knows_header(without_unit(way)):
                return way
    return None


def needs_its_group(group: str, part: str) -> bool:
    """Whether a name that no other column has is only right with its group before it.

    >>> needs_its_group("Customer", "ID"), needs_its_group("预算", "金额"), needs_its_group("Money", "due")
    (True, True, False)
    """
    if not group or not part or group in part:
        return False
    return _OF_OTHERS.search(group) is not None or known_name(group, part) is not None


def _stem(group: str) -> str:
    return _GENERAL.sub("", group).strip()


def _unit(name: str) -> str:
    """The unit in brackets at the end of a name, with a blank before it."""
    rest = without_unit(name)
    return f" {name[len(rest) :].strip()}" if len(rest) < len(name) and name.startswith(rest) else ""
