"""Headers of target sheets in two languages: whose a target is, of what and when; and the columns that hold it."""

from __future__ import annotations

from collections.abc import Mapping

from salesperf.core.late import late
from salesperf.sources.profile import fold_header
from salesperf.tables.header_words import header_words
from salesperf.tables.scope_words import SCOPE_HEADERS

SCOPES: Mapping[str, tuple[str, ...]] = {
    "rep": (
        "employee id", "employee no", "employee number", "rep id", "sales rep id", "salesperson id",
        "business entity id", "employee key", "staff id", "销售员编号", "业务员编号", "员工编号", "工号", "员工工号",
        "人员编号", "职员编码", "rep", "rep name", "sales rep", "sales representative", "salesperson", "sales person",
        "seller", "employee", "employee name", "account executive", "account manager", "owner", "staff", "person",
        "name", "姓名", "员工姓名", "员工", "销售员", "业务员", "销售人员", "销售代表", "销售顾问", "客户经理",
        "负责人",
        "quota owner", "goal owner", "owner name", "assignee", "user", "user name", "full name",
        "业务人员", "人员", "销售", "销售姓名", "业务员姓名", "销售员姓名", "责任人",
    ),
    "product": (
        "product id", "product code", "sku", "产品编号", "产品编码", "商品编码", "product", "product name", "item",
        "产品", "产品名称", "商品", "商品名称", "品名", "型号",
    ),
    "customer": ("customer id", "客户编号", "customer", "customer name", "account", "客户", "客户名称"),
    "team": (
        "team id", "team", "team name", "sales team", "department", "dept", "group", "sales group", "sales office",
        "团队", "团队名称", "部门", "销售部门", "小组", "组别", "销售组", "销售团队", "事业部", "所属部门",
        "所属团队",
    ),
    "category": (
        "category", "product category", "product line", "product group", "品类", "产品类别", "产品线", "类别",
        "产品分类",
        "产品大类",
    ),
    "channel": ("channel", "sales channel", "渠道", "销售渠道", "平台", "店铺", "门店"),
    "region": (
        "region id", "territory id", "sales territory key", "region", "sales region", "territory", "sales territory",
        "area", "zone", "district", "branch", "country", "区域", "大区", "销售区域", "地区", "片区", "省份", "省区",
        "城市",
        "分公司", "办事处", "战区",
    ),
    "company": ("company", "company name", "公司", "公司名称", "法人主体"),
    "": (
        "scope id", "scope name", "target for", "assigned to", "entity", "unit name", "范围编号", "考核对象",
        "责任主体",
        "责任单位", "对象", "名称", "项目单位", "单元", "主体",
    ),
}  # fmt: skip
"""Headers that say whose target a row is, the finest scope first; an id stands before a name."""
LABELS: Mapping[str, tuple[str, ...]] = {
    "scope": SCOPE_HEADERS,
    "metric": (
        "metric", "kpi", "measure", "indicator", "target metric", "target type", "指标", "考核指标", "指标名称",
        "目标类型",
        "考核项目", "指标类型", "kpi指标", "目标项", "项目",
    ),
    "year": ("year", "target year", "fiscal year", "fy", "calendar year", "年", "年份", "年度", "财年", "会计年度"),
    "part": (
        "month", "target month", "quarter", "fiscal quarter", "fiscal month", "half", "月", "月份", "季度", "半年度",
    ),
    "period": (
        "period", "target period", "quota date", "fiscal period", "target date", "date", "month year", "year month",
        "yearmonth", "ym",
        "period start", "start date", "week", "week start",
        "from date", "from", "valid from", "effective from", "begin date", "开始时间", "起始日期", "生效日期",
        "week of", "week beginning", "week commencing", "week starting", "week start date", "week begin",
        "week ending", "week end", "week end date", "week ended", "周开始", "周开始日期", "周起始日期",
        "周结束", "周结束日", "周结束日期", "周截止日", "周", "周次", "周起始日", "起始日", "开始日期", "期间",
        "年月", "考核期", "考核周期", "考核期间", "周期", "目标月份",
        "目标期间", "日期",
        "考核月份",
    ),
    "until": (
        "period end", "end date", "quota end date", "to date", "to", "valid to", "valid until", "effective to",
        "结束日期", "截止日期", "终止日期", "结束日", "截止日", "结束时间", "失效日期",
    ),
    "currency": ("currency", "currency code", "币种", "货币"),
    "unit": ("unit", "units", "uom", "单位", "计量单位"),
    "role": (
        "title", "job title", "position", "role", "job role", "designation", "职务", "岗位", "职位", "岗位名称", "职称",
    ),
}  # fmt: skip
SINCE, UNTIL = "since", "until"
"""The labels of the first and the last day of a period, where two columns tell them."""
FIRST_DAYS = frozenset(
    map(
        fold_header,
        (
            "period start", "start date", "quota start date", "from date", "from", "valid from", "effective from",
            "begin date", "起始日", "起始日期", "开始日期", "开始时间", "生效日期",
        ),
    )
)  # fmt: skip
"""Headers of first days: of periods, or the days on which people came."""
AMOUNTS = (
    "target amount", "target value", "quota amount", "sales quota", "plan amount", "amount", "value", "金额", "数值",
    "指标值",
    "目标值", "任务额", "任务量",
)  # fmt: skip

_DOCUMENT = late(
    r"(?<![a-z])(?:contract|order|po|invoice|deal|opportunity|quotation|quote|tender|agreement)s? ?"
    r"(?:no|nr|number|num|id|#|code)\b|(?:合同|协议|订单|发票|商机|报价单?|投标|标书|单据)(?:编号|编码|单号|号码?|id)$|^单号$"
)


def numbers_documents(header: str) -> bool:
    """Whether a header heads the numbers of contracts, orders or deals.

    >>> numbers_documents("Contract No."), numbers_documents("合同编号"), numbers_documents("Employee No")
    (True, True, False)
    """
    return _DOCUMENT.search(header_words(header)) is not None


def is_first_day(header: str) -> bool:
    """Whether a header names the first day of something: of periods, or of people's time with the company."""
    return fold_header(header) in FIRST_DAYS


def says_scope(header: str) -> bool:
    """Whether a header is one of those that say whose a target is, of whatever scope."""
    return any(fold_header(header) in map(fold_header, words) for words in SCOPES.values())
