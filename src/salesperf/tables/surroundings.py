"""Canonical tables of what events refer to or are judged by: who, what, targets, rates, agreements."""

from __future__ import annotations

from salesperf.core.text import Text
from salesperf.tables.schema import Column, Kind, TableSchema

CUSTOMERS = TableSchema(
    "customers",
    Text("customers", "客户"),
    Text("one row a customer", "每行一个客户"),
    (
        Column("customer_id", Kind.ID, Text("customer ID", "客户编号"), needed=True),
        Column("customer_name", Kind.NAME, Text("customer", "客户")),
        Column("industry", Kind.NAME, Text("industry", "行业")),
        Column("region", Kind.NAME, Text("region", "区域")),
        Column("created_date", Kind.DATE, Text("created", "创建日期")),
        Column("rep_id", Kind.ID, Text("rep ID", "销售员编号")),
        Column("level", Kind.NAME, Text("level", "级别")),
    ),
)

PRODUCTS = TableSchema(
    "products",
    Text("products", "产品"),
    Text("one row a product", "每行一个产品"),
    (
        Column("product_id", Kind.ID, Text("product ID", "产品编号"), needed=True),
        Column("product_name", Kind.NAME, Text("product", "产品")),
        Column("category", Kind.NAME, Text("category", "产品类别")),
        Column("list_price", Kind.MONEY, Text("list price", "标价")),
        Column("cost", Kind.MONEY, Text("unit cost", "单位成本")),
        Column("launch_date", Kind.DATE, Text("launched", "上市日期")),
    ),
)

PEOPLE = TableSchema(
    "people",
    Text("people", "人员"),
    Text("one row a person and validity", "每行一人一段有效期"),
    (
        Column("rep_id", Kind.ID, Text("rep ID", "销售员编号"), needed=True),
        Column("rep_name", Kind.NAME, Text("rep", "销售员")),
        Column("employee_no", Kind.ID, Text("second ID", "工号")),
        Column("team", Kind.NAME, Text("team", "团队")),
        Column("manager_id", Kind.ID, Text("manager", "经理")),
        Column("role", Kind.NAME, Text("role", "职务")),
        Column("level", Kind.NAME, Text("level", "级别")),
        Column("hire_date", Kind.DATE, Text("hired", "入职日期")),
        Column("leave_date", Kind.DATE, Text("left", "离职日期")),
        Column("region", Kind.NAME, Text("region", "区域")),
        Column("fte", Kind.RATE, Text("FTE", "全职当量")),
        Column("valid_from", Kind.DATE, Text("valid from", "生效日期")),
        Column("valid_to", Kind.DATE, Text("valid to", "失效日期")),
    ),
)

TARGETS = TableSchema(
    "targets",
    Text("targets", "目标"),
    Text("one row a scope, metric and period", "每行一个范围、指标与期间"),
    (
        Column("scope", Kind.NAME, Text("scope", "范围"), needed=True),
        Column("scope_id", Kind.ID, Text("scope ID", "范围编号")),
        Column("metric", Kind.NAME, Text("metric", "指标"), needed=True),
        Column("period", Kind.TEXT, Text("period", "期间"), needed=True),
        Column("amount", Kind.MONEY, Text("target", "目标"), needed=True),
        Column("currency", Kind.TEXT, Text("currency", "币种")),
        Column("unit", Kind.TEXT, Text("unit", "单位")),
        Column("role", Kind.NAME, Text("role", "职务")),
    ),
)

