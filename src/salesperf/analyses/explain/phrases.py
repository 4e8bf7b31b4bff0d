"""The words of an explanation."""

from __future__ import annotations

from salesperf.core.text import Text

TITLE = Text("Where {name} comes from", "{name}的来源")
PARTS = Text("Formula", "公式")
PART = Text("part", "组成")
FORMULA = Text("formula", "公式")
VALUE = Text("value", "数值")
MEANING = Text("meaning", "含义")
ROWS = Text("Rows behind it", "对应的明细行")
ONLY = Text("{formula}, only lines with {conditions}", "{formula}，仅计{conditions}的明细")
HOW = {
    "sum": Text("sum over lines", "按明细求和"),
    "distinct": Text("distinct count", "去重计数"),
    "customers": Text("count by customer", "按客户计数"),
    "count": Text("lines that have it", "有该值的明细数"),
    "median": Text("median over lines", "明细的中位数"),
    "balance": Text("sum over all lines up to the end", "截至期末全部明细之和"),
    "covered": Text("sum of rows that cover the period", "覆盖整个期间的各行之和"),
    "days": Text("days of the period", "期间天数"),
    "months": Text("months of the period", "期间月数"),
}
MORE = Text(
    "{total} rows are behind it, the largest first; --format csv lists all of them",
    "共{total}行，按金额从大到小排列；使用 --format csv 可列出全部",
)
IDLE = Text(
    "not among the rows: what earns nothing, in all the data {idle:line|lines} ({cancelled} cancelled, {open} open)",
    "不计业绩的明细未列出：全部数据中共{idle}行（取消{cancelled}行，未付或未完成{open}行）",
)
AS_OF = Text("as of {day}; {count:later line is|later lines are} left out", "截至{day}；其后的{count}行未计入")
EARLY = Text(
    "{count:line|lines} left out: dated before {day}, which is years before the rest",
    "{count}行未计入：日期早于{day}，与其余日期相距多年",
)
POOLED = Text(
    "the parts are added up over the complete months from the second on; use --period for one period",
    "各组成部分为自第二个月起各完整月的合计；指定 --period 可看单个期间",
)
HISTORY = Text(
    "this metric also looks at each customer's earlier purchases; the rows are those of the period",
    "该指标还取决于客户此前的购买；此处仅列出期间内的明细",
)
