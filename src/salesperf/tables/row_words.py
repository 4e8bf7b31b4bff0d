"""The words by which the name of a sheet or file says what its rows are: returns, purchases, plans, quotes, sales."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

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
    SAMPLES = "samples"
    CANCELLED = "cancelled"
    TESTS = "tests"


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
        "reimbursement", "reimbursements", "petty cash", "travel expenses", "travel expense", "travel costs",
        "travel and expenses", "entertainment expenses", "费用", "费用报销", "报销", "开支", "支出", "差旅费", "差旅",
        "招待费", "业务招待费", "交通费", "备用金",
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
    RowRole.SAMPLES: ("samples", "free samples", "giveaways", "样品", "赠品", "赠送"),
    RowRole.CANCELLED: (
        "cancelled", "canceled", "cancellations", "void", "voids", "voided", "已取消", "取消订单", "作废", "已作废",
    ),
    RowRole.TESTS: ("test", "tests", "测试"),
}  # fmt: skip
"""The whole words of each role; case and width do not count."""
SURE = frozenset({
    "returns", "refunds", "refund", "credit note", "credit notes", "creditnote", "creditnotes", "credit memo",
    "credit memos", "creditmemo", "creditmemos", "rma", "rmas", "budgets", "forecast", "forecasts", "quotas", "quotes",
    "quotations", "quotation", "estimates", *ROLE_WORDS[RowRole.PURCHASES],
    "退货", "退款", "退货退款", "退费", "销售退回", "红字发票", "红字", "红冲", "冲红", "红票", "贷项通知单",
    "费用报销", "报销", "差旅费", "招待费", "业务招待费", "expense report", "expense reports", "expense claim",
    "expense claims", "expenses", "reimbursement", "reimbursements", "travel expenses", "travel expense",
    "travel and expenses", "travel costs", "entertainment expenses",
    "库存调拨", "stock transfer", "stock transfers", "inventory transfer", "inventory transfers",
    "预收款", "预收账款", "预收帐款", "预付款", "预付账款", "应收账款", "应收帐款", "应付账款", "应付帐款",
    "prepayments", "receivables", "accounts receivable", "payables", "accounts payable",
})  # fmt: skip
"""Words that are hardly part of the name of a company or product: beside them other words may stand."""
SALES_WORDS = frozenset({
    "sale", "sales", "order", "orders", "invoice", "invoices", "revenue", "revenues", "turnover", "actual", "actuals",
    "sold", "bookings", "receipts", "transactions", "deals", "exchange", "exchanges",
    "销售", "订单", "发票", "实际", "出库", "发货", "成交", "营收", "收入", "流水", "开票", "实绩", "换货", "消费",
    "缴费", "收费",
})  # fmt: skip
"""Words for what was sold: a name with one of them speaks of sales, whatever else it says."""
ACTUALS = frozenset({"actual", "actuals", "实际", "实绩"})
"""Words for what was sold that are no adjective of a plan: `Actual Forecast` is both."""
FEES = frozenset({"缴费", "收费"})
"""Words for fees that were paid: before a word for returns they say that both stand there."""
ORDERED = frozenset({"order", "orders", "invoice", "invoices", "订单", "发票"})
"""Words that a purchase or return may have behind it: purchase orders, 退货订单."""
UNDOING_BEFORE = frozenset({
    "no", "non", "not", "without", "excl", "exc", "excluding", "exclude", "ex", "less", "minus", "incl", "inc",
    "including", "with", "before", "after", "net", "tax", "vat", "gst", "investment", "expected",
    "不", "无", "非", "未", "含", "除", "扣", "减", "剔除", "去", "净", "拒", "免", "防", "待",
})  # fmt: skip
UNDOING_BEHIND = frozenset({
    "on", "rate", "rates", "ratio", "policy", "policies", "reason", "reasons", "label", "labels", "request",
    "requests", "pending", "vs", "versus", "variance", "accuracy", "method", "methods", "terms", "processor",
    "gateway",
    "率", "前", "后", "原因", "政策", "申请", "地址", "规则", "险", "商", "员", "方", "人", "平台", "执行", "完成",
    "达成", "方式", "账号", "账户", "条件",
})  # fmt: skip
"""Words before or behind that make another thing of a role: no returns, return on sales, 退货率, 采购商."""
BUYERS = frozenset({
    "customer", "customers", "client", "clients", "user", "users", "member", "members", "online", "history",
    "客户", "政府", "集中", "会员", "用户",
})  # fmt: skip
"""Beside purchases these say that customers bought, which are sales."""
TERMS = frozenset({"annual", "annually", "monthly", "yearly", "weekly", "daily"})
"""Beside `plan` these may say what was sold: a monthly plan."""
OF_COMPANIES = frozenset({
    "ltd", "inc", "llc", "gmbh", "corp", "plc", "pty", "bv", "pte", "international", "有限公司", "股份", "集团",
})  # fmt: skip
"""Words of the name of a company, which says no role: Many Returns Ltd."""
NEUTRAL = frozenset({
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
}) | TERMS | BUYERS  # fmt: skip
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
    RowRole.SAMPLES: Text("samples or gifts", "样品或赠品"),
    RowRole.CANCELLED: Text("cancelled documents", "已取消或作废的单据"),
    RowRole.TESTS: Text("tests", "测试数据"),
}
"""What rows of each role are called."""
OTHER_DOCUMENTS = (RowRole.COSTS, RowRole.STOCK, RowRole.OWED, RowRole.PAID, RowRole.RECEIPTS)
"""What a company writes beside its sales, often under the same headers: in names with another role, that one holds."""
OF_MONEY = frozenset({RowRole.PAID, RowRole.OWED, RowRole.RECEIPTS})
"""What tells of money that sales bring or cost: where no sales stand beside it, it may be all that is known of them."""
BESIDE_SALES_ALONE = frozenset({
    "credits", "expenses", "travel expenses", "travel expense", "travel and expenses", "travel costs",
    "差旅费", "招待费", "业务招待费",
})  # fmt: skip
"""Words that a company may sell something by: they say a role for sure only beside a table of sales."""
ASIDE = frozenset({RowRole.SAMPLES, RowRole.CANCELLED, RowRole.TESTS})
"""What is kept apart from sales that stand beside it; alone it may be what was sold. Another role goes first."""
DEMONSTRATIONS = frozenset({RowRole.SAMPLES, RowRole.TESTS})
"""Behind a word for sales these say that the file is one to try something with: `sales_test`."""