MARKET = TableSchema(
    "market",
    Text("market", "市场规模"),
    Text("one row a period and scope", "每行一个期间与范围"),
    (
        Column("period", Kind.TEXT, Text("period", "期间"), needed=True),
        Column("scope", Kind.NAME, Text("scope", "范围")),
        Column("scope_id", Kind.ID, Text("scope ID", "范围编号")),
        Column("region", Kind.NAME, Text("region", "区域")),
        Column("category", Kind.NAME, Text("category", "产品类别")),
        Column("product_id", Kind.ID, Text("product ID", "产品编号")),
        Column("product_name", Kind.NAME, Text("product", "产品")),
        Column("channel", Kind.NAME, Text("channel", "渠道")),
        Column("market_size", Kind.MONEY, Text("market size", "市场规模"), needed=True),
        Column("largest_rival", Kind.MONEY, Text("sales of the largest rival", "最大竞争对手销售额")),
        Column("currency", Kind.TEXT, Text("currency", "币种")),
        Column("source", Kind.TEXT, Text("source", "来源")),
    ),
)

COSTS = TableSchema(
    "costs",
    Text("costs", "费用"),
    Text("one row a cost", "每行一笔费用"),
    (
        Column("cost_date", Kind.DATE, Text("date", "日期"), needed=True),
        Column("period", Kind.TEXT, Text("period", "期间")),
        Column("kind", Kind.NAME, Text("kind", "类型"), needed=True),
        Column("channel", Kind.NAME, Text("channel", "渠道")),
        Column("campaign", Kind.NAME, Text("campaign", "活动")),
        Column("rep_id", Kind.ID, Text("rep ID", "销售员编号")),
        Column("rep_name", Kind.NAME, Text("rep", "销售员")),
        Column("team", Kind.NAME, Text("team", "团队")),
        Column("region", Kind.NAME, Text("region", "区域")),
        Column("amount", Kind.MONEY, Text("amount", "金额"), needed=True),
        Column("currency", Kind.TEXT, Text("currency", "币种")),
    ),
)

CAMPAIGNS = TableSchema(
    "campaigns",
    Text("campaigns", "营销活动"),
    Text("one row a campaign", "每行一个活动"),
    (
        Column("campaign", Kind.NAME, Text("campaign", "活动"), needed=True),
        Column("name", Kind.NAME, Text("name", "名称")),
        Column("start", Kind.DATE, Text("start", "开始"), needed=True),
        Column("end", Kind.DATE, Text("end", "结束"), needed=True),
        Column("cost", Kind.MONEY, Text("cost", "费用")),
        Column("channel", Kind.NAME, Text("channel", "渠道")),
    ),
)

FX_RATES = TableSchema(
    "fx_rates",
    Text("exchange rates", "汇率"),
    Text("one row a currency and date", "每行一个币种与日期"),
    (
        Column("currency", Kind.TEXT, Text("currency", "币种"), needed=True),
        Column("rate_date", Kind.DATE, Text("date", "日期"), needed=True),
        Column("rate", Kind.RATE, Text("rate", "汇率"), needed=True),
    ),
)

REVIEWS = TableSchema(
    "reviews",
    Text("reviews", "考评"),
    Text("one row a rating", "每行一次评分"),
    (
        Column("period", Kind.TEXT, Text("period", "期间"), needed=True),
        Column("rep_id", Kind.ID, Text("rep ID", "销售员编号"), needed=True),
        Column("rater_id", Kind.ID, Text("rater", "评分人")),
        Column("rater_group", Kind.NAME, Text("rater group", "评分人群"), needed=True),
        Column("dimension", Kind.NAME, Text("dimension", "维度"), needed=True),
        Column("score", Kind.RATE, Text("score", "得分"), needed=True),
        Column("comment", Kind.TEXT, Text("comment", "评语")),
    ),
)

ACTIONS = TableSchema(
    "actions",
    Text("actions", "改进行动"),
    Text("one row an action", "每行一项行动"),
    (
        Column("action_id", Kind.ID, Text("action ID", "行动编号")),
        Column("raised_on", Kind.DATE, Text("raised", "提出日期")),
        Column("owner", Kind.ID, Text("owner", "负责人"), needed=True),
        Column("due", Kind.DATE, Text("due", "到期"), needed=True),
        Column("done_on", Kind.DATE, Text("done", "完成日期")),
        Column("status", Kind.TEXT, Text("status", "状态")),
        Column("text", Kind.TEXT, Text("text", "内容"), needed=True),
    ),
)

