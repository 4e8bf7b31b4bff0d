"""docs/metrics.md: every metric with its meaning, formula and worked example."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from typing import assert_never

from docs_markdown import block, code, joined
from salesperf.core.text import Text
from salesperf.core.unit import Unit
from salesperf.metrics.atoms import ATOMS
from salesperf.metrics.catalog import CATALOG
from salesperf.metrics.catalog.of_targets import OF_TARGETS, TargetMeasure
from salesperf.metrics.model import Better, Derived, Distinct, Example, Formula, Metric, Ratio, Simple, Snapshot

INTRO = """# Metrics · 指标

Every metric is worked out again for each row and for the total; totals are never added up. "–" means that there is
no answer, and the report says why; zero is 0. The examples below are run by the tests. Metrics of your own are
written under `[metrics.custom.NAME]` ([config.md](config.md)).

每一行和合计行的指标都重新计算，合计从不由各行相加。“–”表示没有结果，报告会说明原因；零就是 0。下列算例由测试逐一验算。
自定义指标写在 `[metrics.custom.名称]` 下（见 [config.md](config.md)）。
"""

UNITS = {
    Unit.MONEY: ("money", "金额"),
    Unit.PRICE: ("money per piece", "单价"),
    Unit.COUNT: ("count", "计数"),
    Unit.QUANTITY: ("quantity", "数量"),
    Unit.RATIO: ("share", "比率"),
    Unit.CHANCE: ("probability", "概率"),
    Unit.GROWTH: ("change", "变动率"),
    Unit.POINTS: ("percentage points", "百分点"),
    Unit.SCORE: ("score from -100 to 100", "净分值（-100 至 100）"),
    Unit.DAYS: ("days", "天"),
    Unit.HOURS: ("hours", "小时"),
    Unit.NUMBER: ("number", "数值"),
}
BETTER = {
    Better.UP: ("higher is better", "越高越好"),
    Better.DOWN: ("lower is better", "越低越好"),
    Better.NEITHER: ("neither direction is better", "不分高低"),
}


Tables = tuple[tuple[str, str], ...]


def page() -> str:
    """The whole page."""
    examples = [*(metric.example for metric in CATALOG if metric.example), *(one.example for one in OF_TARGETS)]
    companies = list(dict.fromkeys(example.tables for example in examples))
    groups = dict.fromkeys(metric.group for metric in CATALOG)
    return joined(
        INTRO,
        *(_group(group, companies) for group in groups),
        "## Against targets · 对照目标",
        *(_of_targets(measure, companies) for measure in OF_TARGETS),
        "## Rows of the examples · 算例数据",
        *(_company(number, tables) for number, tables in enumerate(companies, 1)),
    )


def _group(group: str, companies: Sequence[Tables]) -> str:
    metrics = [metric for metric in CATALOG if metric.group == group]
    entries = [_entry(metric, formula_words(metric.formula), metric.meaning, companies) for metric in metrics]
    return joined(f"## {group.capitalize()}", *entries)


def _of_targets(measure: TargetMeasure, companies: Sequence[Tables]) -> str:
    command = code(f"salesperf {measure.command}")
    meaning = Text(f"{measure.meaning.en} ({command})", f"{measure.meaning.zh}（{command}）")
    return _entry(measure, f"{code(measure.formula.en)} · {code(measure.formula.zh)}", meaning, companies)


def _entry(one: Metric | TargetMeasure, formula: str, meaning: Text, companies: Sequence[Tables]) -> str:
    units, better = UNITS[one.unit], BETTER[one.better]
    return joined(
        f"### {one.key}",
        f"**{one.label.en}** · **{one.label.zh}** — {units[0]}, {better[0]} · {units[1]}，{better[1]}",
        f"{meaning.en}\n\n{meaning.zh}",
        f"Formula · 公式: {formula}",
        _example(one.example, companies) if one.example else "",
    )


def formula_words(formula: Formula) -> str:
    """The formula as code, with the meaning of what it is made of."""
    match formula:
        case Simple(atom):
            return f"{code(f'sum({atom})')}{_atoms(atom)}"
        case Distinct(atom):
            return f"{code(f'count_distinct({atom})')}{_atoms(atom)}"
        case Snapshot(atom):
            return f"{code(f'at_end({atom})')}{_atoms(atom)}"
        case Ratio(numerator, denominator, positive):
            condition = f" where {code(f'{denominator} > 0')}" if positive else ""
            return f"{code(f'{numerator} / {denominator}')}{condition}{_atoms(f'{numerator} {denominator}')}"
        case Derived(expression):
            return f"{code(expression)}{_atoms(expression)}"
        case _:
            assert_never(formula)


def _atoms(expression: str) -> str:
    """The atoms named in an expression, explained; metrics are explained under their own heading."""
    names = dict.fromkeys(re.findall(r"[a-z]\w*", expression))
    told = [
        f"{code(name)}: {ATOMS[name].meaning.en} ({ATOMS[name].meaning.zh})"
        for name in names
        if name in ATOMS and name not in CATALOG
    ]
    return f"; {'; '.join(told)}" if told else ""


def _example(example: Example, companies: Sequence[Tables]) -> str:
    number = companies.index(example.tables) + 1
    period = f", {example.period}" if example.period else ""
    rows = f"[rows {number} · 数据 {number}](#rows-{number})"
    return f"Example · 算例 ({rows}{period}): {example.working} → **{_value(example.value)}**"


def _value(value: Decimal | float | None) -> str:
    if value is None:
        return "–"
    return f"{value:.6g}" if isinstance(value, float) else str(value)


def _company(number: int, tables: Tables) -> str:
    blocks = [joined(code(name), block(rows.strip(), "csv")) for name, rows in tables]
    return joined(f'<a id="rows-{number}"></a>Rows {number} · 数据 {number}', *blocks)
