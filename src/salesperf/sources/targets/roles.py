"""What each column of a target sheet is for: whose target it is, of what, when, or the target itself."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence

from msgspec import Struct

from salesperf.core.text import folded
from salesperf.sources.profile import fold_header, without_unit
from salesperf.sources.targets.period_words import PeriodWord, period_in, sum_word
from salesperf.sources.targets.units import in_brackets
from salesperf.tables.metric_words import metric_of
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
_LABELS: Mapping[str, tuple[str, ...]] = {
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
        "week of", "week beginning", "week commencing", "周", "周次", "周起始日", "起始日", "开始日期", "期间",
        "年月", "考核期", "考核周期", "考核期间", "周期", "目标月份",
        "目标期间", "日期",
        "考核月份",
    ),
    "until": (
        "period end", "end date", "quota end date", "to date", "to", "valid to", "valid until", "effective to", "due date",
        "结束日期", "截止日期", "终止日期", "结束日", "截止日", "结束时间", "失效日期",
    ),
    "currency": ("currency", "currency code", "币种", "货币"),
    "unit": ("unit", "units", "uom", "单位", "计量单位"),
}  # fmt: skip
SINCE, UNTIL = "since", "until"
"""The labels of the first and the last day of a period, where two columns tell them."""
_FIRST_DAYS = frozenset(
    map(
        fold_header,
        (
            "period start", "start date", "quota start date", "from date", "from", "valid from", "effective from",
            "begin date", "起始日", "起始日期", "开始日期", "开始时间", "生效日期",
        ),
    )
)  # fmt: skip
"""Headers of first days: of periods, or the days on which people came."""
_AMOUNTS = (
    "target amount", "target value", "quota amount", "sales quota", "plan amount", "amount", "value", "金额", "数值",
    "指标值",
    "目标值", "任务额", "任务量",
)  # fmt: skip
_IS_TARGET = re.compile(
    r"(?<![a-z])(?:target|quota|goal|plan|planned|budget|objective)s?(?![a-z])|目标|任务|指标值?|计划|预算|保底|冲刺"
)
_IS_NONE = re.compile(
    r"(?<![a-z])(?:actuals?|achieved|achievement|attainment|attained|result|ytd|yoy|mom|growth|variance|gap|diff|"
    r"difference|share|rank|forecast|last year|ly|remarks?|notes?|comments?)(?![a-z])|"
    r"实际|完成|实绩|达成|累计|同比|环比|增长|增幅|差额|差异|缺口|占比|比重|排名|上年|去年|备注|说明|达标|率$|%|序号"
)


class ValueColumn(Struct, frozen=True):
    """A column of targets: the period its header names, None where the rows do, and its own words for the metric."""

    header: str
    period: PeriodWord | None
    words: str


class Roles(Struct, frozen=True):
    """The columns of a target sheet by what they are for.

    `scopes` are pairs of scope and header, the finest first; `labels` maps `scope`, `metric`, `year`, `part`, `period`,
    `currency` and `unit` to a header; `others` are columns beside the targets that are none (actuals, shares).
    """

    scopes: tuple[tuple[str, str], ...]
    labels: Mapping[str, str]
    values: tuple[ValueColumn, ...]
    others: tuple[str, ...]

    @property
    def is_wide(self) -> bool:
        """Whether periods stand across."""
        return any(column.period is not None for column in self.values)

    @property
    def labelled(self) -> tuple[str, ...]:
        """The headers that are no numbers."""
        return (*(header for _, header in self.scopes), *self.labels.values())

    @property
    def says_target(self) -> bool:
        """Whether a header itself says that its numbers are targets."""
        return any(is_about_targets(column.header) for column in self.values)


def is_about_targets(text: str) -> bool:
    """Whether a header, title or name speaks of targets."""
    spaced = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", folded(text)).lower().replace("_", " ")
    return _IS_TARGET.search(spaced) is not None


def roles_of(
    header: Sequence[str],
    *,
    names: Mapping[str, str],
    told: Mapping[str, str],
    numeric: Collection[str],
    years: Collection[str],
) -> Roles:
    """Judge the headers of a sheet; `told` maps canonical columns to headers.

    `numeric` are columns of numbers, `years` those of years: FY heads a year, or the sum of its quarters.
    """
    labels = _labels(header, told, years)
    scopes = _scopes(header, told)
    taken = {*labels.values(), *(text for _, text in scopes)}
    free = [text for text in header if text not in taken]
    months = _bare_months(free)
    across: list[ValueColumn] = []
    others: list[str] = []
    for text in free:
        column = _value_column(text, months)
        if column is not None and is_target(column.words, names):
            across.append(column)
        else:
            others.append(text)
    if not any(column.period is not None and not column.period.is_sum for column in across):
        across = []
    values = tuple(across) or _down(free, told, names=names, numeric=numeric)
    used = {column.header for column in values}
    return Roles(scopes, labels, values, tuple(text for text in free if text not in used))


def is_target(words: str, names: Mapping[str, str]) -> bool:
    """Whether what a header says beside its period lets its numbers be targets: 1月目标 does, 1月完成率 does not."""
    if not words or metric_of(words, names):
        return True
    return is_about_targets(words) or not _IS_NONE.search(folded(words).lower())


def _labels(header: Sequence[str], told: Mapping[str, str], years: Collection[str]) -> dict[str, str]:
    found = {column: text for column, text in told.items() if column in _LABELS and text in header}
    for column, words in _LABELS.items():
        known = {fold_header(word): rank for rank, word in enumerate(words)}
        fits = sorted(
            (known[fold_header(text)], place, text)
            for place, text in enumerate(header)
            if fold_header(text) in known and text not in told.values() and (column != "year" or text in years)
        )
        if fits:
            found.setdefault(column, fits[0][2])
    return _with_both_days(header, found)


def _with_both_days(header: Sequence[str], found: dict[str, str]) -> dict[str, str]:
    """The labels with a first and a last day in the place of any other words for the period; a last day needs a first.

    An only first day is a period that runs up to the next one.
    """
    first = next((text for text in header if fold_header(text) in _FIRST_DAYS), None)
    last = found.pop(UNTIL, None)
    if first is None or last is None:
        return found
    others = {column: text for column, text in found.items() if column not in {"period", "part"}}
    return others | {SINCE: first, UNTIL: last}


def is_first_day(header: str) -> bool:
    """Whether a header names the first day of something: of periods, or of people's time with the company."""
    return fold_header(header) in _FIRST_DAYS