CUSTOMER_SUMMARY = TableSchema(
    "customer_summary",
    Text("customer summary", "客户汇总"),
    Text("one row a customer, pre-aggregated", "每行一个客户（已汇总）"),
    (
        Column("customer_id", Kind.ID, Text("customer ID", "客户编号"), needed=True),
        Column("last_date", Kind.DATE, Text("last order", "最近购买"), needed=True),
        Column("orders", Kind.QUANTITY, Text("orders", "订单数"), needed=True),
        Column("revenue", Kind.MONEY, Text("revenue", "销售额"), needed=True),
    ),
)

SPLITS = TableSchema(
    "splits",
    Text("credit splits", "业绩分摊"),
    Text("one row an event and rep", "每行一个事件与销售员"),
    (
        Column("event_id", Kind.ID, Text("event ID", "事件编号"), needed=True),
        Column("rep_id", Kind.ID, Text("rep ID", "销售员编号"), needed=True),
        Column("share", Kind.TEXT, Text("share", "份额"), needed=True),
        Column("kind", Kind.NAME, Text("kind", "类型")),
    ),
)

ASSIGNMENTS = TableSchema(
    "assignments",
    Text("plan assignments", "方案分配"),
    Text("one row a rep, plan and span of days", "每行一个销售员、方案与起止日期"),
    (
        Column("rep_id", Kind.ID, Text("rep ID", "销售员编号"), needed=True),
        Column("plan", Kind.NAME, Text("plan", "方案"), needed=True),
        Column("role", Kind.NAME, Text("role", "职务")),
        Column("from", Kind.DATE, Text("from", "起"), needed=True),
        Column("to", Kind.DATE, Text("to", "止")),
    ),
)

HIERARCHY = TableSchema(
    "hierarchy",
    Text("hierarchy", "上下级关系"),
    Text("one row a rep, manager and span of days", "每行一个销售员、上级与起止日期"),
    (
        Column("rep_id", Kind.ID, Text("rep ID", "销售员编号"), needed=True),
        Column("manager_id", Kind.ID, Text("manager", "经理"), needed=True),
        Column("from", Kind.DATE, Text("from", "起"), needed=True),
        Column("to", Kind.DATE, Text("to", "止")),
    ),
)

ADJUSTMENTS = TableSchema(
    "adjustments",
    Text("adjustments", "调整"),
    Text("one row an adjustment", "每行一笔调整"),
    (
        Column("rep_id", Kind.ID, Text("rep ID", "销售员编号"), needed=True),
        Column("period", Kind.TEXT, Text("period", "期间"), needed=True),
        Column("amount", Kind.MONEY, Text("amount", "金额"), needed=True),
        Column("reason", Kind.TEXT, Text("reason", "原因"), needed=True),
    ),
)

OPENING_BALANCES = TableSchema(
    "opening_balances",
    Text("opening balances", "期初余额"),
    Text("one row a rep and kind", "每行一个销售员与类型"),
    (
        Column("rep_id", Kind.ID, Text("rep ID", "销售员编号"), needed=True),
        Column("kind", Kind.NAME, Text("kind", "类型"), needed=True),
        Column("as_of", Kind.DATE, Text("as of", "截至"), needed=True),
        Column("amount", Kind.MONEY, Text("amount", "金额"), needed=True),
    ),
)

SURROUNDINGS = (
    CUSTOMERS,
    PRODUCTS,
    PEOPLE,
    TARGETS,
    MARKET,
    COSTS,
    CAMPAIGNS,
    FX_RATES,
    REVIEWS,
    ACTIONS,
    CUSTOMER_SUMMARY,
    SPLITS,
    ASSIGNMENTS,
    HIERARCHY,
    ADJUSTMENTS,
    OPENING_BALANCES,
)
