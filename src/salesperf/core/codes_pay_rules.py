"""Issue codes of what commission rules need and the files do not tell (F61)."""

from __future__ import annotations

from salesperf.core.code import Code
from salesperf.core.errors import Severity
from salesperf.core.text import Text

PAY_RULES: tuple[Code, ...] = (
    Code(
        "F610",
        Severity.ERROR,
        Text("sales that no rate of the plan fits", "方案中没有适用比例的销售"),
        Text(
            "add a row to the rates that fits, or say `default`, which may be 0",
            "请增加适用的比例行，或设置 default（可以为 0）",
        ),
    ),
    Code(
        "F611",
        Severity.ERROR,
        Text("measure that its parts do not add up to", "各部分之和不等于整体的指标"),
        Text(
            "take a measure that adds up, such as net_revenue or units, or leave the parts out",
            "请使用可以相加的指标（如 net_revenue 或 units），或不作区分",
        ),
    ),
    Code(
        "F612",
        Severity.ERROR,
        Text("sales that two rates of the plan fit", "方案中有两行比例同时适用的销售"),
        Text(
            "name a product or customer in one way only, by its id or by its name, or add a row with more keys",
            "同一产品或客户只用一种写法（编号或名称），或增加条件更多的一行",
        ),
    ),
    Code(
        "F613",
        Severity.ERROR,
        Text("credited sales whose cost is not known", "计提业绩缺少成本"),
        Text(
            "fill in the cost of these lines, or of their products, or leave them out with `where`",
            "请补齐这些明细或其产品的成本，或用 where 排除",
        ),
    ),
    Code(
        "F614",
        Severity.ERROR,
        Text("credited sales whose list price is not known", "计提业绩缺少标价"),
        Text(
            "fill in the list price or the discount of these lines, or leave them out with `where`",
            "请补齐这些明细的标价或折扣，或用 where 排除",
        ),
    ),
    Code(
        "F615",
        Severity.ERROR,
        Text("returns whose discount is not known", "折扣未知的退货"),
        Text(
            "say `rate_of_returns`, the rate at which they are taken back",
            "请设置 rate_of_returns，即退货扣回所用的比例",
        ),
    ),
    Code(
        "F616",
        Severity.ERROR,
        Text("somebody sold and has no target that a rule asks for", "有业绩的人缺少规则所需的目标"),
        Text(
            'give the targets of those named, or say [quota] missing = "unpaid"',
            '请提供所列人员的目标，或写 [quota] missing = "unpaid"',
        ),
    ),
    Code(
        "F617",
        Severity.ERROR,
        Text("credited sales whose quantity is not known", "计提业绩缺少数量"),
        Text(
            "fill in the quantity of these lines, or leave them out with `where`",
            "请补齐这些明细的数量，或用 where 排除",
        ),
    ),
    Code(
        "F618",
        Severity.ERROR,
        Text("credited sales whose customer is not known", "计提业绩缺少客户"),
        Text(
            'name the customer of these lines, or leave them out with where = ["customer!=-"]',
            '请补齐这些明细的客户，或用 where = ["客户!=-"] 排除',
        ),
    ),
)