def _scopes(header: Sequence[str], told: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    own = told.get("scope_id")
    found: list[tuple[str, str]] = []
    for scope, words in SCOPES.items():
        known = {fold_header(word): rank for rank, word in enumerate(words)}
        fits = sorted(
            (known[fold_header(text)], place, text) for place, text in enumerate(header) if fold_header(text) in known
        )
        if fits and fits[0][2] not in told.values():
            found.append((scope, fits[0][2]))
    if own is not None and own in header:
        kind = next((scope for scope, words in SCOPES.items() if fold_header(own) in map(fold_header, words)), "")
        return ((kind, own), *(pair for pair in found if pair[1] != own))
    return tuple(found)


def _bare_months(header: Sequence[str]) -> frozenset[str]:
    """The headers 1, 2, ... 12 where all twelve stand in order: months."""
    bare = [text for text in header if folded(text).isdecimal() and len(text) <= 2]  # noqa: PLR2004 -- two digits
    return frozenset(bare) if [int(text) for text in bare] == list(range(1, 13)) else frozenset()


def _value_column(text: str, months: frozenset[str]) -> ValueColumn | None:
    if text in months:
        return ValueColumn(text, PeriodWord(1, int(text)), "")
    bare = without_unit(text)
    if (whole := sum_word(bare)) is not None:
        return ValueColumn(text, whole, "")
    found = period_in(bare) or period_in(in_brackets(text))
    if found is None:
        return _sum_with_words(text, bare)
    period, words = found
    return ValueColumn(text, period, words if period_in(bare) else bare)


def _sum_with_words(text: str, bare: str) -> ValueColumn | None:
    """全年目标, Total target, Annual revenue target: a sum with words of its own beside it."""
    match = re.match(r"^(全年|年度|annual|full year|year|total|合计)(.+)$", folded(bare).lower())
    whole = sum_word(match[1]) if match else None
    return ValueColumn(text, whole, match[2].strip()) if match and whole else None


def _down(
    free: Sequence[str], told: Mapping[str, str], *, names: Mapping[str, str], numeric: Collection[str]
) -> tuple[ValueColumn, ...]:
    """The columns of targets of a sheet with a row a period: those that say so, else the only one it can be."""
    own = told.get("amount")
    if own is not None and own in free:
        return (ValueColumn(own, None, without_unit(own)),)
    numbers = [text for text in free if text in numeric]
    said = [text for text in numbers if is_about_targets(text) and is_target(without_unit(text), names)]
    if not said:
        amounts = {fold_header(word) for word in _AMOUNTS}
        said = [text for text in numbers if fold_header(without_unit(text)) in amounts][:1]
    return tuple(ValueColumn(text, None, without_unit(text)) for text in said)
