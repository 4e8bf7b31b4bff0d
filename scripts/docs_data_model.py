"""docs/data-model.md: the canonical tables, and the headers that are read as their columns."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from importlib.resources import files
from typing import Any

from docs_markdown import code, joined, table
from salesperf.tables.catalog import TABLES
from salesperf.tables.schema import Kind, TableSchema

INTRO = """# Data model · 数据模型

Every export is brought to these tables. A column marked * identifies its table; it may be derived (no order ID: each
row is an order; no amount: quantity × unit price − discount; a name can serve as ID). Headers are compared without
regard to case, blanks, `_`, `-` and full-width forms; the first header in the list that a file has is taken.

所有导出文件都归入下列标准表。带 * 的列用于识别表，可以推导得出
（没有订单编号时每行视为一个订单；没有金额时按 数量 × 单价 − 折扣 计算；
名称可以代替编号）。比对表头时不区分大小写、空格、`_`、`-` 和全角半角；同一列有多个候选表头时，取列表中靠前的一个。
"""

KINDS = {
    Kind.ID: "ID · 编号",
    Kind.NAME: "name · 名称",
    Kind.TEXT: "text · 文本",
    Kind.MONEY: "money, 6 decimals · 金额，6 位小数",
    Kind.QUANTITY: "quantity, 6 decimals · 数量，6 位小数",
    Kind.RATE: "rate, 12 decimals · 比率，12 位小数",
    Kind.DATE: "date · 日期",
    Kind.FLAG: "yes or no · 是否",
}

GENERIC = ("generic_en", "generic_zh")


def profiles() -> dict[str, Mapping[str, Any]]:
    """Every export profile of the package by name."""
    folder = files("salesperf.sources") / "profiles"
    found = {path.name.removesuffix(".toml"): path for path in folder.iterdir() if path.name.endswith(".toml")}
    return {name: tomllib.loads(found[name].read_text(encoding="utf-8")) for name in sorted(found)}


def page() -> str:
    """The whole page."""
    known = profiles()
    named = [name for name in known if name not in GENERIC]
    return joined(
        INTRO,
        f"Named exports · 已知的导出格式: {', '.join(map(code, named))}" if named else "",
        *(_entry(schema, known) for schema in TABLES),
    )


def _entry(schema: TableSchema, known: Mapping[str, Mapping[str, Any]]) -> str:
    rows = [
        (
            code(column.name) + (" *" if column.needed else ""),
            f"{column.label.en} · {column.label.zh}",
            KINDS[column.kind],
            ", ".join(_headers(schema.name, column.name, known)),
        )
        for column in schema.columns
    ]
    return joined(
        f"## {schema.name}: {schema.label.en} · {schema.label.zh}",
        f"{schema.grain.en} · {schema.grain.zh}",
        table(("column · 列", "label · 名称", "kind · 类型", "headers read as it · 可识别的表头"), rows),
    )


def _headers(table_name: str, column: str, known: Mapping[str, Mapping[str, Any]]) -> Sequence[str]:
    """Headers of the generic profiles, in order of preference."""
    return [
        code(alias)
        for name in GENERIC
        for alias in known.get(name, {}).get("tables", {}).get(table_name, {}).get(column, ())
    ]
