"""Canonical tables of what happened: orders, invoices, payments, leads, deals, activities, answers to surveys."""

from __future__ import annotations

from salesperf.core.text import Text
from salesperf.tables.schema import Column, Kind, TableSchema

ORDERS = TableSchema(
    "orders",
    Text("order lines", "订单明细"),
    Text("one row a line", "每行一条订单明细"),
    (
        Column("order_id", Kind.ID, Text("order ID", "订单编号"), needed=True),
        Column("line_id", Kind.ID, Text("line ID", "行号")),
        Column("order_date", Kind.DATE, Text("order date", "下单日期"), needed=True),
        Column("customer_id", Kind.ID, Text("customer ID", "客户编号")),
        Column("customer_name", Kind.NAME, Text("customer", "客户")),
        Column("rep_id", Kind.ID, Text("rep ID", "销售员编号")),
        Column("rep_name", Kind.NAME, Text("rep", "销售员")),
        Column("team", Kind.NAME, Text("team", "团队")),
        Column("product_id", Kind.ID, Text("product ID", "产品编号")),
        Column("product_name", Kind.NAME, Text("product", "产品")),
        Column("category", Kind.NAME, Text("category", "产品类别")),
        Column("region", Kind.NAME, Text("region", "区域")),
        Column("channel", Kind.NAME, Text("channel", "渠道")),
        Column("quantity", Kind.QUANTITY, Text("quantity", "数量")),
        Column("unit_price", Kind.MONEY, Text("unit price", "单价")),
        Column("amount", Kind.MONEY, Text("amount", "金额"), needed=True),
        Column("list_amount", Kind.MONEY, Text("list amount", "标价金额")),
        Column("discount", Kind.MONEY, Text("discount", "折扣金额")),
        Column("tax", Kind.MONEY, Text("tax", "税额")),
        Column("freight", Kind.MONEY, Text("freight", "运费")),
        Column("total_amount", Kind.MONEY, Text("total amount", "总金额")),
        Column("refund", Kind.MONEY, Text("refund", "退款金额")),
        Column("cost", Kind.MONEY, Text("cost", "成本")),
        Column("currency", Kind.TEXT, Text("currency", "币种")),
        Column("status", Kind.TEXT, Text("status", "状态")),
        Column("paid_date", Kind.DATE, Text("payment date", "付款日期")),
        Column("campaign", Kind.NAME, Text("campaign", "活动")),
        Column("return_of", Kind.ID, Text("return of", "原订单编号")),
    ),
)

INVOICES = TableSchema(
    "invoices",
    Text("invoices", "发票"),
    Text("one row an invoice", "每行一张发票"),
    (
        Column("invoice_id", Kind.ID, Text("invoice ID", "发票编号"), needed=True),
        Column("order_id", Kind.ID, Text("order ID", "订单编号")),
        Column("customer_id", Kind.ID, Text("customer ID", "客户编号"), needed=True),
        Column("customer_name", Kind.NAME, Text("customer", "客户")),
        Column("rep_id", Kind.ID, Text("rep ID", "销售员编号")),
        Column("rep_name", Kind.NAME, Text("rep", "销售员")),
        Column("team", Kind.NAME, Text("team", "团队")),
        Column("invoice_date", Kind.DATE, Text("invoice date", "开票日期"), needed=True),
        Column("due_date", Kind.DATE, Text("due date", "到期日")),
        Column("amount", Kind.MONEY, Text("amount", "金额"), needed=True),
        Column("total_amount", Kind.MONEY, Text("total with tax", "价税合计")),
        Column("status", Kind.TEXT, Text("status", "状态")),
        Column("settled_date", Kind.DATE, Text("settled date", "结清日期")),
        Column("disputed", Kind.FLAG, Text("disputed", "有争议")),
        Column("currency", Kind.TEXT, Text("currency", "币种")),
    ),
)

PAYMENTS = TableSchema(
    "payments",
    Text("payments", "回款"),
    Text("one row a payment", "每行一笔回款"),
    (
        Column("payment_id", Kind.ID, Text("payment ID", "回款编号")),
        Column("order_id", Kind.ID, Text("order ID", "订单编号")),
        Column("invoice_id", Kind.ID, Text("invoice ID", "发票编号")),
        Column("customer_id", Kind.ID, Text("customer ID", "客户编号")),
        Column("customer_name", Kind.NAME, Text("customer", "客户")),
        Column("rep_id", Kind.ID, Text("rep ID", "销售员编号")),
        Column("rep_name", Kind.NAME, Text("rep", "销售员")),
        Column("team", Kind.NAME, Text("team", "团队")),
        Column("payment_date", Kind.DATE, Text("payment date", "回款日期"), needed=True),
        Column("amount", Kind.MONEY, Text("amount", "回款金额"), needed=True),
        Column("status", Kind.TEXT, Text("status", "状态")),
        Column("method", Kind.TEXT, Text("method", "回款方式")),
        Column("currency", Kind.TEXT, Text("currency", "币种")),
    ),
)

