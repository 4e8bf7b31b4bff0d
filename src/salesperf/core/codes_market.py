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
    Code(
        "F560",
        Severity.WARNING,
        Text("market size of nothing that is sold", "市场规模的范围与销售不符"),
        Text(
            "say in the scope whether the row is of the company, a region, a category, a product or a channel, and of "
            "which; until then the row is not taken",
            "在范围列中注明该行针对全公司、区域、品类、产品还是渠道，以及具体是哪一个；在此之前不采用该行",
        ),
    ),
    Code(
        "F561",
        Severity.WARNING,
        Text("market size without a period", "市场规模缺少期间"),
        Text("write the period as 2026, 2026-Q1 or 2026-03", "请将期间写成 2026、2026-Q1 或 2026-03"),
    ),
    Code(
        "F562",
        Severity.WARNING,
        Text("market size of what no sale names", "市场规模针对的对象未出现在销售中"),
        Text(
            "write the name as the sales write it; where nothing was sold there, the share is zero",
            "名称请与销售数据保持一致；如当地确无销售，则份额为零",
        ),
    ),
    Code(
        "F563",
        Severity.WARNING,
        Text("market size that cannot be taken", "无法采用的市场规模"),
        Text("give an amount above zero in the currency of the sales", "请提供大于零、且与销售币种一致的金额"),
    ),
    Code(
        "F564",
        Severity.WARNING,
        Text("two market sizes for one period", "同一期间有两个市场规模"),
        Text("keep the one that holds; until then none of them is taken", "请保留有效的一个；在此之前均不采用"),
    ),
)
