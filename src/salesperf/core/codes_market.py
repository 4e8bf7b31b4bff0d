"""Issue codes of what selling costs and brings (F555 on): costs, markets, campaigns."""

from __future__ import annotations

from salesperf.core.code import Code
from salesperf.core.errors import Severity
from salesperf.core.text import Text

MARKET: tuple[Code, ...] = (
    Code(
        "F555",
        Severity.WARNING,
        Text("kind of cost that nobody declared", "未声明的费用类型"),
        Text(
            "declare the kind as sales, marketing or neither under [kpi.cost_kinds]; until then it is in no number",
            "在 [kpi.cost_kinds] 中将该类型声明为 sales、marketing 或 neither；在此之前不计入任何数字",
        ),
    ),
    Code(
        "F556",
        Severity.WARNING,
        Text("cost without a date or an amount", "费用缺少日期或金额"),
        Text("fill in the cell; until then the cost is in no number", "补填该单元格；在此之前该笔费用不计入任何数字"),
    ),
)