LEADS = TableSchema(
    "leads",
    Text("leads", "线索"),
    Text("one row a lead", "每行一条线索"),
    (
        Column("lead_id", Kind.ID, Text("lead ID", "线索编号"), needed=True),
        Column("lead_name", Kind.NAME, Text("lead", "线索名称")),
        Column("created_at", Kind.MOMENT, Text("created", "创建日期"), needed=True),
        Column("source", Kind.NAME, Text("source", "来源")),
        Column("campaign", Kind.NAME, Text("campaign", "活动")),
        Column("region", Kind.NAME, Text("region", "区域")),
        Column("rep_id", Kind.ID, Text("rep ID", "销售员编号")),
        Column("rep_name", Kind.NAME, Text("rep", "销售员")),
        Column("team", Kind.NAME, Text("team", "团队")),
        Column("first_response_at", Kind.MOMENT, Text("first response", "首次响应")),
        Column("status", Kind.TEXT, Text("status", "状态")),
        Column("converted", Kind.FLAG, Text("is converted", "是否转化")),
        Column("converted_at", Kind.DATE, Text("converted", "转化日期")),
        Column("deal_id", Kind.ID, Text("deal ID", "商机编号")),
        Column("customer_id", Kind.ID, Text("customer ID", "客户编号")),
        Column("customer_name", Kind.NAME, Text("customer", "客户")),
        Column("industry", Kind.NAME, Text("industry", "行业")),
        Column("budget", Kind.MONEY, Text("budget", "预算")),
    ),
)

DEALS = TableSchema(
    "deals",
    Text("deals", "商机"),
    Text("one row a deal", "每行一个商机"),
    (
        Column("deal_id", Kind.ID, Text("deal ID", "商机编号"), needed=True),
        Column("deal_name", Kind.NAME, Text("deal", "商机名称")),
        Column("created_date", Kind.DATE, Text("created", "创建日期")),
        Column("customer_id", Kind.ID, Text("customer ID", "客户编号")),
        Column("customer_name", Kind.NAME, Text("customer", "客户")),
        Column("rep_id", Kind.ID, Text("rep ID", "销售员编号")),
        Column("rep_name", Kind.NAME, Text("rep", "销售员")),
        Column("team", Kind.NAME, Text("team", "团队")),
        Column("product_id", Kind.ID, Text("product ID", "产品编号")),
        Column("product_name", Kind.NAME, Text("product", "产品")),
        Column("region", Kind.NAME, Text("region", "区域")),
        Column("stage", Kind.NAME, Text("stage", "阶段"), needed=True),
        Column("status", Kind.TEXT, Text("status", "状态")),
        Column("amount", Kind.MONEY, Text("amount", "商机金额")),
        Column("probability", Kind.RATE, Text("probability", "概率")),
        Column("expected_close_date", Kind.DATE, Text("expected close", "预计成交日期")),
        Column("closed_date", Kind.DATE, Text("closed", "关闭日期")),
        Column("lost_reason", Kind.NAME, Text("lost reason", "丢单原因")),
        Column("competitor", Kind.NAME, Text("competitor", "竞争对手")),
        Column("source", Kind.NAME, Text("source", "来源")),
        Column("currency", Kind.TEXT, Text("currency", "币种")),
        Column("snapshot_date", Kind.DATE, Text("snapshot", "快照日期")),
        Column("next_activity_date", Kind.DATE, Text("next activity", "下次跟进")),
    ),
)

STAGE_HISTORY = TableSchema(
    "stage_history",
    Text("stage history", "阶段历史"),
    Text("one row a deal and stage entered", "每行一次阶段进入"),
    (
        Column("deal_id", Kind.ID, Text("deal ID", "商机编号"), needed=True),
        Column("stage", Kind.NAME, Text("stage", "阶段"), needed=True),
        Column("entered_at", Kind.DATE, Text("entered", "进入日期"), needed=True),
        Column("amount", Kind.MONEY, Text("amount", "金额")),
    ),
)

ACTIVITIES = TableSchema(
    "activities",
    Text("activities", "活动记录"),
    Text("one row an activity", "每行一次活动"),
    (
        Column("activity_id", Kind.ID, Text("activity ID", "活动编号")),
        Column("activity_date", Kind.DATE, Text("date", "日期"), needed=True),
        Column("rep_id", Kind.ID, Text("rep ID", "销售员编号"), needed=True),
        Column("rep_name", Kind.NAME, Text("rep", "销售员")),
        Column("team", Kind.NAME, Text("team", "团队")),
        Column("customer_id", Kind.ID, Text("customer ID", "客户编号")),
        Column("customer_name", Kind.NAME, Text("customer", "客户")),
        Column("deal_id", Kind.ID, Text("deal ID", "商机编号")),
        Column("kind", Kind.NAME, Text("kind", "类型"), needed=True),
        Column("planned", Kind.FLAG, Text("planned", "计划")),
        Column("completed", Kind.FLAG, Text("completed", "完成")),
    ),
)

SURVEYS = TableSchema(
    "surveys",
    Text("surveys", "满意度调查"),
    Text("one row an answer", "每行一份答卷"),
    (
        Column("survey_date", Kind.DATE, Text("date", "日期"), needed=True),
        Column("customer_id", Kind.ID, Text("customer ID", "客户编号")),
        Column("customer_name", Kind.NAME, Text("customer", "客户")),
        Column("rep_id", Kind.ID, Text("rep ID", "销售员编号")),
        Column("rep_name", Kind.NAME, Text("rep", "销售员")),
        Column("team", Kind.NAME, Text("team", "团队")),
        Column("region", Kind.NAME, Text("region", "区域")),
        Column("product_id", Kind.ID, Text("product ID", "产品编号")),
        Column("product_name", Kind.NAME, Text("product", "产品")),
        Column("kind", Kind.NAME, Text("kind", "类型"), needed=True),
        Column("score", Kind.RATE, Text("score", "得分"), needed=True),
        Column("csat_score", Kind.RATE, Text("satisfaction", "满意度")),
        Column("nps_score", Kind.RATE, Text("likelihood to recommend", "推荐意愿")),
        Column("scale", Kind.RATE, Text("scale", "量表")),
    ),
)

EVENTS = (
    ORDERS,
    INVOICES,
    PAYMENTS,
    LEADS,
    DEALS,
    STAGE_HISTORY,
    ACTIVITIES,
    SURVEYS,
)
