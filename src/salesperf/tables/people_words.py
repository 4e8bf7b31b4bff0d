"""Headers of people: who sells (课程顾问, `Account Executive`), who buys; names and phones, which number no order."""

from __future__ import annotations

from collections.abc import Iterable

from salesperf.core.late import late
from salesperf.tables.header_words import header_words

_WHO_SELLS = (
    late(
        r"业务员|销售员|销售人|销售代表|销售经理|销售负责|医药代表|顾问|经纪人|导购|业绩人|业绩归属|所属人|归属人|客户经理"
        r"|业务经理|区域经理|专员|负责人|拓展|推销|地推|招商员|营业员|店员|^(?:销售|代表|业务)$"
        r"|\bsales ?(?:rep\w*|person|people|man|woman|agent|exec\w*|manager|owner|consultant)\b"
        r"|\baccount (?:exec\w*|manager|owner)\b|\breps?\b|\bconsultant\b|\badvis[eo]r\b|\bbroker\b|\bassociate\b"
        r"|\bcloser\b|\bsold by\b"
    ),
    late(
        r"代表|代理人|经手|经办|跟进人|跟单|开单人|成交人|责任人|员工|职员|坐席"
        r"|\bagent\b|\bowner\b|\bstaff\b|\bemployee\b|\bhandled by\b"
    ),
    late(
        r"达人|主播|客服|收银|收费员|操作员|制单|录入|审核人|接待"
        r"|\bhost\b|\bcashier\b|\bcreated by\b|\bentered by\b"
    ),
)
"""From those who surely sell to those who only take part: a channel's host sells where nobody else is named."""
_NO_NAME = late(
    r"编号|编码|工号|代码|电话|手机|联系|邮箱|(?<!收)费|佣|提成|奖|金额|数|率|比例|日期|时间|部门|团队|\b(?:id|no|code|phone|e-?mail|fee|"
    r"commission|date|count|share|team)\b"
)
_OF_CONTACT = late(
    r"电话|手机|联系|身份证|证件|姓名|学员|学生|会员|客户|顾客|买家|投保人|业主|车主|邮箱|微信|银行|账号|账户"
    r"|\b(?:phone|mobile|tel|telephone|cell|fax|e-?mail|name|customer|client|member|student|passport|account|card|iban)\b"
)
_OF_ORDERS = late(r"单号|订单|合同|发票|流水号|\b(?:order|invoice|contract|receipt)\b")
_WHO_BUYS = late(
    r"客户|顾客|买家|买方|会员|学员|学生|投保人|业主|收货人|甲方|谁买"
    r"|\b(?:customer|client|account|buyer|purchaser|insured|guest|passenger|patient|tenant|member|school|company"
    r"|bill to)\b"
)
_NEVER_BUYS = late(
    r"电话|手机|地址|邮箱|微信|时区|编号|单号|类型|部门"
    r"|#|\b(?:phone|mobile|tel|telephone|fax|e-?mail|address|street|city|state|zip|time ?zone|tz|no|number|id|code|"
    r"type|memo|notes?|transaction|candidate|line of business)\b"
)
_PHONE_OR_CARD = late(r"^(?:\+?86[ -]?)?1[3-9]\d{9}$|^0\d{2,3}-\d{7,8}$|^\d{17}[\dXx]$")


def who_sells(headers: Iterable[str]) -> str | None:
    """The header that most likely names those who sell; None where none does.

    >>> who_sells(["达人昵称", "驻店专员", "专员电话"]), who_sells(["主播"]), who_sells(["业务员编号", "产品"])
    ('驻店专员', '主播', None)
    """
    ranked = [(rank, header) for header in headers if (rank := _rank(header)) is not None]
    return min(ranked, key=lambda one: one[0])[1] if ranked else None


def who_buys(headers: Iterable[str]) -> str | None:
    """The header that most likely names those who buy, else the first that says nothing of something else.

    >>> who_buys(["TimeZone", "Policy No", "Line of business", "Insured"]), who_buys(["Address"]), who_buys(["Wem"])
    ('Insured', None, 'Wem')
    """
    free = [header for header in headers if not _NEVER_BUYS.search(_key(header))]
    return next((header for header in free if _WHO_BUYS.search(_key(header))), free[0] if free else None)


def is_of_contact(header: str) -> bool:
    """Whether a header is of a person or how to reach one, and so not of the numbers of orders.

    >>> is_of_contact("联系电话"), is_of_contact("客户订单号"), is_of_contact("工单号")
    (True, False, False)
    """
    key = _key(header)
    return _OF_CONTACT.search(key) is not None and _OF_ORDERS.search(key) is None


def is_phone_or_card(cell: str) -> bool:
    """Whether a cell is written as a Chinese phone number or the number of an identity card.

    >>> is_phone_or_card("13812345678"), is_phone_or_card("11010119900307123X"), is_phone_or_card("20250103001")
    (True, True, False)
    """
    return _PHONE_OR_CARD.match(cell.strip()) is not None


def _rank(header: str) -> int | None:
    key = _key(header)
    if _NO_NAME.search(key):
        return None
    return next((rank for rank, pattern in enumerate(_WHO_SELLS) if pattern.search(key)), None)


def _key(header: str) -> str:
    return header_words(header).strip()
