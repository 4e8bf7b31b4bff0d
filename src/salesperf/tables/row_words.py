"""The words by which the name of a sheet or file says what its rows are: returns, purchases, plans, quotes, sales."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterator, Mapping
from enum import StrEnum

from msgspec import Struct

from salesperf.core.late import late
from salesperf.core.text import Text
from salesperf.tables import foreign_words


class RowRole(StrEnum):
    """What rows that look like sales are, going by the name they stand under."""

    RETURNS = "returns"
    PURCHASES = "purchases"
    PLAN = "plan"
    QUOTES = "quotes"
    COSTS = "costs"
    STOCK = "stock"
    RECEIPTS = "receipts"
    OWED = "owed"
    PAID = "paid"


ROLE_WORDS: Mapping[RowRole, tuple[str, ...]] = {
    RowRole.RETURNS: (
        "returns", "return", "refunds", "refund", "credit note", "credit notes", "creditnote", "creditnotes",
        "credit memo", "credit memos", "creditmemo", "creditmemos", "credits", "returned goods", "returned items",
        *foreign_words.RETURNS_SHEETS, "returned orders", "returned products", "refunded orders", "rma", "rmas",
        "退货", "退回", "退款", "退货退款", "退费", "销售退回", "红字发票", "红字", "红冲", "冲红", "红票",
        "贷项通知单",
    ),
    RowRole.PURCHASES: (
        "purchases", "purchase", "procurement", "supplier invoices", "vendor invoices", "vendor bills",
        "supplier returns", "vendor returns", "purchase returns", "returns to supplier", "returns to vendor",
        "采购", "进货", "购进", "采购退货", "进货退货", "采购退回", "进货退回", "采购退款",
    ),
    RowRole.PLAN: (
        "budget", "budgets", "budgeted", "plan", "plans", "planned", "forecast", "forecasts", "forecasted",
        "projection", "projections", "projected", "outlook", "targets", "quota", "quotas", "goals",
        "预算", "计划", "规划", "预测", "预估", "目标",
    ),
    RowRole.QUOTES: (
        "quote", "quotes", "quotation", "quotations", "estimate", "estimates", "proforma", "pro forma",
        "proforma invoices", "proforma invoice", "pro forma invoices", "pro forma invoice", "报价", "询价", "形式发票",
    ),
    RowRole.COSTS: (
        "expenses", "expense", "expense claim", "expense claims", "expense report", "expense reports",
        "reimbursement", "reimbursements", "petty cash", "费用", "费用报销", "报销", "开支", "支出",
    ),
    RowRole.STOCK: (
        "stock transfer", "stock transfers", "inventory transfer", "inventory transfers", "transfer orders",
        "stock adjustment", "stock adjustments", "inventory adjustments", "stocktake", "stock take", "stock count",
        "库存调拨", "调拨", "盘点", "库存盘点", "盘盈", "盘亏", "入库", "其他入库", "报损",
    ),
    RowRole.RECEIPTS: (
        "deposit", "deposits", "prepayment", "prepayments", "advance payment", "advance payments", "down payment",
        "down payments", "customer advances", "payment", "payments", "payments received",
        "customer payments", "remittances",
        "定金", "订金", "押金", "保证金", "质保金", "预收", "预收款", "预收账款", "预收帐款", "预收货款", "预付",
        "预付款", "预付账款", "预付货款", "收款", "回款", "收款收据", "充值", "储值", "充卡", "预存",
        "top ups", "topups",
    ),
    RowRole.OWED: (
        "receivable", "receivables", "accounts receivable", "accounts receivables",
        "应收", "应收款", "应收账款", "应收帐款", "欠款", "欠款单", "往来对账",
    ),
    RowRole.PAID: (
        "payable", "payables", "accounts payable", "accounts payables", "vendor payments", "supplier payments",
        "payments to suppliers", "payments to vendors", "bill payments",
        "应付", "应付款", "应付账款", "应付帐款", "付款", "付款申请",
    ),
}  # fmt: skip
"""The whole words of each role; case and width do not count."""
_SURE = frozenset({
    "returns", "refunds", "refund", "credit note", "credit notes", "creditnote", "creditnotes", "credit memo",
    "credit memos", "creditmemo", "creditmemos", "rma", "rmas", "budgets", "forecast", "forecasts", "quotas", "quotes",
    "quotations", "quotation", "estimates", *ROLE_WORDS[RowRole.PURCHASES],
    "退货", "退款", "退货退款", "退费", "销售退回", "红字发票", "红字", "红冲", "冲红", "红票", "贷项通知单",
    "费用报销", "报销", "库存调拨", "stock transfer", "stock transfers", "inventory transfer", "inventory transfers",
    "预收款", "预收账款", "预收帐款", "预付款", "预付账款", "应收账款", "应收帐款", "应付账款", "应付帐款",
    "prepayments", "receivables", "accounts receivable", "payables", "accounts payable",
})  # fmt: skip
"""Words that are hardly part of the name of a company or product: beside them other words may stand."""
_SALES = frozenset({
    "sale", "sales", "order", "orders", "invoice", "invoices", "revenue", "revenues", "turnover", "actual", "actuals",
    "sold", "bookings", "receipts", "transactions", "deals", "exchange", "exchanges",
    "销售", "订单", "发票", "实际", "出库", "发货", "成交", "营收", "收入", "流水", "开票", "实绩", "换货", "消费",
    "缴费", "收费",
})  # fmt: skip
_ACTUAL = frozenset({"actual", "actuals", "实际", "实绩"})
"""Words for what was sold that are no adjective of a plan: `Actual Forecast` is both."""
_FEES = frozenset({"缴费", "收费"})
"""Words for fees that were paid: before a word for returns they say that both stand there."""
_ORDERED = frozenset({"order", "orders", "invoice", "invoices", "订单", "发票"})
"""Words that a purchase or return may have behind it: purchase orders, 退货订单."""
_UNDONE_BEFORE = frozenset({
    "no", "non", "not", "without", "excl", "exc", "excluding", "exclude", "ex", "less", "minus", "incl", "inc",
    "including", "with", "before", "after", "net", "tax", "vat", "gst", "investment", "expected",
    "不", "无", "非", "未", "含", "除", "扣", "减", "剔除", "去", "净", "拒", "免", "防", "待",
})  # fmt: skip
_UNDONE_BEHIND = frozenset({
    "on", "rate", "rates", "ratio", "policy", "policies", "reason", "reasons", "label", "labels", "request",
    "requests", "pending", "vs", "versus", "variance", "accuracy", "method", "methods", "terms", "processor",
    "gateway",
    "率", "前", "后", "原因", "政策", "申请", "地址", "规则", "险", "商", "员", "方", "人", "平台", "执行", "完成",
    "达成", "方式", "账号", "账户", "条件",
})  # fmt: skip
"""Words before or behind that make another thing of a role: no returns, return on sales, 退货率, 采购商."""
_BUYERS = frozenset({"customer", "customers", "client", "clients", "user", "users", "member", "members", "online",
                     "history", "客户", "政府", "集中", "会员", "用户"})  # fmt: skip
"""Beside purchases these say that customers bought, which are sales."""
_TERMS = frozenset({"annual", "annually", "monthly", "yearly", "weekly", "daily"})
"""Beside `plan` these may say what was sold: a monthly plan."""
_COMPANY = frozenset({"ltd", "inc", "llc", "gmbh", "corp", "plc", "pty", "bv", "pte", "international",
                      "有限公司", "股份", "集团"})  # fmt: skip
_NEUTRAL = frozenset({
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "q", "h", "fy",
    "cy", "ytd", "mtd", "qtd", "wk", "week", "weeks", "month", "months", "quarter", "year", "day", "days", "data",
    "export", "exports", "extract", "report", "reports", "list", "listing", "log", "register", "ledger", "detail",
    "details", "detailed", "line", "lines", "item", "items", "summary", "all", "total", "full", "final", "draft",
    "new", "old", "copy", "v", "ver", "version", "rev", "updated", "latest", "current", "raw", "clean", "test",
    "sample", "file", "sheet", "tab", "table", "product", "products", "group", "rep", "reps", "team", "teams", "region",
    "regional", "company", "country", "north", "south", "east", "west", "central", "from", "to", "by", "per", "for",
    "the", "of", "and", "approved", "open", "sent", "xlsx", "csv", "utf",
    "明细", "明细表", "表", "单", "单据", "记录", "数据", "汇总", "清单", "台账", "统计", "报表", "列表", "登记",
    "登记表", "情况", "导出", "年", "年度", "月", "月度", "月份", "季度", "季", "周", "日", "号", "上半年", "下半年",
    "第", "全年", "本年", "本月", "全部", "最新", "终稿", "产品", "商品", "区域", "部门", "公司", "华东", "华南",
    "华北", "华中", "西南", "西北", "东北", "总", "分", "版", "新", "旧", "副本", "一", "二", "三", "四", "五", "六",
    "七", "八", "九", "十", "至", "到", "的", "和", "与", "及", "及其", "金额", "已付款", "已收款", "已回款",
    "货到付款", "分期付款", "在线付款", "线上付款", "付款成功", "出入库",
}) | _TERMS | _BUYERS  # fmt: skip
"""Words that say nothing of what the rows are."""
ROLE_NAMES: Mapping[RowRole, Text] = {
    RowRole.RETURNS: Text("returns", "退货或退款"),
    RowRole.PURCHASES: Text("purchases", "采购"),
    RowRole.PLAN: Text("a plan", "计划或预算"),
    RowRole.QUOTES: Text("quotes", "报价"),
    RowRole.COSTS: Text("expenses", "费用"),
    RowRole.STOCK: Text("movements of stock", "库存变动"),
    RowRole.RECEIPTS: Text("money received or put down", "收款、定金或预收款"),
    RowRole.OWED: Text("money owed by customers", "应收款"),
    RowRole.PAID: Text("money paid or owed to suppliers", "付款或应付款"),
}
"""What rows of each role are called."""
OTHER_DOCUMENTS = (RowRole.COSTS, RowRole.STOCK, RowRole.OWED, RowRole.PAID, RowRole.RECEIPTS)
"""What a company writes beside its sales, often under the same headers: in names with another role, that one holds."""
OF_MONEY = frozenset({RowRole.PAID, RowRole.OWED, RowRole.RECEIPTS})
"""What tells of money that sales bring or cost: where no sales stand beside it, it may be all that is known of them."""


BESIDE_SALES_ALONE = frozenset({"credits"})
"""Words that a company may sell something by: they say a role for sure only beside a table of sales."""


class Said(Struct, frozen=True):
    """What a name says: a role by a word (None: no role), and whether its other words leave no doubt.

    `says_sales` where it speaks of sales as well, or of nothing else.
    """

    role: RowRole | None
    word: str = ""
    is_sure: bool = False
    says_sales: bool = False


_HAN = r"\u4e00-\u9fff"
_PIECES = late(rf"[^\W\d_{_HAN}]+|[{_HAN}]+|[&+/、]")
_CAMEL = late(r"(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")
_ALL_WORDS = {word: role for role, words in ROLE_WORDS.items() for word in words}
_PHRASES = {tuple(word.split()): word for word in _ALL_WORDS}
_LONGEST = max(map(len, _PHRASES))
_IN_HAN = late(
    "|".join(
        sorted(
            (
                word
                for word in {*_ALL_WORDS, *_SALES, *_UNDONE_BEFORE, *_UNDONE_BEHIND, *_NEUTRAL, *_COMPANY}
                if re.match(f"[{_HAN}]", word)
            ),
            key=lambda word: (-len(word), word),
        )
    )
)


def words_of(name: str) -> tuple[str, ...]:
    """The words of a name in lower case, Chinese cut at the words that are known; numbers are none.

    >>> words_of("SalesReturns_2025-01"), words_of("2025年退货明细")
    (('sales', 'returns'), ('年', '退货', '明细'))
    """
    text = _CAMEL.sub(" ", unicodedata.normalize("NFKC", name))
    return tuple(word for piece in _PIECES.findall(text) for word in _cut(piece.lower()))


def _cut(piece: str) -> Iterator[str]:
    """A run of letters as one word, a run of Chinese as the known words in it and what lies between them."""
    end = 0
    if re.match(f"[{_HAN}]", piece):
        for found in _IN_HAN.finditer(piece):
            if found.start() > end:
                yield piece[end : found.start()]
            yield found[0]
            end = found.end()
    if end < len(piece):
        yield piece[end:]


def said_by(name: str, *, beside: Collection[str] = ()) -> Said:
    """What a name says its rows are; `beside` are words of other names, which say nothing of this table alone.

    >>> said_by("sales_returns_2025"), said_by("Return on sales").role, said_by("Budget Rent").is_sure
    (Said(role=<RowRole.RETURNS: 'returns'>, word='returns', is_sure=True, says_sales=False), None, False)
    """
    words = words_of(name)
    found = list(_roles_in(words))
    roles = {_ALL_WORDS[words_in] for _, _, words_in in found}
    roles = _leading(roles)
    used = {at for start, end, _ in found for at in range(start, end)}
    others = [(at, word) for at, word in enumerate(words) if at not in used]
    says_sales = any(word in _SALES and not _is_of_role(at, words, found) for at, word in others)
    if len(roles) != 1 or says_sales or any(word in _COMPANY for word in words):
        return Said(None, says_sales=says_sales or any(word in _SALES for word in words))
    role = roles.pop()
    term = next(word for _, _, word in found if _ALL_WORDS[word] is role)
    left = {word for _, word in others if word not in _SALES and word not in _NEUTRAL}
    if role is RowRole.PURCHASES and any(word in _BUYERS for word in words):
        return Said(None)
    is_subscription = term in {"plan", "plans"} and any(word in _TERMS for word in words)
    is_sure = term in _SURE or (left <= set(beside) and not is_subscription)
    return Said(role, term, is_sure)


def _leading(roles: set[RowRole]) -> set[RowRole]:
    """The roles without those that another one in the same name explains: a plan of expenses is a plan."""
    if RowRole.PURCHASES in roles:
        roles = roles - {RowRole.RETURNS}
    others = [role for role in OTHER_DOCUMENTS if role in roles]
    return roles - set(others) or set(others[:1])


def speaks_of_actuals(name: str) -> bool:
    """Whether the words for sales in a name say what was sold in fact: `Actuals` of a book of budgets.

    >>> speaks_of_actuals("Actual sales"), speaks_of_actuals("Sales")
    (True, False)
    """
    return any(word in _ACTUAL for word in words_of(name))


def _roles_in(words: tuple[str, ...]) -> Iterator[tuple[int, int, str]]:
    """The phrases of roles in the words, the longest first, by start and end; those that others undo left out."""
    at = 0
    while at < len(words):
        for length in range(min(_LONGEST, len(words) - at), 0, -1):
            phrase = _PHRASES.get(words[at : at + length])
            if phrase is not None:
                if not _is_undone(words, at, at + length):
                    yield at, at + length, phrase
                at += length
                break
        else:
            at += 1


def _is_undone(words: tuple[str, ...], start: int, end: int) -> bool:
    before = words[:start]
    behind = words[end : end + 1]
    return any(word in _UNDONE_BEFORE for word in before) or any(word in _UNDONE_BEHIND for word in behind)


def _is_of_role(at: int, words: tuple[str, ...], found: list[tuple[int, int, str]]) -> bool:
    """Whether a word for sales only tells of which returns or plan the name speaks: sales returns, purchase orders."""
    starts = {start for start, _, _ in found}
    ends = {end for _, end, word in found if _ALL_WORDS[word] in {RowRole.RETURNS, RowRole.PURCHASES}}
    is_before = at + 1 in starts and words[at] not in _ACTUAL | _FEES
    return is_before or (at in ends and words[at] in _ORDERED)
