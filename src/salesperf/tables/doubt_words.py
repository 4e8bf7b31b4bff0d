"""The words by which people leave a row out, under a header that nobody reads: cancelled, test, 样品, and their flags.

Judges one header with the words under it; what the rows are worth is another matter.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from enum import StrEnum

from msgspec import Struct

from salesperf.core.late import late
from salesperf.tables import chinese_words
from salesperf.tables.header_words import apart
from salesperf.tables.line_words import LineKind, is_not_issued, kind_of_word, telling_types, word_key
from salesperf.tables.type_words import no_sale_types


class Doubt(StrEnum):
    """How surely a cell says that its row is no sale: in a word of its own, or perhaps."""

    SURE = "sure"
    PERHAPS = "perhaps"


class Flag(Struct, frozen=True):
    """A header that says what became of a row: `column` is the canonical flag, `answer` the one that leaves it out."""

    column: str
    answer: bool
    is_sure: bool = True


_OUT_WORDS = frozenset(map(word_key, (
    "test", "testing", "test order", "test data", "dummy", "sample", "samples", "free sample", "gift", "free gift",
    "giveaway", "complimentary", "foc", "free of charge", "internal", "internal use", "internal order",
    "duplicate", "duplicated", "dup", "do not count", "not counted", "exclude", "excluded", "ignore", "ignored",
    "fraud", "fraudulent", "spam", "written off", "write off", "write-off", "bad debt", "lost", "closed lost",
    "closed-lost", "denied", "not approved", "unapproved", "invalid", "withdrawn", "bounced", "charged back",
    "reversal", "replacement", "free replacement", "warranty replacement", "exchange", "loan", "consignment",
    "not booked", "returned to sender", "return to sender", "rto", "intercompany", "inter-company", "失败",
    "交易失败", "内部交易", "关联交易", "测试", "测试单", "测试订单", "测试数据", "试单", "赠品", "赠送", "赠",
    "赠品出库", "样品", "样品单", "样品出库", "样机", "试用", "试用装", "试用单", "内部", "内部领用", "内部使用",
    "内部订单", "自用", "领用", "员工福利", "重复", "重复单", "重复录入", "不计业绩", "不计入", "不计", "剔除",
    "排除", "不算", "无效单", "废单", "坏账", "换货", "换货单", "换货订单", "补发", "补发订单", "借出", "借用",
    "冲销", "冲红", "冲正", "冲账", "调账", "支出", "驳回", "审核不通过", "审批不通过", "未通过", "不通过",
    "审批拒绝", "拒绝", "拒收", "拒签", "撤销", "已撤销", "撤单", "已撤单", "撤回", "已撤回", "终止", "已终止",
    "中止", "丢单", "输单", "刷单", "退单", "已退单", "已退", "退换货", "退订", "已退订", "弃单", "不成交",
    "客户取消", "买家取消", "非销售", "寄售", "铺货", "红单", "负单",
)))  # fmt: skip
"""Words beside those a status is known by; some may well be sales, so they are told and change nothing."""
_UNSURE_OUT = frozenset(map(word_key, (
    "unpaid", "not paid", "no payment", "payment pending", "on hold", "hold", "blocked", "suspended", "processing",
    "wip", "work in progress", "unbilled", "not billed", "to be billed", "not invoiced", "uninvoiced",
    "未收款", "未回款", "待收款", "待回款", "待审批", "审批中", "未审批", "未到账", "挂起", "暂停", "冻结",
    "未成交", "未签约",
)))  # fmt: skip
_NOT_UNSURE = frozenset(("new", "open", "quoted"))
_TYPES_OF_GOODS = frozenset(map(word_key, (
    "gift", "free gift", "sample", "samples", "internal", "replacement", "exchange", "loan", "testing", "test",
    "赠品", "样品", "样机", "试用", "试用装", "测试", "借用", "换货",
)))  # fmt: skip
"""Words that under a header of goods name what was sold."""
_STEMS = (
    (
        (
            r"cancel|void|delet|revoke|annul|reject|fraud|duplicat|invalid|exclu|ignore|\btest\b|\bdraft\b|\bquote\b|"
            r"取消|作废|删除|驳回|拒绝|撤销|撤单|终止|关闭|重复|无效|剔除|排除|不计|测试|刷单|草稿|暂存|丢单|输单"
        ),
        "was_cancelled",
    ),
    (
        (
            r"return|refund|credit (?:note|memo)|revers|charge ?back|"
            rf"红字|红票|已退|{chinese_words.BACK_STEMS}"
        ),
        "was_returned",
    ),
    (
        r"\bsample\b|\binternal\b|complimentary|样品|赠品|赠送|试用|内部|自用|换货|补发",
        "was_cancelled",
    ),
)
_UNSURE_STEMS = (r"\bgift\b|\bfree\b|archiv", r"\bpaid\b|付款|收款|回款|到账|支付")
"""What a yes, and what a no, may mean: a gift may be paid for, and what is not paid yet may well be sold."""
_KEPT_STEMS = (
    (r"\bvalid\b|\bcount(?:s|ed)?\b|\binclude[ds]?\b|有效|生效|计入|计业绩", "was_valid"),
    (r"approv|confirm|posted|booked|audited|\bwon\b|审核|审批|确认|成交|签约|过账|入账|复核", "was_confirmed"),
)
_OF_OTHERS = late(
    r"customer|client|\baccount\b|member|\buser|contact|product|\bsku\b|stock|inventory|\bstore\b|\bshop\b|branch"
    r"|employee|\bstaff|\brep\b|salesperson|owner|supplier|vendor|campaign|coupon|\blead\b|ticket|warranty|method"
    r"|tender|gateway|channel|segment|brand|priority|colou?r|\bsize\b|policy|deadline|window|eligib|(?:return|refund"
    r"|cancel|exchange)able|allow|deliver|shipping|freight|marketing|email|consent|tax\b"
    r"|客户|会员|用户|买家等级|商品|产品|物料|存货|库存|门店|店铺|员工|业务员|销售员|供应商|活动|优惠|线索|方式|渠道|品牌"
    r"|等级|优先|颜色|规格|地区|区域|政策|期限|是否可|可退|支持|允许|包邮|运费|发票类型"
)
_OF_ROWS = late(
    r"\border|invoice|\bsales?\b|transaction|\bline\b|订单|单据|发票状态|销售|交易|明细|出库|合同|退款|退货|退回|售后"
)
_OF_STATUS = late(r"status|state|stage|approv|paid|payment|posted|状态|审核|审批|付款|支付|收款|回款|到账|结算|进度")
_OF_GOODS = late(r"product|item|goods|categor|\btype\b.*product|产品|商品|品名|货品|类别|品类|品种|名称")
_OF_REMARKS = late(r"remark|note|comment|memo|description|reason|备注|说明|摘要|附注|注释|原因|批注")
_WHEN_OR_WHY = late(
    r"\b(?:at|on|date|time|day|reason|by|id|no|number|ref)\b|时间|日期|原因|单号|编号|号码|人$|说明|备注"
)
_NO_REMARK = late(
    r"(?:不|未|无|勿|没|可|如|若|避免|防止|\bnot?\b|\bnever\b|\bwithout\b|n't|\bif\b|\bnon\b)\W{0,2}\w{0,3}\s?$"
)
_REMARKS = late(
    rf"作废|取消|{chinese_words.BACK_STEMS}|测试单|测试订单|样品|赠品|不计业绩|不计入|重复录|重复单|撤单|拒收|草稿"
    r"|\b(?:void(?:ed)?|cancell?ed|refunded|returned|test order|duplicate|do not count|written off|sample only)\b"
)
_YES = frozenset({"true", "yes", "y", "1", "1.0", "t", "x", "是", "有", "√", "✓", "✔", "☑", "v"})
_NO = frozenset({"false", "no", "n", "0", "0.0", "f", "否", "无", "×", "✗", "不是"})


def said_header(header: str) -> str:
    """A header for these rules: small, its words apart.

    >>> said_header("IsDeleted"), said_header("Payment_Status")
    ('is deleted', 'payment status')
    """
    return word_key(apart(header)).replace("-", " ")


def is_of_others(header: str) -> bool:
    """Whether a header speaks of customers, goods, ways of paying and the like, and not of the row.

    >>> is_of_others("Customer status"), is_of_others("商品订单状态")
    (True, False)
    """
    key = said_header(header)
    return _OF_OTHERS.search(key) is not None and _OF_ROWS.search(key) is None


def is_of_remarks(header: str) -> bool:
    """Whether a header is one of free words, of which some may say what became of the row."""
    return _OF_REMARKS.search(said_header(header)) is not None


def is_suspect_header(header: str) -> bool:
    """Whether a header speaks of what became of rows, so that its cells are worth a look."""
    key = said_header(header)
    return not is_of_others(header) and any(
        pattern.search(key) for pattern in (_OF_STATUS, _OF_REMARKS, _TYPE, _ANY_STEM)
    )


def flag_of(header: str) -> Flag | None:
    """The flag that a header stands for, where its cells are yes and no.

    >>> flag_of("Order was voided").column, flag_of("审核标志").column, flag_of("Refundable")
    ('was_cancelled', 'was_confirmed', None)
    """
    if is_of_others(header):
        return None
    key = said_header(header)
    found = next((column for stem, column in _STEMS if re.search(stem, key)), None)
    if found is not None:
        return Flag(found, answer=True)
    kept = next((column for stem, column in _KEPT_STEMS if re.search(stem, key)), None)
    if kept is not None:
        return Flag(kept, answer=False)
    out, unpaid = (re.search(stem, key) is not None for stem in _UNSURE_STEMS)
    if out:
        return Flag("was_cancelled", answer=True, is_sure=False)
    return Flag("was_confirmed", answer=False, is_sure=False) if unpaid else None


def tells_when_or_why(header: str) -> bool:
    """Whether cells are filled only where a row was cancelled or came back: its day, its reason, its number.

    >>> tells_when_or_why("Cancelled at"), tells_when_or_why("退款时间"), tells_when_or_why("Return policy")
    (True, True, False)
    """
    key, flag = said_header(header), flag_of(header)
    return flag is not None and flag.answer and flag.is_sure and _WHEN_OR_WHY.search(key) is not None


def answer_of(cell: str) -> bool | None:
    """Yes or no; None for any other cell."""
    key = word_key(cell)
    return True if key in _YES else False if key in _NO else None


def doubts(words: Iterable[str], header: str) -> Mapping[str, Doubt]:
    """The words under a header that say that a row is no sale; words that are known to mean others are left out.

    >>> doubts(["OK", "Test", "Pending"], "Payment status")
    {'Test': <Doubt.SURE: 'sure'>, 'Pending': <Doubt.PERHAPS: 'perhaps'>}
    >>> doubts(["Sample", "Toys"], "Product line"), doubts(["Credit", "Cash"], "Tender")
    ({}, {})
    """
    if is_of_others(header):
        return {}
    every = list(words)
    known = telling_types(every).keys() | no_sale_types(every)
    if _OF_REMARKS.search(said_header(header)):
        return {word: Doubt.PERHAPS for word in every if word in known or _says_out(word)}
    found = {word: _doubt(word, header, is_known=word in known) for word in every}
    if Doubt.SURE in found.values() and _OF_STATUS.search(said_header(header)):
        # Beside words that surely leave rows out an open row may be none too.
        idle = {word: Doubt.PERHAPS for word in every if found[word] is None and word_key(word) in _NOT_UNSURE}
        found |= idle
    return {word: doubt for word, doubt in found.items() if doubt is not None}


def _doubt(word: str, header: str, *, is_known: bool) -> Doubt | None:
    key, said = word_key(word), said_header(header)
    if key in _TYPES_OF_GOODS and _OF_GOODS.search(said):
        return None
    if is_known or key in _OUT_WORDS or is_not_issued(word):
        return Doubt.SURE
    if not _OF_STATUS.search(said):
        return None
    if key in _UNSURE_OUT or (kind_of_word(word) is LineKind.OPEN and key not in _NOT_UNSURE):
        return Doubt.PERHAPS
    return Doubt.SURE if kind_of_word(word) in {LineKind.RETURNED, LineKind.CANCELLED} else None


def _says_out(remark: str) -> bool:
    """Whether a remark says it, and not that it was not or may be.

    >>> _says_out("客户退货，已入库"), _says_out("不可退货"), _says_out("order was cancelled by client")
    (True, False, True)
    """
    key = word_key(remark)
    if key in _OUT_WORDS:
        return True
    return any(not _NO_REMARK.search(key[: found.start()]) for found in _REMARKS.finditer(key))


_TYPE = late(r"type|flag|kind|nature|result|outcome|indicator|类型|性质|标志|标识|标记|是否|结果|类别|方向|种类")
_ANY_STEM = late("|".join((*(stem for stem, _ in (*_STEMS, *_KEPT_STEMS)), *_UNSURE_STEMS)))
