"""The fixed words and marks of every report, in English and Chinese."""

from __future__ import annotations

from salesperf.core.text import Lang, Text
from salesperf.core.unit import Unit

NULL = "–"
"""Stands for no value; zero is 0."""
PARTIAL = "*"
"""Follows a value of a period the data do not reach the end of."""
UP = "▲"
DOWN = "▼"
NEARLY_ZERO = "≈0"
"""A value that is not zero but has no digit among the first six decimals."""

LEAST_CHANCE, MOST_CHANCE = "<1", ">99"
"""Probabilities below and above what can be told, in per cent."""

YES = Text("yes", "是")
NO = Text("no", "否")
PERCENT = Text("%", "%")
POINTS = Text("pp", "个百分点")
POINTS_AFTER = Text(" pp", "个百分点")
"""As it follows a number: a blank before an abbreviation, none in Chinese."""
TIMES = {Unit.DAYS: Text("days", "天"), Unit.HOURS: Text("hours", "小时")}
IN_UNIT = Text("{label} ({unit})", "{label}（{unit}）")
FIGURE = Text("Figure", "指标")
VALUE = Text("Value", "数值")
TREND = Text("Trend", "趋势")
TREND_SEEN = Text(
    "{label}: lowest {lowest}, highest {highest}, last {last}", "{label}：最低 {lowest}，最高 {highest}，最近 {last}"
)
NOTES = Text("Notes", "说明")
WARNING = Text("Warning: {text}", "注意：{text}")
PARTIAL_NOTE = Text(
    "the data end before this period does, so it is not yet comparable with whole periods",
    "数据尚未覆盖整个期间，暂不宜与完整期间直接比较",
)
MORE_ROWS = Text(
    "{shown} of {rows} rows shown, {more} more left out by the limit",
    "共 {rows} 行，显示前 {shown} 行，其余 {more} 行未列出",
)
TOTAL_OF_ALL = Text("; the total is of all rows", "；合计仍按全部行计算")

# People write 元 after amounts of their own currency; every other currency is called by its name.
CURRENCY_NAMES_ZH = {"CNY": "元"}


def in_unit(label: str, unit: str, *, lang: Lang) -> str:
    """A name with its unit, which stands once behind the names of both languages; no unit, no brackets.

    >>> in_unit("销售净额 / net revenue", "CNY", lang=Lang.BOTH)
    '销售净额 / net revenue (CNY)'
    """
    pattern = IN_UNIT.zh if lang is Lang.ZH else IN_UNIT.en
    return pattern.format(label=label, unit=unit) if unit else label
