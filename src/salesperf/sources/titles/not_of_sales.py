"""Whether the names and headers of a table speak of something that has amounts as sales have, and is none.

Pay, stock, attendance, what is planned, spent, bought, owed or asked for: such tables are left to those who know them.
"""

from __future__ import annotations

import re

from salesperf.core.text import folded
from salesperf.sources.rows.raw import RawTable
from salesperf.sources.targets.roles import is_about_targets
from salesperf.sources.titles.about import SPENDING, names_of, said_in

_NAMES = re.compile(
    r"工资|薪|提成|佣金|奖金|社保|考勤|出勤|排班|库存|盘点|进销存|结存|计划|预算|预测|应收|应付|欠款|余额|账龄|采购|进货|入库|"
    r"回款|收款|付款|价格|报价|价目|成本|利润|线索|商机|拜访|满意|"
    r"(?<![a-z])(?:payroll|salar(?:y|ies)|wages?|commissions?|bonus|attendance|roster|shifts?|stock|inventory|plans?|"
    r"planned|budget|forecast|receivables?|payables?|ag(?:e)?ing|balances?|purchas\w+|payments?|receipts?|collections?|"
    r"price|prices|pricing|pricelist|quotes?|quotations?|cogs|profit|leads?|pipeline|visits?|hours|headcount)(?![a-z])"
)
_HEADERS = re.compile(
    r"工资|底薪|基本薪|社保|考勤|出勤|库存|结存|期初|期末|余额|预算|预测|应收|应付|"
    r"(?<![a-z])(?:salary|wages?|payroll|attendance|on hand|in stock|inventory|budget|forecast|balance|opening|closing "
    r"stock|headcount|hours)(?![a-z])"
)


def is_not_of_sales(raw: RawTable) -> bool:
    """Whether a title, the sheet, the file or a header says that the amounts are no sales."""
    names = [folded(name).lower() for name in names_of(raw)]
    headers = [folded(header).lower() for header in raw.header]
    return (
        any(_NAMES.search(name) or SPENDING in said_in(name) for name in names)
        or any(map(_HEADERS.search, headers))
        or any(is_about_targets(text) for text in (*raw.header, *names_of(raw)))
    )
