"""docs/metrics.md: every metric with its meaning, formula and worked example."""

from __future__ import annotations

from typing import assert_never

from docs_markdown import block, code, joined
from salesperf.core.unit import Unit
from salesperf.metrics.catalog import CATALOG
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
    Unit.GROWTH: ("change", "变动率"),
    Unit.DAYS: ("days", "天"),
    Unit.NUMBER: ("number", "数值"),
}
BETTER = {
    Better.UP: ("higher is better", "越高越好"),
    Better.DOWN: ("lower is better", "越低越好"),
    Better.NEITHER: ("neither direction is better", "不分高低"),
}


def page() -> str:
    """The whole page."""
    groups = dict.fromkeys(metric.group for metric in CATALOG)
    return joined(
        INTRO,
        *(
            joined(f"## {group.capitalize()}", *(_entry(metric) for metric in CATALOG if metric.group == group))
            for group in groups
        ),
    )


def _entry(metric: Metric) -> str:
    units, better = UNITS[metric.unit], BETTER[metric.better]
    return joined(
        f"### {metric.key}",
        f"**{metric.label.en}** · **{metric.label.zh}** — {units[0]}, {better[0]} · {units[1]}，{better[1]}",
        f"{metric.meaning.en}\n\n{metric.meaning.zh}",
        f"Formula · 公式: {formula_words(metric.formula)}",
        f"Condition · 条件: {code(metric.where)}" if metric.where else "",
        _example(metric.example) if metric.example else "",
    )


def formula_words(formula: Formula) -> str:
    """The formula as one line of code."""
    match formula:
        case Simple(atom):
            return code(f"sum({atom})")
        case Distinct(atom):
            return code(f"count_distinct({atom})")
        case Snapshot(atom):
            return code(f"at_end({atom})")
        case Ratio(numerator, denominator, positive):
            text = code(f"{numerator} / {denominator}")
            return f"{text}, where {code(denominator)} > 0" if positive else text
        case Derived(expression):
            return code(expression)
        case _:
            assert_never(formula)


def _example(example: Example) -> str:
    period = f", period {code(example.period)}" if example.period else ""
    value = "–" if example.value is None else str(example.value)
    return joined(
        *(
            joined(f"Example · 算例 ({code(name)}{period})", block(rows.strip(), "csv"))
            for name, rows in example.tables
        ),
        f"{example.working} → **{value}**",
    )
