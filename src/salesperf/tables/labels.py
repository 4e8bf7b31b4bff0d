"""What people call canonical tables and columns; in Chinese with the name behind it that settings use."""

from __future__ import annotations

import re

from salesperf.core.text import Text, same
from salesperf.tables.catalog import TABLES

_PHRASES = {
    "due_date (with payments by invoice_id)": "到期日（due_date，且回款注明 invoice_id）",
    "kind with known words": "含可识别词语的类型（kind）",
    "planned and completed": "计划标记（planned）和完成标记（completed）",
    "answers on satisfaction": "满意度答卷",
    "answers on recommendation": "推荐意愿答卷",
    "times of day in created_at and first_response_at": (
        "含具体时刻的创建时间（created_at）和首次响应（first_response_at）"
    ),
    "first_response_at without times of day": "不含具体时刻的首次响应（first_response_at）",
}
"""Needs that are more than a choice of columns."""
_ENTITIES = {
    "rep": "销售员",
    "customer": "客户",
    "product": "产品",
    "manager": "经理",
    "level": "客户级别",
    "source": "来源",
}
"""What has an id or a name, and is asked for as one."""
_OR = re.compile(r", | or ")


def table_words(name: str) -> Text:
    """A table in words.

    >>> table_words("payments")
    Text(en='payments', zh='回款（payments）')
    """
    if name not in TABLES.keys:
        return same(name)
    return Text(name, f"{TABLES[name].label.zh}（{name}）")


def column_words(names: str, *, table: str | None = None) -> Text:
    """A column, or the choice of several, in words; `table` says of which it is, where it is of one.

    >>> column_words("rep_id or rep_name", table="payments").zh
    '销售员编号（rep_id）或销售员（rep_name）'
    """
    if names in _PHRASES:
        return Text(names, _PHRASES[names])
    return Text(names, "或".join(_chinese(name, table) for name in _OR.split(names)))


def _chinese(name: str, table: str | None) -> str:
    tables = [TABLES[table]] if table is not None and table in TABLES.keys else []
    labels = (column.label.zh for one in (*tables, *TABLES) for column in one.columns if column.name == name)
    label = _ENTITIES.get(name) or next(labels, None)
    return name if label is None else f"{label}（{name}）"
