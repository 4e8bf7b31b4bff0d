"""docs/data-model.md: the canonical tables, and the headers that are read as their columns."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from importlib.resources import files
from typing import Any

from docs_markdown import code, joined, table
from salesperf.sources.profile import readable
from salesperf.tables.catalog import TABLES
from salesperf.tables.schema import Kind, TableSchema

INTRO = """# Data model · 数据模型

Every export is brought to these tables. A column marked * identifies its table; it may be derived (no order ID: each
row is an order; no amount: quantity × unit price − discount; a name can serve as ID). Headers are compared without
regard to case, blanks, `_`, `-` and full-width forms; the first header in the list that a file has is taken. A unit
beside a header (金额(万美元), `Revenue EUR`) gives its scale and currency. Columns under "Headers read as" that are
not in the table are read to work out others: `unit_cost` and `profit` give `cost`; a yes under `was_returned` or
`was_cancelled` and a no under `was_valid` or `was_confirmed` give `status`.

所有导出文件都归入下列标准表。带 * 的列用于识别表，可以推导得出
（没有订单编号时每行视为一个订单；没有金额时按 数量 × 单价 − 折扣 计算；
名称可以代替编号）。比对表头时不区分大小写、空格、`_`、`-` 和全角半角；同一列有多个候选表头时，取列表中靠前的一个。
表头旁的单位（如“金额(万美元)”、`Revenue EUR`）同时确定数量级与币种。
“可识别的表头”中不属于该表的列用于推导其他列：`unit_cost` 和 `profit` 推导 `cost`；
`was_returned`、`was_cancelled` 为“是”，或 `was_valid`、`was_confirmed` 为“否”时，写入 `status`。
"""

KINDS = {
    Kind.ID: "ID · 编号",
    Kind.NAME: "name · 名称",
    Kind.TEXT: "text · 文本",
    Kind.MONEY: "money, 6 decimals · 金额，6 位小数",
    Kind.QUANTITY: "quantity, 6 decimals · 数量，6 位小数",
    Kind.RATE: "rate, 12 decimals · 比率，12 位小数",
    Kind.DATE: "date · 日期",
    Kind.MOMENT: "date and time · 日期时间",
    Kind.FLAG: "yes or no · 是否",
}

GENERIC = ("generic_en", "generic_zh")

Profile = Mapping[str, Any]


def page() -> str:
    """The whole page."""
    known = profiles()
    named = {name: profile for name, profile in known.items() if name not in GENERIC}
    generic = [known[name] for name in GENERIC if name in known]
    return joined(INTRO, *(_entry(schema, generic) for schema in TABLES), _exports(named))


def profiles() -> dict[str, Profile]:
    """Every export profile of the package by name."""
    folder = files("salesperf.sources") / "profiles"
    found = {path.name.removesuffix(".toml"): path for path in folder.iterdir() if path.name.endswith(".toml")}
    return {name: tomllib.loads(found[name].read_text(encoding="utf-8")) for name in sorted(found)}


def _entry(schema: TableSchema, generic: Sequence[Profile]) -> str:
    rows = [
        (code(column.name) + (" *" if column.needed else ""), column.label.en, column.label.zh, KINDS[column.kind])
        for column in schema.columns
    ]
    headers = [line for column in readable(schema) if (line := _headers(schema.name, column, generic))]
    return joined(
        f"## {schema.name}: {schema.label.en} · {schema.label.zh}",
        f"{schema.grain.en} · {schema.grain.zh}",
        table(("column · 列", "label", "名称", "kind · 类型"), rows),
        "Headers read as · 可识别的表头:" if headers else "",
        "\n".join(headers),
    )


def _headers(table_name: str, column: str, generic: Sequence[Profile]) -> str:
    """One line a column: its headers in order of preference, then those taken only where nothing better is."""
    strong, weak = (
        [header for profile in generic for header in _part(profile, table_name, kind, column)]
        for kind in ("columns", "weak")
    )
    if not strong and not weak:
        return ""
    line = f"* {code(column)}: {', '.join(strong)}"
    return f"{line}; *if nothing better · 无更合适的表头时* {', '.join(weak)}" if weak else line


def _part(profile: Profile, table_name: str, kind: str, column: str) -> Sequence[str]:
    found: Sequence[str] = sections(profile, table_name)[0].get(kind, {}).get(column, ())
    return found


def sections(profile: Profile, table_name: str) -> list[Mapping[str, Any]]:
    """What a profile says of one table; a named export may have several entries for it."""
    found = profile.get("tables", {}).get(table_name, {})
    return found if isinstance(found, list) else [found]


def _exports(named: Mapping[str, Profile]) -> str:
    rows = [
        (code(name), str(profile.get("source", "")), ", ".join(map(code, profile.get("tables", {}))))
        for name, profile in named.items()
    ]
    return joined("## Named exports · 已知的导出格式", table(("profile", "source · 来源", "tables · 表"), rows))
